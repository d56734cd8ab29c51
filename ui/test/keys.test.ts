import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  bindKeys,
  boundKeys,
  onKeydown,
  pauseKeys,
  setSingleKeys,
  type Binding,
} from '../src/shared/keys.svelte';

let undo: (() => void)[] = [];

function bind(keys: string, run: Binding['run']): void {
  undo.push(bindKeys({ keys, label: keys, group: 'page', run }));
}

function press(
  key: string,
  init: KeyboardEventInit = {},
  target: EventTarget = document.body,
): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => addEventListener('keydown', onKeydown));
afterEach(() => {
  removeEventListener('keydown', onKeydown);
  undo.forEach((each) => each());
  undo = [];
  setSingleKeys(true);
});

describe('keys', () => {
  it('act alone and in pairs', () => {
    const [search, clients] = [vi.fn(), vi.fn()];
    bind('/', search);
    bind('g c', clients);
    expect(press('/').defaultPrevented).toBe(true);
    press('g');
    press('c');
    press('c');
    expect([search.mock.calls.length, clients.mock.calls.length]).toEqual([1, 1]);
  });

  it('let the latest binding win, and give way when it goes', () => {
    const [page, panel] = [vi.fn(), vi.fn()];
    bind('Escape', page);
    bind('Escape', panel);
    press('Escape');
    undo.pop()?.();
    press('Escape');
    expect([page.mock.calls.length, panel.mock.calls.length]).toEqual([1, 1]);
  });

  it('leave letters alone while one types, but not Escape', () => {
    const [next, close] = [vi.fn(), vi.fn()];
    bind('j', next);
    bind('Escape', close);
    const input = document.body.appendChild(document.createElement('input'));
    press('j', {}, input);
    press('Escape', {}, input);
    input.remove();
    expect([next.mock.calls.length, close.mock.calls.length]).toEqual([0, 1]);
  });

  it('of the whole window act while one types, too; undoing stays with the field', () => {
    const [palette, back] = [vi.fn(), vi.fn()];
    undo.push(bindKeys({ keys: 'Mod+k', label: 'k', group: 'window', whileTyping: true, run: palette }));
    bind('Mod+z', back);
    const input = document.body.appendChild(document.createElement('input'));
    press('k', { ctrlKey: true }, input);
    press('z', { ctrlKey: true }, input);
    input.remove();
    press('Z', { ctrlKey: true, shiftKey: true });
    expect([palette.mock.calls.length, back.mock.calls.length]).toEqual([1, 0]);
  });

  it('rest while a dialog is in front', () => {
    const next = vi.fn();
    bind('j', next);
    const resume = pauseKeys();
    press('j');
    resume();
    press('j');
    expect(next).toHaveBeenCalledTimes(1);
  });

  it('can be turned off where letters come by accident', () => {
    const [next, clients, close, back] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    bind('j', next);
    bind('g c', clients);
    bind('Escape', close);
    bind('Mod+z', back);
    setSingleKeys(false);
    press('j');
    press('g');
    press('c');
    press('Escape');
    press('z', { ctrlKey: true });
    expect([next, clients, close, back].map((each) => each.mock.calls.length)).toEqual([0, 0, 1, 1]);
  });

  it('do not take what the system or the browser owns', () => {
    const next = vi.fn();
    bind('j', next);
    expect(press('j', { ctrlKey: true }).defaultPrevented).toBe(false);
    press('j', { altKey: true });
    expect(next).not.toHaveBeenCalled();
  });

  it('are listed while they act', () => {
    bind('j', vi.fn());
    expect(boundKeys().map((each) => each.keys)).toContain('j');
    undo.pop()?.();
    expect(boundKeys().map((each) => each.keys)).not.toContain('j');
  });
});
