/** Payment plans: the list, the composer, one plan. */
const button = (page, name) => page.getByRole('button', { name }).first();
const settled = (page) =>
  page
    .getByRole('img', { name: /page 1|p\. 1/i })
    .first()
    .waitFor();
const QUARRY = '#/compose?client=client-2';

async function adjust(page) {
  await settled(page);
  await page.keyboard.press('e');
  await page.waitForTimeout(200);
}

async function edited(page, variant) {
  await adjust(page);
  const count = page.getByLabel(/^(Number|Nombre)$/);
  await count.fill('8');
  await page.getByLabel(/^(Down payment|Acompte)/).fill(variant.locale === 'fr-CA' ? '500,00' : '500.00');
  await page.keyboard.press('Tab');
  await page.waitForTimeout(900);
  await page.getByRole('radiogroup', { name: /weekend or|chômé/ }).scrollIntoViewIfNeeded();
}

/** A schedule that the law has something to say about. */
async function warned(page) {
  await adjust(page);
  await page.getByRole('textbox', { name: /^(Interest|Intérêts)/ }).fill('40');
  await page.getByRole('note').first().waitFor();
  await page.getByRole('note').first().scrollIntoViewIfNeeded();
}

/** A book in which nothing has happened yet. */
async function begun(page, _, desk) {
  const passphrase = 'a calm word on a Tuesday';
  const path = `${desk.home}/plans-${Date.now()}.book`;
  const business = { name: 'Kingsley Tile & Stone', country: 'CA', region: 'ON', currency: 'CAD' };
  await desk.ask('book_close');
  await desk.ask('book_create', { ...business, path, passphrase, keychain: false });
  await desk.ask('book_close');
  await page.goto(new URL('/', page.url()).href);
  await page.getByLabel(/^(Passphrase|Phrase secrète)$/).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate(() => (location.hash = '#/plans'));
  await page.getByRole('heading', { level: 2 }).first().waitFor();
}

const few = ['light', 'dark', 'fr', '1024'];

export const scenes = [
  { name: 'plans', hash: '#/plans' },
  { name: 'plans-empty', hash: '#/plans', play: begun, only: few },
  { name: 'plans-to-sign', hash: '#/plans?show=to_sign', only: ['light'] },
  { name: 'compose', hash: QUARRY, play: settled },
  { name: 'compose-whose', hash: '#/compose', only: few },
  { name: 'compose-adjust', hash: QUARRY, play: adjust, only: [...few, 'text-200'] },
  { name: 'compose-edited', hash: QUARRY, play: edited, only: few },
  { name: 'compose-warned', hash: QUARRY, play: warned, only: few },
  {
    name: 'compose-settle',
    hash: QUARRY,
    play: async (page) => {
      await settled(page);
      await page.getByRole('radio').first().click();
      await page.waitForTimeout(900);
      await page.keyboard.press('e');
    },
    only: ['light', 'fr'],
  },
  {
    name: 'compose-reading',
    hash: QUARRY,
    play: async (page) => {
      await settled(page);
      await page.getByRole('radio', { name: /Reading|lecture/ }).click();
    },
    only: few,
  },
  {
    name: 'compose-clauses',
    hash: QUARRY,
    play: async (page) => {
      await settled(page);
      await page.getByRole('switch').nth(3).click();
      await page
        .locator('summary')
        .filter({ hasText: /always in|toujours/ })
        .click();
      await page.waitForTimeout(800);
      await page
        .locator('summary')
        .filter({ hasText: /always in|toujours/ })
        .scrollIntoViewIfNeeded();
    },
    only: ['light', 'fr'],
  },
  {
    name: 'compose-wrong',
    hash: QUARRY,
    play: async (page) => {
      await adjust(page);
      await page.getByLabel(/^(Number|Nombre)$/).fill('900');
      await page.waitForTimeout(900);
    },
    only: ['light', 'fr'],
  },
  { name: 'plan', hash: '#/plans/PP-2026-0004', play: settled },
  { name: 'plan-missed', hash: '#/plans/PP-2026-0006', play: settled, only: ['light'] },
  { name: 'plan-completed', hash: '#/plans/PP-2026-0003', play: settled, only: ['light', 'fr'] },
  { name: 'plan-offered', hash: '#/plans/PP-2026-0007', play: settled, only: [...few, '900'] },
  {
    name: 'plan-sign',
    hash: '#/plans/PP-2026-0007',
    play: async (page) => {
      await settled(page);
      await page.keyboard.press('s');
      await page.getByRole('dialog').waitFor();
    },
    only: [...few, 'text-200'],
  },
  {
    name: 'plan-withdraw',
    hash: '#/plans/PP-2026-0007',
    play: async (page) => {
      await settled(page);
      await button(page, /^(Withdraw the plan|Retirer l’échéancier)$/).click();
      await page.getByRole('alertdialog').waitFor();
    },
    only: ['light', 'fr'],
  },
  {
    name: 'plan-returned',
    hash: '#/plans/PP-2026-0006',
    play: async (page) => {
      await settled(page);
      await page.evaluate(() => (globalThis.chosenFiles = ['/home/nora/Downloads/scan.pdf']));
      await page.keyboard.press('c');
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(600);
    },
    only: ['light'],
  },
  {
    name: 'plan-more',
    hash: '#/plans/PP-2026-0006',
    play: async (page) => {
      await settled(page);
      await button(page, /^(More acts|Autres actes)/).click();
      await page.getByRole('menu').waitFor();
    },
    only: ['light', 'fr', '1024'],
  },
];
