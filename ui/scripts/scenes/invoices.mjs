/** Invoices: the list with its panel, one invoice, entering one, and disputes. */
const FEW = ['light', 'fr'];
const MOST = ['light', 'dark', 'fr', '1024', 'text-200'];

const idOf = async (desk, number) => {
  const { body } = await desk.ask('invoice_view', { invoice: number });
  return JSON.parse(body).invoice.id;
};
const at = (number, address, then) => async (page, variant, desk) => {
  const to = address(await idOf(desk, number));
  await page.evaluate((hash) => (location.hash = hash), to);
  await page.getByText(number).first().waitFor();
  await page.waitForTimeout(300);
  await then?.(page);
};
const page = (number, then) => at(number, (id) => `#/invoices/${id}`, then);
const panel = (number, then) => at(number, (id) => `#/invoices?open=${id}`, then);
const press = (key) => async (on) => {
  await on.keyboard.press(key);
  await on.getByRole('dialog').waitFor();
  await on.waitForTimeout(200);
};

export const scenes = [
  { name: 'invoices', hash: '#/invoices' },
  { name: 'invoices-none', hash: '#/invoices?state=void&find=zzz', only: ['light'] },
  { name: 'invoices-open', hash: '#/invoices', play: panel('INV-1209') },
  { name: 'invoices-open-plan', hash: '#/invoices', play: panel('INV-1112'), only: FEW },
  { name: 'invoice', hash: '#/invoices', play: page('INV-1209') },
  { name: 'invoice-disputed', hash: '#/invoices', play: page('INV-1206'), only: MOST },
  { name: 'invoice-plan', hash: '#/invoices', play: page('INV-1112'), only: FEW },
  { name: 'invoice-new', hash: '#/invoices', play: press('n'), only: MOST },
  {
    name: 'invoice-new-client',
    hash: '#/invoices',
    play: async (on) => {
      await press('n')(on);
      await on.getByRole('combobox').first().fill('Harbour');
      await on.getByRole('option').first().waitFor();
      await on.waitForTimeout(300);
    },
    only: ['light', 'dark', 'fr'],
  },
  {
    name: 'invoice-new-empty',
    hash: '#/invoices',
    play: async (on) => {
      await press('n')(on);
      await on.getByRole('button', { name: /Enter the invoice|Inscrire la facture/ }).click();
    },
    only: FEW,
  },
  { name: 'invoice-dispute', hash: '#/invoices', play: page('INV-1209', press('x')), only: MOST },
  { name: 'invoice-resolve', hash: '#/invoices', play: page('INV-1206', press('x')), only: FEW },
];
