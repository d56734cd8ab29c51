import { describe, expect, it } from 'vitest';
import { linesOf as addressLines } from '../src/clients/address';
import { linesOf, standing, totalsOf } from '../src/clients/lines';
import { heldBack, nextStep } from '../src/clients/nextStep';
import { momentsOf } from '../src/clients/timeline';
import type { ClientRow, ClientView, InvoiceView, PlanView } from '../src/ipc/wire';
import { en } from '../src/words/en';

const TODAY = '2026-11-17';

const invoice = (number: string, due: string, balance: string, ...states: string[]) =>
  ({ number, due, balance, states }) as InvoiceView;

const client = (more: Partial<ClientView>) =>
  ({
    as_of: TODAY,
    invoices: [],
    history: [],
    contacts: [],
    overdue: {},
    balance: {},
    ...more,
  }) as ClientView;

const plan = (state: string, states: string[], more: Partial<PlanView> = {}) =>
  ({
    plan: 'PP-2026-0004',
    state,
    on_track: true,
    instalments: states.map((each, at) => ({
      n: at + 1,
      due: `2026-${String(at + 9).padStart(2, '0')}-12`,
      amount: '720.00',
      state: each,
    })),
    ...more,
  }) as PlanView;

describe('the next step with a client', () => {
  const late = invoice('INV-1215', '2026-11-06', '1921.00', 'overdue');
  const soon = invoice('INV-1229', '2026-12-05', '678.00', 'open');

  it('is the end of grace, before anything that is late', () => {
    const graced = plan('active', ['kept', 'in_grace', 'to_come'], {
      grace_until: '2026-11-19',
      on_track: false,
    });
    const owing = client({ invoices: [soon, late], overdue: { CAD: '2641.00' } });
    expect(nextStep(owing, [graced])).toMatchObject({ kind: 'grace', day: '2026-11-19', n: 2 });
    expect(heldBack(owing, [graced])).toEqual({ kind: 'grace', day: '2026-11-19', n: 2 });
  });

  it('is the oldest thing that is late, else what falls due first, else nothing', () => {
    expect(nextStep(client({ invoices: [soon, late] }), [])).toMatchObject({
      kind: 'late',
      invoice: 'INV-1215',
    });
    expect(nextStep(client({ invoices: [soon] }), [])).toMatchObject({ kind: 'due', day: '2026-12-05' });
    expect(nextStep(client({}), [])).toEqual({ kind: 'none' });
    expect(heldBack(client({ invoices: [late] }), [])).toBeUndefined();
  });

  it('says that the deadline of a demand has passed only while something is overdue', () => {
    const history = [
      { kind: 'demand_issued', facts: { deadline: '2026-11-16' } },
    ] as unknown as ClientView['history'];
    const owing = client({ history, invoices: [late], overdue: { CAD: '1921.00' } });
    expect(nextStep(owing, [])).toEqual({ kind: 'deadlinePassed', day: '2026-11-16' });
    expect(nextStep(client({ history }), [])).toEqual({ kind: 'none' });
  });

  it('settles a dispute before it asks, and waits for signatures before that', () => {
    const disputed = invoice('INV-1206', '2026-10-16', '2034.00', 'disputed', 'overdue');
    const quarrel = client({ invoices: [disputed] });
    expect(nextStep(quarrel, [])).toEqual({ kind: 'dispute', invoices: ['INV-1206'] });
    expect(nextStep(quarrel, [plan('offered', ['to_come'])])).toEqual({ kind: 'sign', plan: 'PP-2026-0004' });
    expect(heldBack(quarrel, [])).toEqual({ kind: 'dispute', invoices: ['INV-1206'] });
  });

  it('is the next instalment of a plan that is kept; a plan of the past says nothing', () => {
    const kept = plan('active', ['kept', 'kept', 'kept', 'to_come']);
    expect(nextStep(client({}), [kept])).toMatchObject({ kind: 'instalment', n: 4, day: '2026-12-12' });
    expect(heldBack(client({}), [kept])).toEqual({ kind: 'plan', plan: 'PP-2026-0004' });
    expect(nextStep(client({}), [plan('completed', ['kept'])])).toEqual({ kind: 'none' });
  });
});

describe('the timeline', () => {
  const shown = { amount: (text: string) => text, day: (text: string) => text };
  const made = (letter: string, posted: boolean) =>
    [
      {
        seq: 1,
        day: TODAY,
        kind: 'letter_made',
        subject: 'document-9',
        client: 'client-1',
        facts: { letter, posted },
      },
    ] as unknown as ClientView['history'];
  const word = (kind: string, note = '') => ({ on: TODAY, channel: 'letter', direction: 'out', kind, note });
  const told = (more: Partial<ClientView>) => momentsOf(client(more), en, shown);

  it('tells a letter that was posted once, with its page', () => {
    const moments = told({ history: made('thanks', true), contacts: [word('thanks')] });
    expect(moments).toMatchObject([
      {
        head: 'Thank-you letter written',
        aside: 'It went out by post that day.',
        href: '#/papers/document-9',
        mark: 'letter',
      },
    ]);
  });

  it('keeps every other word of that day', () => {
    const history = made('reminder', false);
    expect(told({ history, contacts: [word('reminder')] })).toHaveLength(2);
    expect(told({ history: made('reminder', true), contacts: [word('reminder', 'by hand')] })).toHaveLength(
      2,
    );
    expect(told({ history: made('reminder', true), contacts: [word('thanks')] })).toHaveLength(2);
  });
});

describe('the list of clients', () => {
  const row = (name: string, balance: Record<string, string>, overdue: Record<string, string> = {}) =>
    ({ id: name, name, balance, overdue }) as ClientRow;
  const rows = [
    row('Owes', { CAD: '10.00', USD: '5.00' }, { USD: '5.00' }),
    row('Credit', { CAD: '-20.00' }),
    row('Settled', { CAD: '0.00' }),
  ];

  it('counts who owes without those who have credit or nothing open', () => {
    expect(standing(rows, 'owing').map(({ name }) => name)).toEqual(['Owes']);
    expect(standing(rows, 'overdue').map(({ name }) => name)).toEqual(['Owes']);
    expect(standing(rows, 'all')).toBe(rows);
  });

  it('keeps currencies apart, in lines and in totals', () => {
    expect(linesOf(rows, 'CAD').map(({ client: { name }, currency }) => `${name} ${currency}`)).toEqual([
      'Owes CAD',
      'Owes USD',
      'Credit CAD',
      'Settled CAD',
    ]);
    expect(totalsOf(rows, ['CAD', 'USD']).map(({ balance }) => balance)).toEqual(['-10.00', '5.00']);
  });
});

it('writes an address as its country does', () => {
  const address = {
    street: 'Ferry Lane',
    number: '41',
    extra: '',
    postcode: 'K7L 2Z4',
    town: 'Kingston',
    region: 'ON',
  };
  expect(addressLines({ ...address, country: 'CA' }, 'Canada')).toEqual([
    '41 Ferry Lane',
    'Kingston ON K7L 2Z4',
    'Canada',
  ]);
  const there = {
    street: 'Hauptstraße',
    number: '7',
    extra: '',
    postcode: '10115',
    town: 'Berlin',
    region: '',
  };
  expect(addressLines({ ...there, country: 'DE' }, 'Germany')).toEqual([
    'Hauptstraße 7',
    '10115 Berlin',
    'Germany',
  ]);
});
