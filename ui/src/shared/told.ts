/** A line of the history in the window's own words, and the page of what it happened to. */
import {
  CHANNELS,
  CONTACT_KINDS,
  oneOf,
  plainly,
  type HappeningKind,
  type Happenings,
} from '../ipc/vocabulary';
import type { HistoryLine } from '../ipc/wire';
import type { Shown, Told } from '../words/history.en';
import type { Words } from '../words/index.svelte';
import { linkTo } from './place.svelte';

function tell<K extends HappeningKind>(kind: K, line: HistoryLine, words: Words, shown: Shown): Told {
  return words.history[kind](line.facts as unknown as Happenings[K], shown);
}

/** A word to or from a client, as the client's own page tells it. */
function exchanged(what: Happenings['contact_recorded'], words: Words): Told {
  const kind = oneOf(CONTACT_KINDS, what.contact);
  const channel = oneOf(CHANNELS, what.channel);
  return {
    head: kind ? words.client.contacts[kind][what.direction === 'in' ? 'in' : 'out'] : plainly(what.contact),
    aside: channel ? words.client.channels[channel] : plainly(what.channel),
  };
}

/** The desk's own sentence for what the window has no words for, or what was taken out on request. */
export function toldOf(line: HistoryLine, words: Words, shown: Shown): Told {
  if (!line.facts || !Object.hasOwn(words.history, line.kind)) return { head: line.what };
  if (line.kind === 'contact_recorded') {
    return exchanged(line.facts as unknown as Happenings['contact_recorded'], words);
  }
  return tell(line.kind as HappeningKind, line, words, shown);
}

export function pageOf({ subject, client }: HistoryLine): string | undefined {
  if (subject.startsWith('invoice-')) return linkTo(['invoices', subject]);
  if (subject.startsWith('payment-')) return linkTo(['payments'], { client, open: subject });
  if (subject.startsWith('PP-')) return linkTo(['plans', subject]);
  if (subject.startsWith('import-')) return linkTo(['import']);
  if (subject.startsWith('document-')) return linkTo(['papers', subject]);
  if (subject === 'business') return linkTo(['settings']);
  if (subject === 'policy') return linkTo(['settings'], { part: 'policy' });
  if (subject === 'seal') return linkTo(['settings'], { part: 'seal' });
  return client && linkTo(['clients', client]);
}
