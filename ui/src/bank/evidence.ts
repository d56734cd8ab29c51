/** Why a line may pay something, in the reader's language. */
import type { BankEvidence } from '../ipc/wire';
import { amount, day, many } from '../shared/format.svelte';
import type { EvidenceCode, EvidenceFacts } from '../words/bank.en';
import type { Words } from '../words/index.svelte';

/** Where a sentence of the desk names what it is about. */
const FACTS: Record<EvidenceCode, RegExp> = {
  reference_exact: /^The reference is (?<text>.+)\.$/,
  number_in_text: /^The text names (?<text>.+)\.$/,
  amount_exact: /^/,
  amount_short: /^(?<sum>[\d.]+) (?<currency>\w+) less/,
  amount_part: /^(?<sum>[\d.]+) (?<currency>\w+) would/,
  amount_over: /^(?<sum>[\d.]+) (?<currency>\w+) more/,
  amount_sum: /^(?<n>\d+) items/,
  lines_sum: /^(?<n>\d+) payments/,
  claimed_twice: /^(?<n>\d+) payments/,
  payer_known: /^/,
  payer_alike: /name is like (?<text>.+)\.$/,
  instalment_due: /(?:instalment (?<n>\d+)|down payment), due on (?<on>\S+)\.$/,
  oldest_first: /^/,
  days_after_due: /^It came (?<n>\d+) days? after/,
  days_before_due: /^It came (?:(?<n>\d+) days? before|on the day)/,
};

function factsOf(found: Record<string, string | undefined>): EvidenceFacts {
  const { text = '', sum = '', currency = '', n = '0', on } = found;
  return {
    text,
    amount: `${amount(sum)} ${currency}`,
    n: Number(n),
    count: many(Number(n)),
    day: on === undefined ? '' : day(on, 'prose'),
  };
}

/** A reason without words of its own here is said as it came. */
export function sayEvidence({ code, message }: BankEvidence, w: Words['bank']): string {
  if (!(code in FACTS)) return message;
  const known = code as EvidenceCode;
  // "1 item adds up to it" is said as an exact amount.
  if (known === 'amount_sum' && /^The amount/.test(message)) return w.evidence.amount_exact(factsOf({}));
  const found = FACTS[known].exec(message);
  return found ? w.evidence[known](factsOf(found.groups ?? {})) : message;
}
