/** Statements of account, letters, and papers as they were printed. */
const statement =
  (name, query = '') =>
  async (page, _, desk) => {
    const { body } = await desk.ask('client_list');
    const client = JSON.parse(body).clients.find((each) => each.name.startsWith(name));
    await page.evaluate((at) => (location.hash = at), `#/statement/${client.id}${query}`);
    await page.waitForTimeout(700);
  };

const paper = (kind) => async (page, _, desk) => {
  const { body } = await desk.ask('document_list');
  const { id } = JSON.parse(body).documents.find((each) => each.kind === kind);
  await page.evaluate((at) => (location.hash = at), `#/papers/${id}`);
  await page.waitForTimeout(700);
};

const keep = async (page, variant, desk) => {
  await statement('Fernhill', '?from=2026-01-01')(page, variant, desk);
  await page.evaluate(() => (globalThis.chosenFiles = ['/home/nora/Documents/Statement.pdf']));
  await page.locator('button:enabled', { hasText: /^Keep and save|^Conserver et/ }).waitFor();
  await page.keyboard.press('s');
  await page.getByRole('link', { name: /Open the paper|Ouvrir le document/ }).waitFor();
};

const letter = (kind, about) => async (page, _, desk) => {
  await page.evaluate((at) => (location.hash = at), `#/letter/${await about(desk)}?kind=${kind}`);
  await page.waitForTimeout(900);
};

const client = (name) => async (desk) => {
  const { body } = await desk.ask('client_list');
  return JSON.parse(body).clients.find((each) => each.name.startsWith(name)).id;
};

const latestPayment = async (desk) => {
  const { body } = await desk.ask('payment_list', { limit: 1 });
  return JSON.parse(body).payments[0].id;
};

const run = async (page) => {
  await page.keyboard.press('l');
  await page.getByRole('dialog').waitFor();
};

const hash = '#/clients';
export const scenes = [
  { name: 'statement', hash, play: statement('Fernhill') },
  { name: 'statement-kept', hash, play: keep, afresh: true, only: ['light', 'fr'] },
  { name: 'letter-reminder', hash, play: letter('reminder', client('Northgate')) },
  {
    name: 'letter-none',
    hash,
    play: letter('reminder', client('Bellwether')),
    only: ['light', '1024', 'fr'],
  },
  { name: 'letter-thanks', hash, play: letter('thanks', latestPayment), only: ['light', 'fr'] },
  { name: 'letter-missed', hash, play: letter('missed', () => 'PP-2026-0006'), only: ['light'] },
  { name: 'letter-default', hash, play: letter('default', () => 'PP-2026-0006'), only: ['fr'] },
  { name: 'letters-run', hash, play: run, only: ['light', '1024', '900', 'text-200'] },
  { name: 'paper-demand', hash, play: paper('final_demand') },
  { name: 'paper-agreement', hash, play: paper('agreement'), only: ['light', 'text-200'] },
];
