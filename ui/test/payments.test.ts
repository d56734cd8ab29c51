import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

type Ask = Record<string, unknown>;
const asked: [string, Ask][] = [];
const refused: Record<string, unknown> = {};

const INVOICES = [
  {
    id: 'invoice-2',
    number: 'INV-1203',
    subject: 'Doors',
    currency: 'CAD',
    balance: '3390.00',
    states: ['overdue'],
  },
  {
    id: 'invoice-1',
    number: 'INV-1187',
    subject: '',
    currency: 'CAD',
    balance: '5280.00',
    states: ['overdue'],
  },
];
const CLIENT = {
  id: 'client-2',
  name: 'Quarry Road Brewing Co.',
  balance: { CAD: '10365.00' },
  overdue: { CAD: '8670.00' },
  invoices: INVOICES,
};

vi.mock('../src/ipc/host', () => ({
  send: (name: string, ask: Ask) => {
    asked.push([name, ask]);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shell rejects with plain objects
    if (name in refused) return Promise.reject(refused[name]);
    const answers: Record<string, unknown> = {
      client_view: CLIENT,
      invoice_view: { invoice: { ...INVOICES[1], client_id: CLIENT.id } },
      plan_list: { plans: [] },
      payment_add: {
        payment: 'payment-9',
        allocations: [{ invoice: 'INV-1187', amount: '5280.00' }],
        credit: '20.00',
      },
      payment_reverse: { payment: 'payment-10', allocations: [], credit: '0' },
    };
    return Promise.resolve(answers[name] ?? { clients: [] });
  },
}));

const { default: PaymentDialog } = await import('../src/payments/PaymentDialog.svelte');
const { toasts } = await import('../src/shared/toasts.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');
const { takeUp } = await import('../src/shared/book.svelte');

const user = userEvent.setup();
const recorded = () => asked.filter(([name, ask]) => name === 'payment_add' && !ask.rehearse);

beforeEach(() => {
  asked.length = 0;
  for (const name of Object.keys(refused)) delete refused[name];
  chooseLanguage('en');
  takeUp({ currency: 'CAD', locale: 'en-CA', today: '2026-11-17', warnings: [] } as never);
  document.body.replaceChildren();
});

function show(props: { client?: string; invoice?: string }) {
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  const onclose = vi.fn();
  render(PaymentDialog, { target, props: { ...props, onclose } });
  return onclose;
}

it('offers what is due, says what it will pay, and records nothing before it is told to', async () => {
  const onclose = show({ client: 'client-2' });
  const dialog = await screen.findByRole('dialog');
  const amount = await within(dialog).findByLabelText<HTMLInputElement>('Amount');
  await vi.waitFor(() => expect(amount.value).toBe('8,670.00'));
  expect(await within(dialog).findByText('Kept as credit on account')).toBeTruthy();
  expect(recorded()).toEqual([]);
  expect(asked.findLast(([name]) => name === 'payment_add')?.[1]).toMatchObject({
    rehearse: true,
    client: 'client-2',
    amount: '8670.00',
    currency: 'CAD',
    on: '2026-11-17',
  });

  await user.click(within(dialog).getByRole('button', { name: 'Record the payment' }));
  await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  expect(recorded()).toHaveLength(1);
  expect(toasts().at(-1)?.act?.label).toBe('Receipt');
  toasts().at(-1)?.act?.run();
  await vi.waitFor(() => expect(location.hash).toBe('#/letter/payment-9?kind=receipt'));
  toasts().at(-1)?.undo?.();
  await vi.waitFor(() => expect(asked.at(-1)).toEqual(['payment_reverse', { payment: 'payment-9' }]));
});

it('pays the invoice it was begun for', async () => {
  show({ invoice: 'INV-1187' });
  const amount = await screen.findByLabelText<HTMLInputElement>('Amount');
  await vi.waitFor(() => expect(amount.value).toBe('5,280.00'));
  await vi.waitFor(() =>
    expect(asked.findLast(([name]) => name === 'payment_add')?.[1]).toMatchObject({ invoice: 'invoice-1' }),
  );
});

it('asks why when the day is closed, and keeps what was typed', async () => {
  refused.payment_add = { code: 'day_closed', kind: 'refused', message: 'closed', field: 'reason' };
  const onclose = show({ client: 'client-2' });
  const reason = await screen.findByLabelText<HTMLInputElement>('Why it is entered all the same');
  await user.click(screen.getByRole('button', { name: 'Record the payment' }));
  await vi.waitFor(() => expect(document.activeElement).toBe(reason));
  expect(onclose).not.toHaveBeenCalled();
  delete refused.payment_add;
  await user.type(reason, 'bank slip found late');
  await user.click(screen.getByRole('button', { name: 'Record the payment' }));
  await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  expect(recorded().at(-1)?.[1]).toMatchObject({ reason: 'bank slip found late', amount: '8670.00' });
});

it('takes the focus to the first field in the way', async () => {
  show({});
  const from = await screen.findByLabelText('From');
  await user.click(screen.getByRole('button', { name: 'Record the payment' }));
  expect(document.activeElement).toBe(from);
  expect(from.getAttribute('aria-invalid')).toBe('true');
  expect(recorded()).toEqual([]);
});
