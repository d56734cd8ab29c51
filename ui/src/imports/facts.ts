/** What was read out of files that have no columns. */
import type { ImportFact } from '../ipc/wire';
import { amount, day } from '../shared/format.svelte';
import type { Words } from '../words/index.svelte';

export interface DocumentFacts {
  /** Its place in the file, counted from 1. */
  row: number;
  facts: readonly ImportFact[];
}

/** By the document they stand in, in the file's order. */
export function documents(facts: readonly ImportFact[]): DocumentFacts[] {
  const found = new Map<number, ImportFact[]>();
  for (const fact of facts) found.set(fact.row, [...(found.get(fact.row) ?? []), fact]);
  return [...found].map(([row, each]) => ({ row, facts: each }));
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const EARLY = /^([\d.]+)% \/ (\d{4}-\d\d-\d\d)$/;
const SUM = /^([A-Z]{3}) (-?\d+(?:\.\d+)?)$/;

/** A day or an amount as the reader writes them; anything else as it is. */
export function readAs({ name, read_as: text }: ImportFact, w: Words['imports']): string {
  if (name === 'document_type') return w.documentTypes[text] ?? text;
  if (DAY.test(text)) return day(text, 'prose');
  const [, percent, until] = EARLY.exec(text) ?? [];
  if (percent !== undefined && until !== undefined) return w.until(amount(percent), day(until, 'prose'));
  const [, currency, sum] = SUM.exec(text) ?? [];
  return sum === undefined ? text : `${amount(sum)} ${currency}`;
}
