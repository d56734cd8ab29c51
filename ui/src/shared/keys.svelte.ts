/**
 * Every key of the window: bound while the thing it acts on is on screen, listed on the "?" sheet.
 *
 * Single letters never act while one types, and can be turned off altogether (WCAG 2.1.4).
 */
import { recalled, remember } from './preferences';

export type KeyGroup = 'page' | 'list' | 'window' | 'go' | 'start';

export interface Binding {
  /** "j", "/", "Escape", "Mod+z", or two in a row: "g c". */
  keys: string;
  label: string;
  group: KeyGroup;
  /** Acts while one types, too: for what belongs to the window and never to a field. */
  whileTyping?: boolean;
  /** Answers false to let the key go on to whoever else may want it. */
  run: () => boolean | void;
}

const OFF = 'single-keys';
/** The second key of a pair has this long to come. */
const PAIR_MS = 1500;

let bindings = $state.raw<readonly Binding[]>([]);
/** The same, for changing it: while an effect is taken down, a state still reads as it was before. */
let held: readonly Binding[] = [];
let singleKeys = $state(recalled(OFF) !== 'off');
let pausedBy = 0;
let first: { key: string; at: number } | undefined;

/** Everything that can be pressed now, as first bound. */
export function boundKeys(): readonly Binding[] {
  return bindings;
}

export function singleKeysOn(): boolean {
  return singleKeys;
}

export function setSingleKeys(on: boolean): void {
  singleKeys = on;
  remember(OFF, on ? 'on' : 'off');
}

/** Binds keys until the returned function is called; the latest binding of a key wins. */
export function bindKeys(...added: Binding[]): () => void {
  hold([...held, ...added]);
  return () => hold(held.filter((binding) => !added.includes(binding)));
}

function hold(next: readonly Binding[]): void {
  held = next;
  bindings = next;
}

/** While a dialog is in front, the keys of what lies behind it rest. */
export function pauseKeys(): () => void {
  pausedBy += 1;
  return () => {
    pausedBy -= 1;
  };
}

/** Whether something is in front of what the keys act on. */
export function keysPaused(): boolean {
  return pausedBy > 0;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches(
      'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [role=spinbutton]',
    )
  );
}

function nameOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? `Mod+${event.shiftKey ? 'Shift+' : ''}` : '';
  return mod + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

function isSingle(keys: string): boolean {
  return keys.split(' ').every((key) => key.length === 1);
}

function runFirst(keys: string, typing: boolean): boolean {
  for (const binding of [...bindings].reverse()) {
    if (binding.keys !== keys || (typing && !binding.whileTyping)) continue;
    if (isSingle(keys) && !singleKeys) return false;
    if (binding.run() !== false) return true;
  }
  return false;
}

/** The one listener of the window. */
export function onKeydown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing || pausedBy > 0) return;
  const key = nameOf(event);
  const typing = isTyping(event.target) && key !== 'Escape';

  const started = first && event.timeStamp - first.at < PAIR_MS ? first.key : undefined;
  first = undefined;
  const done = (started !== undefined && runFirst(`${started} ${key}`, typing)) || runFirst(key, typing);
  if (done) {
    event.preventDefault();
  } else if (!typing && bindings.some((binding) => binding.keys.startsWith(`${key} `))) {
    first = { key, at: event.timeStamp };
  }
}
