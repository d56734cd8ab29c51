/** What happened with one client, newest first: words exchanged and facts recorded, told as one story. */
import { CHANNELS, CONTACT_KINDS, oneOf, plainly, type HappeningKind } from '../ipc/vocabulary';
import type { ClientView, ContactView, HistoryLine } from '../ipc/wire';
import { compareDays } from '../shared/day';
import { pageOf, toldOf } from '../shared/told';
import type { Shown, Told } from '../words/history.en';
import type { Words } from '../words/index.svelte';

export type Mark =
  'call' | 'letter' | 'message' | 'thanks' | 'money' | 'invoice' | 'plan' | 'note' | 'dispute';

export interface Moment extends Told {
  key: string;
  day: string;
  /** What was said, in someone's own words. */
  quote?: string;
  mark: Mark;
  tone?: 'kept';
  /** The thing it happened to, where that has a page. */
  href?: string;
}

const MARKS: Partial<Record<HappeningKind, Mark>> = {
  payment_recorded: 'money',
  entry_reversed: 'money',
  invoice_added: 'invoice',
  statement_made: 'invoice',
  demand_issued: 'letter',
  letter_made: 'letter',
  bank_line_tied: 'money',
  bank_line_untied: 'money',
  discount_given: 'money',
  mail_failed: 'message',
  dispute_opened: 'dispute',
  dispute_resolved: 'dispute',
  plan_drafted: 'plan',
  plan_signed: 'plan',
  plan_signed_in_copy: 'plan',
  plan_activated: 'plan',
};

/** The page of what it happened to; the client's own is the one this stands on. */
function linkOf(line: HistoryLine): string | undefined {
  return line.subject === line.client ? undefined : pageOf(line);
}

function markOfContact({ kind, channel }: ContactView): Mark {
  if (kind === 'thanks') return 'thanks';
  if (channel === 'call') return 'call';
  return channel === 'letter' ? 'letter' : 'message';
}

function said(contact: ContactView, at: number, words: Words): Moment {
  const kind = oneOf(CONTACT_KINDS, contact.kind);
  const channel = oneOf(CHANNELS, contact.channel);
  return {
    key: `contact-${at}`,
    day: contact.on,
    head: kind
      ? words.client.contacts[kind][contact.direction === 'in' ? 'in' : 'out']
      : plainly(contact.kind),
    aside: channel ? words.client.channels[channel] : plainly(contact.channel),
    mark: markOfContact(contact),
    ...(contact.note && { quote: contact.note }),
  };
}

function recorded(line: HistoryLine, words: Words, shown: Shown): Moment {
  const href = linkOf(line);
  return {
    key: `history-${line.seq}`,
    day: line.day,
    mark: MARKS[line.kind as HappeningKind] ?? 'note',
    ...toldOf(line, words, shown),
    ...(line.kind === 'payment_recorded' && { tone: 'kept' as const }),
    ...(href && { href }),
  };
}

/** The word to the client that a letter was, if it went out. */
function wordOf({ kind, day, facts }: HistoryLine): string[] {
  if (kind === 'demand_issued') return [`final_demand ${day}`];
  if (kind !== 'letter_made' || facts?.posted !== true) return [];
  return [`${facts.letter === 'thanks' ? 'thanks' : 'reminder'} ${day}`];
}

export function momentsOf(client: ClientView, words: Words, shown: Shown): Moment[] {
  // A recorded contact is told with its own words; the fact that it was recorded adds nothing.
  const facts = client.history.filter((line) => line.kind !== 'contact_recorded');
  // A letter made here is told by what it says; that it went out the same day is part of it.
  const gone = new Set(facts.flatMap(wordOf));
  const contacts = client.contacts.filter(({ kind, on, note }) => note !== '' || !gone.has(`${kind} ${on}`));
  return [
    ...contacts.map((contact, at) => said(contact, at, words)),
    ...facts.map((line) => recorded(line, words, shown)),
  ].sort((a, b) => compareDays(b.day, a.day));
}
