import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FetchedRows, PAGE } from '../src/shared/table/fetched.svelte';

interface Ask {
  search?: string;
  offset: number;
  limit: number;
}
interface Row {
  number: string;
}
type Answer = { count: number; totals: string[]; rows: Row[] };

const TOTAL = 100_000;
const asked: Ask[] = [];
let answers: ((ask: Ask) => Promise<Answer>)[] = [];

function plenty({ offset, limit, search = '' }: Ask): Promise<Answer> {
  const rows = Array.from({ length: limit }, (_, at) => ({ number: `${search}${offset + at}` }));
  return Promise.resolve({ count: TOTAL, totals: [], rows });
}

const rows = () =>
  new FetchedRows<{ search?: string }, Row, string>((ask) => {
    asked.push(ask);
    return (answers.shift() ?? plenty)(ask);
  });

beforeEach(() => {
  asked.length = 0;
  answers = [];
});

describe('a window on many rows', () => {
  it('asks for the first page only, then for the pages in sight, each once', async () => {
    const list = rows();
    await list.ask({});
    expect([list.count, asked.length, list.row(0)?.number]).toEqual([TOTAL, 1, '0']);
    list.see(49_990, 50_030);
    list.see(49_995, 50_035);
    await vi.waitFor(() => expect(list.row(50_010)?.number).toBe('50010'));
    expect(asked.map((ask) => ask.offset)).toEqual([0, 49_900, 50_000]);
    expect(list.row(PAGE + 1)).toBeUndefined();
    expect(list.find(({ number }) => number === '50010')).toBe(list.row(50_010));
  });

  it('does not show the answer to a question that has been replaced', async () => {
    let late: (() => void) | undefined;
    answers = [(ask) => new Promise((done) => (late = () => done(plenty(ask))))];
    const list = rows();
    const first = list.ask({ search: 'old ' });
    await list.ask({ search: 'new ' });
    late?.();
    await first;
    expect(list.row(0)?.number).toBe('new 0');
  });

  it('keeps what is shown when a later page fails, and asks for it again when it is seen again', async () => {
    const list = rows();
    await list.ask({});
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shell rejects with plain objects
    answers = [() => Promise.reject({ code: 'disk_failed', kind: 'machine', message: 'gone' })];
    list.see(500, 520);
    await vi.waitFor(() => expect(list.failure?.code).toBe('disk_failed'));
    expect(list.row(0)?.number).toBe('0');
    list.see(500, 520);
    await vi.waitFor(() => expect(list.row(510)?.number).toBe('510'));
    expect(list.failure).toBeUndefined();
  });

  it('asks anew for what is in sight when the book has changed, and leaves nothing blank meanwhile', async () => {
    const list = rows();
    await list.ask({});
    list.see(5_000, 5_020);
    await vi.waitFor(() => expect(list.row(5_010)).toBeDefined());
    let now: (() => void) | undefined;
    answers = [(ask) => new Promise((done) => (now = () => done(plenty({ ...ask, search: 'changed ' }))))];
    const again = list.ask({});
    expect(list.row(5_010)?.number).toBe('5010');
    now?.();
    await again;
    expect(list.row(5_010)?.number).toBe('changed 5010');
    expect(asked.at(-1)?.offset).toBe(5_000);
  });

  it('holds only so many pages, however far one scrolls', async () => {
    const list = rows();
    await list.ask({});
    for (let page = 1; page < 80; page += 1) {
      list.see(page * PAGE, page * PAGE + 10);
      await vi.waitFor(() => expect(list.row(page * PAGE)).toBeDefined(), { interval: 1 });
    }
    const held = Array.from({ length: 80 }, (_, page) => list.row(page * PAGE)).filter(Boolean);
    expect(held.length).toBeLessThanOrEqual(40);
    list.see(0, 10);
    await vi.waitFor(() => expect(list.row(0)?.number).toBe('0'));
  });
});
