/** The day's work: full, walked through, new, and done. */
const only = ['light', 'dark', 'fr', '1024'];
const PASSPHRASE = 'four plain garden words';

const walk = (steps) => async (page) => {
  for (let at = 0; at < steps; at += 1) await page.keyboard.press('j');
  await page.waitForTimeout(300);
};

/** A book that was just begun, with what `fill` puts into it. */
const begun =
  (fill = () => {}) =>
  async (page, _, desk) => {
    const book = { name: 'Kestrel & Wren Joinery', country: 'CA', region: 'ON', currency: 'CAD' };
    const path = `${desk.home}/begun-${Date.now()}.book`;
    await desk.ask('book_create', { ...book, path, passphrase: PASSPHRASE, keychain: false });
    await fill(desk);
    await desk.ask('book_close');
    await page.reload();
    await page.locator('input[type=password]').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    await page.waitForTimeout(400);
  };

async function oneInvoice(desk) {
  const { body } = await desk.ask('client_add', { words: { name: 'Hartwood & Vale' } });
  const { client } = JSON.parse(body);
  await desk.ask('invoice_add', { client, number: 'KW-1', issued: '2026-11-16', total: '640.00' });
}

export const scenes = [
  { name: 'today', hash: '#/today' },
  { name: 'today-plan', hash: '#/today', play: walk(2), only },
  { name: 'today-letter', hash: '#/today', play: walk(6), only: ['light', 'fr'] },
  { name: 'today-dispute', hash: '#/today', play: walk(8), only: ['light', 'fr'] },
  { name: 'today-last', hash: '#/today', play: walk(60), only: ['light', 'fr'] },
  { name: 'today-never', play: begun(), only: [...only, 'text-200'] },
  { name: 'today-done', play: begun(oneInvoice), only: ['light', 'fr'] },
];
