import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { HistoryAsk, HistoryLine } from '../src/ipc/wire';

const line = (seq: number, day: string, kind: string, facts: HistoryLine['facts']): HistoryLine => ({
  seq,
  at: `${day}T08:05:00-05:00`,
  day,
  who: 'Nora Whitfield',
  kind,
  subject: `invoice-${seq}`,
  client: 'client-1',
  what: 'The words of this entry were taken out, on request.',
  facts,
});
const invoice = (seq: number, day: string): HistoryLine =>
  line(seq, day, 'invoice_added', { number: `INV-${seq}`, total: '5280.00', currency: 'CAD', due: day });

const ALL = [
  line(403, '2026-11-17', 'payment_recorded', null),
  ...Array.from({ length: 402 }, (_, at) => invoice(402 - at, at < 201 ? '2026-11-16' : '2026-11-15')),
];
let asked: HistoryAsk[] = [];

vi.mock('../src/ipc/host', () => ({
  send: (name: string, ask: HistoryAsk) => {
    if (name === 'client_list')
      return Promise.resolve({ clients: [{ id: 'client-1', name: 'Quarry Road' }] });
    if (name === 'book_verify')
      return Promise.resolve({ history_ok: true, history_entries: ALL.length, pages_ok: true });
    asked.push(ask);
    return Promise.resolve({ history: ALL.slice(0, ask.limit) });
  },
}));

const { default: History } = await import('../src/record/History.svelte');
const { refine } = await import('../src/shared/place.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');
const user = userEvent.setup();

beforeEach(() => {
  document.body.replaceChildren();
  chooseLanguage('en');
  refine({ find: undefined, client: undefined });
  asked = [];
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(History, { target });
});

it('tells the newest first by day, whose it is, and the desk’s sentence where the facts were taken out', async () => {
  expect(await screen.findByText(/taken out, on request/)).toBeTruthy();
  expect((await screen.findAllByText('Quarry Road')).length).toBe(200);
  expect(screen.getByText('INV-402 issued').getAttribute('href')).toBe('#/invoices/invoice-402');
  expect(asked[0]).toEqual({ newest_first: true, limit: 200 });
});

it('goes back further on request, to where the book begins', async () => {
  await user.click(await screen.findByText('Show earlier entries'));
  await screen.findByText('INV-100 issued');
  await user.click(screen.getByText('Show earlier entries'));
  expect(await screen.findByText('The book begins here.')).toBeTruthy();
});

it('finds words in what is shown, and says when there are none', async () => {
  const find = await screen.findByLabelText('Find in what is shown');
  await user.type(find, 'inv-395');
  await screen.findByText('1 entry shown');
  await user.type(find, ' nowhere');
  expect(await screen.findByText('None of the 200 entries shown holds “inv-395 nowhere”.')).toBeTruthy();
});

it('proves itself', async () => {
  await user.click(await screen.findByText('Verify the history'));
  await waitFor(() => expect(screen.getByText(/^Verified: 403 entries/)).toBeTruthy());
});
