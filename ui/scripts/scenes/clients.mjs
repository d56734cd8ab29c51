/** Clients: the list, one client in each of its parts, and what is written down about them. */
const FEW = ['light', 'fr'];
const MOST = ['light', 'dark', 'fr', '1024', 'text-200'];

/** By name, since ids are the book's own. */
const of = (name, then) => async (page, variant, desk) => {
  const { body } = await desk.ask('find', { search: name });
  const { id } = JSON.parse(body).clients[0];
  await page.evaluate(
    (to) => (location.hash = to),
    `#/clients/${id}${then?.part ? `?part=${then.part}` : ''}`,
  );
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.waitForTimeout(300);
  await then?.play?.(page, variant, desk);
};
const press =
  (...keys) =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(200);
  };

export const scenes = [
  { name: 'clients', hash: '#/clients' },
  { name: 'clients-overdue', hash: '#/clients?show=overdue', only: FEW },
  { name: 'clients-none', hash: '#/clients?find=zzz', only: ['light'] },
  { name: 'client', hash: '#/clients', play: of('Fernhill') },
  { name: 'client-late', hash: '#/clients', play: of('Northgate'), only: FEW },
  { name: 'client-disputed', hash: '#/clients', play: of('Granite'), only: FEW },
  { name: 'client-quarry', hash: '#/clients', play: of('Quarry'), only: ['light'] },
  {
    name: 'client-invoices',
    hash: '#/clients',
    play: of('Fernhill', { part: 'invoices' }),
    only: ['light', '1024', 'fr'],
  },
  { name: 'client-plans', hash: '#/clients', play: of('Fernhill', { part: 'plans' }), only: FEW },
  { name: 'client-payments', hash: '#/clients', play: of('Fernhill', { part: 'payments' }), only: FEW },
  { name: 'client-papers', hash: '#/clients', play: of('Fernhill', { part: 'papers' }), only: FEW },
  { name: 'client-details', hash: '#/clients', play: of('Fernhill', { part: 'details' }), only: MOST },
  {
    name: 'client-acts',
    hash: '#/clients',
    play: of('Granite', {
      play: async (page) => {
        await page.getByRole('button', { name: /More acts|Autres actes/ }).click();
        await page.getByRole('menu').waitFor();
      },
    }),
    only: ['light', 'dark', 'fr'],
  },
  { name: 'client-word', hash: '#/clients', play: of('Fernhill', { play: press('l') }), only: MOST },
  { name: 'client-new', hash: '#/clients', play: press('n'), only: MOST },
  {
    name: 'client-new-empty',
    hash: '#/clients',
    play: async (page) => {
      await press('n')(page);
      await page.getByRole('button', { name: /Add the client|Ajouter le client/ }).click();
    },
    only: FEW,
  },
  { name: 'client-edit', hash: '#/clients', play: of('Fernhill', { play: press('e') }), only: FEW },
];
