/** Light, dark, or as the system. The document always carries the resolved one, so styles have one switch. */
import { recalled, remember } from './preferences';

export type Theme = 'light' | 'dark' | 'system';

const KEY = 'theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function asTheme(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}

let chosen = $state<Theme>(asTheme(recalled(KEY)));

function apply(): void {
  const dark = chosen === 'dark' || (chosen === 'system' && systemDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export function theme(): Theme {
  return chosen;
}

export function chooseTheme(next: Theme): void {
  chosen = next;
  remember(KEY, next);
  apply();
}

/** Called once, before the first paint. */
export function keepTheme(): void {
  systemDark.addEventListener('change', apply);
  apply();
}
