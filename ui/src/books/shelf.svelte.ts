/** The books this computer knows, which of them lies in front, and the ways to one that is not among them. */
import { asCallError, call, type CallError } from '../ipc/call';
import type { RecentBook, StartView } from '../ipc/wire';
import { lockedPath, takeUp, unlockBook } from '../shared/book.svelte';

function nameOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.book$/i, '');
}

export class Shelf {
  /** What the keychain said when the book in front was chosen. */
  failure = $state.raw<CallError | undefined>();
  /** What stood in the way at one of the doors. */
  doorTrouble = $state.raw<CallError | undefined>();
  /** The sample is being made or opened. */
  making = $state(false);
  /** The sample is there and does not open. */
  readonly sampleSpoilt = $derived.by(() => this.#sampleFailed && this.doorTrouble?.kind === 'book');
  readonly selected = $derived.by(
    () => this.#picked ?? this.#recent.find((book) => book.path === lockedPath()) ?? this.#recent[0],
  );
  readonly others = $derived.by(() => this.#recent.filter((book) => book.path !== this.selected?.path));

  #picked = $state.raw<RecentBook | undefined>();
  #sampleFailed = $state(false);
  readonly #recent = $derived.by(() => this.#view()?.recent ?? []);
  readonly #view: () => StartView | undefined;

  /** `view` is read reactively. Must be made while a component is set up. */
  constructor(view: () => StartView | undefined) {
    this.#view = view;
  }

  /** The sample, and whatever the keychain can open, opens at once; anything else comes to the card and asks. */
  async choose(book: RecentBook): Promise<void> {
    this.#picked = book;
    this.failure = undefined;
    this.doorTrouble = undefined;
    const asks = !book.sample && !(book.known && this.#view()?.keychain_available);
    if (!book.there || asks) return;
    try {
      await unlockBook(book.path, { by: 'keychain' });
    } catch (thrown) {
      this.failure = asCallError(thrown);
    }
  }

  /** A book at a place: one that is known, or one that was moved, copied or sent here. */
  take(path: string): Promise<void> {
    const known = this.#recent.find((book) => book.path === path);
    // A book is known by what lies inside it, so a moved or copied one may still open with the keychain. While
    // one is missed, what is found is most likely that one.
    const missed = this.selected?.there === false ? this.selected : undefined;
    // Whether it has a passphrase could not be seen while it was away: asking for it does no harm.
    const met = { name: nameOf(path), known: true, sample: false };
    const found = { ...met, ...missed, passphrase: missed !== undefined, path, there: true };
    return this.choose(known ?? found);
  }

  /** Asks where a book lies. */
  async find(): Promise<void> {
    this.doorTrouble = undefined;
    try {
      const path = await call('choose_book_file', {});
      if (path !== null) await this.take(path);
    } catch (thrown) {
      this.doorTrouble = asCallError(thrown);
    }
  }

  async trySample(afresh = false): Promise<void> {
    if (this.making) return;
    this.making = true;
    this.doorTrouble = undefined;
    try {
      takeUp(await call('sample_open', afresh ? { afresh } : {}));
    } catch (thrown) {
      this.#sampleFailed = true;
      this.doorTrouble = asCallError(thrown);
    } finally {
      this.making = false;
    }
  }
}
