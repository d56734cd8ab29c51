/** Who signed the last paper: offered again while the book stays open, and never kept. */
import { openBook } from '../shared/book.svelte';

let last = $state.raw<{ book: string | undefined; name: string }>({ book: undefined, name: '' });

export function signer(): string {
  return last.book === openBook()?.path ? last.name : '';
}

export function rememberSigner(name: string): void {
  last = { book: openBook()?.path, name };
}
