import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

const BUSINESS = {
  name: 'Birch & Ferry Millwork',
  country: 'CA',
  region: 'ON',
  currency: 'CAD',
  locale: 'en-CA',
  time_zone: 'America/Toronto',
  email: '',
  phone: '613 555 0142',
  tax_id: '',
  address: {
    street: 'Ferry Lane',
    number: '41',
    extra: '',
    postcode: '',
    town: '',
    region: 'ON',
    country: 'CA',
  },
  pay_to: [] as string[],
  logo: false,
};
const POLICY: Record<string, string> = {
  next_steps: 'call',
  reminders_before_demand: '2',
  late_charge: '12.5',
  small_balance: '5.00',
  closing_date: '',
  appropriation: 'costs_interest_principal',
  terms_days: '30',
  grace_days: '7',
  time_stamp_authority: '',
};

let business = BUSINESS;
let policy = POLICY;
let edits: Record<string, unknown>[] = [];
let seal: object | null = null;
const IMPORTED = {
  name: 'Birch & Ferry Millwork',
  key: 'A1B2 C3D4',
  imported: true,
  from: '2026-01-05',
  until: '2029-01-04',
};

// eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shell rejects with plain objects
const refuse = (refusal: object): Promise<never> => Promise.reject(refusal);

vi.mock('../src/ipc/host', () => ({
  send: (name: string, ask: Record<string, string>) => {
    if (name === 'business_edit') {
      edits.push(ask);
      business = { ...business, ...ask };
    }
    if (name === 'policy_set') {
      edits.push(ask);
      if (ask['value'] === 'soon')
        return refuse({ code: 'policy_value_refused', kind: 'input', message: '' });
      policy = { ...policy, [ask['key'] ?? '']: ask['value'] ?? '' };
    }
    if (name === 'choose_seal_file') return Promise.resolve('/home/nora/seal.p12');
    if (name === 'seal_view') return Promise.resolve({ seal });
    if (name === 'seal_import') {
      edits.push(ask);
      if (ask['password'] !== 'right')
        return refuse({ code: 'key_password_wrong', kind: 'input', message: '', field: 'password' });
      seal = IMPORTED;
      return Promise.resolve({ seal });
    }
    if (name.startsWith('business_logo')) return Promise.resolve({ picture: null });
    if (name.startsWith('policy')) return Promise.resolve({ policy });
    return Promise.resolve(business);
  },
}));

const { default: Settings } = await import('../src/settings/Settings.svelte');
const { go } = await import('../src/shared/place.svelte');
const { dismiss, toasts, undoLast } = await import('../src/shared/toasts.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');
const user = userEvent.setup();

async function show(part: string): Promise<void> {
  go(['settings'], { part });
  await waitFor(() => expect(location.hash).toContain(part));
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(Settings, { target });
}

beforeEach(() => {
  document.body.replaceChildren();
  chooseLanguage('en');
  [business, policy, edits, seal] = [BUSINESS, POLICY, [], null];
  for (const toast of toasts()) dismiss(toast.id);
});

it('keeps a field as one leaves it, once, and undo puts back what was there', async () => {
  await show('business');
  const phone = await screen.findByLabelText<HTMLInputElement>(/^Phone/);
  await user.clear(phone);
  await user.type(phone, '613 555 0199');
  await user.tab();
  await waitFor(() => expect(toasts().map((toast) => toast.text)).toEqual(['Phone: saved.']));
  phone.focus();
  await user.tab();
  expect(edits).toEqual([{ phone: '613 555 0199' }]);
  undoLast();
  await waitFor(() => expect(phone.value).toBe('613 555 0142'));
});

it('says under the field what cannot be decided, keeps it, and Escape puts it back', async () => {
  await show('policy');
  const grace = await screen.findByLabelText<HTMLInputElement>(/^Days of grace/);
  await user.clear(grace);
  await user.type(grace, 'soon{Enter}');
  expect(await screen.findByText(/outside what can be decided/)).toBeTruthy();
  expect(grace.value).toBe('soon');
  await user.type(grace, '{Escape}');
  expect(grace.value).toBe('7');
  expect(toasts()).toEqual([]);
});

it('never lets the last next step go, and takes further ones in', async () => {
  await show('policy');
  const call = await screen.findByRole<HTMLButtonElement>('switch', { name: 'Telephone once more' });
  expect(call.disabled).toBe(true);
  await user.click(screen.getByRole('switch', { name: 'Bring a small claim' }));
  await waitFor(() => expect(edits).toEqual([{ key: 'next_steps', value: 'call,small_claims' }]));
  await waitFor(() => expect(call.disabled).toBe(false));
});

it('reads a rate with the reader’s own decimal mark', async () => {
  chooseLanguage('fr');
  await show('policy');
  const rate = await screen.findByLabelText<HTMLInputElement>(/^Taux annuel/);
  await waitFor(() => expect(rate.value).toBe('12,5'));
  await user.clear(rate);
  await user.type(rate, '8,25{Enter}');
  await waitFor(() => expect(edits).toEqual([{ key: 'late_charge', value: '8.25' }]));
});

it('says that there is no seal yet, and takes up a key from an authority with its password', async () => {
  await show('seal');
  expect(await screen.findByText(/^There is none yet/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Take up a key/ }));
  const password = await screen.findByLabelText<HTMLInputElement>('Password of the file');
  expect(password.type).toBe('password');
  await user.type(password, 'wrong');
  await user.click(screen.getByRole('button', { name: 'Take up the key' }));
  expect(await screen.findByText(/That password does not open the key file/)).toBeTruthy();
  await user.clear(password);
  await user.type(password, 'right{Enter}');
  expect(await screen.findByText('An authority vouches for it.')).toBeTruthy();
  expect(screen.getByText('A1B2 C3D4')).toBeTruthy();
  expect(screen.getByText(/^from .*5.* to .*2029/)).toBeTruthy();
  expect(edits.at(-1)).toEqual({ path: '/home/nora/seal.p12', password: 'right' });
});

it('asks for no time stamps until an address is written, and switches them off again', async () => {
  await show('seal');
  const stamps = await screen.findByRole('switch', { name: 'Have each seal time-stamped' });
  expect(stamps.getAttribute('aria-checked')).toBe('false');
  await user.click(stamps);
  expect(edits).toEqual([]);
  await user.type(await screen.findByLabelText('Address of the authority'), 'https://stamps.example{Enter}');
  const key = 'time_stamp_authority';
  await waitFor(() => expect(edits).toEqual([{ key, value: 'https://stamps.example' }]));
  await user.click(stamps);
  await waitFor(() => expect(edits.at(-1)).toEqual({ key, value: '' }));
  await waitFor(() => expect(screen.queryByLabelText('Address of the authority')).toBeNull());
  undoLast();
  await waitFor(() => expect(edits.at(-1)).toEqual({ key, value: 'https://stamps.example' }));
});
