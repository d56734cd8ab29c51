/** Acts on the thing one looks at, each with its letter: the same on a button, in a menu and on the keyboard. */
import type { Binding } from './keys.svelte';

export interface LetteredAct {
  keys: string;
  label: string;
  onselect: () => void;
  /** Why not now, in words. */
  disabled?: string | undefined;
}

/** The letters of what can be done now. */
export function keysOf(acts: readonly LetteredAct[]): Binding[] {
  return acts
    .filter((each) => each.disabled === undefined)
    .map(({ keys, label, onselect: run }) => ({ keys, label, group: 'page', run }));
}
