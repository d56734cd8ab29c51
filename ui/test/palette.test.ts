import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Found } from '../src/ipc/wire';

const NOTHING: Found = { clients: [], invoices: [], plans: [] };
const QUARRY: Found = {
  ...NOTHING,
  clients: [
    {
      id: 'client-7',
      name: 'Quarry Road Brewing',
      balance: { CAD: '10365.00' },
      overdue: { CAD: '8670.00' },
    },
  ],
};
let find: (search: string) => Promise<Found>;

vi.mock('../src/ipc/host', () => ({
  send: (name: string, args: { search: string }) =>
    name === 'find' ? find(args.search) : Promise.resolve(null),
}));

const { default: Palette } = await import('../src/app/palette/Palette.svelte');
const { marked, holds } = await import('../src/app/palette/marks');
const { noteVisit, forgetVisits } = await import('../src/app/palette/recent.svelte');
const { openAct, closeAct } = await import('../src/shared/acts.svelte');
const { overlay, putAway, showOverlay } = await import('../src/shared/overlay.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');

const user = userEvent.setup();

async function show(): Promise<HTMLElement> {
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(Palette, { target });
  showOverlay('palette');
  return screen.findByRole('combobox');
}

const options = () => screen.queryAllByRole('option').map((option) => option.textContent?.trim() ?? '');

beforeEach(() => {
  document.body.replaceChildren();
  chooseLanguage('en');
  location.hash = '';
  find = () => Promise.resolve(NOTHING);
  putAway();
  closeAct();
  forgetVisits();
});

describe('what was typed', () => {
  it('stands out in a name whatever its accents and capitals', () => {
    const hits = (name: string, typed: string) =>
      marked(name, typed)
        .filter((part) => part.hit)
        .map((part) => part.text);
    expect(hits('Éclair & Fils', 'ecl')).toEqual(['Écl']);
    expect(hits('Quarry Road Brewing', 'road QUARRY')).toEqual(['Quarry', 'Road']);
    expect(hits('Granite Bay', 'x')).toEqual([]);
    expect(marked('Crème brûlée', 'brulee').map((part) => part.text)).toEqual(['Crème ', 'brûlée']);
  });

  it('is held by a name when each of its words is', () => {
    expect(holds('Record a payment', 'pay rec')).toBe(true);
    expect(holds('Record a payment', 'pay plan')).toBe(false);
  });
});

describe('the palette', () => {
  it('offers what was seen last before anything is typed', async () => {
    noteVisit(['clients', 'client-7'], 'Quarry Road Brewing');
    noteVisit(['settings'], 'Settings');
    await show();
    expect(options()[0]).toBe('Quarry Road Brewing');
    expect(options()).toContain('Record a payment');
  });

  it('finds a client, and what can be done about it', async () => {
    find = () => Promise.resolve(QUARRY);
    await user.type(await show(), 'quarry');
    await screen.findByText('Compose a plan for', { exact: false });
    expect(options()[0]).toContain('Quarry Road Brewing');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(openAct()).toEqual({ name: 'pay', ask: { client: 'client-7' } });
    expect(overlay()).toBeUndefined();
  });

  it('understands an act and a name together', async () => {
    find = (search) => Promise.resolve(search === 'quarry' ? QUARRY : NOTHING);
    await user.type(await show(), 'statement quarry');
    await vi.waitFor(() => expect(options()).toEqual(['Statement of account for Quarry Road Brewing']));
  });

  it('leads to the reminder of whoever is named', async () => {
    find = (search) => Promise.resolve(search === 'quarry' ? QUARRY : NOTHING);
    await user.type(await show(), 'reminder quarry');
    await vi.waitFor(() => expect(options()).toEqual(['Write a reminder to Quarry Road Brewing']));
    await user.keyboard('{Enter}');
    await vi.waitFor(() => expect(location.hash).toBe('#/letter/client-7?kind=reminder'));
  });

  it('never chooses from the answer to an older question: Enter waits for its own', async () => {
    let late: ((found: Found) => void) | undefined;
    find = (search) =>
      search === 'granite'
        ? new Promise((done) => (late = done))
        : Promise.resolve({
            ...NOTHING,
            clients: [{ id: 'client-1', name: 'Gr', balance: {}, overdue: {} }],
          });
    const line = await show();
    await user.type(line, 'gr');
    await screen.findAllByRole('option');
    await user.type(line, 'anite{Enter}');
    expect(overlay()).toBe('palette');
    await vi.waitFor(() => expect(late).toBeDefined());
    late?.({ ...NOTHING, clients: [{ id: 'client-2', name: 'Granite Bay', balance: {}, overdue: {} }] });
    await vi.waitFor(() => expect(location.hash).toBe('#/clients/client-2'));
  });

  it('says when nothing is called that, and what would be found', async () => {
    await user.type(await show(), 'zzz');
    expect((await screen.findAllByText(/Nothing is called “zzz”/)).length).toBeGreaterThan(0);
    expect(options()).toEqual([]);
  });

  it('goes away with its own key and leaves things as they are', async () => {
    await show();
    await user.keyboard('{Control>}k{/Control}');
    expect(overlay()).toBeUndefined();
    expect(location.hash).toBe('');
  });
});
