/** What is typed, once it holds still: the first value at once, later ones after a moment of rest. */
import { untrack } from 'svelte';

const REST_MS = 250;

export class Rested<T> {
  /** The value that held still last. */
  value = $state.raw<T | undefined>();
  readonly isResting: boolean;
  #text = $state<string | undefined>();

  /** Must be made while a component is set up; `source` is read reactively. */
  constructor(source: () => T | undefined) {
    // By content: the same question in a new object is no new question.
    const now = $derived<string | undefined>(JSON.stringify(source()));
    this.isResting = $derived(now === this.#text);
    $effect(() => {
      const text = now;
      const settle = () => {
        this.#text = text;
        this.value = untrack(source);
      };
      if (text === undefined || untrack(() => this.#text) === undefined) return settle();
      const timer = setTimeout(settle, REST_MS);
      return () => clearTimeout(timer);
    });
  }
}
