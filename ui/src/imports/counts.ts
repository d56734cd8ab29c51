/** What a file brought, in words. */
import type { Counts } from '../ipc/vocabulary';
import { many } from '../shared/format.svelte';
import type { Words } from '../words/index.svelte';

/** In the order a bookkeeper asks for them. */
export const THINGS = ['invoices', 'credit_notes', 'payments', 'clients', 'bank_lines', 'contacts'] as const;

type Thing = (typeof THINGS)[number];

/** A kind that came later is absent from older reports. */
export function countOf(counts: Counts, thing: Thing): number {
  return counts[thing] ?? 0;
}

export function total(counts: Counts): number {
  return THINGS.reduce((sum, thing) => sum + countOf(counts, thing), 0);
}

function joined(parts: readonly string[], w: Words['imports']): string {
  const last = parts.at(-1);
  if (last === undefined) return w.counts.nothing;
  return parts.length === 1 ? last : w.and(parts.slice(0, -1).join(', '), last);
}

function said(counts: Counts, thing: Thing, w: Words['imports']): string {
  const n = countOf(counts, thing);
  return w.counts[thing](n, many(n));
}

/** "2,466 invoices, 12 credit notes and 40 clients". */
export function inWords(counts: Counts, { imports: w }: Words): string {
  const some = THINGS.filter((thing) => countOf(counts, thing) > 0);
  return joined(
    some.map((thing) => said(counts, thing, w)),
    w,
  );
}

/** What the file is about, without what comes along: the name of the act on its button. */
export function leading(counts: Counts, { imports: w }: Words): string {
  const lead = THINGS.find((thing) => countOf(counts, thing) > 0);
  return lead ? said(counts, lead, w) : w.counts.nothing;
}
