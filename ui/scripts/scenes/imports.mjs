/** Bringing files in, from the question a file leaves open to what came before. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HEADS = 'Invoice Number,Customer,Invoice Date,Due Date,Total,Balance,PO,Colour';
const CLIENTS = [
  'Quarry Road Brewing Co.',
  'Fernhill Veterinary Clinic',
  'Halyard & Spar',
  'Épicerie Lorne',
  'Tannery Lofts',
];

/** Sixty invoices; `clear` writes days that can be read in one way only. */
function list({ clear, currency = '' }) {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const day = clear ? 13 + (at % 12) : 1 + (at % 12);
    const month = 1 + (at % 9);
    const date = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/2026`;
    const due = `${String(day).padStart(2, '0')}/${String(month + 1).padStart(2, '0')}/2026`;
    const total = `"${1 + (at % 4)},${String(120 + at * 7).padStart(3, '0')}.50"`;
    return `B-${1000 + at},${CLIENTS[at % 5]},${date},${at % 9 === 4 ? '' : due},${currency}${total},${at % 3 === 0 ? '0.00' : total},PO-${at},`;
  });
  if (!clear) return [HEADS, ...rows].join('\n');
  return [
    HEADS,
    ...rows,
    rows[3],
    'B-2000,Halyard & Spar,14/05/2026,,abc,,,',
    ',Halyard & Spar,14/05/2026,,10.00,,,',
  ].join('\n');
}

async function bring(page, desk, name, text) {
  const path = join(desk.home, name);
  await writeFile(path, text);
  await page.evaluate((to) => (location.hash = `#/import?path=${encodeURIComponent(to)}`), path);
  await page.waitForTimeout(700);
}

const clear = (page, _, desk) => bring(page, desk, 'open-invoices.csv', list({ clear: true }));
const open = (page, _, desk) => bring(page, desk, 'march-export.csv', list({ clear: false }));

async function done(page, variant, desk) {
  await clear(page, variant, desk);
  await page.getByRole('button', { name: /^(Bring in|Importer) 6/ }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /are in the book|dans le livre/ })
    .waitFor();
}

async function undo(page, variant, desk) {
  await done(page, variant, desk);
  await page.getByRole('button', { name: /^(Take the import back|Retirer l’importation)$/ }).click();
  await page.getByRole('alertdialog').waitFor();
}

const scrolled = (to) => async (page, variant, desk) => {
  await clear(page, variant, desk);
  for (const each of await page.locator('details').all()) await each.evaluate((node) => (node.open = true));
  await page.getByRole('heading', { name: to }).scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector('.page').scrollBy(0, 500));
};

async function first(page) {
  await page.route('**/desk/import_list', (route) => route.fulfill({ json: { imports: [] } }));
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.evaluate(() => (location.hash = '#/import'));
  await page
    .getByText(/what is open today|ce qui est ouvert/)
    .first()
    .waitFor();
}

const few = ['light', 'dark', 'fr', '1024'];
const hash = '#/import';
export const scenes = [
  { name: 'import', hash },
  { name: 'import-first', hash, play: first, only: [...few, 'text-200'] },
  { name: 'import-reading', hash, play: clear },
  { name: 'import-rest', hash, play: scrolled(/^(Left out|Écarté)$/), only: [...few, 'text-200'] },
  { name: 'import-question', hash, play: open },
  {
    name: 'import-amounts',
    hash,
    play: (page, _, desk) =>
      bring(
        page,
        desk,
        'totals.csv',
        'Invoice,Client,Date,Total\nA-1,Halyard & Spar,2026-03-04,"1,200"\nA-2,Halyard & Spar,2026-03-05,"3,450"',
      ),
    only: ['light', 'fr'],
  },
  {
    name: 'import-kind',
    hash,
    play: (page, _, desk) => bring(page, desk, 'names.csv', 'A,B,C\n1,2,3\n4,5,6'),
    only: ['light'],
  },
  {
    name: 'import-refused',
    hash,
    play: (page, _, desk) => bring(page, desk, 'invoices.xlsx', 'PK\u0003\u0004....'),
    only: few,
  },
  { name: 'import-done', hash, play: done, afresh: true, only: few },
  { name: 'import-undo', hash, play: undo, afresh: true, only: ['light', 'fr'] },
];
