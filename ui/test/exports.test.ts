import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

type Ask = Record<string, unknown>;
const asked: [string, Ask][] = [];
let made: () => Promise<unknown>;

vi.mock('../src/ipc/host', () => ({
  send: (name: string, ask: Ask) => {
    asked.push([name, ask]);
    if (name === 'export_into') return made();
    return Promise.resolve({ phase: 'writing', done: 3, of: 9 });
  },
}));

const { default: Export } = await import('../src/exports/Export.svelte');
const { withNeeded } = await import('../src/exports/formats');
const { takeUp } = await import('../src/shared/book.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');

const user = userEvent.setup();
const onclose = vi.fn();

function show(): void {
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(Export, { target, props: { onclose } });
}
const begin = () => user.click(screen.getByRole('button', { name: 'Choose a folder and export' }));

beforeEach(() => {
  document.body.replaceChildren();
  asked.length = 0;
  onclose.mockClear();
  chooseLanguage('en');
  takeUp({ currency: 'CAD', locale: 'en-CA', today: '2026-11-17', warnings: [] } as never);
  made = () =>
    Promise.resolve({
      folder: '/home/nora/export',
      as_of: '2026-11-17',
      files: ['book.json', 'clients.csv'],
      counts: { clients: 31, allocations: 900 },
    });
});

it('writes what is ticked, and says where it lies and what it holds', async () => {
  show();
  await user.click(await screen.findByRole('checkbox', { name: 'CSV for programs' }));
  await begin();
  expect(await screen.findByText('2 files lie in this folder:')).toBeTruthy();
  expect(screen.getByText('/home/nora/export')).toBeTruthy();
  expect(screen.getByRole('row', { name: 'Clients 31' })).toBeTruthy();
  expect(asked.filter(([name]) => name === 'export_into')).toEqual([
    ['export_into', { formats: ['xlsx', 'json', 'papers'] }],
  ]);
});

it('keeps the papers with the JSON, which cannot be taken up without them', async () => {
  show();
  const papers = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Papers and attachments' });
  expect(papers.disabled).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: 'JSON file' }));
  expect(papers.disabled).toBe(false);
  expect(withNeeded(['json'])).toEqual(['json', 'papers']);
  expect(withNeeded(['csv-local'])).toEqual(['csv-local']);
});

it('stays as it was when no folder was chosen, and asks for at least one format', async () => {
  made = () => Promise.resolve(null);
  show();
  await screen.findByRole('checkbox', { name: 'JSON file' });
  await begin();
  const act = screen.getByRole<HTMLButtonElement>('button', { name: 'Choose a folder and export' });
  await waitFor(() => expect(act.disabled).toBe(false));
  for (const name of ['Excel workbook', 'CSV for programs', 'JSON file', 'Papers and attachments'])
    await user.click(screen.getByRole('checkbox', { name }));
  expect(act.disabled).toBe(true);
  expect(screen.getByText('Choose at least one.')).toBeTruthy();
});

it('is stopped by Escape while it is being written, and says that nothing was', async () => {
  let stop: (said: unknown) => void = () => undefined;
  made = () => new Promise((_, no) => (stop = no));
  show();
  await screen.findByRole('checkbox', { name: 'JSON file' });
  await begin();
  expect(await screen.findByText('If you cancel now, no file is written.')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(asked.map(([name]) => name)).toContain('work_cancel'));
  expect(onclose).not.toHaveBeenCalled();
  stop({ code: 'cancelled', kind: 'refused', message: 'stopped' });
  expect(await screen.findByText('It was stopped. No file was written.')).toBeTruthy();
});
