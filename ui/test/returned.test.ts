/** A copy of an agreement that came back: what it is, or why it is none, in plain words. */
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PlanMatched, PlanView } from '../src/ipc/wire';

let match: () => Promise<PlanMatched>;
const chosen: (string | null)[] = [];

vi.mock('../src/ipc/host', () => ({
  send: (name: string) => (name === 'plan_match' ? match() : Promise.resolve(chosen.shift() ?? null)),
}));

const { default: PlanMore } = await import('../src/plans/PlanMore.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');
// A menu that is closing keeps the pointer from the page for a moment, which says nothing about what is behind it.
const user = userEvent.setup({ pointerEventsCheck: 0 });

const PLAN = {
  plan: 'PP-2026-0004',
  client_id: 'client-1',
  version: 2,
  state: 'active',
  document: 'document-3',
  instalments: [{ n: 1, due: '2026-10-13', amount: '400.00', paid: '0.00', state: 'missed' }],
} as PlanView;
const MATCHED: PlanMatched = {
  plan: 'PP-2026-0004',
  version: 2,
  fingerprint: 'ABCD',
  kind: 'sealed',
  scanned: false,
  added: [],
};
/** A line never ends at a hyphen of its number. */
const joined = (text: string) => text.replaceAll('\u2060', '');
const said = () => joined(screen.getByRole('dialog').textContent ?? '');

beforeEach(() => {
  document.body.replaceChildren();
  chooseLanguage('en');
  chosen.length = 0;
  location.hash = '';
  match = () => Promise.resolve(MATCHED);
});
afterEach(cleanup);

async function check(
  path: string | null = '/home/nora/Downloads/back.pdf',
  more: { plan?: PlanView; onsign?: (path: string) => void } = {},
): Promise<void> {
  chosen.push(path);
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(PlanMore, { target, props: { plan: PLAN, ...more } });
  await user.click(screen.getByRole('button', { name: 'More acts' }));
  await user.click(await screen.findByText('Check a copy that came back'));
}

it('is sealed and unchanged, which proves no identity', async () => {
  await check();
  await screen.findByText(/^The agreement as it was sealed here/);
  expect(said()).toContain('It is PP-2026-0004, version 2.');
  expect(said()).toContain('It does not show who signed it');
  expect(said()).not.toContain('Signed further');
});

it('is an earlier version that others have signed since', async () => {
  match = () =>
    Promise.resolve({ ...MATCHED, version: 1, kind: 'printed', added: ['Lena Moss', 'Ines Roy'] });
  await check();
  await screen.findByText(/or a scan of its print/);
  expect(said()).toContain('Version 2 has taken its place since.');
  expect(said()).toContain('Signed further by Lena Moss, Ines Roy');
});

it('belongs to another plan, which is named with its link', async () => {
  match = () => Promise.resolve({ ...MATCHED, plan: 'PP-2026-0007', version: 1 });
  await check();
  const link = await screen.findByRole('link');
  expect(link.getAttribute('href')).toBe('#/plans/PP-2026-0007');
  expect(said()).toContain('That is another plan than PP-2026-0004.');
  expect(said()).not.toContain('taken its place');
});

it('is refused with the reason that only the desk knows, and another file can be checked', async () => {
  const reason = 'Page 3 is missing.';
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shell rejects with plain objects
  match = () => Promise.reject({ code: 'copy_refused', kind: 'refused', message: reason });
  await check();
  expect((await screen.findByText(reason)).getAttribute('lang')).toBe('en');
  match = () => Promise.resolve(MATCHED);
  chosen.push('/home/nora/Downloads/whole.pdf');
  await user.click(screen.getByRole('button', { name: 'Check another file' }));
  await screen.findByText('whole.pdf');
  await screen.findByText(/^The agreement as it was sealed here/);
  expect(screen.queryByText(reason)).toBeNull();
});

it('leads on to the signature it may bear, while somebody has yet to sign', async () => {
  const plan = { ...PLAN, state: 'offered' };
  const onsign = vi.fn();
  match = () => Promise.resolve({ ...MATCHED, kind: 'printed', scanned: true });
  await check(undefined, { plan, onsign });
  await user.click(await screen.findByRole('button', { name: 'Take its signature' }));
  expect(onsign).toHaveBeenCalledExactlyOnceWith('/home/nora/Downloads/back.pdf');
});

it('bears no signature as it was sent, so there is none to take', async () => {
  match = () => Promise.resolve({ ...MATCHED, kind: 'printed' });
  await check(undefined, { plan: { ...PLAN, state: 'offered' }, onsign: vi.fn() });
  await screen.findByRole('button', { name: 'Keep it among the papers' });
  expect(screen.queryByRole('button', { name: 'Take its signature' }), 'nobody has signed it').toBeNull();
});

it('asks nothing when no file was chosen, and leads to the notices of what was missed', async () => {
  await check(null);
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'More acts' }));
  await user.click(await screen.findByText('Notice of the missed instalment'));
  await vi.waitFor(() => expect(location.hash).toBe('#/letter/PP-2026-0004?kind=missed'));
});
