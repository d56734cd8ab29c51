/** Why a line may pay something, in the reader's language. */
import type { BankEvidence } from '../ipc/wire';
import { amount, day, many } from '../shared/format.svelte';
import type { EvidenceCode } from '../words/bank.en';
import type { Words } from '../words/index.svelte';

/** A reason without words of its own here is said as it came; sums are in the line's currency. */
export function sayEvidence(reason: BankEvidence, currency: string, w: Words['bank']): string {
  const says = w.evidence[reason.code as EvidenceCode] as Words['bank']['evidence'][EvidenceCode] | undefined;
  if (!says) return reason.message;
  const { text = '', amount: sum, n = 0, day: on } = reason;
  return says({
    text,
    amount: sum === undefined ? '' : `${amount(sum)} ${currency}`,
    n,
    count: many(n),
    day: on === undefined ? '' : day(on, 'prose'),
  });
}
