/** How each kind of work is shown, and what can be done about it. Everything it is about came from the desk. */
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Coins from '@lucide/svelte/icons/coins';
import FileClock from '@lucide/svelte/icons/file-clock';
import FileDown from '@lucide/svelte/icons/file-down';
import FilePen from '@lucide/svelte/icons/file-pen';
import Heart from '@lucide/svelte/icons/heart';
import Landmark from '@lucide/svelte/icons/landmark';
import Mail from '@lucide/svelte/icons/mail';
import Signature from '@lucide/svelte/icons/signature';
import type { Component } from 'svelte';
import { HELD_REASONS, NEXT_STEPS, oneOf, plainly, WORK_KINDS, type WorkKind } from '../ipc/vocabulary';
import type { Held, TodayItem } from '../ipc/wire';
import { act } from '../shared/acts.svelte';
import type { DayStyle } from '../shared/day';
import { day, many } from '../shared/format.svelte';
import { go } from '../shared/place.svelte';
import type { Words } from '../words/index.svelte';
import type { TodayShown } from '../words/today.en';

type Tone = 'clay' | 'ochre' | 'moss' | 'plain';

/** A number never stands at the end of a line without its month. */
const whole = (text: string) => text.replaceAll(/(?<=\d) /g, '\u00a0');

function showing(weekday: DayStyle): TodayShown {
  return {
    day: (text) => (text === undefined ? '' : whole(day(text, 'prose'))),
    weekday: (text) => (text === undefined ? '' : whole(day(text, weekday))),
  };
}

const inRow = showing('weekday');
const inSentence = showing('full');

const LOOKS: Record<WorkKind, [Component, Tone]> = {
  newly_late: [Mail, 'clay'],
  late_again: [Mail, 'clay'],
  demand_possible: [FilePen, 'clay'],
  instalment_in_grace: [CalendarClock, 'ochre'],
  instalment_missed: [CalendarClock, 'clay'],
  plan_to_sign: [Signature, 'plain'],
  step_due: [FileClock, 'ochre'],
  deadline_near: [FileClock, 'ochre'],
  dispute_open: [CircleHelp, 'ochre'],
  import_review: [FileDown, 'ochre'],
  bank_unmatched: [Landmark, 'ochre'],
  credit_unused: [Coins, 'plain'],
  thank_payment: [Heart, 'moss'],
  thank_instalment: [Heart, 'moss'],
  thank_completed: [Heart, 'moss'],
};

export function kindOf(item: TodayItem): WorkKind | undefined {
  return oneOf(WORK_KINDS, item.kind);
}

/** A kind this window does not know yet is still shown, as plainly as it came. */
export function looksOf(item: TodayItem): [Component, Tone] {
  const kind = kindOf(item);
  return kind ? LOOKS[kind] : [CalendarCheck, 'plain'];
}

export function titleOf(item: TodayItem, words: Words): string {
  if (!item.account) return item.client ?? item.file ?? '';
  return item.account_number
    ? words.bank.numbered(item.account_number)
    : words.bank.unnamed(item.currency ?? '');
}

function stepOf({ next_step = '' }: TodayItem, w: Words['today'], form: 'brief' | 'whole'): string {
  const step = oneOf(NEXT_STEPS, next_step);
  return step ? w.steps[step][form] : plainly(next_step);
}

export function reasonOf(item: TodayItem, w: Words['today']): string {
  const kind = kindOf(item);
  return kind ? w.reasons[kind](item, inRow, stepOf(item, w, 'brief')) : plainly(item.kind);
}

/** What doing it means; a kind this window does not know has nothing more to say. */
export function whyOf(item: TodayItem, w: Words['today']): string | undefined {
  const kind = kindOf(item);
  return kind && w.whys[kind](item, inSentence, stepOf(item, w, 'whole'));
}

/** What stands under the amount: how late, or until when. */
export function asideOf(item: TodayItem, words: Words): string {
  const kind = kindOf(item);
  if (!kind) return '';
  if (kind === 'newly_late' || kind === 'late_again' || kind === 'demand_possible') {
    const days = item.days_late ?? 0;
    return words.invoices.daysLate(days, many(days));
  }
  const aside = words.today.asides[kind];
  const ends = kind === 'instalment_in_grace' || kind === 'deadline_near';
  return ends ? `${aside} ${inRow.weekday(item.until)}` : aside;
}

/** Why someone who is late is left in peace. */
export function whyHeld(held: Held, words: Words, where: 'row' | 'sentence' = 'row'): string {
  const reason = oneOf(HELD_REASONS, held.why);
  if (!reason) return plainly(held.why);
  return words.today.held.reasons[reason](held, where === 'row' ? inRow : inSentence);
}

/** Where the whole story stands. */
export function open(item: TodayItem): void {
  if (item.plan) go(['plans', item.plan]);
  else if (item.import) go(['import']);
  else if (item.account) go(['bank'], { account: item.account });
  else if (item.client_id) go(['clients', item.client_id]);
}

export type ActId = keyof Words['today']['acts'];

export interface Deed {
  id: ActId;
  key: string;
  run: () => void;
}

/** What is about nobody in particular: the page that shows it is the one thing to do. */
function deedWithoutClient(item: TodayItem): Deed {
  return { id: item.account ? 'match' : 'review', key: 'o', run: () => open(item) };
}

/** What can be done about it, the likeliest first. */
export function deedsFor(item: TodayItem): Deed[] {
  const client = item.client_id;
  if (!client) return [deedWithoutClient(item)];
  const [invoice] = item.invoices ?? [];
  const word = (kind: string) => () => act('word', { client, kind });
  const all: Record<Exclude<ActId, 'review' | 'match'>, Deed> = {
    reminder: { id: 'reminder', key: 'w', run: word('reminder') },
    call: { id: 'call', key: 'l', run: word('talk') },
    thank: { id: 'thank', key: 't', run: word('thanks') },
    pay: { id: 'pay', key: 'r', run: () => act('pay', { client }) },
    plan: { id: 'plan', key: 'p', run: () => go(['compose'], { client }) },
    demand: { id: 'demand', key: 'd', run: () => go(['demand', client]) },
    letter: {
      id: 'letter',
      key: 'd',
      run: () => (item.document ? go(['papers', item.document]) : go(['demand', client])),
    },
    openPlan: { id: 'openPlan', key: 'o', run: () => open(item) },
    sign: { id: 'sign', key: 's', run: () => open(item) },
    resolve: { id: 'resolve', key: 's', run: () => invoice && act('resolve', { invoice }) },
    client: { id: 'client', key: 'o', run: () => go(['clients', client]) },
    credit: { id: 'credit', key: 'o', run: () => go(['clients', client], { part: 'payments' }) },
  };
  const DEEDS: Record<WorkKind, (keyof typeof all)[]> = {
    newly_late: ['reminder', 'call', 'pay', 'plan'],
    late_again: ['reminder', 'call', 'pay', 'plan'],
    demand_possible: ['demand', 'plan', 'call', 'pay'],
    instalment_in_grace: ['pay', 'call', 'openPlan'],
    instalment_missed: ['call', 'pay', 'openPlan'],
    plan_to_sign: ['sign', 'call'],
    step_due: ['letter', 'call', 'pay', 'plan'],
    deadline_near: ['letter', 'pay', 'plan', 'call'],
    dispute_open: ['resolve', 'call', 'client'],
    import_review: ['client'],
    bank_unmatched: ['client'],
    credit_unused: ['credit', 'call'],
    thank_payment: ['thank', 'call', 'client'],
    thank_instalment: ['thank', 'openPlan'],
    thank_completed: ['thank', 'openPlan'],
  };
  const kind = kindOf(item);
  return (kind ? DEEDS[kind] : (['client'] as const)).map((id) => all[id]);
}
