import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { InvoiceListAsk, InvoiceView } from '../src/ipc/wire';

const asked: InvoiceListAsk[] = [];
let answers: ((ask: InvoiceListAsk) => Promise<unknown>)[] = [];

vi.mock('../src/ipc/host', () => ({
  send: (_: string, ask: InvoiceListAsk) => {
    asked.push(ask);
    return (answers.shift() ?? plenty)(ask);
  },
}));

const TOTAL = 100_000;

function plenty({ offset = 0, limit = 0, search = '' }: InvoiceListAsk): Promise<unknown> {
  const invoices = Array.from(
    { length: limit },
    (_, at) => ({ number: `${search}${offset + at}` }) as InvoiceView,
  );
  return Promise.resolve({ as_of: '2026-11-17', total_count: TOTAL, totals: [], invoices });
}

const { InvoiceWindow, PAGE } = await import('../src/invoices/window.svelte');

beforeEach(() => {
  asked.length = 0;
  answers = [];
});

describe('a window on many invoices', () => {
  it('asks for the first page only, then for the pages in sight, each once', async () => {
    const invoices = new InvoiceWindow();
    await invoices.ask({});
    expect([invoices.count, asked.length, invoices.row(0)?.number]).toEqual([TOTAL, 1, '0']);
    invoices.see(49_990, 50_030);
    invoices.see(49_995, 50_035);
    await vi.waitFor(() => expect(invoices.row(50_010)?.number).toBe('50010'));
    expect(asked.map((ask) => ask.offset)).toEqual([0, 49_900, 50_000]);
    expect(invoices.row(PAGE + 1)).toBeUndefined();
  });

  it('does not show the answer to a question that has been replaced', async () => {
    let late: (() => void) | undefined;
    answers = [(ask) => new Promise((done) => (late = () => done(plenty(ask))))];
    const invoices = new InvoiceWindow();
    const first = invoices.ask({ search: 'old ' });
    await invoices.ask({ search: 'new ' });
    late?.();
    await first;
    expect(invoices.row(0)?.number).toBe('new 0');
  });

  it('keeps what is shown when a later page fails, and asks for it again when it is seen again', async () => {
    const invoices = new InvoiceWindow();
    await invoices.ask({});
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shell rejects with plain objects
    answers = [() => Promise.reject({ code: 'disk_failed', kind: 'machine', message: 'gone' })];
    invoices.see(500, 520);
    await vi.waitFor(() => expect(invoices.failure?.code).toBe('disk_failed'));
    expect(invoices.row(0)?.number).toBe('0');
    invoices.see(500, 520);
    await vi.waitFor(() => expect(invoices.row(510)?.number).toBe('510'));
    expect(invoices.failure).toBeUndefined();
  });

  it('holds only so many pages, however far one scrolls', async () => {
    const invoices = new InvoiceWindow();
    await invoices.ask({});
    for (let page = 1; page < 80; page += 1) {
      invoices.see(page * PAGE, page * PAGE + 10);
      await vi.waitFor(() => expect(invoices.row(page * PAGE)).toBeDefined(), { interval: 1 });
    }
    const held = Array.from({ length: 80 }, (_, page) => invoices.row(page * PAGE)).filter(Boolean);
    expect(held.length).toBeLessThanOrEqual(40);
    invoices.see(0, 10);
    await vi.waitFor(() => expect(invoices.row(0)?.number).toBe('0'));
  });
});
