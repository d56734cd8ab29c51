/**
 * Everything the window can do from anywhere, by name. The native menu, the palette and the keys all come
 * here, so that one thing is done in one way only.
 */
import { asCallError, call } from '../ipc/call';
import { tell } from '../ipc/host';
import { act } from '../shared/acts.svelte';
import { askAtDoor, lockBook, openBook } from '../shared/book.svelte';
import { go } from '../shared/place.svelte';
import { say, undoLast } from '../shared/toasts.svelte';
import { words } from '../words/index.svelte';
import { sayTrouble } from '../words/trouble';
import { showOverlay } from '../shared/overlay.svelte';
import { SCREENS, type ScreenId } from './places';

export type VerbId =
  | 'new_book'
  | 'open_book'
  | 'lock_book'
  | 'import_file'
  | 'new_client'
  | 'new_invoice'
  | 'record_payment'
  | 'compose_plan'
  | 'print_letters'
  | 'export_book'
  | 'palette'
  | 'undo_last'
  | 'shortcuts'
  | 'about'
  | 'quit'
  | Exclude<ScreenId, 'import'>;

interface Verb {
  run: () => unknown;
  /** Its key wherever one is, also while one types. */
  keys?: string;
  /** Makes sense only with a book open. */
  inBook: boolean;
}

async function chooseBook(): Promise<void> {
  const path = await call('choose_book_file', {});
  if (path !== null) await askAtDoor({ door: 'file', path });
}

export async function lock(): Promise<void> {
  const name = openBook()?.name;
  if (name === undefined) return;
  await lockBook();
  say(words().frame.locked(name));
}

/** A place is a verb, too: to go there. */
const PLACES = Object.fromEntries(
  SCREENS.map(({ id }) => [id, { run: () => go([id]), inBook: true }]),
) as Record<ScreenId, Verb>;

export const VERBS: Readonly<Record<VerbId, Verb>> = {
  ...PLACES,
  settings: { ...PLACES.settings, keys: 'Mod+,' },
  new_book: { run: () => askAtDoor({ door: 'new' }), inBook: false },
  open_book: { run: chooseBook, keys: 'Mod+o', inBook: false },
  lock_book: { run: lock, keys: 'Mod+l', inBook: true },
  import_file: { run: () => go(['import']), keys: 'Mod+i', inBook: true },
  new_client: { run: () => act('client'), inBook: true },
  new_invoice: { run: () => act('invoice'), inBook: true },
  record_payment: { run: () => act('pay'), inBook: true },
  compose_plan: { run: () => go(['compose']), inBook: true },
  print_letters: { run: () => act('letters'), inBook: true },
  export_book: { run: () => act('export'), inBook: true },
  palette: { run: () => showOverlay('palette'), keys: 'Mod+k', inBook: true },
  undo_last: { run: undoLast, inBook: true },
  shortcuts: { run: () => showOverlay('keys'), inBook: false },
  about: { run: () => go(['about']), inBook: true },
  quit: { run: () => tell('shell_quit', {}), keys: 'Mod+q', inBook: false },
};

export function isVerb(id: string): id is VerbId {
  return Object.hasOwn(VERBS, id);
}

/** Does it, unless there is no book to do it in; what goes wrong is said. */
export async function doVerb(id: VerbId): Promise<void> {
  const verb = VERBS[id];
  if (verb.inBook && !openBook()) return;
  try {
    await verb.run();
  } catch (thrown) {
    say(sayTrouble(asCallError(thrown), words()).sentence);
  }
}
