import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DemandDesk } from '../src/ipc/wire';

const asked: [string, Record<string, unknown>][] = [];
let desk: DemandDesk;

const READY: DemandDesk = {
  as_of: '2026-11-17',
  client: 'Northgate Property Care',
  client_id: 'client-3',
  allowed: true,
  reasons: [],
  warnings: [],
  overdue: '3955.00',
  currency: 'CAD',
  earliest_deadline: '2026-11-24',
  next_steps: ['call', 'small_claims'],
  reminders_needed: 2,
  reminders: [
    { on: '2026-10-01', channel: 'email' },
    { on: '2026-10-20', channel: 'letter' },
  ],
  invoices: [{ number: 'INV-1104', due: '2026-08-02', open: '3955.00', days_late: 107 }],
};

vi.mock('../src/ipc/host', () => ({
  send: (name: string, args: Record<string, unknown>) => {
    asked.push([name, args]);
    if (name === 'demand_desk') return Promise.resolve(desk);
    if (name === 'demand_preview')
      return Promise.resolve({
        pages: ['<svg/>'],
        total: '3955.00',
        currency: 'CAD',
        step_due: '2026-11-25',
        warnings: [],
      });
    if (name === 'document_pages') return Promise.resolve({ pages: ['<svg/>'] });
    if (name === 'demand_issue') {
      desk = {
        ...desk,
        issued: {
          demand: 'demand-1',
          document: 'document-9',
          on: '2026-11-17',
          deadline: '2026-11-24',
          next_step: String(args['next_step']),
          step_due: '2026-11-25',
        },
      };
      return Promise.resolve({});
    }
    if (name === 'policy_set') desk = { ...desk, next_steps: String(args['value']).split(',') };
    return Promise.resolve({ documents: [], invoices: [], plans: [] });
  },
}));

const { default: Demand } = await import('../src/demand/Demand.svelte');
const { missingCount, standings } = await import('../src/demand/gate');
const { openAct, closeAct } = await import('../src/shared/acts.svelte');
const user = userEvent.setup();

function show(with_: Partial<DemandDesk> = {}): void {
  desk = { ...READY, ...with_ };
  document.body.replaceChildren();
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(Demand, { target, props: { id: 'client-3' } });
}

const last = (name: string) => asked.findLast(([each]) => each === name)?.[1];
const because = (code: string) => ({ code, message: `${code}.`, way_forward: 'Do this.' });

beforeEach(() => {
  asked.length = 0;
  closeAct();
});

describe('the gate', () => {
  it('tells what is there, what is begun and what is missing', () => {
    const none = { ...READY, allowed: false, reminders: READY.reminders.slice(1) };
    const shut = {
      ...none,
      reasons: [because('too_few_reminders'), because('open_dispute'), because('from_the_future')],
    };
    expect(standings(shut)).toEqual({
      overdue: 'met',
      reminders: 'begun',
      disputes: 'missing',
      plan: 'met',
      step: 'met',
    });
    expect(missingCount(shut)).toBe(3);
    const early = { ...none, invoices: [], reasons: [because('nothing_overdue')] };
    expect(standings(early).reminders).toBe('later');
    expect(missingCount(early)).toBe(1);
  });

  it('keeps the letter shut, says so at the act, and opens the way to what is missing', async () => {
    show({ allowed: false, reminders: [], reasons: [because('too_few_reminders')] });
    const issue = await screen.findByRole('button', { name: /^Issue the final demand/ });
    expect(issue).toHaveProperty('disabled', true);
    expect(screen.getByText('Not yet: 1 thing is missing.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Write down a reminder/ }));
    expect(openAct()).toMatchObject({ name: 'word', ask: { client: 'client-3', kind: 'reminder' } });
    expect(last('demand_preview')).toBeUndefined();
  });
});

describe('the letter', () => {
  it('names the earliest day and the first step until others are chosen, and is issued as it was shown', async () => {
    show();
    await user.click(await screen.findByRole('radio', { name: /^Small-claims court/ }));
    await waitFor(() => expect(last('demand_preview')).toMatchObject({ next_step: 'small_claims' }));
    expect(last('demand_preview')).toEqual({
      client: 'client-3',
      currency: 'CAD',
      deadline: '2026-11-24',
      next_step: 'small_claims',
    });

    const issue = screen.getByRole('button', { name: /^Issue the final demand/ });
    await waitFor(() => expect(issue).toHaveProperty('disabled', false));
    await user.click(issue);
    const confirm = await screen.findByRole('alertdialog', { name: /Northgate/ });
    expect(confirm.textContent).toMatch(/3,955\.00 CAD by Tue.*24.*small-claims court from Wed.*25/s);
    expect(last('demand_issue')).toBeUndefined();
    await user.click(
      screen.getAllByRole('button', { name: /^Issue the final demand/ }).at(-1) as HTMLElement,
    );

    expect(await screen.findByText('Announced')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    expect(last('demand_issue')).toEqual(last('demand_preview'));
    expect(last('document_pages')).toEqual({ document: 'document-9' });
  });

  it('names only steps of the policy; another one is decided on first, and then chosen', async () => {
    show();
    await user.click(await screen.findByText('Other steps'));
    await user.click(screen.getByRole('button', { name: 'Add “Lawyer” to the policy' }));
    expect(last('policy_set')).toEqual({ key: 'next_steps', value: 'call,small_claims,lawyer' });
    await waitFor(() => expect(last('demand_preview')).toMatchObject({ next_step: 'lawyer' }));
  });
});
