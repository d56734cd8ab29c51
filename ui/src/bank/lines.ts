/** Lines of a bank statement as they are shown and asked about. */
import type { BankLineView, BankMatch, BankSuggestion, BankSuggestionItem } from '../ipc/wire';
import { amount } from '../shared/format.svelte';
import { isNegative, isZero, sumOf, unsigned } from '../shared/money';
import type { Words } from '../words/index.svelte';

/** Who is on the other side, or what the bank wrote in their place. */
export function whoOf(line: BankLineView, w: Words['bank']): string {
  return line.payer || line.text || w.nobody;
}

/** What tells it from its neighbours; never the same words twice. */
export function saidOf({ payer, reference, text }: BankLineView): string {
  const parts = payer ? [reference, text] : [reference];
  return parts
    .filter((part, at) => part && !parts.slice(at + 1).some((other) => other.includes(part)))
    .join(' · ');
}

export function sumText({ amount: sum, currency }: BankLineView): string {
  return `${amount(unsigned(sum))} ${currency}`;
}

export function isOut(line: BankLineView): boolean {
  return isNegative(line.amount);
}

export function isMatched({ matched, credit }: BankLineView): boolean {
  return matched.length > 0 || !isZero(credit);
}

/** The suggestion that leaves no doubt, if there is one. */
export function exactOf(line: BankLineView): BankSuggestion | undefined {
  return line.suggestions.find((suggestion) => suggestion.exact);
}

/** What an item is called: an invoice's number, or the instalment of a plan. */
export function nameOf({ invoice, instalment }: BankSuggestionItem, w: Words['bank']): string {
  const n = instalment?.split('/').at(-1);
  return n === undefined ? invoice : w.instalment(invoice, n);
}

/**
 * What is asked of the desk to follow a suggestion: the payment that is in the book already, or one match for the
 * invoices of each client, and one for each plan.
 */
export function matchesFor(line: BankLineView, { items, payment }: BankSuggestion): BankMatch[] {
  if (payment !== undefined) return [{ line: line.id, invoices: [], payment }];
  const groups = new Map<string, BankSuggestionItem[]>();
  for (const item of items) {
    const key = item.instalment === undefined ? item.client_id : item.invoice;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const sum = sumOf(group.map((item) => item.amount));
    if (!first || sum === undefined) return [];
    const invoices = group.flatMap((item) => item.id ?? []);
    const plan = first.instalment === undefined ? {} : { plan: first.invoice };
    return [{ line: line.id, client: first.client_id, amount: sum, invoices, ...plan }];
  });
}
