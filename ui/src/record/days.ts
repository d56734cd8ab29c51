/** The history as it is read: by business day, newest first, and only what holds the words looked for. */
import type { HistoryLine } from '../ipc/wire';
import { fold } from '../shared/fold';
import { shown } from '../shared/format.svelte';
import { pageOf, toldOf } from '../shared/told';
import type { Told } from '../words/history.en';
import type { Words } from '../words/index.svelte';

export interface Entry extends Told {
  line: HistoryLine;
  /** Whose it is. */
  client?: string | undefined;
  href?: string | undefined;
  currency?: string | undefined;
}

export interface RecordDay {
  key: string;
  day: string;
  entries: readonly Entry[];
}

export function entryOf(line: HistoryLine, words: Words, clients: ReadonlyMap<string, string>): Entry {
  const currency = line.facts?.['currency'];
  return {
    ...toldOf(line, words, shown),
    line,
    client: line.client && clients.get(line.client),
    href: pageOf(line),
    currency: typeof currency === 'string' ? currency : undefined,
  };
}

/** In what one can read of it, amounts as they are shown included. */
export function holds(entry: Entry, typed: string): boolean {
  const { head, aside = '', amount, client = '', line } = entry;
  const read = [head, aside, amount ? shown.amount(amount) : '', client, line.who].join(' ');
  return fold(read).includes(fold(typed.trim()));
}

/** Neighbours of one day stand together; a day can come again, where something was entered for it later. */
export function byDay(entries: readonly Entry[]): RecordDay[] {
  const days: { key: string; day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.day === entry.line.day) last.entries.push(entry);
    else days.push({ key: String(entry.line.seq), day: entry.line.day, entries: [entry] });
  }
  return days;
}
