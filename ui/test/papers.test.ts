import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

const asked: [string, Record<string, unknown>][] = [];

vi.mock('../src/ipc/host', () => ({
  send: (name: string, args: Record<string, unknown>) => {
    asked.push([name, args]);
    if (name === 'client_view') return Promise.resolve({ id: 'client-3', name: 'Fernhill' });
    if (name === 'statement_preview')
      return Promise.resolve({
        pages: ['<svg/>'],
        from: '2025-01-04',
        to: '2026-11-17',
        balance: { CAD: '4759.00', USD: '-20.00' },
      });
    if (name === 'statement')
      return Promise.resolve({ document: 'document-7', client: 'Fernhill', to: '2026-11-17' });
    return Promise.resolve({ path: String(args['suggested_name']) });
  },
}));

const { default: Statement } = await import('../src/papers/Statement.svelte');
const { fileName } = await import('../src/papers/names');
const { refine } = await import('../src/shared/place.svelte');
const user = userEvent.setup();
const count = (name: string) => asked.filter(([each]) => each === name).length;

beforeEach(() => {
  asked.length = 0;
  location.hash = '';
  refine({ from: undefined });
});

it('names files so that every system takes them and a folder sorts them', () => {
  const paper = { kind: 'statement', on: '2026-11-17' };
  expect(fileName({ ...paper, client: 'Quarry Road Brewing Co.' })).toBe(
    'Statement of account, Quarry Road Brewing Co, 2026-11-17.pdf',
  );
  expect(fileName({ ...paper, client: 'A/B: "C" <D>' })).toBe(
    'Statement of account, A B C D, 2026-11-17.pdf',
  );
});

it('keeps a statement once, however often its file is saved, and anew when it begins elsewhere', async () => {
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(Statement, { target, props: { id: 'client-3' } });
  const keep = await screen.findByRole('button', { name: /^Keep and save as PDF/ });
  expect(screen.getByText('4,759.00 CAD is owed at the end.')).toBeTruthy();
  expect(screen.getByText('20.00 USD is credit on account at the end.')).toBeTruthy();
  await user.click(keep);
  const again = await screen.findByRole('button', { name: /^Save the file again/ });
  await user.click(again);
  await waitFor(() => expect(count('save_document')).toBe(2));
  expect(count('statement')).toBe(1);
  expect(asked.at(-1)?.[1]).toMatchObject({
    document: 'document-7',
    suggested_name: 'Statement of account, Fernhill, 2026-11-17.pdf',
  });

  refine({ from: '2026-01-01' });
  await user.click(await screen.findByRole('button', { name: /^Keep and save as PDF/ }));
  await waitFor(() => expect(count('statement')).toBe(2));
});
