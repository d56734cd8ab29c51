/** The payments of the list, as far as one sees. */
import { call } from '../ipc/call';
import type { PaymentListAsk, PaymentTotal, PaymentView } from '../ipc/wire';
import { FetchedRows } from '../shared/table/fetched.svelte';

export type Question = Omit<PaymentListAsk, 'offset' | 'limit'>;

export function paymentRows() {
  return new FetchedRows<Question, PaymentView, PaymentTotal>(async (ask) => {
    const { total_count: count, totals, payments: rows } = await call('payment_list', ask);
    return { count, totals, rows };
  });
}
