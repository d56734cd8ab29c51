/** From how the desk says an instalment stands to the shape it is drawn as. */
import type { PlanInstalment } from '../ipc/wire';

export type DotState = 'kept' | 'grace' | 'part' | 'to_come' | 'broken' | 'waived';

const DOTS: Readonly<Record<string, DotState>> = {
  kept: 'kept',
  waived: 'waived',
  part: 'part',
  in_grace: 'grace',
  missed: 'broken',
};

export const dotOf = (state: string): DotState => DOTS[state] ?? 'to_come';

export function dotsOf(instalments: readonly PlanInstalment[]) {
  return instalments.map(({ n, due, amount, state }) => ({
    n,
    due,
    amount,
    state: dotOf(state),
  }));
}

const ORDER: readonly DotState[] = ['kept', 'grace', 'part', 'broken', 'waived', 'to_come'];

/** How many there are of each, in the order one tells it; what there is none of is left out. */
export function countsOf(instalments: readonly PlanInstalment[]): { state: DotState; n: number }[] {
  return ORDER.map((state) => ({
    state,
    n: instalments.filter((each) => dotOf(each.state) === state).length,
  })).filter(({ n }) => n > 0);
}
