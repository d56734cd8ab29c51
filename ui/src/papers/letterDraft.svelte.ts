/** A letter while it is prepared: what was chosen, and what the desk is asked for. */
import type { LetterAsk } from '../ipc/wire';
import { Query } from '../shared/query.svelte';
import { Rested } from '../shared/rested.svelte';
import type { LetterKind, Step, Tone } from './letters';
import { signer } from './signer.svelte';

export class LetterDraft {
  /** Empty as things stand. */
  step = $state<Step | ''>('');
  tone = $state<Tone | ''>('');
  /** Empty until chosen by hand. */
  answerBy = $state('');
  greeting = $state('');
  posted = $state(false);
  readonly preview: Query<'letter_preview'>;
  readonly #rested: Rested<LetterAsk>;
  readonly #about: () => { kind: LetterKind; about: string };

  /** Must be made while a component is set up; `about` is read reactively. */
  constructor(about: () => { kind: LetterKind; about: string }) {
    this.#about = about;
    // That it is posted changes no word of it.
    this.#rested = new Rested(() => ({ ...this.ask, posted: false }));
    this.preview = new Query('letter_preview', () => this.#rested.value);
  }

  get ask(): LetterAsk {
    const [greeting, signedBy] = [this.greeting.trim(), signer().trim()];
    return {
      ...this.#about(),
      ...(this.step && { step: this.step }),
      ...(this.tone && { tone: this.tone }),
      ...(this.answerBy && { answer_by: this.answerBy }),
      ...(greeting && { greeting }),
      ...(signedBy && { signed_by: signedBy }),
      posted: this.posted,
    };
  }

  /** What is drawn is what would be kept. */
  get ready(): boolean {
    return (
      this.#rested.isResting &&
      !this.preview.waiting &&
      this.preview.failure === undefined &&
      this.preview.data !== undefined
    );
  }
}
