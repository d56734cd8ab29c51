/** What the window and the shell around it tell each other. In a plain browser there is no shell, and silence. */
import { listen, tell, type ShellEvent } from '../ipc/host';
import { askAtDoor, openBook } from '../shared/book.svelte';
import { keysPaused } from '../shared/keys.svelte';
import { go } from '../shared/place.svelte';
import { say } from '../shared/toasts.svelte';
import { language, words } from '../words/index.svelte';
import { overlay, putAway } from '../shared/overlay.svelte';
import { doVerb, isVerb } from './verbs';

let dragging = $state(false);

/** Whether files are held over the window. */
export function filesOver(): boolean {
  return dragging;
}

const isBook = (path: string) => path.toLowerCase().endsWith('.book');

/** A book is opened; anything else is looked at as something to bring in. One at a time. */
async function take(paths: readonly string[]): Promise<void> {
  const path = paths.find(isBook) ?? paths[0];
  const w = words().frame;
  if (path === undefined) return;
  if (isBook(path)) await askAtDoor({ door: 'file', path });
  else if (!openBook()) say(w.dropNeedsBook);
  else go(['import'], { path });
  if (paths.length > 1) say(w.dropOne(nameOf(path)));
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The menu acts on what lies behind a dialog only when that dialog is the window's own. */
function choose(id: string): void {
  if (!isVerb(id)) return;
  if (overlay()) putAway();
  else if (keysPaused()) return;
  void doVerb(id);
}

export function hear(event: ShellEvent): void {
  if (event.kind === 'menu') choose(event.id);
  else if (event.kind === 'drag') dragging = event.over;
  else if (event.kind === 'open_book') void take([event.path]);
  else {
    dragging = false;
    if (!keysPaused()) void take(event.paths);
  }
}

/** Keeps both sides in step while the window lives. To be called where the window is set up. */
export function keepShell(): void {
  $effect(() => {
    void listen(hear);
  });
  $effect(() => {
    void tell('shell_language', { language: language() });
  });
  $effect(() => {
    void tell('shell_book_open', { open: openBook() !== undefined });
  });
  $effect(() => {
    const told = () => void tell('shell_title', { title: document.title });
    const observer = new MutationObserver(told);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    told();
    return () => observer.disconnect();
  });
}
