import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { PlanView } from '../src/ipc/wire';
import type { Sums } from '../src/reports/buckets';

const figures = (...[current, d1_30, credit = '0.00']: string[]): Sums => ({
  current: current ?? '',
  d1_30: d1_30 ?? '',
  d31_60: '0.00',
  d61_90: '0.05',
  d90_plus: '0.00',
  overdue: d1_30 === '0.00' ? '0.05' : '30.05',
  total: current === '10.00' ? '40.05' : '30.05',
  credit,
  net: '0.00',
});
const row = (client: string, id: string, ages: Sums) => ({
  client,
  client_id: id,
  currency: 'CAD',
  ...ages,
});

const plan = (state: string, ...instalments: [string, string][]): PlanView =>
  ({ state, instalments: instalments.map(([due, each]) => ({ due, state: each })) }) as unknown as PlanView;
const PLANS = [
  plan(
    'active',
    ['2026-09-12', 'kept'],
    ['2026-10-12', 'missed'],
    ['2026-11-12', 'in_grace'],
    ['2026-12-12', 'kept'],
  ),
  plan('completed', ['2025-11-17', 'kept'], ['2025-11-18', 'kept'], ['2026-01-18', 'waived']),
  plan('offered', ['2026-11-01', 'missed']),
];

vi.mock('../src/ipc/host', () => ({
  send: (name: string) =>
    Promise.resolve(
      name === 'plan_list'
        ? { as_of: '2026-11-17', plans: PLANS }
        : {
            as_of: '2026-11-17',
            currencies: { CAD: figures('10.00', '30.00') },
            overdue: { CAD: '30.05' },
            clients: [
              row('Early Bird', 'client-1', { ...figures('30.00', '0.00'), d61_90: '0.00', overdue: '0.00' }),
              row('Late Wren', 'client-2', figures('0.00', '30.00')),
              row('Paid Ahead', 'client-3', {
                ...figures('0.00', '0.00'),
                d61_90: '0.00',
                overdue: '0.00',
                total: '0.00',
              }),
            ],
          },
    ),
}));

const { default: Reports } = await import('../src/reports/Reports.svelte');
const { keptUpTo } = await import('../src/reports/kept');
const user = userEvent.setup();

it('counts the instalments that fell due in the year up to the day, and no others', () => {
  expect(keptUpTo(PLANS, '2026-11-17')).toEqual({
    counts: { kept: 2, waived: 1, grace: 1, broken: 1 },
    of: 3,
    since: '2025-11-17',
  });
});

it('says who is late and how much, shows the same as a table, and how the kept ones are counted', async () => {
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(Reports, { target });
  const answer = (await screen.findByRole('heading', { name: 'Ageing' })).closest('section') as HTMLElement;
  expect(answer.textContent).toMatch(/30\.05\s+of 40\.05 is overdue,\s+with 1 of 2 clients\./);
  await user.click(within(answer).getByRole('button', { name: 'Ageing, as a table' }));
  expect(within(answer).getByRole('table', { name: /by age, CAD/ })).toBeTruthy();

  await waitFor(() => expect(screen.getByText(/of instalments: 2 of 3/)).toBeTruthy());
  const how = screen.getByRole('button', { name: /^How/ });
  await user.click(how);
  expect(how.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByText('2 kept ÷ (2 kept + 1 missed)')).toBeTruthy();
});
