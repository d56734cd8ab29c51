/** Reports. */
const swap = async (page) => {
  await page.getByRole('button', { name: /as a table|en tableau/ }).click();
  await page.getByRole('button', { name: /^How|^Le calcul/ }).click();
};

export const scenes = [
  { name: 'reports', hash: '#/reports' },
  { name: 'reports-table', hash: '#/reports', play: swap, only: ['light', 'fr', '1024'] },
  { name: 'reports-ageing', hash: '#/reports?part=ageing', only: ['light', 'dark', 'fr', '1024'] },
  { name: 'reports-usd', hash: '#/reports?currency=USD', only: ['light'] },
  { name: 'reports-before', hash: '#/reports?as_of=2025-06-30', only: ['light', 'fr'] },
  { name: 'reports-nothing', hash: '#/reports?as_of=2019-06-30', only: ['light'] },
];
