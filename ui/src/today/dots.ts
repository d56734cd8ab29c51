/** From how the desk says an instalment stands to the shape it is drawn as. */
import type { PlanInstalment } from '../ipc/wire';

const SHAPES: Readonly<Record<string, 'kept' | 'part' | 'grace' | 'broken'>> = {
  kept: 'kept',
  waived: 'kept',
  part: 'part',
  in_grace: 'grace',
  missed: 'broken',
};

export function dotsOf(instalments: readonly PlanInstalment[]) {
  return instalments.map(({ n, due, amount, state }) => ({
    n,
    due,
    amount,
    state: SHAPES[state] ?? ('to_come' as const),
  }));
}
