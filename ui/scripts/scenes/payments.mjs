/** Payments: the ledger, one of them, recording one, and taking one back. */
const FEW = ['light', 'fr'];
const MOST = ['light', 'dark', 'fr', '1024', 'text-200'];

const firstRow = async (page) => {
  await page.getByRole('region').getByRole('link').first().click();
  await page.getByRole('complementary').waitFor();
  await page.waitForTimeout(300);
};
const recordFor = (name) => async (page, _, desk) => {
  const { body } = await desk.ask('find', { search: name });
  await page.evaluate((to) => (location.hash = to), `#/clients/${JSON.parse(body).clients[0].id}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByRole('table').waitFor();
  await page.waitForTimeout(200);
};

export const scenes = [
  { name: 'payments', hash: '#/payments' },
  { name: 'payments-none', hash: '#/payments?find=zzz', only: ['light'] },
  { name: 'payments-open', hash: '#/payments', play: firstRow, only: [...MOST, '900'] },
  {
    name: 'payments-take',
    hash: '#/payments',
    play: async (page) => {
      await firstRow(page);
      await page.getByRole('button', { name: /Take the payment back|Reprendre le paiement/ }).click();
      await page.getByRole('alertdialog').waitFor();
    },
    only: ['light', 'dark', 'fr'],
  },
  {
    name: 'payment-new',
    hash: '#/payments',
    play: async (page) => {
      await page.keyboard.press('n');
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(200);
    },
    only: FEW,
  },
  { name: 'payment-fernhill', hash: '#/payments', play: recordFor('Fernhill'), only: MOST },
  {
    name: 'payment-quarry',
    hash: '#/payments',
    play: async (page, variant, desk) => {
      await recordFor('Quarry')(page, variant, desk);
      const amount = page.getByLabel(/^(Amount|Montant)/);
      await amount.fill('9000');
      await amount.blur();
      await page.waitForTimeout(400);
    },
    only: FEW,
  },
];
