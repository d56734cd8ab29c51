/** Letters: what is asked of the desk, what is kept, and what is said when there is no letter. */
import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LettersMade } from '../src/ipc/wire';

type Ask = Record<string, unknown>;
const asked: [string, Ask][] = [];
const refused: Record<string, object> = {};
let answers: Record<string, (ask: Ask) => unknown> = {};

vi.mock('../src/ipc/host', () => ({
  send: (name: string, ask: Ask) => {
    asked.push([name, ask]);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shell rejects with plain objects
    if (name in refused) return Promise.reject(refused[name]);
    return Promise.resolve(answers[name]?.(ask) ?? null);
  },
}));

const { default: Letter } = await import('../src/papers/Letter.svelte');
const { default: PrintRun } = await import('../src/papers/PrintRun.svelte');
const { rememberSigner } = await import('../src/papers/signer.svelte');
const { go, place } = await import('../src/shared/place.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');
const { takeUp } = await import('../src/shared/book.svelte');

const user = userEvent.setup();
const askedFor = (name: string) => asked.filter(([each]) => each === name).map(([, ask]) => ask);

function target(): HTMLElement {
  const app = document.body.appendChild(document.createElement('div'));
  app.id = 'app';
  return app;
}

async function write(kind: string, about: string): Promise<void> {
  go(['letter', about], { kind });
  await waitFor(() => expect(place().query.kind).toBe(kind));
  render(Letter, { target: target(), props: { id: about } });
}

const preview = (ask: Ask) => ({
  pages: ['<svg/>'],
  client: 'Northgate',
  client_id: 'client-4',
  step: ask.kind === 'reminder' ? (ask.step ?? 'one_month') : null,
  tone: ask.kind === 'reminder' ? (ask.tone ?? 'firm') : null,
  answer_by: ask.kind === 'reminder' ? '2026-11-24' : null,
  warnings: [],
});

beforeEach(() => {
  document.body.replaceChildren();
  asked.length = 0;
  for (const name of Object.keys(refused)) delete refused[name];
  chooseLanguage('en');
  takeUp({ path: '/b.book', currency: 'CAD', locale: 'en-CA', today: '2026-11-17', warnings: [] } as never);
  rememberSigner('');
  answers = {
    client_view: () => ({ id: 'client-4', name: 'Northgate' }),
    letter_preview: preview,
    letter: (ask) => ({ document: 'document-9', kind: ask.kind, client: 'Northgate', client_id: 'client-4' }),
    save_document: ({ suggested_name }) => ({ path: suggested_name }),
    work_view: () => ({ phase: 'drawing', done: 1, of: 3 }),
  };
});
afterEach(cleanup);

describe('a letter', () => {
  it('begins as things stand, says what that is, and is drawn anew as one chooses', async () => {
    await write('reminder', 'client-4');
    expect(await screen.findByText('The letter for when a month or more has passed.')).toBeTruthy();
    expect(askedFor('letter_preview')[0]).toEqual({ kind: 'reminder', about: 'client-4', posted: false });
    await user.click(screen.getByRole('radio', { name: 'Warm' }));
    expect(await screen.findByText(/^The letter is warm/)).toBeTruthy();
    expect(askedFor('letter_preview').at(-1)).toMatchObject({ tone: 'warm' });
  });

  it('offers no step that says something is late while nothing is', async () => {
    answers.letter_preview = (ask) => ({ ...preview(ask), step: 'before_due', tone: 'warm' });
    await write('reminder', 'client-4');
    expect(await screen.findByText(/^Nothing is late yet/)).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'A month' })).toBeNull();
  });

  it('is kept once with its signer and its post, however often its file is saved', async () => {
    await write('reminder', 'client-4');
    await user.type(await screen.findByLabelText(/^Signed by/), 'Nora Birch');
    const keep = screen.getByRole<HTMLButtonElement>('button', { name: /^Keep and save as PDF/ });
    await waitFor(() => expect(askedFor('letter_preview').at(-1)).toMatchObject({ signed_by: 'Nora Birch' }));
    await waitFor(() => expect(keep.disabled).toBe(false));
    const drawn = askedFor('letter_preview').length;
    await user.click(screen.getByRole('checkbox', { name: 'It goes out by post today' }));
    await new Promise((rested) => setTimeout(rested, 300));
    // Being posted changes no word of it.
    expect(askedFor('letter_preview')).toHaveLength(drawn);
    expect(keep.disabled).toBe(false);
    await user.click(keep);
    await user.click(await screen.findByRole('button', { name: /^Save the file again/ }));
    await waitFor(() => expect(askedFor('save_document')).toHaveLength(2));
    expect(askedFor('letter')).toEqual([
      { kind: 'reminder', about: 'client-4', signed_by: 'Nora Birch', posted: true },
    ]);
    expect(askedFor('save_document')[0]).toMatchObject({
      document: 'document-9',
      suggested_name: 'Reminder, Northgate, 2026-11-17.pdf',
    });
  });

  it('offers whoever signed last in this book, and nobody in another one', async () => {
    rememberSigner('Nora Birch');
    await write('thanks', 'payment-7');
    const field = await screen.findByLabelText<HTMLInputElement>(/^Signed by/);
    expect(field.value).toBe('Nora Birch');
    expect(askedFor('letter_preview')[0]).toMatchObject({ kind: 'thanks', signed_by: 'Nora Birch' });
    takeUp({ path: '/c.book', currency: 'CAD', locale: 'en-CA', today: '2026-11-17' } as never);
    await waitFor(() => expect(field.value).toBe(''));
  });

  it('says where its pages would lie why there is none, and the way forward', async () => {
    refused.letter_preview = { code: 'nothing_overdue', kind: 'refused', message: '' };
    await write('reminder', 'client-4');
    const region = await screen.findByRole('region', { name: 'Why there is no letter now' });
    expect(within(region).getByText('There is nothing to remind them of.')).toBeTruthy();
    expect(within(region).getByRole('link').getAttribute('href')).toBe('#/statement/client-4');
    expect(screen.queryByRole('button', { name: /^Keep and save/ })).toBeNull();
    expect(screen.queryByLabelText(/^Signed by/)).toBeNull();
  });

  it('leads from a default notice that comes too early to the notice that goes first', async () => {
    refused.letter_preview = { code: 'letter_too_early', kind: 'refused', message: '' };
    await write('default', 'PP-2026-0006');
    const link = await screen.findByRole('link', { name: 'Write the notice of the missed instalment' });
    expect(link.getAttribute('href')).toBe('#/letter/PP-2026-0006?kind=missed');
  });
});

describe('a print run', () => {
  const MADE: LettersMade = {
    folder: '/home/nora/Letters',
    files: ['Northgate 2026-11-17.pdf', 'Quarry 2026-11-17.pdf'],
    left_out: [{ client: 'Granite Bay', client_id: 'client-6', code: 'nothing_overdue', message: '' }],
  };
  const show = (onclose = vi.fn()) => {
    render(PrintRun, { target: target(), props: { onclose } });
    return onclose;
  };
  const print = () => user.click(screen.getByRole('button', { name: 'Choose a folder and write them' }));

  it('says how many there are and where, and who was left out and why', async () => {
    answers.print_letters = () => MADE;
    const onclose = show();
    await user.type(screen.getByLabelText(/^Signed by/), 'Nora');
    await user.click(screen.getByRole('checkbox', { name: 'They go out by post today' }));
    await print();
    expect(askedFor('print_letters')).toEqual([
      { kind: 'reminder', clients: [], signed_by: 'Nora', posted: true },
    ]);
    const lead = await screen.findByText('2 reminders lie in this folder:');
    await waitFor(() => expect(document.activeElement).toBe(lead));
    expect(screen.getByText('/home/nora/Letters')).toBeTruthy();
    expect(screen.getByText('There is nothing to remind them of.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Granite Bay' }).getAttribute('href')).toBe('#/clients/client-6');
    await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('asks for neither signer nor post with statements, and stays when no folder was chosen', async () => {
    rememberSigner('Nora');
    const onclose = show();
    await user.click(screen.getByRole('radio', { name: 'Statements' }));
    expect(screen.queryByLabelText(/^Signed by/)).toBeNull();
    await print();
    expect(askedFor('print_letters')).toEqual([{ kind: 'statement', clients: [], posted: false }]);
    await waitFor(() =>
      expect(
        screen.getByRole<HTMLButtonElement>('button', { name: 'Choose a folder and write them' }).disabled,
      ).toBe(false),
    );
    expect(onclose).not.toHaveBeenCalled();
  });

  it('can be stopped while it draws, and says that nothing was kept', async () => {
    let end: ((refusal: object) => void) | undefined;
    answers.print_letters = () => new Promise((_, reject) => (end = reject));
    const onclose = show();
    await print();
    expect(await screen.findByText(/^If you cancel now/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(askedFor('work_cancel')).toHaveLength(1);
    expect(onclose).not.toHaveBeenCalled();
    end?.({ code: 'cancelled', kind: 'refused', message: '' });
    expect(await screen.findByText(/^It was stopped/)).toBeTruthy();
  });
});
