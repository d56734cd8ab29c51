/** The five ages of a debt, youngest first, and what of it is late. */
import { sumOf } from '../shared/money';

export const BUCKETS = ['current', 'd1_30', 'd31_60', 'd61_90', 'd90_plus'] as const;
export type Bucket = (typeof BUCKETS)[number];

const LATE = BUCKETS.slice(1);

/** The late columns of one line together, digit by digit as the desk gave them. */
export function overdueOf(figures: Readonly<Record<Bucket, string>>): string {
  return sumOf(LATE.map((bucket) => figures[bucket])) ?? '0';
}
