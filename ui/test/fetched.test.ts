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
  it('asks for the first pages, then for those in sight and the next one, each once', async () => {
    const list = rows();
    await list.ask({});
    expect([list.count, list.row(0)?.number]).toEqual([TOTAL, '0']);
    await vi.waitFor(() => expect(list.row(PAGE)?.number).toBe('100'));
    list.see(49_990, 50_030);
    list.see(49_995, 50_035);
    await vi.waitFor(() => expect(list.row(50_010)?.number).toBe('50010'));
    await vi.waitFor(() => expect(list.row(50_100)?.number).toBe('50100'));
    expect(asked.map((ask) => ask.offset)).toEqual([0, 100, 49_900, 50_000, 50_100]);
    expect(list.row(2 * PAGE)).toBeUndefined();
    expect(list.find(({ number }) => number === '50010')).toBe(list.row(50_010));
  });

  it('does not ask for what has gone by before its turn came, and looks ahead the way one is heading', async () => {
    const list = rows();
    await list.ask({});
    await vi.waitFor(() => expect(list.row(PAGE)).toBeDefined());
    const late: (() => void)[] = [];
    const slowly = (ask: Ask) => new Promise<Answer>((done) => late.push(() => done(plenty(ask))));
    answers = [slowly, slowly];
    for (const from of [60_000, 50_000, 40_000, 30_000, 20_000]) list.see(from, from + 10);
    late.forEach((now) => now());
    await vi.waitFor(() => expect(list.row(19_950)).toBeDefined());
    expect(asked.slice(2).map((ask) => ask.offset)).toEqual([60_000, 60_100, 20_000, 19_900]);
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
    await vi.waitFor(() => expect(list.row(PAGE)).toBeDefined());
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shell rejects with plain objects
    const broken = () => Promise.reject({ code: 'disk_failed', kind: 'machine', message: 'gone' });
    answers = [broken, broken];
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
    expect(asked.map((ask) => ask.offset).slice(-2)).toEqual([5_000, 5_100]);
  });

  it('holds only so many pages, however far one scrolls', async () => {
    const list = rows();
    await list.ask({});
    for (let page = 1; page < 80; page += 1) {
      list.see(page * PAGE, page * PAGE + 10);
      await vi.waitFor(() => expect(list.row(page * PAGE)).toBeDefined(), { interval: 1 });
    }
    const held = Array.from({ length: 80 }, (_, page) => list.row(page * PAGE)).filter(Boolean);
    expect(held.length).toBeLessThanOrEqual(16);
    list.see(0, 10);
    await vi.waitFor(() => expect(list.row(0)?.number).toBe('0'));
  });
});
