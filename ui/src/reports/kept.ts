/** How the instalments that fell due in the twelve months up to a day were kept, over all plans in force. */
import type { PlanView } from '../ipc/wire';
import type { DotState } from '../shared/dots';

/** What came of an instalment; those still to come are not in question. */
export const OUTCOMES = ['kept', 'waived', 'grace', 'broken'] as const satisfies readonly DotState[];
export type Outcome = (typeof OUTCOMES)[number];

const IN_FORCE: readonly string[] = ['active', 'completed', 'defaulted'];
const OUTCOME_OF: Readonly<Record<string, Outcome>> = {
  kept: 'kept',
  waived: 'waived',
  in_grace: 'grace',
  missed: 'broken',
};

export interface Kept {
  counts: Record<Outcome, number>;
  /** Kept and missed: those whose outcome is certain. */
  of: number;
  /** The day after which instalments are counted. */
  since: string;
}

export function keptUpTo(plans: readonly PlanView[], asOf: string): Kept {
  const since = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const counts: Record<Outcome, number> = { kept: 0, waived: 0, grace: 0, broken: 0 };
  for (const plan of plans) {
    if (!IN_FORCE.includes(plan.state)) continue;
    for (const { due, state } of plan.instalments) {
      const outcome = OUTCOME_OF[state];
      if (outcome && due > since && due <= asOf) counts[outcome] += 1;
    }
  }
  return { counts, of: counts.kept + counts.broken, since };
}
