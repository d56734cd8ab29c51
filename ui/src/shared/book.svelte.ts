/** The book on the desk: which one is open, and the acts that change it. */
import { call } from '../ipc/call';
import type { BookView, Unlock } from '../ipc/wire';
import { go } from './place.svelte';

let open = $state.raw<BookView | undefined>();
/** What the start is asked for from elsewhere: by the menu, or by a file that was opened outside. */
export type DoorAsk = { door: 'new' } | { door: 'file'; path: string };
let knock = $state.raw<DoorAsk | undefined>();
/** The book that was locked last, to be offered again first. */
let locked = $state.raw<string | undefined>();

export function openBook(): BookView | undefined {
  return open;
}

export function lockedPath(): string | undefined {
  return locked;
}

/** Opens a book and puts it on the desk. Rejects with a CallError; the desk stays as it was. */
export async function unlockBook(path: string, unlock: Unlock): Promise<BookView> {
  const book = await call('book_open', { path, unlock });
  // Another book has other clients and invoices; the same one is taken up where it was left.
  if (locked !== undefined && locked !== path) go([]);
  open = book;
  return book;
}

/** A book that was just created is already open. */
export function takeUp(book: BookView): void {
  go([]);
  open = book;
}

export async function lockBook(): Promise<void> {
  const path = open?.path;
  await call('book_close', {});
  locked = path;
  open = undefined;
}

/** The business day has turned while the book lay open. */
export function turnDay(day: string): void {
  if (open) open = { ...open, today: day };
}

/** The business goes by another name. */
export function renameBook(name: string): void {
  if (open) open = { ...open, name };
}

/** Leads to a door of the start; a book that is open is locked first. */
export async function askAtDoor(ask: DoorAsk): Promise<void> {
  if (open) await lockBook();
  knock = ask;
}

/** What the start was asked for and has not answered yet; read reactively. */
export function askedAtDoor(): DoorAsk | undefined {
  return knock;
}

export function doorAnswered(): void {
  knock = undefined;
}
