import { currentLocale } from '../shared/format.svelte';

/** 0.363 as "36.3%" or « 36,3 % ». */
export function percent(share: number, decimals = 0): string {
  return new Intl.NumberFormat(currentLocale(), {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(share);
}
