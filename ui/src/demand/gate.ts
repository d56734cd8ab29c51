/** What is asked for before a final demand, point by point, as the desk's reasons answer it. */
import type { Commands } from '../ipc/wire';

export type Desk = Commands['demand_desk']['answer'];
export type Reason = Desk['reasons'][number];

export type PointId = 'overdue' | 'reminders' | 'disputes' | 'plan' | 'step';

/** There, begun (one reminder of two), missing, or not yet in question. */
export type Standing = 'met' | 'begun' | 'missing' | 'later';

const ASKED_BY: Readonly<Record<string, PointId>> = {
  nothing_owed: 'overdue',
  nothing_overdue: 'overdue',
  balance_too_small: 'overdue',
  too_few_reminders: 'reminders',
  open_dispute: 'disputes',
  plan_on_track: 'plan',
};

/** Reminders count by different days. */
export function remindersCounted({ reminders }: Desk): number {
  return new Set(reminders.map((reminder) => reminder.on)).size;
}

export function standings(desk: Desk): Record<PointId, Standing> {
  const against = new Set(desk.reasons.map((reason) => ASKED_BY[reason.code]));
  const plainly = (id: PointId): Standing => (against.has(id) ? 'missing' : 'met');
  const reminders = plainly('reminders');
  return {
    overdue: plainly('overdue'),
    // Until something is overdue there is nothing to remind of.
    reminders:
      desk.invoices.length === 0 && desk.reminders_needed > 0
        ? 'later'
        : reminders === 'missing' && desk.reminders.length > 0
          ? 'begun'
          : reminders,
    disputes: plainly('disputes'),
    plan: plainly('plan'),
    step: desk.next_steps.length > 0 ? 'met' : 'missing',
  };
}

/** Reasons that belong to none of the points: a newer book may know more. */
export function otherReasons(desk: Desk): Reason[] {
  return desk.reasons.filter((reason) => !Object.hasOwn(ASKED_BY, reason.code));
}

/** How many things are still in the way. */
export function missingCount(desk: Desk): number {
  const open = Object.values(standings(desk)).filter((each) => each === 'missing' || each === 'begun');
  return open.length + otherReasons(desk).length;
}
