/**
 * The machine the window runs on. The only file that imports Tauri.
 *
 * Inside the shell, commands go to Rust. In a plain browser (development, pictures) they go to the
 * same desk behind a small server, which production builds do not contain.
 */
import { Channel, invoke } from '@tauri-apps/api/core';
import type { CommandName } from './wire';

type Desk = (name: CommandName, args: object) => Promise<unknown>;

const insideShell = '__TAURI_INTERNALS__' in globalThis;

// Every command takes one value, so that its arguments keep their snake_case keys.
const shell: Desk = (name, args) => invoke(name, { args });

async function desk(): Promise<Desk> {
  if (insideShell) return shell;
  // Replaced at build time: in production this branch, and what it imports, is gone.
  if (import.meta.env.DEV || import.meta.env.MODE === 'look') return (await import('./browser')).answer;
  throw new Error('The window was opened outside the app.');
}

let chosen: Promise<Desk> | undefined;

/** Sends one command to whoever answers here. Rejects with whatever the other side said. */
export async function send(name: CommandName, args: object): Promise<unknown> {
  chosen ??= desk();
  return (await chosen)(name, args);
}

/** What the shell says of its own accord: a menu item, files dropped or dragged, a book opened from outside. */
export type ShellEvent =
  | { kind: 'menu'; id: string }
  | { kind: 'drag'; over: boolean }
  | { kind: 'dropped'; paths: string[] }
  | { kind: 'open_book'; path: string };

/** What the shell is told: what its menu and its title bar shall say, and when to end. */
export interface ShellNews {
  shell_language: { language: 'en' | 'fr' };
  shell_book_open: { open: boolean };
  shell_title: { title: string };
  shell_quit: Record<string, never>;
}

/** Hears what the shell says from now on, and what it has kept until now. A plain browser says nothing. */
export async function listen(hear: (event: ShellEvent) => void): Promise<void> {
  if (insideShell) await invoke('shell_listen', { channel: new Channel<ShellEvent>(hear) });
}

export async function tell<K extends keyof ShellNews>(name: K, args: ShellNews[K]): Promise<void> {
  if (insideShell) await invoke(name, { args });
}
