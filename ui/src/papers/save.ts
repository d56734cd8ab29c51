/** A copy of a paper as a file: the system asks where, the book keeps its own. */
import { call } from '../ipc/call';
import { doing } from '../shared/doing';
import { say } from '../shared/toasts.svelte';
import { words } from '../words/index.svelte';
import { fileName } from './names';

export interface Saveable {
  /** `document-3`. */
  id: string;
  kind: string;
  client: string;
  on: string;
}

/** `open` shows the copy in the system's own viewer. Cancelling the dialog says nothing. */
export function savePaper(paper: Saveable, open = false): Promise<void> {
  return doing(async () => {
    const saved = await call('save_document', {
      document: paper.id,
      suggested_name: fileName(paper),
      open,
    });
    if (saved) say(words().papers.saved(saved.path.split(/[\\/]/).at(-1) ?? saved.path));
  });
}
