/** The first screen: doors, a new book, its words, and a book that does not open at once. */
const few = ['light', 'dark', 'fr', '1024'];
const door = (page, name) => page.getByRole('button', { name }).first();

async function newBook(page) {
  await door(page, /^(New book|Nouveau livre)/).click();
  await page.getByLabel(/^(Business name|Nom de l’entreprise)$/).fill('Kestrel & Wren Joinery');
}

async function failing(page) {
  await door(page, /^(New book|Nouveau livre)/).click();
  await page.getByRole('button', { name: /^(Create the book|Créer le livre)$/ }).click();
  await page.locator('[aria-invalid="true"]').first().waitFor();
}

/** A book of the recent ones that no longer lies there. */
async function moved(page) {
  await page.route('**/desk/start_view', async (route) => {
    const answer = await route.fetch();
    const view = await answer.json();
    const gone = {
      path: '/media/office/Kingsley Tile & Stone.book',
      name: 'Kingsley Tile & Stone',
      there: false,
      known: false,
      passphrase: false,
      sample: false,
    };
    await route.fulfill({ json: { ...view, recent: [gone, ...view.recent] } });
  });
  await page.reload();
  await page.getByText(/not where it was last time\.|plus là où il était\./).waitFor();
}

async function wrong(page) {
  await page.route('**/desk/start_view', async (route) => {
    const answer = await route.fetch();
    const view = await answer.json();
    const locked = {
      path: '/home/nora/Kingsley Tile & Stone.book',
      name: 'Kingsley Tile & Stone',
      there: true,
      known: true,
      passphrase: true,
      sample: false,
    };
    await route.fulfill({ json: { ...view, keychain_available: false, recent: [locked] } });
  });
  await page.route('**/desk/book_open', (route) =>
    route.fulfill({
      status: 422,
      json: { code: 'passphrase_wrong', kind: 'book', message: 'That passphrase does not open this book.' },
    }),
  );
  await page.reload();
  await page.getByLabel(/^(Passphrase|Phrase secrète)$/).fill('not this one');
  await page.keyboard.press('Enter');
  await page.getByText(/does not open this book|n’ouvre pas ce livre/).waitFor();
}

export const scenes = [
  { name: 'start', play: (page) => door(page, /sample|exemple/i).waitFor() },
  { name: 'start-moved', play: moved, only: few },
  { name: 'start-passphrase', play: wrong, only: few },
  { name: 'new-book', play: newBook },
  { name: 'new-book-errors', play: failing, only: ['light', 'fr'] },
];
