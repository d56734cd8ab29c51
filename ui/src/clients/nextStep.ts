/** What comes next with a client, and why nothing else does: chosen from what the desk said, never worked out. */
import type { ClientView, InvoiceView, PlanInstalment, PlanView } from '../ipc/wire';
import { compareDays } from '../shared/day';
import { isZero } from '../shared/money';

export type Step =
  | { kind: 'grace' | 'missed'; day: string; plan: string; n: number }
  | { kind: 'instalment'; day: string; plan: string; n: number; amount: string }
  | { kind: 'deadline' | 'deadlinePassed'; day: string }
  | { kind: 'due'; day: string; invoice: string; amount: string }
  | { kind: 'late'; day: string; invoice: string }
  | { kind: 'dispute'; invoices: string[] }
  | { kind: 'sign'; plan: string }
  | { kind: 'none' };

type Dated = Extract<Step, { day: string }>;

export type Held =
  | { kind: 'grace'; day: string; n: number }
  | { kind: 'dispute'; invoices: string[] }
  | { kind: 'plan'; plan: string };

const has = (invoice: InvoiceView, state: string) => invoice.states.includes(state);
const open = ({ invoices }: ClientView) => invoices.filter((invoice) => !isZero(invoice.balance));
const disputed = (client: ClientView) =>
  open(client)
    .filter((invoice) => has(invoice, 'disputed'))
    .map(({ number }) => number);
const earliest = <Item extends { day: string }>(items: readonly Item[]): Item | undefined =>
  [...items].sort((a, b) => compareDays(a.day, b.day))[0];

export const isRunning = (plan: PlanView) => plan.state === 'active';
export const isOffered = (plan: PlanView) => plan.state === 'offered' || plan.state === 'signed';

function inState(plan: PlanView, ...states: string[]): PlanInstalment | undefined {
  return plan.instalments.find((each) => states.includes(each.state));
}

function ofPlan(plan: PlanView): Dated[] {
  const late = inState(plan, 'in_grace', 'missed');
  if (late && plan.grace_until) {
    return [{ kind: 'grace', day: plan.grace_until, plan: plan.plan, n: late.n }];
  }
  if (late) return [{ kind: 'missed', day: late.due, plan: plan.plan, n: late.n }];
  const next = inState(plan, 'to_come', 'part');
  return next ? [{ kind: 'instalment', day: next.due, plan: plan.plan, n: next.n, amount: next.amount }] : [];
}

/** The deadline of the latest final demand, as long as something is overdue. */
function ofDemand(client: ClientView): Dated[] {
  const demand = client.history.find((line) => line.kind === 'demand_issued')?.facts;
  const day = demand?.deadline;
  if (typeof day !== 'string' || Object.keys(client.overdue).length === 0) return [];
  return [{ kind: compareDays(day, client.as_of) < 0 ? 'deadlinePassed' : 'deadline', day }];
}

function ofInvoices(client: ClientView): Dated[] {
  const asked = open(client).filter((invoice) => !has(invoice, 'on_plan') && !has(invoice, 'disputed'));
  return asked.map(({ number: invoice, due: day, balance: amount }) =>
    compareDays(day, client.as_of) < 0
      ? { kind: 'late', day, invoice }
      : { kind: 'due', day, invoice, amount },
  );
}

/** What is late and unanswered comes first, then what is waited for, by its day. */
export function nextStep(client: ClientView, plans: readonly PlanView[]): Step {
  const dated = [...plans.filter(isRunning).flatMap(ofPlan), ...ofDemand(client), ...ofInvoices(client)];
  const first = (...kinds: Step['kind'][]) => earliest(dated.filter(({ kind }) => kinds.includes(kind)));
  const offered = plans.find(isOffered);
  const quarrel = disputed(client);

  const urgent = first('deadlinePassed') ?? first('missed') ?? first('grace', 'deadline');
  if (urgent) return urgent;
  if (offered) return { kind: 'sign', plan: offered.plan };
  if (quarrel.length > 0) return { kind: 'dispute', invoices: quarrel };
  return first('late') ?? first('instalment', 'due') ?? { kind: 'none' };
}

/** Why nothing is asked for now, so that silence is never a mystery. */
export function heldBack(client: ClientView, plans: readonly PlanView[]): Held | undefined {
  const running = plans.filter(isRunning);
  const graced = running.flatMap(ofPlan).find((step) => step.kind === 'grace');
  if (graced?.kind === 'grace') return { kind: 'grace', day: graced.day, n: graced.n };
  const quarrel = disputed(client);
  if (quarrel.length > 0) return { kind: 'dispute', invoices: quarrel };
  const kept = running.find((plan) => plan.on_track);
  return kept && { kind: 'plan', plan: kept.plan };
}
