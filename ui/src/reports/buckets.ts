import type { AgeingFigures } from '../ipc/wire';

/** The five ages of a debt, youngest first. */
export const BUCKETS = ['current', 'd1_30', 'd31_60', 'd61_90', 'd90_plus'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** What a book comes to in one currency, and what of it is late. */
export type Sums = AgeingFigures & { overdue: string };
