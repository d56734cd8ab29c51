/** Every screen, in the states worth looking at, and every way of looking. */

const WIDE = { width: 1280, height: 800 };

export const VARIANTS = [
  { name: 'light', size: WIDE, locale: 'en-CA' },
  { name: 'dark', size: WIDE, locale: 'en-CA', dark: true },
  { name: 'fr', size: WIDE, locale: 'fr-CA' },
  { name: '1024', size: { width: 1024, height: 700 }, locale: 'en-CA' },
  { name: '900', size: { width: 900, height: 640 }, locale: 'fr-CA', dark: true },
  { name: 'text-200', size: WIDE, locale: 'fr-CA', text: '200%' },
  { name: 'forced', size: WIDE, locale: 'en-CA', forced: true },
];

const firstButton = (page, names) => page.getByRole('button', { name: names }).first();

/** The everyday case: the book that was open last, by keychain. */
async function open(page) {
  await firstButton(page, /^(Open the book|Ouvrir le livre)$/).click();
  await page.getByRole('navigation').waitFor();
}

async function openNamed(page, name) {
  await page.getByRole('button', { name }).click();
  await page.getByRole('navigation').waitFor();
}

async function at(page, hash) {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.waitForTimeout(250);
}

async function fillNewBook(page) {
  await page.keyboard.press('n');
  await page.getByLabel(/^(Business name|Nom de l’entreprise)$/).fill('Kestrel & Wren Joinery');
}

async function recoverySheet(page) {
  await fillNewBook(page);
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').first().waitFor();
  await page.getByText('bridge').waitFor();
}

const scene = (name, play, more = {}) => ({ name, play, ...more });

export const SCENES = [
  scene('start', (page) => firstButton(page, /^(Open the book|Ouvrir le livre)$/).waitFor()),
  scene('start-first', (page) => page.getByText(/No book has|Aucun livre n’a/).waitFor(), {
    query: '?norecent',
    only: ['light'],
  }),
  scene(
    'start-passphrase',
    async (page) => {
      await page.getByLabel(/^(Passphrase|Phrase secrète)$/).fill('not this one');
      await page.keyboard.press('Enter');
      await page.getByText(/does not open this book|n’ouvre pas ce livre/).waitFor();
    },
    { query: '?nokeychain', only: ['light', 'dark', 'fr', '1024'] },
  ),
  scene(
    'start-words',
    async (page) => {
      await page.keyboard.press('o');
      await page.getByRole('textbox').fill('orbit maple lantern velvet');
    },
    { only: ['light', 'text-200'] },
  ),
  scene('new-book', fillNewBook),
  scene(
    'new-book-empty',
    async (page) => {
      await page.keyboard.press('n');
      await page.getByRole('textbox').first().waitFor();
      await page.getByRole('button', { name: /Create the book|Créer le livre/ }).click();
    },
    { query: '?nokeychain', only: ['light', 'dark'] },
  ),
  scene(
    'new-book-country',
    async (page) => {
      await fillNewBook(page);
      await page.getByRole('combobox').first().click();
      await page.keyboard.type('ger');
      await page.getByRole('option').first().waitFor();
    },
    { only: ['light', 'dark'] },
  ),
  scene('recovery-words', recoverySheet),
  scene(
    'recovery-check',
    async (page) => {
      await recoverySheet(page);
      await page.getByRole('button', { name: /written them down|ai écrits/ }).click();
      await page.getByRole('textbox').first().fill('perhaps');
      await page.keyboard.press('Enter');
    },
    { only: ['light', 'fr', 'dark'] },
  ),
  scene('clients', open),
  scene('clients-mixed', (page) => openNamed(page, /Orthodontie Moreau/), { only: ['light', 'fr', '1024'] }),
  scene('clients-empty', (page) => openNamed(page, /Kingsley/), { only: ['light', 'dark', 'fr'] }),
  scene('client', async (page) => {
    await open(page);
    await at(page, '#/clients/c-fernhill');
  }),
  scene(
    'client-invoices',
    async (page) => {
      await open(page);
      await at(page, '#/clients/c-fernhill?part=invoices');
    },
    { only: ['light', '1024'] },
  ),
  scene(
    'client-details',
    async (page) => {
      await open(page);
      await at(page, '#/clients/c-fernhill?part=details');
    },
    { only: ['light', 'dark', 'fr'] },
  ),
  scene(
    'client-mixed',
    async (page) => {
      await openNamed(page, /Orthodontie/);
      await at(page, '#/clients/m-4');
    },
    { only: ['light', 'fr'] },
  ),
  scene('invoices', async (page) => {
    await open(page);
    await at(page, '#/invoices');
  }),
  scene('invoice-open', async (page) => {
    await open(page);
    await at(page, '#/invoices?open=inv-1203');
  }),
  scene(
    'invoices-mixed',
    async (page) => {
      await openNamed(page, /Orthodontie/);
      await at(page, '#/invoices');
    },
    { only: ['light', 'fr'] },
  ),
  scene(
    'invoices-none',
    async (page) => {
      await open(page);
      await at(page, '#/invoices?state=void');
    },
    { only: ['light'] },
  ),
  scene(
    'invoices-large',
    async (page) => {
      await openNamed(page, /A large book/);
      await at(page, '#/invoices');
      await page
        .getByRole('region', { name: 'Invoices' })
        .evaluate((frame) => (frame.scrollTop = frame.scrollHeight / 2));
      await page.waitForTimeout(600);
    },
    { query: '?rows=100000', only: ['light'] },
  ),
  scene('reports', async (page) => {
    await open(page);
    await at(page, '#/reports');
  }),
  scene(
    'reports-calendar',
    async (page) => {
      await open(page);
      await at(page, '#/reports');
      await page.getByRole('button', { name: /calendar|calendrier/ }).click();
      await page.getByRole('grid').waitFor();
    },
    { only: ['light', 'dark', 'fr'] },
  ),
  scene(
    'reports-mixed',
    async (page) => {
      await openNamed(page, /Orthodontie/);
      await at(page, '#/reports');
    },
    { only: ['light', 'fr', '1024'] },
  ),
  scene('failed', open2Failed, { query: '?fail=disk_failed', only: ['light', 'dark'] }),
  scene(
    'keys',
    async (page) => {
      await open(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
    { only: ['light', 'dark', 'fr', '1024', 'text-200'] },
  ),
  scene(
    'display-menu',
    async (page) => {
      await open(page);
      await page.getByRole('button', { name: /^(Display|Affichage)$/ }).click();
      await page.getByRole('menu').waitFor();
    },
    { only: ['light', 'dark', 'fr'] },
  ),
];

async function open2Failed(page) {
  await firstButton(page, /^(Open the book|Ouvrir le livre)$/).click();
  await page
    .getByText(/network drive|lecteur réseau/)
    .first()
    .waitFor();
}
