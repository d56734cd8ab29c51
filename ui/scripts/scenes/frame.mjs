/** The frame: finding and doing from anywhere, the keys, the menus at the sidebar. */
const only = ['light', 'dark', 'fr', '1024'];

const find = (typed) => async (page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(typed);
  await page.waitForTimeout(400);
};

const press = (name) => async (page) => {
  await page.getByRole('button', { name }).click();
  await page.getByRole('menu').waitFor();
};

async function keys(page) {
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
}

export const scenes = [
  { name: 'palette', hash: '#/today', play: find('quarry') },
  { name: 'palette-empty', hash: '#/today', play: find(''), only },
  { name: 'palette-amount', hash: '#/today', play: find('5280'), only: ['light'] },
  { name: 'palette-none', hash: '#/today', play: find('zzzz'), only: ['light', 'fr'] },
  { name: 'keys', hash: '#/today', play: keys, only: [...only, 'text-200'] },
  { name: 'book-menu', hash: '#/today', play: press(/switch book|changer de livre/), only: ['light', 'fr'] },
  { name: 'display-menu', hash: '#/today', play: press(/^(Display|Affichage)$/), only },
];
