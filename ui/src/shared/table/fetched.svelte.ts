/**
 * A hundred thousand rows, a window at a time: only the pages in sight are asked for, and only a few kept.
 *
 * The desk filters, sorts and totals; here rows are just put where they belong.
 */
import { asCallError, type CallError } from '../../ipc/call';

export const PAGE = 100;
/** Pages kept around the one in sight. */
const KEPT = 16;
/** Pages asked for at a time: by the time one has come, another may be in sight. */
const AT_ONCE = 2;

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
  #coming = new Set<number>();
  #question: Question | undefined;
  /** First and last page in sight. */
  #sight: readonly [number, number] = [0, 0];
  #heading: 'down' | 'up' = 'down';
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

  /** Says which rows are in sight; what is missing among them is fetched, and the page one is heading for. */
  see(start: number, end: number): void {
    if (!this.ready || this.count === 0) return;
    const first = Math.floor(start / PAGE);
    const last = Math.floor(Math.max(start, Math.min(end, this.count) - 1) / PAGE);
    if (first !== this.#sight[0]) this.#heading = first > this.#sight[0] ? 'down' : 'up';
    this.#sight = [first, last];
    this.#bring();
  }

  /** What has gone by before its turn came is not asked for at all. */
  #bring(): void {
    for (const page of this.#wanted()) {
      if (this.#coming.size >= AT_ONCE) return;
      if (!this.#pages.has(page) && !this.#coming.has(page)) void this.#add(page);
    }
  }

  #wanted(): number[] {
    const [first, last] = this.#sight;
    const next = this.#heading === 'down' ? last + 1 : first - 1;
    const isThere = next >= 0 && next * PAGE < this.count;
    return isThere ? [...this.#inSight(), next] : this.#inSight();
  }

  #inSight(): number[] {
    const [first, last] = this.#sight;
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  #anew(): Promise<void> {
    const wanted = this.#inSight();
    this.#turn += 1;
    this.#coming.clear();
    return this.#ask(wanted, (pages) => {
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
    wanted.forEach((page) => this.#coming.add(page));
    const answered = () => {
      wanted.forEach((page) => this.#coming.delete(page));
      this.waiting = this.#coming.size > 0;
    };
    try {
      const pages = await Promise.all(
        wanted.map((page) => this.#fetch({ ...question, offset: page * PAGE, limit: PAGE })),
      );
      if (turn !== this.#turn) return;
      answered();
      this.count = pages[0]?.count ?? 0;
      this.totals = pages[0]?.totals ?? [];
      take(pages);
      if (this.#sees(wanted)) this.failure = undefined;
      this.#bring();
    } catch (thrown) {
      if (turn !== this.#turn) return;
      answered();
      // What nobody has seen yet is asked for again when it is seen.
      if (this.#sees(wanted)) this.failure = asCallError(thrown);
    }
  }

  #sees(pages: readonly number[]): boolean {
    return this.#inSight().some((page) => pages.includes(page));
  }

  /** Adds a page and lets go of those farthest from it. */
  #with(page: number, rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
    const near = [...this.#pages]
      .filter(([each]) => each !== page)
      .sort(([a], [b]) => Math.abs(a - page) - Math.abs(b - page))
      .slice(0, KEPT - 1);
    return new Map([...near, [page, rows]]);
  }
}
