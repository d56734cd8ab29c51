/** A word of the book that is kept as one leaves its field, and can be put back. */
import { asCallError, type CallError } from '../ipc/call';
import { bookChanged } from '../shared/changed.svelte';
import { doing } from '../shared/doing';
import { say } from '../shared/toasts.svelte';
import { words } from '../words/index.svelte';
import { sayTrouble } from '../words/trouble';

/** Writes, says so, and offers the way back. Rejects if the book refuses. */
export async function keep(
  what: string,
  write: () => Promise<unknown>,
  back: () => Promise<unknown>,
): Promise<void> {
  await write();
  bookChanged();
  say(words().settings.kept(what), {
    undo: () =>
      void doing(async () => {
        await back();
        bookChanged();
      }),
  });
}

export class Kept {
  /** What stands in the field; whatever the book says until one types. */
  typed = $derived.by(() => this.#value());
  #refusal = $state.raw<CallError | undefined>();
  readonly #value: () => string;
  readonly #write: (text: string) => Promise<unknown>;
  readonly #name: () => string;

  /** `value` is what the book says now, read reactively. Must be made while a component is set up. */
  constructor(value: () => string, write: (text: string) => Promise<unknown>, name: () => string) {
    this.#value = value;
    this.#write = write;
    this.#name = name;
  }

  /** What is wrong with what stands there; it stays until it is mended or put back. */
  get error(): string | undefined {
    if (!this.#refusal) return undefined;
    const said = sayTrouble(this.#refusal, words());
    return [said.sentence, said.next].filter(Boolean).join(' ');
  }

  /** To be called as the field is left. */
  leave = async (): Promise<void> => {
    const [before, next] = [this.#value(), this.typed.trim()];
    this.#refusal = undefined;
    if (next === before) return;
    try {
      await keep(
        this.#name(),
        () => this.#write(next),
        () => this.#write(before),
      );
    } catch (thrown) {
      this.#refusal = asCallError(thrown);
    }
  };

  /** Back to what the book says. */
  putBack = (): void => {
    this.#refusal = undefined;
    this.typed = this.#value();
  };
}
