/** The final demand: shut, open, confirmed, issued. */
const to = (name) => async (page, _, desk) => {
  const { body } = await desk.ask('client_list');
  const client = JSON.parse(body).clients.find((each) => each.name.startsWith(name));
  await page.evaluate((id) => (location.hash = `#/demand/${id}`), client.id);
  await page.waitForTimeout(700);
};

const confirm = async (page, variant, desk) => {
  await to('Lakeshore')(page, variant, desk);
  await page.locator('button:enabled', { hasText: /^Issue the|^Émettre la/ }).waitFor();
  await page.keyboard.press('i');
  await page.getByRole('alertdialog').waitFor();
};

/** By keys alone: confirmed, issued, saved. */
const issue = async (page, variant, desk) => {
  await confirm(page, variant, desk);
  await page.evaluate(() => (globalThis.chosenFiles = ['/home/nora/Documents/Final demand.pdf']));
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('button:enabled', { hasText: /^Save as PDF|^Enregistrer en PDF/ }).waitFor();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.keyboard.press('s');
  await page.getByText('Final demand.pdf').waitFor();
  await desk.ask('sample_open', { afresh: true });
};

/** A business that has not said yet how it can be reached and paid. */
const lacking = async (page, variant, desk) => {
  await desk.ask('business_edit', { email: '', phone: '', street: '', town: '', pay_to: [] });
  await to('Erie')(page, variant, desk);
  await page.getByRole('note').last().scrollIntoViewIfNeeded();
  await desk.ask('sample_open', { afresh: true });
};

const hash = '#/clients';
export const scenes = [
  { name: 'demand', hash, play: to('Lakeshore') },
  { name: 'demand-disputed', hash, play: to('Granite'), only: ['light', 'dark', 'fr', 'text-200'] },
  { name: 'demand-plan', hash, play: to('Fernhill'), only: ['light', 'fr'] },
  { name: 'demand-early', hash, play: to('Rideau'), only: ['light'] },
  { name: 'demand-reminders', hash, play: to('Quarry'), only: ['light', 'fr', '1024'] },
  { name: 'demand-notes', hash, play: lacking, only: ['light', 'dark', 'fr'] },
  { name: 'demand-confirm', hash, play: confirm, only: ['light', 'fr', 'dark'] },
  { name: 'demand-issue', hash, play: issue, afresh: true, only: ['light'] },
  { name: 'demand-issued', hash, play: to('Northgate'), only: ['light', 'dark', 'fr', '1024', 'text-200'] },
];
