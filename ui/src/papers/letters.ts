/** The letters there are: what each is called, what it is about, and why one cannot be written. */
import { oneOf } from '../ipc/vocabulary';
import type { DeskError, LetterAsk, LetterPreview } from '../ipc/wire';
import { linkTo } from '../shared/place.svelte';
import { words } from '../words/index.svelte';
import { sayTrouble, type Said } from '../words/trouble';

export type LetterKind = LetterAsk['kind'];
export type Step = NonNullable<LetterAsk['step']>;
export type Tone = NonNullable<LetterAsk['tone']>;

const KINDS: readonly LetterKind[] = ['reminder', 'receipt', 'thanks', 'missed', 'default'];
/** Steps a reminder can take once something is late, the mildest first. */
export const LATE_STEPS: readonly Step[] = ['next_day', 'one_week', 'two_weeks', 'one_month'];
export const TONES: readonly Tone[] = ['warm', 'neutral', 'firm'];

/** What the book calls the paper. */
export const PAPER = {
  reminder: 'reminder',
  receipt: 'receipt',
  thanks: 'thanks',
  missed: 'missed_notice',
  default: 'default_notice',
} as const satisfies Record<LetterKind, string>;

/** The letter an address names; a reminder when it names none. */
export function letterKind(named: string | undefined): LetterKind {
  return oneOf(KINDS, named ?? '') ?? 'reminder';
}

export function letterLink(kind: LetterKind, about: string): string {
  return linkTo(['letter', about], { kind });
}

interface Origin {
  path: readonly string[];
  query?: Record<string, string | undefined>;
  label: string;
}

/** The client, payment or plan a letter is about. */
export function originOf(
  kind: LetterKind,
  about: string,
  known: Pick<LetterPreview, 'client' | 'client_id'>,
): Origin {
  if (kind === 'reminder') return { path: ['clients', about], label: known.client };
  if (kind === 'missed' || kind === 'default') return { path: ['plans', about], label: about };
  return {
    path: ['payments'],
    query: { client: known.client_id, open: about },
    label: words().payments.title,
  };
}

/** Some refusals say more of a letter than they do elsewhere. */
export function sayRefusal(error: DeskError, kind?: LetterKind): Said {
  const said = sayTrouble(error, words());
  const early = kind === 'default' && error.code === 'letter_too_early';
  const own = words().letters.refusals[early ? 'default_too_early' : error.code];
  return own ? { ...said, ...own } : said;
}
