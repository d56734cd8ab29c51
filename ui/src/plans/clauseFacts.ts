/** What the policy of the business says about a clause, or why it leaves no choice. */
import { many } from '../shared/format.svelte';
import { words } from '../words/index.svelte';
import { percent } from './figures';

export type Policy = Readonly<Record<string, string>>;

export function factOf(clause: string, policy: Policy): string | undefined {
  const w = words().plans.composer;
  if (clause === 'grace' && policy.grace_days) {
    const days = Number(policy.grace_days);
    return w.graceDays(days, many(days));
  }
  return clause === 'late-charge' && policy.late_charge ? w.lateRate(percent(policy.late_charge)) : undefined;
}

/** `policy` is undefined as long as it is not known. */
export function lockOf(clause: string, policy: Policy | undefined): string | undefined {
  const w = words().plans.composer;
  if (clause === 'security') return w.needsGuarantor;
  return clause === 'late-charge' && policy && !policy.late_charge ? w.needsRate : undefined;
}
