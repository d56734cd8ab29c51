/** Settings, history, and the page about the program. */
const few = ['light', 'dark', 'fr', '1024'];

async function verify(page) {
  await page
    .getByRole('button', { name: /^(Verify the (book|history)|Vérifier le (livre|journal))$/ })
    .click();
  await page.getByText(/The book is whole|Verified:|Le livre est intact|Vérifié/).waitFor();
}

async function saved(page) {
  await page.getByLabel(/^(Phone|Téléphone)/).fill('613 555 0148');
  await page.keyboard.press('Tab');
  await page.getByText(/: saved\.|c’est enregistré/).waitFor();
}

async function refused(page) {
  await page.getByLabel(/^(Days of grace|Jours de grâce)/).fill('soon');
  await page.keyboard.press('Enter');
  await page.locator('[aria-invalid]').waitFor();
}

const search = async (page) => {
  await page.getByRole('searchbox').fill('INV-12');
  await page.waitForTimeout(400);
};

const stamps = async (page) => {
  await page.getByRole('switch').click();
  await page.locator('input[inputmode=url]').waitFor();
};

const takeUp = async (page) => {
  await page.evaluate(() => (globalThis.chosenFiles = ['/home/nora/Documents/seal.p12']));
  await page.getByRole('button', { name: /Take up a key|Adopter la clé/ }).click();
  await page.getByRole('dialog').waitFor();
};

export const scenes = [
  { name: 'settings-seal', hash: '#/settings?part=seal', play: stamps, only: few },
  { name: 'settings-seal-import', hash: '#/settings?part=seal', play: takeUp, only: ['light', '900'] },
  { name: 'settings', hash: '#/settings' },
  { name: 'settings-saved', hash: '#/settings', play: saved, only: ['light', 'fr'] },
  { name: 'settings-logo', hash: '#/settings?part=logo', only: few },
  { name: 'settings-pay', hash: '#/settings?part=pay', only: few },
  { name: 'settings-policy', hash: '#/settings?part=policy' },
  { name: 'settings-refused', hash: '#/settings?part=policy', play: refused, only: ['light', 'fr'] },
  { name: 'settings-display', hash: '#/settings?part=display', only: few },
  { name: 'settings-book', hash: '#/settings?part=book', play: verify, only: [...few, 'text-200'] },
  {
    name: 'export',
    hash: '#/settings?part=book',
    play: async (page) => {
      await page.getByRole('button', { name: /^(Export everything…|Tout exporter…)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
    only: [...few, 'text-200'],
  },
  { name: 'history', hash: '#/history' },
  { name: 'history-search', hash: '#/history', play: search, only: ['light', 'fr'] },
  { name: 'history-verify', hash: '#/history', play: verify, only: few },
  { name: 'about', hash: '#/about', only: [...few, 'text-200'] },
];
