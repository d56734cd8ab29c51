/** The invoices of the list, as far as one sees. */
import { call } from '../ipc/call';
import type { InvoiceListAsk, InvoiceTotal, InvoiceView } from '../ipc/wire';
import { FetchedRows } from '../shared/table/fetched.svelte';

export type Question = Omit<InvoiceListAsk, 'offset' | 'limit'>;

export function invoiceRows() {
  return new FetchedRows<Question, InvoiceView, InvoiceTotal>(async (ask) => {
    const { total_count: count, totals, invoices: rows } = await call('invoice_list', ask);
    return { count, totals, rows };
  });
}
