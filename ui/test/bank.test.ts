import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BankLineView, BankSuggestion } from '../src/ipc/wire';

type Ask = Record<string, unknown>;
const asked: [string, Ask][] = [];
let refused: Record<string, unknown> = {};
let lines: BankLineView[] = [];
let accounts: unknown[] = [];

const ACCOUNT = { id: 'account-1', number: '5207418', currency: 'CAD', lines: 4, unmatched: 3 };

function line(id: string, more: Partial<BankLineView>): BankLineView {
  return {
    id,
    account: 'account-1',
    account_number: '5207418',
    date: '2026-11-12',
    amount: '450.00',
    currency: 'CAD',
    payer: 'E-TRANSFER',
    payer_account: '',
    reference: '',
    text: '',
    matched: [],
    credit: '0.00',
    left: '450.00',
    suggestions: [],
    ...more,
  };
}

const item = (id: string, invoice: string, amount: string) => ({
  id,
  invoice,
  client: 'Quarry Road',
  client_id: 'client-2',
  amount,
});
const exact: BankSuggestion = {
  invoice: 'INV-1203',
  amount: '1200.00',
  exact: true,
  evidence: [
    { code: 'number_in_text', message: 'The text names INV-1203.', text: 'INV-1203' },
    { code: 'amount_exact', message: 'The amount is exactly what is open.' },
  ],
  items: [item('invoice-3', 'INV-1203', '1200.00')],
};
const two: BankSuggestion = {
  invoice: 'INV-1187',
  amount: '300.00',
  exact: false,
  evidence: [{ code: 'amount_sum', message: '2 items add up to exactly this amount.', n: 2 }],
  items: [item('invoice-1', 'INV-1187', '300.00'), item('invoice-2', 'INV-1190', '150.00')],
};
const older: BankSuggestion = {
  invoice: 'PP-2026-0004',
  amount: '450.00',
  exact: false,
  evidence: [{ code: 'oldest_first', message: 'No open amount fits, so it would pay the oldest first.' }],
  items: [
    {
      invoice: 'PP-2026-0004',
      client: 'Fernhill',
      client_id: 'client-5',
      amount: '450.00',
      instalment: 'PP-2026-0004/3',
    },
  ],
};
const SURE = line('line-1', {
  amount: '1200.00',
  left: '1200.00',
  payer: 'Quarry Road Brewing',
  text: 'INV-1203',
  suggestions: [exact],
});
const OPEN = line('line-2', { reference: 'CA7041', suggestions: [two, older] });
const OUT = line('line-9', { amount: '-96.40', left: '0.00', payer: 'City Hydro' });
const PAID = line('line-7', {
  left: '0.00',
  payer: 'Halyard',
  matched: [
    { invoice: 'INV-1100', amount: '450.00', client: 'Halyard', client_id: 'client-7', payment: 'payment-4' },
  ],
});

vi.mock('../src/ipc/host', () => ({
  send: (name: string, ask: Ask) => {
    asked.push([name, ask]);
    const no = refused[name];
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shell rejects with plain objects
    if (no && !ask.reason) return Promise.reject(no);
    const answers: Record<string, unknown> = {
      bank_accounts: { accounts },
      bank_list: { lines: ask.unmatched ? lines.filter((each) => each.left !== '0.00') : lines },
      bank_match: { lines: [{ ...OPEN, left: '0.00' }], payments: ['payment-20'] },
      bank_match_exact: { lines: [], payments: ['payment-21'] },
      bank_unmatch: { lines: [], payments: [] },
      find: { clients: [], invoices: [], plans: [] },
    };
    return Promise.resolve(answers[name] ?? { phase: 'idle', done: 0, of: 0 });
  },
}));

const { default: Bank } = await import('../src/bank/Bank.svelte');
const { sayEvidence } = await import('../src/bank/evidence');
const { matchesFor, saidOf } = await import('../src/bank/lines');
const { onKeydown } = await import('../src/shared/keys.svelte');
const { go, place } = await import('../src/shared/place.svelte');
const { toasts } = await import('../src/shared/toasts.svelte');
const { takeUp } = await import('../src/shared/book.svelte');
const { chooseLanguage, words } = await import('../src/words/index.svelte');

const user = userEvent.setup();
const did = (name: string) => asked.filter(([each]) => each === name).map(([, ask]) => ask);
addEventListener('keydown', onKeydown);

async function show(query: Record<string, string> = {}): Promise<void> {
  const visit = String(Math.random());
  go(['bank'], { ...query, visit });
  await waitFor(() => expect(place().query['visit']).toBe(visit));
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(Bank, { target });
}

beforeEach(() => {
  document.body.replaceChildren();
  chooseLanguage('en');
  takeUp({ currency: 'CAD', locale: 'en-CA', today: '2026-11-17', warnings: [] } as never);
  asked.length = 0;
  refused = {};
  lines = [SURE, OPEN, PAID, OUT];
  accounts = [ACCOUNT];
});

describe('what came in', () => {
  it('is ticked where nothing is in doubt, and recorded together at one press, with a way back', async () => {
    await show();
    await user.click(await screen.findByRole('button', { name: /^Record 1 payment, 1,200.00 CAD/ }));
    await waitFor(() => expect(did('bank_match_exact')).toEqual([{ lines: ['line-1'] }]));
    toasts().at(-1)?.undo?.();
    await waitFor(() => expect(did('bank_unmatch')).toEqual([{ lines: ['line-1'] }]));
  });

  it('is never recorded when it was unticked: naming no line would mean all of them', async () => {
    await show();
    await screen.findByRole('button', { name: /^Record 1 payment/ });
    await user.keyboard('x');
    expect(await screen.findByText(/No line is ticked/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Record 1 payment/ })).toBeNull();
    await user.keyboard('r');
    expect(did('bank_match_exact')).toEqual([]);
  });

  it('is matched by number to what was suggested, each part as it was shown', async () => {
    await show({ line: 'line-2' });
    const panel = await screen.findByRole('complementary');
    expect(await within(panel).findByText('2 open amounts add up to exactly this.')).toBeTruthy();
    await user.keyboard('2');
    await waitFor(() => expect(did('bank_match')).toHaveLength(1));
    expect(did('bank_match')[0]).toEqual({
      line: 'line-2',
      client: 'client-5',
      amount: '450.00',
      invoices: [],
      plan: 'PP-2026-0004',
    });
  });

  it('takes Enter for the first suggestion, but not from a button that has the focus', async () => {
    await show({ line: 'line-2' });
    const drop = await screen.findByRole('button', { description: /PP-2026-0004, instalment 3/ });
    drop.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(did('bank_match')).toHaveLength(1));
    expect(did('bank_match')[0]?.plan).toBe('PP-2026-0004');
    drop.blur();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(did('bank_match')).toHaveLength(2));
    expect(did('bank_match')[1]).toMatchObject({ invoices: ['invoice-1', 'invoice-2'], amount: '450.00' });
  });

  it('can be looked for by hand', async () => {
    await show({ line: 'line-2' });
    const find = await screen.findByLabelText('Invoice or client');
    await user.keyboard('/');
    expect(document.activeElement).toBe(find);
    await user.type(find, 'quarry');
    await waitFor(() => expect(did('find').at(-1)).toMatchObject({ search: 'quarry' }));
  });

  it('asks why when its day is closed, and goes on with the reason', async () => {
    refused = { bank_match_exact: { code: 'day_closed', kind: 'refused', message: 'closed' } };
    await show();
    await user.click(await screen.findByRole('button', { name: /^Record 1 payment/ }));
    await user.type(await screen.findByLabelText('Why it is entered all the same'), 'Late statement{Enter}');
    await waitFor(() =>
      expect(did('bank_match_exact').at(-1)).toEqual({ lines: ['line-1'], reason: 'Late statement' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

it('takes back what a line paid, and asks nothing of money that went out', async () => {
  await show({ view: 'matched' });
  await screen.findByText('What it paid');
  await user.keyboard('u');
  await waitFor(() => expect(did('bank_unmatch')).toEqual([{ lines: ['line-7'] }]));
  document.body.replaceChildren();
  await show({ view: 'all', line: 'line-9' });
  expect(await screen.findByText(/pays no invoice, and nothing is asked/)).toBeTruthy();
  expect(screen.queryByText('What it may pay')).toBeNull();
});

it('says how to begin, and when all is done', async () => {
  accounts = [];
  await show();
  expect(await screen.findByRole('button', { name: 'Bring a statement in' })).toBeTruthy();
  document.body.replaceChildren();
  accounts = [{ ...ACCOUNT, unmatched: 0, balance: '48211.07', balance_on: '2026-11-17' }];
  lines = [PAID];
  await show();
  expect(await screen.findByText('Everything that came in is matched.')).toBeTruthy();
});

describe('the reasons', () => {
  it('are said in the language of the window, with its marks', () => {
    chooseLanguage('fr');
    const over = { code: 'amount_over', message: 'More than is open.', amount: '1200.50' };
    expect(sayEvidence(over, 'CAD', words().bank)).toMatch(/^C’est 1\s200,50 CAD de plus/);
    const due = { code: 'instalment_due', message: 'It is instalment 3.', n: 3, day: '2026-11-15' };
    expect(sayEvidence(due, 'CAD', words().bank)).toBe('C’est le versement 3, dû le 15 novembre.');
  });

  it('of a code this window does not know are said as they came', () => {
    expect(sayEvidence({ code: 'moon_full', message: 'The moon is full.' }, 'CAD', words().bank)).toBe(
      'The moon is full.',
    );
  });
});

it('ties a line to the payment that is in the book, and asks for nothing else', () => {
  const entered = { ...two, items: [], payment: 'payment-7' };
  expect(matchesFor(OPEN, entered)).toEqual([{ line: 'line-2', invoices: [], payment: 'payment-7' }]);
});

it('asks one match for each client and each plan, never an amount that was not shown', () => {
  const both = { ...two, items: [...two.items, ...older.items] };
  expect(matchesFor(OPEN, both)).toEqual([
    { line: 'line-2', client: 'client-2', amount: '450.00', invoices: ['invoice-1', 'invoice-2'] },
    { line: 'line-2', client: 'client-5', amount: '450.00', invoices: [], plan: 'PP-2026-0004' },
  ]);
});

it('shows of a line what tells it from another, and nothing twice', () => {
  expect(saidOf(line('a', { reference: 'RF18', text: 'Invoice RF18' }))).toBe('Invoice RF18');
  expect(saidOf(line('b', { payer: '', reference: 'CA7', text: 'E-TRANSFER' }))).toBe('CA7');
});
