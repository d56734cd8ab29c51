/** Recording what bank lines pay, and taking it back: one at a time, each with its way back. */
import { call, type CallError } from '../ipc/call';
import type { BankLineView, BankMatch, BankSuggestion } from '../ipc/wire';
import { bookChanged } from '../shared/changed.svelte';
import { doing } from '../shared/doing';
import { amount, many } from '../shared/format.svelte';
import { isZero, sumOf } from '../shared/money';
import { say } from '../shared/toasts.svelte';
import { Work } from '../shared/work.svelte';
import { words } from '../words/index.svelte';
import { isMatched, matchesFor, sumText, whoOf } from './lines';

interface Because {
  reason?: string;
}
type Act = (because: Because) => Promise<void>;

export class Matching {
  readonly work = new Work();
  /** What was refused because its day is closed, until a reason is given. */
  closed = $state.raw<Act | undefined>();

  get failure(): CallError | undefined {
    return this.closed ? undefined : this.work.failure;
  }

  /** Records a line for what a suggestion names. */
  take(line: BankLineView, suggestion: BankSuggestion): Promise<void> {
    if (suggestion.exact) return this.takeExact([line]);
    return this.#match(line, matchesFor(line, suggestion), suggestion.payment !== undefined);
  }

  /** Records a line for what was chosen by hand. */
  takeFor(line: BankLineView, ask: Pick<BankMatch, 'invoices' | 'client'>): Promise<void> {
    return this.#match(line, [{ ...ask, line: line.id }]);
  }

  /** Records all these lines at once, each for the one thing that leaves no doubt. */
  takeExact(lines: readonly BankLineView[]): Promise<void> {
    const ids = lines.map((line) => line.id);
    if (ids.length === 0) return Promise.resolve();
    return this.#do(async (because) => {
      const w = words().bank;
      await call('bank_match_exact', { lines: ids, ...because });
      bookChanged();
      const sum = `${amount(sumOf(lines.map((line) => line.left)) ?? '')} ${lines[0]?.currency ?? ''}`;
      say(w.recorded(ids.length, many(ids.length), sum), {
        undo: () => void doing(() => this.#undo(ids, because)),
      });
    });
  }

  /** What a line paid is open again. */
  takeBack(line: BankLineView): Promise<void> {
    return this.#do(async (because) => {
      const w = words().bank;
      await call('bank_unmatch', { lines: [line.id], ...because });
      bookChanged();
      say(w.takenBack(sumText(line), whoOf(line, w)));
    });
  }

  /** What waited goes on with its reason. Rejects with what is then in its way. */
  async goOn(reason: string): Promise<void> {
    const act = this.closed;
    if (!act) return;
    await act({ reason });
    this.work.failure = undefined;
  }

  putAway(): void {
    this.closed = undefined;
    this.work.failure = undefined;
  }

  #match(line: BankLineView, asks: readonly BankMatch[], tied = false): Promise<void> {
    return this.#do(async (because) => {
      const w = words().bank;
      const payments: string[] = [];
      let after = line;
      try {
        for (const ask of asks) {
          const matches = await call('bank_match', { ...ask, ...because });
          payments.push(...matches.payments);
          after = matches.lines[0] ?? after;
        }
      } finally {
        if (payments.length > 0) bookChanged();
      }
      // What the line had paid before stays when this is undone; a payment that was in the book before it is never
      // taken back with it.
      const undo = isMatched(line)
        ? () => this.#reverse(payments, because)
        : () => this.#undo([line.id], because);
      const canUndo = !(tied && isMatched(line));
      const who = whoOf(line, w);
      const text = isZero(after.left)
        ? w.taken(who)
        : w.takenPart(who, `${amount(after.left)} ${line.currency}`);
      say(text, canUndo ? { undo: () => void doing(undo) } : {});
    });
  }

  async #undo(lines: string[], because: Because): Promise<void> {
    await call('bank_unmatch', { lines, ...because });
    bookChanged();
    say(words().bank.undone(lines.length, many(lines.length)));
  }

  async #reverse(payments: readonly string[], because: Because): Promise<void> {
    for (const payment of payments) await call('payment_reverse', { payment, ...because });
    bookChanged();
    say(words().bank.undone(1, many(1)));
  }

  async #do(act: Act): Promise<void> {
    if (this.work.busy) return;
    await this.work.run(() => act({}));
    if (this.work.failure?.code === 'day_closed') this.closed = act;
  }
}
