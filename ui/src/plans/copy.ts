/** Copies of an agreement that came back. */
import type { PlanMatched, PlanView } from '../ipc/wire';

/** Whether it can bear a signature of this very version: a scan may, a file does once somebody has signed it. */
export function mayBeSigned(plan: PlanView, { plan: found, version, scanned, added }: PlanMatched): boolean {
  return found === plan.plan && version === plan.version && (scanned || added.length > 0);
}
