/** The five ages of a debt, youngest first. */
import type { AgeingFigures } from '../ipc/wire';
import { compareAmounts } from '../shared/money';

export const BUCKETS = ['current', 'd1_30', 'd31_60', 'd61_90', 'd90_plus'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The largest of the five, which the bars are measured against. */
export function longest(buckets: AgeingFigures): string {
  return BUCKETS.map((bucket) => buckets[bucket]).reduce((a, b) => (compareAmounts(a, b) < 0 ? b : a));
}
