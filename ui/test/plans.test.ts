/** Plans: what is given and what follows, how a plan stands, and the composer over a desk that answers by rote. */
import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BookView, OfferView, PlanOffers, PlanPreview, PlanView, QuoteView } from '../src/ipc/wire';
import { counted, give, scheduleOf, spacingOf } from '../src/plans/schedule';
import { belongs, standingOf } from '../src/plans/standing';
import { takeUp } from '../src/shared/book.svelte';
import { sumOf } from '../src/shared/money';
import { en } from '../src/words/en';
import { chooseLanguage } from '../src/words/index.svelte';

const asked: { name: string; args: Record<string, unknown> }[] = [];
let answers: Record<string, (args: Record<string, unknown>) => unknown> = {};

vi.mock('../src/ipc/host', () => ({
  send: (name: string, args: Record<string, unknown>) => {
    asked.push({ name, args });
    return new Promise((done) => done(answers[name]?.(args)));
  },
}));

const { default: Compose } = await import('../src/plans/Compose.svelte');
const { default: Plan } = await import('../src/plans/Plan.svelte');
const { forgetDraft } = await import('../src/plans/draft.svelte');

const user = userEvent.setup();
const askedFor = (name: string) => asked.filter((each) => each.name === name).map((each) => each.args);

function quote(amounts: string[], dues: string[], total: string): QuoteView {
  return {
    instalments: amounts.map((amount, at) => ({
      n: at + 1,
      due: dues[at] ?? '',
      amount,
      principal: amount,
      interest: '0.00',
      so_far: sumOf(amounts.slice(0, at + 1)) ?? '',
      left: sumOf(amounts.slice(at + 1)) ?? '0.00',
    })),
    total,
    interest: '0.00',
    last_due: dues.at(-1) ?? '',
    half_by: dues[Math.ceil(dues.length / 2) - 1] ?? '',
    cautions: [],
  };
}

const monthly = quote(['50.00', '50.00'], ['2026-12-17', '2027-01-18'], '100.00');

function offer(kind: string, worked: QuoteView, more: Partial<OfferView> = {}): OfferView {
  return {
    kind,
    discount: '0.00',
    quote: worked,
    schedule: { amount: '', currency: '', count: worked.instalments.length, every: 'month', move: 'next' },
    clauses: [],
    ...more,
  };
}

const invoice = (number: string, more: object = {}) => ({
  id: `invoice-${number}`,
  number,
  subject: 'Shelves',
  issued: '2026-09-01',
  due: '2026-10-01',
  days_late: 47,
  currency: 'CAD',
  open: '50.00',
  chosen: true,
  disputed: false,
  ...more,
});

const offers: PlanOffers = {
  as_of: '2026-11-17',
  client: 'Quarry Road',
  client_id: 'client-2',
  debt: '100.00',
  currency: 'CAD',
  discount: '5',
  invoices: [invoice('A-1'), invoice('A-2'), invoice('A-3', { chosen: false, plan: 'PP-2026-0001' })],
  offers: [
    offer('settle_now', quote(['95.00'], ['2026-11-24'], '95.00'), {
      discount: '5.00',
      clauses: ['early-discount=on'],
      settle: { pay: '95.00', by: '2026-11-24' },
    }),
    offer('standard', monthly),
    offer(
      'gentle',
      quote(
        ['25.00', '25.00', '25.00', '25.00'],
        ['2026-12-17', '2027-01-18', '2027-02-17', '2027-03-17'],
        '100.00',
      ),
    ),
  ],
};

const preview: PlanPreview = {
  plan: 'PP-2026-0008',
  debt: '100.00',
  currency: 'CAD',
  quote: monthly,
  pages: ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
  clauses: [
    {
      id: 'parties',
      title: '',
      purpose: '',
      note: '',
      on: true,
      required: true,
      usual: true,
      sources: [],
      confidence: 'seed',
    },
    {
      id: 'acceleration',
      title: '',
      purpose: '',
      note: '',
      on: false,
      required: false,
      usual: false,
      sources: [],
      confidence: 'text',
    },
  ],
  warnings: [],
  fingerprint: 'AAAA',
};

const refused = (code: string, field?: string) => () => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the shell rejects with plain objects
  throw { code, kind: 'input', message: code, ...(field && { field }) };
};

function compose() {
  return render(Compose, { client: 'client-2', asked: [] });
}

beforeEach(() => {
  asked.length = 0;
  chooseLanguage('en');
  takeUp({
    path: '/b',
    name: 'Birch & Ferry',
    currency: 'CAD',
    locale: 'en-CA',
    today: '2026-11-17',
  } as BookView);
  forgetDraft('client-2');
  document.body.replaceChildren();
  document.body.appendChild(document.createElement('div')).id = 'app';
  answers = {
    plan_offers: () => offers,
    plan_preview: () => preview,
    policy_show: () => ({ policy: { grace_days: '7' } }),
    plan_create: () => ({ plan: 'PP-2026-0008' }),
  };
});
afterEach(cleanup);

describe('a schedule', () => {
  it('lets go of what was given longest ago', () => {
    const first = scheduleOf({ amount: '', currency: '', count: 3, every: 'month' });
    const second = give(first, 'end', '2027-06-30');
    expect([second.given, second.ask.count, second.ask.every]).toEqual([
      ['every', 'end'],
      undefined,
      'month',
    ]);
    const third = give(second, 'instalment', '10.00');
    expect(third.ask).toEqual({ amount: '', currency: '', end: '2027-06-30', instalment: '10.00' });
  });

  it('keeps a choice that is being typed, though nothing readable stands there yet', () => {
    const emptied = give(
      scheduleOf({ amount: '', currency: '', count: 3, every: 'month' }),
      'count',
      undefined,
    );
    expect([emptied.given, emptied.ask.every, 'count' in emptied.ask]).toEqual([
      ['every', 'count'],
      'month',
      false,
    ]);
  });

  it('holds on to no month end when it counts in weeks', () => {
    const ends = scheduleOf({ amount: '', currency: '', count: 3, every: 'month', anchor: 'month-end' });
    expect(give(ends, 'every', 'two_weeks').ask.anchor).toBeUndefined();
  });

  it('says the spacing that followed from days before they were moved', () => {
    const days = (...dues: string[]) =>
      spacingOf(
        quote(
          dues.map(() => '1.00'),
          dues,
          '1.00',
        ),
      );
    expect(days('2027-02-01', '2027-02-08')).toBe('week');
    expect(days('2027-02-01', '2027-02-15', '2027-03-01')).toBe('two_weeks');
    expect(days('2027-01-15', '2027-01-31', '2027-02-15')).toBe('twice_a_month');
    expect(days('2027-01-31', '2027-02-28')).toBe('month');
    expect(days('2027-01-31', '2027-04-30')).toBe('quarter');
    expect(days('2027-01-31')).toBeUndefined();
    const moved = quote(['1', '1'], ['2027-01-08', '2027-01-18'], '2');
    (moved.instalments[1] ?? { moved_from: '' }).moved_from = '2027-01-15';
    expect(spacingOf(moved)).toBe('week');
  });

  it('does not count the down payment', () => {
    const worked = quote(['10.00', '45.00'], ['2026-11-17', '2026-12-17'], '55.00');
    (worked.instalments[0] ?? { n: 1 }).n = 0;
    expect(counted(worked)).toHaveLength(1);
  });
});

describe('the composer', () => {
  it('shows three offers and asks for the paper of the usual one', async () => {
    compose();
    const radios = await screen.findAllByRole('radio', { name: /Settle now|Standard|Gentle/ });
    expect(radios.map((radio) => radio.getAttribute('aria-checked'))).toEqual(['false', 'true', 'false']);
    await screen.findByRole('heading', { level: 1, name: /\$100\.00/ });
    await screen.findByRole('img', { name: /page 1 of 1/ });
    expect(askedFor('plan_preview')).toEqual([
      {
        client: 'client-2',
        invoices: ['A-1', 'A-2'],
        currency: 'CAD',
        schedule: offers.offers[1]?.schedule,
        clauses: [],
      },
    ]);
  });

  it('does not take what another plan covers, and asks nothing when nothing is chosen', async () => {
    compose();
    const covered = await screen.findByRole('checkbox', { name: 'Take A-3 into the plan' });
    expect((covered as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByRole('link', { name: /PP-2026-0001/ })).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Take A-1 into the plan' }));
    await user.click(screen.getByRole('checkbox', { name: 'Take A-2 into the plan' }));
    const make = screen.getByRole('button', { name: 'Make the agreement' });
    await waitFor(() => expect((make as HTMLButtonElement).disabled).toBe(true));
    // To name none would mean all of them.
    const named = [...askedFor('plan_offers').slice(1), ...askedFor('plan_preview')];
    expect(named.filter(({ invoices }) => (invoices as string[]).length === 0)).toEqual([]);
    expect(screen.getAllByText('Choose at least one invoice.').length).toBeGreaterThan(0);
  });

  it('works a change out, marks the offer, and keeps it while one is elsewhere', async () => {
    const first = compose();
    await user.click(await screen.findByRole('button', { name: /Adjust this offer/ }));
    const number = screen.getByLabelText('Number');
    await user.clear(number);
    await user.type(number, '8');
    await waitFor(() =>
      expect(askedFor('plan_preview').at(-1)?.schedule).toMatchObject({ count: 8, every: 'month' }),
    );
    expect(screen.getByText('changed by you')).toBeTruthy();
    first.unmount();
    compose();
    expect((await screen.findByLabelText<HTMLInputElement>('Number')).value).toBe('8');
  });

  it('says at the field why a schedule cannot be, and makes nothing of it', async () => {
    answers.plan_preview = refused('instalment_count_out_of_range', 'count');
    compose();
    await user.click(await screen.findByRole('button', { name: /Adjust this offer/ }));
    await screen.findByText(en.troubles.instalment_count_out_of_range.sentence);
    expect(screen.getByLabelText('Number').getAttribute('aria-invalid')).toBe('true');
    const make = screen.getByRole('button', { name: 'Make the agreement' });
    expect((make as HTMLButtonElement).disabled).toBe(true);
  });

  it('settles now by the clause that says so, which cannot be switched off', async () => {
    compose();
    await user.click(await screen.findByRole('radio', { name: /Settle now/ }));
    await waitFor(() =>
      expect(askedFor('plan_preview').at(-1)).toMatchObject({
        clauses: ['early-discount=on'],
        settle: { pay: '95.00', by: '2026-11-24' },
      }),
    );
  });

  it('switches a clause, and makes the agreement as it is shown', async () => {
    compose();
    await user.click(await screen.findByRole('switch', { name: 'Whole balance becomes due' }));
    await user.click(screen.getByRole('button', { name: 'Make the agreement' }));
    await waitFor(() => expect(location.hash).toBe('#/plans/PP-2026-0008'));
    expect(askedFor('plan_create')).toMatchObject([{ client: 'client-2', clauses: ['acceleration=on'] }]);
  });
});

const plan: PlanView = {
  plan: 'PP-2026-0007',
  client: 'Rideau Court',
  client_id: 'client-10',
  version: 1,
  state: 'offered',
  currency: 'CAD',
  total: '100.00',
  paid: '0.00',
  left: '100.00',
  interest: '0.00',
  next_due: '2026-12-17',
  on_track: false,
  fingerprint: 'AAAA',
  invoices: ['A-1'],
  instalments: [
    { n: 1, due: '2026-12-17', amount: '50.00', paid: '0.00', state: 'to_come' },
    { n: 2, due: '2027-01-18', amount: '50.00', paid: '0.00', state: 'to_come' },
  ],
  signed_by: [],
  drafted_on: '2026-11-17',
  signatures: [],
};

describe('a plan', () => {
  it('stands in words, and under the tabs it belongs to', () => {
    const missed = {
      ...plan,
      state: 'active',
      instalments: plan.instalments.map((each) => ({ ...each, state: 'missed' })),
    };
    expect(standingOf(plan, en).text).toBe('waits for signatures');
    expect(standingOf({ ...plan, signed_by: ['business'] }, en).text).toBe('waits for the client');
    expect(standingOf(missed, en)).toEqual({ text: 'an instalment is missed', tone: 'late' });
    expect(standingOf({ ...plan, state: 'from_the_future' }, en).text).toBe('from the future');
    expect([belongs(plan, 'to_sign'), belongs(plan, 'active'), belongs(missed, 'in_grace')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is signed by both in one sitting, each with a name and a yes', async () => {
    const shown = { ...plan };
    answers.plan_show = () => ({ as_of: '2026-11-17', plans: [shown] });
    answers.plan_sign = ({ party }) => {
      shown.signed_by = [...shown.signed_by, String(party)];
      return {
        plan: plan.plan,
        version: 1,
        state: shown.signed_by.length === 2 ? 'active' : 'offered',
        signatures: [],
      };
    };
    render(Plan, { props: { id: plan.plan }, target: document.getElementById('app') as HTMLElement });
    await user.click(await screen.findByRole('button', { name: /Sign here together/ }));
    const sign = async (whom: string, name: string) => {
      const dialog = await screen.findByRole('dialog');
      await user.click(await within(dialog).findByRole('button', { name: new RegExp(`^Sign for ${whom}`) }));
      expect(await within(dialog).findByText(en.plans.signing.nameEmpty)).toBeTruthy();
      await user.click(within(dialog).getByRole('checkbox'));
      await user.type(within(dialog).getByLabelText('Name, as signed'), name);
      await user.click(within(dialog).getByRole('button', { name: new RegExp(`^Sign for ${whom}`) }));
    };
    await sign('Rideau Court', 'Maya Roy');
    await screen.findByText('Maya Roy has signed. Now the other side.');
    await sign('Birch & Ferry', 'Nora Whitfield');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(askedFor('plan_sign').map(({ party, name }) => [party, name])).toEqual([
      ['client', 'Maya Roy'],
      ['business', 'Nora Whitfield'],
    ]);
  });

  it('is signed in a copy that came back, once somebody has seen the signature on it', async () => {
    answers.plan_show = () => ({ as_of: '2026-11-17', plans: [plan] });
    answers.choose_returned_copy = () => '/home/nora/scan.pdf';
    const matched = { plan: plan.plan, version: 1, fingerprint: 'AAAA', kind: 'printed', added: [] };
    answers.plan_match = () => ({ ...matched, scanned: false });
    answers.plan_sign_in_copy = ({ name }) => ({
      plan: plan.plan,
      version: 1,
      state: 'offered',
      signatures: [{ party: 'client', name }],
    });
    render(Plan, { props: { id: plan.plan }, target: document.getElementById('app') as HTMLElement });
    await user.click(await screen.findByRole('button', { name: /Sign here together/ }));
    const w = en.plans.signing;
    const dialog = await screen.findByRole('dialog');
    const send = async () =>
      user.click(within(dialog).getByRole('button', { name: /^Sign for Rideau Court/ }));
    await user.click(within(dialog).getByRole('radio', { name: w.hows.copy }));
    await send();
    expect(await within(dialog).findByText(w.copyEmpty)).toBeTruthy();

    // The file as it was sent bears no signature, so there is nothing to take.
    await user.click(within(dialog).getByRole('button', { name: w.copyChoose }));
    expect(await within(dialog).findByText(w.copyUnsigned)).toBeTruthy();
    expect(within(dialog).queryByRole('checkbox')).toBeNull();

    answers.plan_match = () => ({ ...matched, scanned: true });
    answers.choose_returned_copy = () => '/home/nora/signed.pdf';
    await user.click(within(dialog).getByRole('button', { name: w.copyAnother }));
    const seen = await within(dialog).findByRole('checkbox', { name: w.seen('Rideau Court') });
    await user.type(within(dialog).getByLabelText(w.name), 'Maya Roy');
    await send();
    expect(await within(dialog).findByText(w.seenEmpty)).toBeTruthy();
    expect(askedFor('plan_sign_in_copy')).toEqual([]);
    await user.click(seen);
    await send();
    await screen.findByText('Maya Roy has signed. Now the other side.');
    expect(askedFor('plan_sign_in_copy')).toEqual([
      expect.objectContaining({
        plan: plan.plan,
        party: 'client',
        name: 'Maya Roy',
        path: '/home/nora/signed.pdf',
        seen: true,
      }),
    ]);
  });

  it('takes the name of a file signed elsewhere from its certificate', async () => {
    answers.plan_show = () => ({ as_of: '2026-11-17', plans: [{ ...plan, signed_by: ['business'] }] });
    answers.choose_returned_copy = () => '/home/nora/back.pdf';
    answers.plan_match = () => ({
      plan: plan.plan,
      version: 1,
      fingerprint: 'AAAA',
      kind: 'printed',
      scanned: false,
      added: ['Maya Roy'],
    });
    answers.plan_sign_in_copy = () => ({ plan: plan.plan, version: 1, state: 'active', signatures: [] });
    render(Plan, { props: { id: plan.plan }, target: document.getElementById('app') as HTMLElement });
    await user.click(await screen.findByRole('button', { name: /Sign for the client/ }));
    const w = en.plans.signing;
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('radio', { name: w.hows.copy }));
    await user.click(within(dialog).getByRole('button', { name: w.copyChoose }));
    await user.click(await within(dialog).findByRole('checkbox', { name: w.seen('Rideau Court') }));
    expect(within(dialog).queryByLabelText(w.name)).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: /^Sign for Rideau Court/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(askedFor('plan_sign_in_copy')[0]).toMatchObject({ name: '', path: '/home/nora/back.pdf' });
    await waitFor(() => expect(askedFor('plan_seal')).toHaveLength(1));
  });
});
