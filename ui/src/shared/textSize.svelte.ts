/** How large everything is set. At 100 the system's own text size holds, whatever it is. */
import { recalled, remember } from './preferences';

export const TEXT_SIZES = ['100', '115', '130', '150', '200'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const KEY = 'text-size';

let chosen = $state<TextSize>(TEXT_SIZES.find((size) => size === recalled(KEY)) ?? '100');

function apply(): void {
  if (chosen === '100') document.documentElement.style.removeProperty('font-size');
  else document.documentElement.style.fontSize = `${chosen}%`;
}

export function textSize(): TextSize {
  return chosen;
}

export function chooseTextSize(next: TextSize): void {
  chosen = next;
  remember(KEY, next);
  apply();
}

/** Called once, before the first paint. */
export function keepTextSize(): void {
  if (chosen !== '100') apply();
}
