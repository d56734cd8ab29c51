/** Amounts with their currency's mark and rates, in the reader's own way. */
import { amount, currentLocale } from '../shared/format.svelte';
import { words } from '../words/index.svelte';

const FIGURES = ['integer', 'group', 'decimal', 'fraction'];

/** "$8,670.00", "8 670,00 $": only the mark and its place are learnt from Intl, the digits are the desk's. */
export function priced(text: string, currency: string): string {
  const parts = new Intl.NumberFormat(currentLocale(), { style: 'currency', currency }).formatToParts(0);
  return parts
    .map(({ type, value }) => (type === 'integer' ? amount(text) : FIGURES.includes(type) ? '' : value))
    .join('');
}

export function percent(rate: string): string {
  return words().plans.percent(amount(rate));
}
