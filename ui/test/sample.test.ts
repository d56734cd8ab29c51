/** The made-up books agree with themselves: what a picture shows in one place it shows in every other. */
import { describe, expect, it } from 'vitest';
import { BOOKS } from '../src/ipc/fake/books';
import { ageing, clientList, clientView, invoiceList } from '../src/ipc/fake/desk';
import { sumOf } from '../src/shared/money';

describe.each(BOOKS.filter((book) => book.clients.length > 0))('$name', (book) => {
  it.each([undefined, '2026-10-31', '2026-09-01'])(
    'ties clients, invoices and ageing together (%s)',
    (day) => {
      const list = clientList(book, day);
      const aged = ageing(book, day);
      const invoices = invoiceList(book, { ...(day && { as_of: day }) });
      for (const [currency, whole] of Object.entries(aged.currencies)) {
        const balances = list.clients.flatMap((client) => client.balance[currency] ?? []);
        expect(sumOf(balances), currency).toBe(whole.net);
        expect(sumOf([whole.current, whole.d1_30, whole.d31_60, whole.d61_90, whole.d90_plus])).toBe(
          whole.total,
        );
        expect(invoices.totals.find((total) => total.currency === currency)?.balance).toBe(whole.total);
      }
      for (const client of list.clients) {
        expect(clientView(book, client.id, day)?.balance).toEqual(client.balance);
      }
    },
  );
});

it('keeps the figures of the pictures', () => {
  const birch = BOOKS.find((book) => book.name === 'Birch & Ferry Millwork');
  expect(birch && ageing(birch).currencies.CAD).toEqual({
    current: '16017.00',
    d1_30: '13489.00',
    d31_60: '6554.00',
    d61_90: '5280.00',
    d90_plus: '2825.00',
    total: '44165.00',
    credit: '0.00',
    net: '44165.00',
  });
});
