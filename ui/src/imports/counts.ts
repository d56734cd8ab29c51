/** What a file brought, in words. */
import type { Counts } from '../ipc/vocabulary';
import { many } from '../shared/format.svelte';
import type { Words } from '../words/index.svelte';

/** In the order a bookkeeper asks for them. */
export const THINGS = ['invoices', 'credit_notes', 'payments', 'clients', 'bank_lines'] as const;

export function total(counts: Counts): number {
  return THINGS.reduce((sum, thing) => sum + counts[thing], 0);
}

function joined(parts: readonly string[], w: Words['imports']): string {
  const last = parts.at(-1);
  if (last === undefined) return w.counts.nothing;
  return parts.length === 1 ? last : w.and(parts.slice(0, -1).join(', '), last);
}

/** "2,466 invoices, 12 credit notes and 40 clients". */
export function inWords(counts: Counts, { imports: w }: Words): string {
  const some = THINGS.filter((thing) => counts[thing] > 0);
  return joined(
    some.map((thing) => w.counts[thing](counts[thing], many(counts[thing]))),
    w,
  );
}

/** What the file is about, without what comes along: the name of the act on its button. */
export function leading(counts: Counts, { imports: w }: Words): string {
  const lead = THINGS.find((thing) => counts[thing] > 0);
  return lead ? w.counts[lead](counts[lead], many(counts[lead])) : w.counts.nothing;
}
