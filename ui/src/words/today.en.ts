/** Words of the day's work: what needs somebody, why, and what is held back. */
import type { HeldReason, NextStep, WorkGroup, WorkKind } from '../ipc/vocabulary';
import type { Held, TodayItem } from '../ipc/wire';

/** How days are shown; given, so that words never format anything themselves. */
export interface TodayShown {
  /** Within a sentence. */
  day: (day: string | undefined) => string;
  /** Where someone must act: brief in a row, in full within a sentence. */
  weekday: (day: string | undefined) => string;
}

const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

/** "INV-1 and INV-2"; more than two are counted. */
function named(invoices: readonly string[] | undefined): string {
  const [first, second, ...more] = invoices ?? [];
  if (first === undefined) return 'Something';
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${more.length + 2} invoices`;
}

const fell = (invoices: readonly string[] | undefined) =>
  count(invoices?.length ?? 1, 'fell due on', 'have fallen due since');

function instalment({ n, of }: TodayItem): string {
  return n === 0 ? 'The down payment' : `Instalment ${n ?? ''} of ${of ?? ''}`;
}

/** Short for a row, whole for the reason beside it. */
const steps: Record<NextStep, { brief: string; whole: string }> = {
  call: { brief: 'a call', whole: 'ring them once more and look for a way together' },
  agency: { brief: 'a collection agency', whole: 'hand the account to a collection agency' },
  lawyer: { brief: 'a lawyer', whole: 'hand the account to a lawyer' },
  small_claims: { brief: 'small-claims court', whole: 'bring a claim in the small-claims court' },
  pause_work: { brief: 'a pause in the work', whole: 'pause the work for them' },
};

/** The one sentence of a row: what is so. */
const reasons: Record<WorkKind, (item: TodayItem, shown: TodayShown, step: string) => string> = {
  newly_late: (item, { day }) =>
    `${named(item.invoices)} ${fell(item.invoices)} ${day(item.since)}. Nothing was written yet.`,
  late_again: ({ words = 0, last_word }, { day }) =>
    words === 0
      ? `Last heard from you on ${day(last_word)}. No reminder yet.`
      : `${words} ${count(words, 'reminder', 'reminders')} so far, the last word on ${day(last_word)}.`,
  demand_possible: ({ words = 0 }) =>
    `${words} ${count(words, 'reminder', 'reminders')} so far. A final demand may be written.`,
  instalment_in_grace: (item, { day }) => `${instalment(item)}, due ${day(item.due)}, is not in yet.`,
  instalment_missed: (item, { day }) => `${instalment(item)}, due ${day(item.due)}, was missed.`,
  plan_to_sign: (item, { day }) =>
    item.count
      ? `Drawn up on ${day(item.since)}. One side has signed, the other has not.`
      : `Drawn up on ${day(item.since)}. Nobody has signed it yet.`,
  step_due: (item, { day }, step) => `The time given ended on ${day(item.until)}. Announced next: ${step}.`,
  deadline_near: (item, { day }) => `The final demand of ${day(item.since)} gives them until then.`,
  dispute_open: (item, { day }) => `${named(item.invoices)} has been in dispute since ${day(item.since)}.`,
  import_review: ({ count: n = 0 }) =>
    `${n} due ${count(n, 'day comes', 'days come')} from your usual terms.`,
  bank_unmatched: ({ count: n = 0 }) =>
    `${n} ${count(n, 'payment that came in is', 'payments that came in are')} not matched yet.`,
  credit_unused: () => 'Money of theirs belongs to no invoice yet.',
  thank_payment: (item, { day }) => `Paid ${named(item.invoices)} on ${day(item.since)}, in good time.`,
  thank_instalment: (item, { day }) => `${instalment(item)} came in on ${day(item.since)}.`,
  thank_completed: (item, { day }) =>
    `The last instalment came in on ${day(item.since)}. The plan is complete.`,
};

/** What doing it means, and what will not happen by itself. */
const whys: Record<WorkKind, (item: TodayItem, shown: TodayShown, step: string) => string> = {
  newly_late: () =>
    'A short, friendly note is the usual first step. Log it here once it is sent, and they are left in peace for a week.',
  late_again: () =>
    'A week has passed since the last word. Write again, or ring: a date agreed on the phone is worth three letters.',
  demand_possible: ({ last_word }, { day }) =>
    `Every reminder your policy asks for has gone out, the last word on ${day(last_word)}. The letter is the last one; a plan is still the kinder way.`,
  instalment_in_grace: (item, { weekday }) =>
    `If it comes in by ${weekday(item.until)}, the plan stays on track. Nothing happens before that by itself.`,
  instalment_missed: () =>
    'Speak with them first. What the agreement allows now stands on the page of the plan; nothing of it happens by itself.',
  plan_to_sign: () => 'Nothing of it holds until both sides have signed, and reminders go on as before.',
  step_due: (item, { weekday }, step) =>
    `The letter said you would ${step}, by ${weekday(item.due)}. Do it, or agree on something better and note that.`,
  deadline_near: () => 'Nothing needs to be sent before that day. A payment or a plan settles it.',
  dispute_open: () =>
    'No reminder is due for it while the question is open. Settle it, or note where it stands.',
  import_review: ({ since }, { day }) =>
    `The file of ${day(since)} gave no due day for these invoices. Look them over: lateness is counted from that day.`,
  bank_unmatched: () =>
    'Match them before you write to anybody: what has come in may settle what looks late. Nothing is booked until you confirm it.',
  credit_unused: () => 'Use it on what is open, or pay it back. It is already taken off their balance.',
  thank_payment: () => 'Thanks are work like any other, and take a minute.',
  thank_instalment: () => 'They kept their word. A line of thanks is noted with their other letters.',
  thank_completed: () => 'The whole debt is settled, as agreed. A good moment for a kind word.',
};

const groups: Record<WorkGroup, string> = {
  bank: 'Money that came in',
  demands: 'Final demands',
  plans: 'Plans',
  late: 'To write to',
  disputes: 'Disputes',
  credit: 'Credit',
  imports: 'Files to look over',
  thanks: 'Thank-yous',
};

const counts: Record<WorkGroup, (n: number) => string> = {
  bank: () => 'to match',
  demands: (n) => count(n, 'final demand', 'final demands'),
  plans: (n) => count(n, 'plan', 'plans'),
  late: () => 'to write to',
  disputes: (n) => count(n, 'dispute', 'disputes'),
  credit: (n) => count(n, 'credit', 'credits'),
  imports: (n) => count(n, 'file', 'files'),
  thanks: (n) => count(n, 'thank-you', 'thank-yous'),
};

/** At the right edge of a row, under the amount. */
const asides: Record<Exclude<WorkKind, 'newly_late' | 'late_again' | 'demand_possible'>, string> = {
  instalment_in_grace: 'in grace to',
  instalment_missed: 'missed',
  plan_to_sign: 'to sign',
  step_due: 'step due',
  deadline_near: 'until',
  dispute_open: 'in dispute',
  import_review: 'to look over',
  bank_unmatched: 'to match',
  credit_unused: 'on account',
  thank_payment: 'paid',
  thank_instalment: 'kept',
  thank_completed: 'complete',
};

const held: Record<HeldReason, (held: Held, shown: TodayShown) => string> = {
  dispute: ({ invoice }) => (invoice ? `${invoice} in dispute` : 'open dispute'),
  plan_on_track: ({ until }, { weekday }) =>
    until ? `plan on track, next ${weekday(until)}` : 'plan on track',
  in_grace: ({ until }, { weekday }) => `in grace to ${weekday(until)}`,
  demand_waiting: ({ until }, { weekday }) => `final demand, until ${weekday(until)}`,
  written_recently: ({ until }, { weekday }) => `written to lately, again from ${weekday(until)}`,
};

export const today = {
  title: 'Today',
  overdue: 'overdue',
  dueThisWeek: 'due this week',
  counts,
  groups,
  reasons,
  whys,
  whyToday: 'Why today.',
  steps,
  asides,
  more: (text: string, group: string) => `${text} more under “${group}”`,
  list: 'The day’s work',
  by: (channel: string) => `by ${channel}`,
  panel: (name: string) => `What is open with ${name}`,
  owed: 'Owed',
  moreOpen: (n: number, text: string) => `${text} more open ${count(n, 'invoice', 'invoices')}`,
  onAccount: 'Credit on account',
  lastWords: 'Last words',
  noWords: 'No letter, call or message is noted yet.',
  moveOn: 'move',
  allKeys: 'all keys',
  acts: {
    reminder: 'Log a reminder',
    call: 'Note a call',
    pay: 'Record a payment',
    plan: 'Compose a plan',
    demand: 'Write the final demand',
    letter: 'Open the letter',
    openPlan: 'Open the plan',
    sign: 'Have the plan signed',
    resolve: 'Settle the dispute',
    review: 'Look the file over',
    match: 'Match the payments',
    thank: 'Log a thank-you',
    client: 'Open the client',
    credit: 'Open the payments',
  },
  held: {
    head: (_: number, text: string) => `${text} held back`,
    reasons: held,
    more: (text: string) => `and ${text} more`,
    fewer: 'show fewer',
  },
  done: {
    title: 'Nothing needs you today.',
    next: (client: string, what: string) => `Next: ${client}, ${what}.`,
    quiet: 'Nothing is waiting, and nothing goes out by itself.',
  },
  never: {
    title: 'This is where each day will begin.',
    why: 'Once the book holds invoices, this page says who is late, why it is time to write, and who is best left in peace.',
  },
  first: {
    head: 'First day',
    why: 'Six things that make every letter and plan right. In any order, and any day.',
    done: 'done',
    progress: (done: string, all: string) => `${done} of ${all} done`,
    hide: 'Put this list away',
    steps: {
      particulars: { do: 'Say who you are', why: 'Address, e-mail and telephone stand on every paper.' },
      pay_to: {
        do: 'Say how you are paid',
        why: 'Bank details or a link, printed where one looks for them.',
      },
      clients: {
        do: 'Bring in your clients',
        why: 'From the export of your invoicing program, or one by one.',
      },
      invoices: { do: 'Bring in what is open', why: 'Balances and lateness are worked out from it.' },
      policy: {
        do: 'Decide your policy',
        why: 'Reminders before a last letter, and the one next step you would take.',
      },
      papers: {
        do: 'Compose a first plan',
        why: 'Or a statement of account: see the paper before anybody else does.',
      },
    },
  },
};
