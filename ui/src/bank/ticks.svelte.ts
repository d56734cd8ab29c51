/** Which lines go in together: those that leave no doubt are ticked beforehand, and can be unticked. */
import type { BankLineView } from '../ipc/wire';
import type { Selection } from '../shared/table/columns';
import { exactOf, saidOf } from './lines';

export class Ticks {
  #unticked = $state.raw<ReadonlySet<string>>(new Set());
  readonly #lines: () => readonly BankLineView[];
  readonly #sure = $derived.by(() => this.#lines().filter((line) => exactOf(line) !== undefined));
  readonly ticked = $derived.by(() => this.#sure.filter((line) => !this.#unticked.has(line.id)));

  /** `lines` is read reactively. */
  constructor(lines: () => readonly BankLineView[]) {
    this.#lines = lines;
  }

  has(line: BankLineView): boolean {
    return exactOf(line) !== undefined && !this.#unticked.has(line.id);
  }

  set = (line: BankLineView, on: boolean): void => {
    const others = [...this.#unticked].filter((id) => id !== line.id);
    this.#unticked = new Set(on ? others : [...others, line.id]);
  };

  /** The column of checkboxes; nothing where no line can be ticked. */
  get selection(): Selection<BankLineView> | undefined {
    const [sure, ticked] = [this.#sure, this.ticked];
    if (sure.length === 0) return undefined;
    return {
      isChosen: (line) => this.has(line),
      offers: (line) => exactOf(line) !== undefined,
      choose: this.set,
      all: ticked.length === sure.length ? true : ticked.length > 0 && 'some',
      chooseAll: (on) => (this.#unticked = new Set(on ? [] : sure.map((line) => line.id))),
      name: (line) => [line.payer, saidOf(line), line.date].filter(Boolean).join(', '),
    };
  }
}
