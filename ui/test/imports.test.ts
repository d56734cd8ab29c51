import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportAsk, ImportReport, ImportRow } from '../src/ipc/wire';

const NOTHING = { clients: 0, invoices: 0, credit_notes: 0, payments: 0, bank_lines: 0 };
const REPORT: ImportReport = {
  import: null,
  dry_run: true,
  reading: {
    kind: 'invoices',
    format: 'csv',
    fingerprint: '0123456789abcdef',
    encoding: 'UTF-8',
    encoding_guessed: false,
    delimiter: ';',
    header_row: 1,
    date_order: 'dmy',
    decimal: 'comma',
    ambiguous: [],
    columns: [
      { header: 'Num', position: 1, field: 'invoice_number' },
      {
        header: 'Date',
        position: 2,
        field: 'issue_date',
        date_order: 'dmy',
        proof: [{ row: 14, text: '13/02/2024', read_as: '2024-02-13' }],
      },
      { header: 'Note', position: 3 },
      { header: 'Note', position: 4 },
    ],
  },
  created: { ...NOTHING, invoices: 2466, clients: 40 },
  updated: NOTHING,
  unchanged: NOTHING,
  changed: [],
  missing: [],
  skipped: [
    { row: 7, code: 'void', message: 'The invoice is cancelled' },
    { row: 9, code: 'amount_unreadable', message: '“abc” in total is not an amount' },
    { row: 12, code: 'void', message: 'The invoice is cancelled' },
  ],
  warnings: [],
  rows: { read: 2470, title: 0, header: 1, blank: 0, totals: 0, other_side: 0, used: 2466, skipped: 3 },
  preview: { rows: [], control: [] },
};

let asked: [string, unknown][] = [];
let imports: ImportRow[] = [];
let answerImport: (ask: ImportAsk) => Promise<unknown>;

vi.mock('../src/ipc/host', () => ({
  send: (name: string, ask: unknown) => {
    asked.push([name, ask]);
    if (name === 'import') return answerImport(ask as ImportAsk);
    if (name === 'import_list') return Promise.resolve({ imports });
    if (name === 'choose_import_file') return Promise.resolve('/home/nora/open invoices.csv');
    if (name === 'work_view') return Promise.resolve({ phase: 'writing', done: 0, of: 0 });
    if (name === 'import_undo') return refuse('import_on_plan');
    return Promise.resolve(null);
  },
}));

const refuse = (code: string, more: object = {}): Promise<never> =>
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the shell rejects with plain objects
  Promise.reject({ code, kind: 'input', message: 'No.', ...more });

const { default: Import } = await import('../src/imports/Import.svelte');
const { columnName } = await import('../src/imports/incoming.svelte');
const { openRows } = await import('../src/imports/readings');
const { go, place } = await import('../src/shared/place.svelte');
const { chooseLanguage } = await import('../src/words/index.svelte');
const user = userEvent.setup();
const asks = () => asked.filter(([name]) => name === 'import').map(([, ask]) => ask as ImportAsk);

async function show(path?: string): Promise<void> {
  go(['import'], { path });
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  await waitFor(() => expect(place()).toEqual({ path: ['import'], query: path ? { path } : {} }));
  render(Import, { target });
}

beforeEach(() => {
  document.body.replaceChildren();
  chooseLanguage('en');
  asked = [];
  imports = [];
  answerImport = ({ dry_run }) =>
    Promise.resolve({ ...REPORT, dry_run, import: dry_run ? null : 'import-3' });
});

describe('a file on its way in', () => {
  it('is read, shown with its proof, and brought in at one press', async () => {
    await show();
    await user.click(await screen.findByRole('button', { name: /Choose a file/ }));
    expect(await screen.findByText(/row\s14 “13\/02\/2024”/)).toBeTruthy();
    expect(screen.getByText('Cancelled or void.').textContent).toBeTruthy();
    expect(screen.getByText(/2,470 rows read = 2,466 used \+ 3 left out \+ 1 /)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Bring in 2,466 invoices' }));
    expect(await screen.findByText('2,466 invoices and 40 clients are in the book.')).toBeTruthy();
    expect(asks().map((ask) => ask.dry_run)).toEqual([true, false]);
  });

  it('asks what it leaves open, shows its rows both ways, and chooses nothing beforehand', async () => {
    answerImport = (ask) =>
      ask.date_order
        ? Promise.resolve(REPORT)
        : refuse('date_order_ambiguous', {
            field: 'issue_date',
            candidates: ['row 2: 09/01/2017 is 2017-01-09 (dmy) or 2017-09-01 (mdy)'],
          });
    await show('/x/a.csv');
    const month = await screen.findByRole('radio', { name: /The month comes first.*September/s });
    const read = screen.getByRole<HTMLButtonElement>('button', { name: 'Read the file this way' });
    expect(read.disabled).toBe(true);
    await user.click(month);
    await user.click(read);
    await screen.findByRole('button', { name: /^Bring in/ });
    expect(asks().at(-1)?.date_order).toBe('mdy');
  });

  it('can take a column for something else', async () => {
    await show('/x/a.csv');
    const note = (await screen.findAllByRole('combobox', { name: /“Note” is taken for/ }))[1] as HTMLElement;
    await user.selectOptions(note, 'Due day');
    await waitFor(() => expect(asks().at(-1)?.map).toEqual(['due_date=4']));
  });

  it('says that nothing was written when it is stopped', async () => {
    answerImport = ({ dry_run }) => (dry_run ? Promise.resolve(REPORT) : refuse('cancelled'));
    await show('/x/a.csv');
    await user.click(await screen.findByRole('button', { name: /^Bring in/ }));
    expect(await screen.findByText('Stopped. Nothing was written.')).toBeTruthy();
  });

  it('asks why when its days are closed, and hands the reason on', async () => {
    answerImport = ({ dry_run, reason }) =>
      dry_run || reason ? Promise.resolve(REPORT) : refuse('day_closed', { kind: 'refused' });
    await show('/x/a.csv');
    await user.click(await screen.findByRole('button', { name: /^Bring in/ }));
    await user.type(await screen.findByLabelText(/Why something changes/), 'Late export{Enter}');
    await waitFor(() => expect(asks().at(-1)?.reason).toBe('Late export'));
  });

  it('says where in the file a refusal stands', async () => {
    answerImport = () => refuse('amount_unreadable', { file: 'a.csv', row: 31, field: 'total' });
    await show('/x/a.csv');
    expect(await screen.findByRole('heading', { name: 'a.csv' })).toBeTruthy();
    expect(screen.getByText('Row 31, the column for “Total with tax”')).toBeTruthy();
  });
});

describe('what a file leaves to the person', () => {
  it('is the sheet of a workbook where several hold a table; another can be taken after all', async () => {
    answerImport = ({ sheet }) =>
      sheet
        ? Promise.resolve({
            ...REPORT,
            reading: { ...REPORT.reading, format: 'xlsx', delimiter: null, sheet },
          })
        : refuse('sheet_ambiguous', { field: 'sheet', candidates: ['Open', 'Old'] });
    await show('/x/book.xlsx');
    await user.click(await screen.findByRole('radio', { name: 'Old' }));
    await user.click(screen.getByRole('button', { name: 'Read the file this way' }));
    await waitFor(() => expect(asks().at(-1)?.sheet).toBe('Old'));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Sheet' }), 'Open');
    await waitFor(() => expect(asks().at(-1)?.sheet).toBe('Open'));
  });

  it('is what became of invoices it lists no longer: left alone unless one says otherwise', async () => {
    answerImport = ({ dry_run }) => Promise.resolve({ ...REPORT, dry_run, missing: ['INV-1', 'INV-2'] });
    await show('/x/a.csv');
    const leave = await screen.findByRole<HTMLInputElement>('radio', { name: /Leave them as they are/ });
    expect(leave.checked).toBe(true);
    expect(asks().at(-1)).not.toHaveProperty('missing');
    await user.click(screen.getByRole('radio', { name: /They were paid/ }));
    await waitFor(() => expect(asks().at(-1)?.missing).toBe('paid'));
    await user.click(screen.getByRole('button', { name: /^Bring in/ }));
    await waitFor(() => expect(asks().at(-1)).toMatchObject({ missing: 'paid', dry_run: false }));
  });

  it('goes back to leaving them when a plan stands on them', async () => {
    answerImport = ({ missing }) =>
      missing === 'void'
        ? refuse('import_on_plan', { field: 'missing' })
        : Promise.resolve({ ...REPORT, missing: ['INV-1'] });
    await show('/x/a.csv');
    await user.click(await screen.findByRole('radio', { name: /They were cancelled/ }));
    await user.click(await screen.findByRole('button', { name: 'Leave them as they are' }));
    expect(await screen.findByRole('button', { name: /^Bring in/ })).toBeTruthy();
    expect(asks().at(-1)).not.toHaveProperty('missing');
  });
});

describe('what a file says', () => {
  it('otherwise than the book is shown as it stands and as it will', async () => {
    const changed = [
      { number: 'INV-7', client: 'Halyard', field: 'total', before: '1200.00', after: '1250.00' },
      { number: 'INV-7', client: 'Halyard', field: 'due', before: '2026-03-04', after: '2026-03-14' },
    ];
    answerImport = () => Promise.resolve({ ...REPORT, changed });
    await show('/x/a.csv');
    expect(await screen.findByRole('row', { name: 'INV-7 Halyard Total 1,200.00 1,250.00' })).toBeTruthy();
    expect(screen.getByRole('row', { name: /INV-7 Halyard Due day .*4.* .*14/ })).toBeTruthy();
  });

  it('of an electronic invoice stands beside how it was read; what is fixed is not asked', async () => {
    const facts = [
      { row: 1, name: 'document_type', text: '381', read_as: '381' },
      { row: 1, name: 'total', text: '1234.5', read_as: 'EUR 1234.50' },
      { row: 1, name: 'due', text: '', read_as: '2017-02-13' },
    ];
    const open = { delimiter: null, header_row: null, date_order: null, decimal: null, columns: [] };
    const reading = { ...REPORT.reading, ...open, format: 'ubl', facts };
    answerImport = () => Promise.resolve({ ...REPORT, reading });
    await show('/x/a.xml');
    expect(await screen.findByRole('row', { name: 'Kind of document 381 credit note' })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Total with tax 1234.5 1,234.50 EUR' })).toBeTruthy();
    expect(screen.getByRole('row', { name: /Due not stated .*2017/ })).toBeTruthy();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('of an account comes with what came in and went out, and leads to the bank', async () => {
    const control = {
      currency: 'CAD',
      ...{ invoices: 0, total: '0', balance: '0', payments: 0, paid: '0' },
      ...{ bank_lines: 2, money_in: '1200.00', money_out: '96.40' },
    };
    const row = { row: 6, kind: 'bank_line', number: '', due_assumed: false, currency: 'CAD' };
    const preview = {
      rows: [
        { ...row, client: 'Quarry Road', on: '2026-11-05', total: '1200.00' },
        { ...row, row: 7, client: '', on: '2026-11-06', total: '-96.40' },
      ],
      control: [control],
    };
    const reading = { ...REPORT.reading, kind: 'bank', format: 'camt', delimiter: null, columns: [] };
    const created = { ...NOTHING, bank_lines: 2 };
    answerImport = ({ dry_run }) =>
      Promise.resolve({ ...REPORT, dry_run, reading, created, preview, import: dry_run ? null : 'import-4' });
    await show('/x/a.xml');
    expect(await screen.findByRole('row', { name: '2 bank lines: came in, CAD 1,200.00' })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Went out, CAD 96.40' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Bring in 2 bank lines' }));
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Match what came in' });
    expect(link.hash).toBe('#/bank');
  });
});

it('keeps an import on which a plan stands, and says so in the dialog', async () => {
  imports = [
    {
      import: 'import-1',
      file: 'may.csv',
      kind: 'invoices',
      on: '2026-05-02',
      created: { ...NOTHING, invoices: 3 },
      undone: false,
      assumed: 0,
    },
  ];
  await show();
  await user.click(await screen.findByRole('button', { name: 'Take back may.csv' }));
  await user.click(await screen.findByRole('button', { name: 'Take the import back' }));
  expect(await screen.findByText(/A payment plan stands on invoices/)).toBeTruthy();
  expect(screen.getByRole('alertdialog')).toBeTruthy();
});

it('reads the rows of a question, and passes over what it cannot read', () => {
  expect(openRows(['row 2: 1,200 is 1200 (dot) or 1.200 (comma)', 'column 4'])).toEqual([
    { row: 2, text: '1,200', readings: { dot: '1200', comma: '1.200' } },
  ]);
});

it('names a column by its header only where no other column could be meant', () => {
  const columns = [
    { header: 'Date', position: 1 },
    { header: '', position: 2 },
    { header: 'Note', position: 3 },
    { header: 'Note', position: 4 },
  ];
  expect(columns.map((column) => columnName(column, columns))).toEqual(['Date', '2', '3', '4']);
});
