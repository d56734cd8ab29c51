/** What is filled in and handed to the desk: what is still missing, what was refused, and where that is said. */
import { asCallError, type CallError } from '../ipc/call';
import { words } from '../words/index.svelte';
import { sayTrouble } from '../words/trouble';

export type FieldErrors<Field extends string> = Partial<Record<Field, string | undefined>>;

export class Form<Field extends string> {
  busy = $state(false);
  /** What the desk said, unless it stands under a field. */
  readonly trouble = $derived.by(() => (this.#refused() ? undefined : this.#failure));
  /** What is wrong, by field; nothing before the first attempt. */
  readonly errors = $derived.by<FieldErrors<Field>>(() => {
    const errors: FieldErrors<Field> = this.#tried ? { ...this.#missing() } : {};
    const refused = this.#refused();
    if (refused) errors[refused.field] ??= refused.sentence;
    return errors;
  });

  #tried = $state(false);
  #failure = $state.raw<CallError | undefined>();
  readonly #fields: readonly Field[];
  readonly #missing: () => FieldErrors<Field>;

  /** `fields` are those on the page, as the desk calls them; `missing` is read reactively. */
  constructor(fields: readonly Field[], missing: () => FieldErrors<Field> = () => ({})) {
    this.#fields = fields;
    this.#missing = missing;
  }

  /** Whether it was done; if not, the form says why. */
  async send(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.#tried = true;
    this.#failure = undefined;
    if (Object.values(this.#missing()).some(Boolean)) return false;
    this.busy = true;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.#failure = asCallError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #refused(): { field: Field; sentence: string } | undefined {
    const failure = this.#failure;
    const field = this.#fields.find((each) => each === failure?.field);
    if (!failure || field === undefined) return undefined;
    const said = sayTrouble(failure, words());
    return { field, sentence: [said.sentence, said.next].filter(Boolean).join(' ') };
  }
}
