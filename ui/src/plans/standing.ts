/** How a plan stands, in words; and which tab of the list it belongs under. */
import type { PlanInstalment, PlanView } from '../ipc/wire';
import { openBook } from '../shared/book.svelte';
import { day } from '../shared/format.svelte';
import { plainly } from '../ipc/vocabulary';
import type { Words } from '../words/index.svelte';

export const TABS = ['all', 'to_sign', 'active', 'in_grace', 'completed'] as const;
export type Tab = (typeof TABS)[number];

const isBehind = ({ state }: PlanInstalment) => state === 'in_grace' || state === 'missed';

export function belongs(plan: PlanView, tab: Tab): boolean {
  if (tab === 'to_sign') return plan.state === 'draft' || plan.state === 'offered';
  if (tab === 'active') return plan.state === 'active' || plan.state === 'signed';
  if (tab === 'in_grace') return plan.state === 'active' && plan.instalments.some(isBehind);
  return tab === 'all' || plan.state === 'completed';
}

/** No longer what is owed by: withdrawn, or replaced by a later version. */
export function isOver({ state }: PlanView): boolean {
  return state === 'cancelled' || state === 'superseded';
}

export type Party = 'business' | 'client';
export const PARTIES = ['client', 'business'] as const satisfies readonly Party[];

export function partyName(plan: PlanView, party: Party): string {
  return party === 'client' ? plan.client : (openBook()?.name ?? '');
}

export function unsigned(plan: PlanView): readonly Party[] {
  return PARTIES.filter((party) => !plan.signed_by.includes(party));
}

export interface Stands {
  text: string;
  tone?: 'late' | 'held' | 'kept';
}

export function standingOf(plan: PlanView, { plans }: Words): Stands {
  const w = plans.state;
  switch (plan.state) {
    case 'draft':
      return { text: w.draft, tone: 'held' };
    case 'offered': {
      const [waiting, ...both] = unsigned(plan);
      const isHalf = waiting !== undefined && both.length === 0;
      return { text: isHalf ? w.half_signed[waiting] : w.offered, tone: 'held' };
    }
    case 'signed':
      return { text: w.signed(day(plan.effective_on ?? '')) };
    case 'active': {
      if (plan.instalments.some(({ state }) => state === 'missed')) return { text: w.missed, tone: 'late' };
      return plan.grace_until === undefined
        ? { text: w.on_track }
        : { text: w.in_grace(day(plan.grace_until)), tone: 'late' };
    }
    case 'completed':
      return { text: w.completed, tone: 'kept' };
    case 'superseded':
    case 'cancelled':
    case 'defaulted':
      return { text: w[plan.state] };
    default:
      return { text: plainly(plan.state) };
  }
}

export function instalmentStands(
  { state }: PlanInstalment,
  { plans }: Words,
  graceUntil: string | undefined,
): Stands {
  const w = plans.instalments;
  switch (state) {
    case 'in_grace':
      return { text: graceUntil ? w.grace_to(day(graceUntil)) : w.in_grace, tone: 'late' };
    case 'missed':
      return { text: w.missed, tone: 'late' };
    case 'kept':
      return { text: w.kept, tone: 'kept' };
    case 'part':
    case 'to_come':
    case 'waived':
      return { text: w[state] };
    default:
      return { text: plainly(state) };
  }
}
