import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { BookView, TodayItem, TodayView } from '../src/ipc/wire';

const BOOK = {
  path: '/b.book',
  name: 'Birch & Ferry',
  currency: 'CAD',
  locale: 'en-CA',
  today: '2026-11-17',
} as BookView;

const late = (n: number, client: string): TodayItem => ({
  id: `late ${n}`,
  group: 'late',
  kind: 'newly_late',
  client,
  client_id: `client-${n}`,
  amount: '4520.00',
  currency: 'CAD',
  days_late: 14,
  since: '2026-11-03',
  invoices: ['INV-1209'],
  words: 0,
});
const GRACE: TodayItem = {
  id: 'plan PP-2026-0002',
  group: 'plans',
  kind: 'instalment_in_grace',
  client: 'Fernhill Veterinary Clinic',
  client_id: 'client-9',
  amount: '720.00',
  currency: 'CAD',
  plan: 'PP-2026-0002',
  n: 8,
  of: 10,
  due: '2026-11-12',
  until: '2026-11-19',
};
const STEPS = { particulars: true, pay_to: true, clients: true, invoices: true, policy: true, papers: true };
const QUIET: TodayView = {
  as_of: '2026-11-17',
  totals: [{ currency: 'CAD', owed: '31000.00', overdue: '28148.00', due_this_week: '8291.00' }],
  items: [],
  more: {},
  held: [],
  held_more: 0,
  first_steps: STEPS,
};
let view: TodayView;

vi.mock('../src/ipc/host', () => ({
  send: (name: string, args: { client?: string }) => {
    if (name === 'today') return Promise.resolve(view);
    if (name === 'book_open') return Promise.resolve(BOOK);
    if (name === 'plan_show') return Promise.resolve({ as_of: view.as_of, plans: [] });
    return Promise.resolve({
      id: args.client,
      invoices: [],
      contacts: [],
      credit: {},
      balance: { CAD: '4520.00' },
    });
  },
}));

const { default: Day } = await import('./Day.svelte');
const { openAct, closeAct } = await import('../src/shared/acts.svelte');
const { unlockBook } = await import('../src/shared/book.svelte');
const { bookChanged } = await import('../src/shared/changed.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');

const user = userEvent.setup();
const current = () => document.querySelector('[aria-current="true"] b')?.textContent;

beforeEach(async () => {
  localStorage.clear();
  chooseLanguage('en');
  location.hash = '';
  closeAct();
  view = QUIET;
  await unlockBook(BOOK.path, { by: 'keychain' });
});

it('says who needs somebody today, and why, in words', async () => {
  view = { ...QUIET, items: [GRACE, late(1, 'Lakeshore Dental')], more: { late: 3 } };
  render(Day);
  const row = await screen.findByRole('link', { name: /Lakeshore Dental/ });
  expect(row.textContent).toMatch(/INV-1209 fell due on 3\s+November\. .*14 days late/);
  expect(screen.getByRole('link', { name: /Fernhill/ }).textContent).toMatch(/in grace to Thu 19\sNov/);
  expect(screen.getByRole('link', { name: '4 to write to' })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/newly_late|instalment_in_grace|undefined/);
});

it('is walked with J, K and Enter, and acted on with single letters', async () => {
  view = { ...QUIET, items: [GRACE, late(1, 'Lakeshore Dental')] };
  render(Day);
  await vi.waitFor(() => expect(current()).toBe('Fernhill Veterinary Clinic'));
  await user.keyboard('j');
  expect(current()).toBe('Lakeshore Dental');
  await user.keyboard('w');
  expect(openAct()).toEqual({ name: 'word', ask: { client: 'client-1', kind: 'reminder' } });
  await user.keyboard('{Enter}');
  expect(location.hash).toBe('#/clients/client-1');
});

it('leads from money that came in to the lines of its account', async () => {
  const unmatched = {
    group: 'bank',
    kind: 'bank_unmatched',
    account: 'account-2',
    currency: 'CAD',
    count: 4,
  };
  view = {
    ...QUIET,
    items: [
      { ...unmatched, id: 'match account-2', account_number: '5118620' },
      { ...unmatched, id: 'match account-3', account: 'account-3', count: 1 },
    ],
  };
  render(Day);
  const row = await screen.findByRole('link', { name: /Account 5118620/ });
  expect(row.textContent).toMatch(/4 payments that came in are not matched yet/);
  expect(screen.getByRole('link', { name: /Account in CAD/ }).textContent).toMatch(
    /1 payment that came in is/,
  );
  await user.keyboard('o');
  expect(location.hash).toBe('#/bank?account=account-2');
});

it('puts the next one in the place of the one that is done', async () => {
  view = { ...QUIET, items: [late(1, 'Ash'), late(2, 'Birch'), late(3, 'Cedar')] };
  render(Day);
  await vi.waitFor(() => expect(current()).toBe('Ash'));
  await user.keyboard('j');
  expect(current()).toBe('Birch');
  view = { ...view, items: view.items.filter((item) => item.id !== 'late 2') };
  bookChanged();
  await vi.waitFor(() => expect(screen.queryByRole('link', { name: /Birch/ })).toBeNull());
  expect(current()).toBe('Cedar');
});

it('keeps in sight who is left in peace, and says what comes next when nothing is left to do', async () => {
  const held = (n: number, until: string) => ({
    client: `Client ${n}`,
    client_id: `client-${n}`,
    why: 'plan_on_track',
    until,
  });
  view = { ...QUIET, held: [held(1, '2026-12-01'), held(2, '2026-11-20')] };
  render(Day);
  const region = await screen.findByRole('region', { name: '2 held back' });
  expect(within(region).getByText(/plan on track, next Tue 1 Dec/)).toBeTruthy();
  expect(screen.getByText('Nothing needs you today.')).toBeTruthy();
  expect(screen.getByText(/Next: Client 2, plan on track, next Friday 20 November/)).toBeTruthy();
});

it('begins a new book with the first day, which stays away once it is put away', async () => {
  view = { ...QUIET, first_steps: { ...STEPS, clients: false, invoices: false, papers: false } };
  const first = render(Day);
  expect(await screen.findByText('This is where each day will begin.')).toBeTruthy();
  expect(screen.getByText('3 of 6 done')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Put this list away' }));
  first.unmount();
  render(Day);
  expect(await screen.findByText('This is where each day will begin.')).toBeTruthy();
  expect(screen.queryByText('First day')).toBeNull();
});
