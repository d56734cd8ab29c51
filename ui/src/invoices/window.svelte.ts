/**
 * A hundred thousand invoices, a window at a time: only the pages in sight are asked for, and only a few kept.
 *
 * The desk filters, sorts and totals; here rows are just put where they belong.
 */
import { asCallError, call, type CallError } from '../ipc/call';
import type { InvoiceListAsk, InvoiceTotal, InvoiceView } from '../ipc/wire';

export const PAGE = 100;
/** Pages kept around the one in sight. */
const KEPT = 40;

export type Question = Omit<InvoiceListAsk, 'offset' | 'limit'>;

export class InvoiceWindow {
  count = $state(0);
  totals = $state.raw<readonly InvoiceTotal[]>([]);
  failure = $state.raw<CallError | undefined>();
  waiting = $state(false);
  /** False until the first answer. */
  ready = $state(false);

  #pages = $state.raw<ReadonlyMap<number, readonly InvoiceView[]>>(new Map());
  #asked = new Set<number>();
  #question: Question = {};
  /** Answers to an earlier question are not shown. */
  #turn = 0;

  /** Asks something else: what is shown stays until the first page of the answer is here. */
  ask(question: Question): Promise<void> {
    this.#question = question;
    this.#turn += 1;
    this.#asked = new Set([0]);
    return this.#fetch(0, true);
  }

  again = (): void => void this.ask(this.#question);

  row = (index: number): InvoiceView | undefined => this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];

  /** Says which rows are in sight; what is missing among them is fetched. */
  see(start: number, end: number): void {
    if (!this.ready || this.count === 0) return;
    const last = Math.floor(Math.max(start, Math.min(end, this.count) - 1) / PAGE);
    for (let page = Math.floor(start / PAGE); page <= last; page += 1) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      void this.#fetch(page, false);
    }
  }

  async #fetch(page: number, fresh: boolean): Promise<void> {
    const turn = this.#turn;
    this.waiting = true;
    try {
      const answer = await call('invoice_list', { ...this.#question, offset: page * PAGE, limit: PAGE });
      if (turn !== this.#turn) return;
      this.count = answer.total_count;
      this.totals = answer.totals;
      this.#pages = fresh ? new Map([[page, answer.invoices]]) : this.#with(page, answer.invoices);
      this.failure = undefined;
      this.ready = true;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#asked.delete(page);
      this.failure = asCallError(thrown);
    }
    this.waiting = false;
  }

  /** Adds a page and lets go of those farthest from it. */
  #with(page: number, rows: readonly InvoiceView[]): ReadonlyMap<number, readonly InvoiceView[]> {
    const near = [...this.#pages.keys()]
      .sort((a, b) => Math.abs(a - page) - Math.abs(b - page))
      .slice(0, KEPT - 1);
    this.#asked = new Set([...near, page, ...[...this.#asked].filter((each) => !this.#pages.has(each))]);
    return new Map([...near.map((each) => [each, this.#pages.get(each) ?? []] as const), [page, rows]]);
  }
}
