/**
 * The machine the window runs on. The only file that imports Tauri.
 *
 * Inside the shell, commands go to Rust. In a plain browser (development, tests, pictures) they go to a
 * made-up desk, which production builds do not contain.
 */
import { invoke } from '@tauri-apps/api/core';
import type { CommandName } from './wire';

type Desk = (name: CommandName, args: object) => Promise<unknown>;

const insideShell = '__TAURI_INTERNALS__' in globalThis;

// Every command takes one value, so that its arguments keep their snake_case keys.
const shell: Desk = (name, args) => invoke(name, { args });

async function desk(): Promise<Desk> {
  if (insideShell) return shell;
  // Replaced at build time: in production this whole branch, and the made-up desk with it, is gone.
  if (import.meta.env.DEV || import.meta.env.MODE === 'look') {
    return (await import('./fake')).answer;
  }
  throw new Error('The window was opened outside the app.');
}

let chosen: Promise<Desk> | undefined;

/** Sends one command to whoever answers here. Rejects with whatever the other side said. */
export async function send(name: CommandName, args: object): Promise<unknown> {
  chosen ??= desk();
  return (await chosen)(name, args);
}
