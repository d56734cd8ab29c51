/**
 * A hundred thousand rows, a window at a time: only the pages in sight are asked for, and only a few kept.
 *
 * The desk filters, sorts and totals; here rows are just put where they belong.
 */
import { asCallError, type CallError } from '../../ipc/call';

export const PAGE = 100;
/** Pages kept around the one in sight. */
const KEPT = 40;

export interface Page<Row, Total> {
  count: number;
  totals: readonly Total[];
  rows: readonly Row[];
}

type Fetch<Question, Row, Total> = (
  question: Question & { offset: number; limit: number },
) => Promise<Page<Row, Total>>;

export class FetchedRows<Question extends object, Row, Total> {
  count = $state(0);
  totals = $state.raw<readonly Total[]>([]);
  failure = $state.raw<CallError | undefined>();
  waiting = $state(false);
  /** False until the first answer. */
  ready = $state(false);

  #pages = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map());
  #asked = new Set<number>();
  #question: Question | undefined;
  /** First and last page in sight. */
  #sight: readonly [number, number] = [0, 0];
  /** Answers to an earlier question are not shown. */
  #turn = 0;
  readonly #fetch: Fetch<Question, Row, Total>;

  constructor(fetch: Fetch<Question, Row, Total>) {
    this.#fetch = fetch;
  }

  /** Asks: what is shown stays until the answer is here. A new question is shown from its beginning. */
  ask(question: Question): Promise<void> {
    if (JSON.stringify(question) !== JSON.stringify(this.#question)) this.#sight = [0, 0];
    this.#question = question;
    return this.#anew();
  }

  /** Asks the same once more, for what is in sight. */
  again = (): void => void this.#anew();

  row = (index: number): Row | undefined => this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];

  /** The row that fits, if it is among those at hand. */
  find(fits: (row: Row) => boolean): Row | undefined {
    for (const page of this.#pages.values()) {
      const row = page.find(fits);
      if (row) return row;
    }
    return undefined;
  }

  /** Says which rows are in sight; what is missing among them is fetched. */
  see(start: number, end: number): void {
    if (!this.ready || this.count === 0) return;
    const last = Math.floor(Math.max(start, Math.min(end, this.count) - 1) / PAGE);
    this.#sight = [Math.floor(start / PAGE), last];
    for (const page of this.#inSight()) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      void this.#add(page);
    }
  }

  #inSight(): number[] {
    const [first, last] = this.#sight;
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  async #anew(): Promise<void> {
    const wanted = this.#inSight();
    this.#turn += 1;
    this.#asked = new Set(wanted);
    await this.#ask(wanted, (pages) => {
      this.#pages = new Map(pages.map((page, at) => [wanted[at] ?? 0, page.rows]));
      this.ready = true;
    });
  }

  #add(page: number): Promise<void> {
    return this.#ask([page], ([only]) => {
      if (only) this.#pages = this.#with(page, only.rows);
    });
  }

  async #ask(wanted: readonly number[], take: (pages: Page<Row, Total>[]) => void): Promise<void> {
    const [turn, question] = [this.#turn, this.#question];
    if (!question) return;
    this.waiting = true;
    try {
      const pages = await Promise.all(
        wanted.map((page) => this.#fetch({ ...question, offset: page * PAGE, limit: PAGE })),
      );
      if (turn !== this.#turn) return;
      this.count = pages[0]?.count ?? 0;
      this.totals = pages[0]?.totals ?? [];
      take(pages);
      this.failure = undefined;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      wanted.forEach((page) => this.#asked.delete(page));
      this.failure = asCallError(thrown);
    }
    this.waiting = false;
  }

  /** Adds a page and lets go of those farthest from it. */
  #with(page: number, rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
    const near = [...this.#pages.keys()]
      .filter((each) => each !== page)
      .sort((a, b) => Math.abs(a - page) - Math.abs(b - page))
      .slice(0, KEPT - 1);
    this.#asked = new Set([...near, page, ...[...this.#asked].filter((each) => !this.#pages.has(each))]);
    return new Map([...near.map((each) => [each, this.#pages.get(each) ?? []] as const), [page, rows]]);
  }
}
