import { beforeEach, expect, it, vi } from 'vitest';
import type { BookView } from '../src/ipc/wire';

const asked: string[] = [];

vi.mock('../src/ipc/host', () => ({
  send: (name: string, args: { path?: string }) => {
    asked.push(name);
    if (name === 'choose_book_file') return Promise.resolve('/elsewhere/Other.book');
    return Promise.resolve(name === 'book_open' ? ({ path: args.path, name: 'Birch' } as BookView) : null);
  },
  listen: () => Promise.resolve(),
  tell: () => Promise.resolve(),
}));

const { filesOver, hear } = await import('../src/app/shell.svelte');
const { VERBS } = await import('../src/app/verbs');
const { closeAct, openAct } = await import('../src/shared/acts.svelte');
const book = await import('../src/shared/book.svelte');
const { pauseKeys } = await import('../src/shared/keys.svelte');
const { overlay, putAway, showOverlay } = await import('../src/shared/overlay.svelte');
const { toasts } = await import('../src/shared/toasts.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');

const menu = (id: string) => hear({ kind: 'menu', id });

beforeEach(async () => {
  chooseLanguage('en');
  closeAct();
  putAway();
  book.doorAnswered();
  await book.unlockBook('/b.book', { by: 'keychain' });
  location.hash = '';
  asked.length = 0;
});

it('does what the menu says as the palette would', () => {
  menu('record_payment');
  expect(openAct()?.name).toBe('pay');
  menu('plans');
  expect(location.hash).toBe('#/plans');
  menu('palette');
  expect(overlay()).toBe('palette');
  menu('from_the_future');
  expect(overlay()).toBe('palette');
});

it('has a way for every item the shell can send', () => {
  const MENU = [
    ...['new_book', 'open_book', 'lock_book', 'import_file', 'new_client', 'new_invoice', 'record_payment'],
    ...['compose_plan', 'palette', 'today', 'clients', 'invoices', 'payments', 'plans', 'reports', 'history'],
    ...['settings', 'undo_last', 'shortcuts', 'about'],
  ];
  expect(MENU.filter((id) => !(id in VERBS))).toEqual([]);
});

it('leaves a dialog alone that somebody is typing in', () => {
  const resume = pauseKeys();
  menu('new_client');
  hear({ kind: 'dropped', paths: ['/x/open.csv'] });
  expect([openAct(), location.hash]).toEqual([undefined, '']);
  showOverlay('palette');
  menu('new_client');
  resume();
  expect([openAct()?.name, overlay()]).toEqual(['client', undefined]);
});

it('takes a dropped file to the import, one at a time, and a book to the door', async () => {
  hear({ kind: 'drag', over: true });
  expect(filesOver()).toBe(true);
  hear({ kind: 'dropped', paths: ['/x/open items.csv', '/x/more.csv'] });
  expect(filesOver()).toBe(false);
  expect(location.hash).toBe('#/import?path=%2Fx%2Fopen+items.csv');
  expect(toasts().at(-1)?.text).toBe('One file at a time: open items.csv is taken.');
  hear({ kind: 'dropped', paths: ['/x/open.csv', '/y/Lakeside.BOOK'] });
  await vi.waitFor(() => expect(book.askedAtDoor()).toEqual({ door: 'file', path: '/y/Lakeside.BOOK' }));
  expect(book.openBook()).toBeUndefined();
});

it('says that a book must be open before anything can be brought in', async () => {
  await book.lockBook();
  hear({ kind: 'dropped', paths: ['/x/open.csv'] });
  expect(toasts().at(-1)?.text).toMatch(/Open a book first/);
  menu('record_payment');
  expect(openAct()).toBeUndefined();
});

it('locks the book before it leads to another', async () => {
  menu('open_book');
  await vi.waitFor(() => expect(book.askedAtDoor()).toEqual({ door: 'file', path: '/elsewhere/Other.book' }));
  expect(asked).toEqual(['choose_book_file', 'book_close']);
});
