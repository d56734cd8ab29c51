/**
 * A schedule as it is asked for: two of four choices are given, the other two follow. The desk works it out;
 * here stands only which two, and how its answer is read.
 */
import type { QuoteAsk, QuoteInstalment, QuoteView } from '../ipc/wire';

export const CHOICES = ['instalment', 'count', 'every', 'end'] as const;
export type Choice = (typeof CHOICES)[number];

export const SPACINGS = ['week', 'two_weeks', 'twice_a_month', 'month', 'quarter'] as const;
export type Spacing = (typeof SPACINGS)[number];

export interface Schedule {
  readonly ask: QuoteAsk;
  /** What was given, the latest last. */
  readonly given: readonly Choice[];
}

/** What stands beside the four; empty means left to the desk. */
export type Detail = 'start' | 'anchor' | 'down_payment' | 'annual_rate' | 'move';

export function scheduleOf(ask: QuoteAsk): Schedule {
  return { ask, given: CHOICES.filter((choice) => ask[choice] !== undefined) };
}

/** With one more choice given, the one given longest ago follows. */
export function give<C extends Choice>(
  { ask, given }: Schedule,
  choice: C,
  value: QuoteAsk[C] | undefined,
): Schedule {
  const kept = [...given.filter((each) => each !== choice), choice].slice(-2);
  const next: QuoteAsk = { ...ask };
  for (const each of CHOICES) if (!kept.includes(each)) delete next[each];
  if (value === undefined) delete next[choice];
  else next[choice] = value;
  // Weeks have no last day of the month to hold on to.
  if (next.every !== undefined && !isMonthly(spacingFrom(next.every))) delete next.anchor;
  return { ask: next, given: kept };
}

export function detail({ ask, given }: Schedule, name: Detail, value: string): Schedule {
  const next: QuoteAsk = { ...ask };
  if (value) next[name] = value;
  else delete next[name];
  return { ask: next, given };
}

export function spacingFrom(text: string | undefined): Spacing | undefined {
  return SPACINGS.find((spacing) => spacing === text?.replaceAll('-', '_'));
}

export function isMonthly(spacing: Spacing | undefined): boolean {
  return spacing !== 'week' && spacing !== 'two_weeks';
}

/** What has come in by each day, if every date is kept. */
export function arrivals(quote: QuoteView): { day: string; sum: string }[] {
  return quote.instalments.map(({ due, so_far }) => ({ day: due, sum: so_far }));
}

/** All but the down payment. */
export function counted(quote: QuoteView): readonly QuoteInstalment[] {
  return quote.instalments.filter(({ n }) => n > 0);
}

const DAY_MS = 86_400_000;

/** The spacing that followed, read from the days before any was moved; undefined for a single one. */
export function spacingOf(quote: QuoteView): Spacing | undefined {
  const days = counted(quote).map(({ due, moved_from }) => Date.parse(moved_from ?? due) / DAY_MS);
  const gaps = days.slice(1).map((day, at) => day - (days[at] ?? day));
  if (gaps.length === 0) return undefined;
  if (gaps.every((gap) => gap === 7)) return 'week';
  if (gaps.every((gap) => gap === 14)) return 'two_weeks';
  const widest = Math.max(...gaps);
  return widest <= 18 ? 'twice_a_month' : widest <= 31 ? 'month' : 'quarter';
}
