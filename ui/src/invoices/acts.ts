/** What one can do with an invoice, each with its letter. */
import type { InvoiceDetail } from '../ipc/wire';
import { act } from '../shared/acts.svelte';
import type { LetteredAct } from '../shared/lettered';
import { isZero } from '../shared/money';
import { go } from '../shared/place.svelte';
import type { Words } from '../words/index.svelte';

interface Acts {
  pay: LetteredAct;
  dispute: LetteredAct;
  rarer: LetteredAct[];
}

export function actsOn(detail: InvoiceDetail, w: Words['invoice']['acts']): Acts {
  const { id: invoice, number, client_id: client, balance } = detail.invoice;
  const settled = isZero(balance) ? w.nothingOpen : undefined;
  return {
    pay: { keys: 'r', label: w.pay, onselect: () => act('pay', { invoice }), disabled: settled },
    dispute: detail.dispute
      ? { keys: 'x', label: w.resolve, onselect: () => act('resolve', { invoice }) }
      : { keys: 'x', label: w.dispute, onselect: () => act('dispute', { invoice }), disabled: settled },
    rarer: [
      {
        keys: 'p',
        label: w.plan,
        onselect: () => go(['compose'], { client, invoice: number }),
        disabled: settled ?? (detail.plan && w.coveredBy(detail.plan)),
      },
      { keys: 'l', label: w.word, onselect: () => act('word', { client }) },
      { keys: 'c', label: w.client, onselect: () => go(['clients', client]) },
    ],
  };
}
