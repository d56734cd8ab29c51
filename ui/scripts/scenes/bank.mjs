/** The bank: a statement on its way in, what its lines may pay, and what was matched. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FEW = ['light', 'fr'];
const MOST = ['light', 'dark', 'fr', '1024', '900', 'text-200'];

/** A line of an OFX statement. */
const line = (n, day, amount, name, memo) =>
  `<STMTTRN><TRNTYPE>${amount < 0 ? 'DEBIT' : 'CREDIT'}</TRNTYPE><DTPOSTED>202611${day}</DTPOSTED><TRNAMT>${amount}</TRNAMT><FITID>L${n}</FITID><NAME>${name}</NAME><MEMO>${memo}</MEMO></STMTTRN>`;

const statement = (lines) => `<?xml version="1.0" encoding="UTF-8"?>
<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CAD</CURDEF>
<BANKACCTFROM><BANKID>001200034</BANKID><ACCTID>5207 418</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM>
<BANKTRANLIST><DTSTART>20261101</DTSTART><DTEND>20261117</DTEND>
${lines.join('\n')}
</BANKTRANLIST><LEDGERBAL><BALAMT>48211.07</BALAMT><DTASOF>20261117</DTASOF></LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

/** Payments of what is open in the book: some name their invoice, some only their payer, some neither. */
async function lines(desk) {
  const { body } = await desk.ask('invoice_list', { state: 'overdue', limit: 8 });
  const open = JSON.parse(body).invoices.filter((each) => each.currency === 'CAD');
  const whole = (text) => Number(text);
  const paid = open.map((each, at) => {
    if (at < 3) return line(at, `0${3 + at}`, each.balance, each.client, `${each.number} thank you`);
    if (at === 3) return line(at, '09', (whole(each.balance) / 2).toFixed(2), each.client, 'part payment');
    return line(at, '12', each.balance, each.client.split(' ')[0], 'INTERAC e-Transfer');
  });
  const alike = [1, 2, 3].map((n) => line(20 + n, '13', '450.00', 'E-TRANSFER', `Ref CA${7040 + n}`));
  const out = [
    line(30, '10', '-1840.00', 'Harbour Lumber Ltd.', 'Invoice 88120'),
    line(31, '16', '-96.40', 'City Hydro', 'Monthly bill'),
  ];
  return [...paid, ...alike, ...out];
}

async function file(desk) {
  const path = join(desk.home, 'november.ofx');
  await writeFile(path, statement(await lines(desk)));
  return path;
}

async function bring(page, _, desk) {
  const path = await file(desk);
  await page.evaluate((to) => (location.hash = `#/import?path=${encodeURIComponent(to)}`), path);
  await page.getByRole('button', { name: /^(Bring in|Importer) / }).waitFor();
  await page.waitForTimeout(300);
}

async function done(page, variant, desk) {
  await bring(page, variant, desk);
  await page.getByRole('button', { name: /^(Bring in|Importer) \d/ }).click();
  await page.getByRole('link', { name: /^(Match what came in|Rapprocher ce qui est entré)$/ }).waitFor();
}

async function bank(page, variant, desk) {
  await done(page, variant, desk);
  await page.evaluate(() => (location.hash = '#/bank'));
  await page.getByRole('complementary').waitFor();
  await page.waitForTimeout(300);
}

/** The line of whom the words name. */
const walked = (words) => async (page, variant, desk) => {
  await bank(page, variant, desk);
  await page.getByRole('row', { name: words }).first().getByRole('link').click();
  await page.waitForTimeout(300);
};

/** Two invoices of one client chosen by hand for one payment. */
async function byHand(page, variant, desk) {
  await walked(/CA7042/)(page, variant, desk);
  for (const number of [/INV-1187/, /INV-1203/]) {
    await page.keyboard.press('/');
    await page.keyboard.type('quarry');
    await page.getByRole('option', { name: number }).click();
    await page.waitForTimeout(200);
  }
}

async function matched(page, variant, desk) {
  await bank(page, variant, desk);
  await page.getByRole('button', { name: /^(Record|Inscrire) \d/ }).click();
  await page.waitForTimeout(500);
}

async function seen(page, variant, desk) {
  await matched(page, variant, desk);
  await page.evaluate(() => (location.hash = '#/bank?view=all'));
  await page.waitForTimeout(500);
}

const hash = '#/import';
export const scenes = [
  { name: 'bank-first', hash: '#/bank', only: [...FEW, 'text-200'] },
  { name: 'import-statement', hash, play: bring, only: MOST },
  { name: 'import-statement-done', hash, play: done, afresh: true, only: FEW },
  { name: 'bank', hash, play: bank, afresh: true },
  { name: 'bank-alike', hash, play: walked(/CA7042/), afresh: true, only: FEW },
  { name: 'bank-likely', hash, play: walked(/Quarry(?! Road)/), afresh: true, only: FEW },
  { name: 'bank-hand', hash, play: byHand, afresh: true, only: FEW },
  { name: 'bank-sure', hash, play: walked(/INV-1168/), afresh: true, only: MOST },
  { name: 'bank-recorded', hash, play: matched, afresh: true, only: FEW },
  { name: 'bank-statement', hash, play: seen, afresh: true, only: MOST },
];
