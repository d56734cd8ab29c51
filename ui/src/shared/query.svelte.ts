/** Asking the desk again whenever the question or the book changes, and showing only the answer to the latest one. */
import { asCallError, call, type CallError } from '../ipc/call';
import type { CommandName, Commands } from '../ipc/wire';
import { bookChanges } from './changed.svelte';

/** Nothing is said about waiting before this; see Progress. */
export const PATIENCE_MS = 300;

export class Query<K extends CommandName> {
  /** The latest answer; it stays while a newer one is on its way. */
  data = $state.raw<Commands[K]['answer'] | undefined>();
  failure = $state.raw<CallError | undefined>();
  waiting = $state(false);

  readonly #name: K;
  readonly #args: () => Commands[K]['args'] | undefined;
  #asked = 0;

  /** `args` is read reactively; undefined asks nothing. Must be made while a component is set up. */
  constructor(name: K, args: () => Commands[K]['args'] | undefined) {
    this.#name = name;
    this.#args = args;
    $effect(() => {
      bookChanges();
      const asked = this.#args();
      if (asked) void this.#ask(asked);
    });
  }

  /** Asks the same question once more. */
  again = (): void => {
    const args = this.#args();
    if (args) void this.#ask(args);
  };

  async #ask(args: Commands[K]['args']): Promise<void> {
    const asked = (this.#asked += 1);
    this.waiting = true;
    try {
      const answer = await call(this.#name, args);
      if (asked !== this.#asked) return;
      this.data = answer;
      this.failure = undefined;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.failure = asCallError(thrown);
    }
    this.waiting = false;
  }
}
