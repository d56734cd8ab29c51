/** What one can do with a client, each with its letter. */
import type { ClientView } from '../ipc/wire';
import { act } from '../shared/acts.svelte';
import type { LetteredAct } from '../shared/lettered';
import { isZero } from '../shared/money';
import { go } from '../shared/place.svelte';
import type { Words } from '../words/index.svelte';

const owes = (amounts: Record<string, string>) => Object.values(amounts).some((amount) => !isZero(amount));

export function actsOn(
  client: ClientView,
  w: Words['people']['acts'],
): { all: LetteredAct[]; rarer: LetteredAct[] } {
  const { id } = client;
  const rarer: LetteredAct[] = [
    {
      keys: 'p',
      label: w.plan,
      onselect: () => go(['compose'], { client: id }),
      disabled: owes(client.balance) ? undefined : w.nothingOwed,
    },
    {
      keys: 'w',
      label: w.reminder,
      onselect: () => go(['letter', id], { kind: 'reminder' }),
      disabled: owes(client.balance) ? undefined : w.nothingOwed,
    },
    { keys: 's', label: w.statement, onselect: () => go(['statement', id]) },
    { keys: 't', label: w.terms, onselect: () => go(['terms', id]) },
    {
      keys: 'd',
      label: w.demand,
      onselect: () => go(['demand', id]),
      disabled: owes(client.overdue) ? undefined : w.nothingOverdue,
    },
    { keys: 'n', label: w.invoice, onselect: () => act('invoice', { client: id }) },
    { keys: 'e', label: w.edit, onselect: () => act('client', { client: id }) },
  ];
  const all: LetteredAct[] = [
    { keys: 'l', label: w.word, onselect: () => act('word', { client: id }) },
    { keys: 'r', label: w.pay, onselect: () => act('pay', { client: id }) },
    ...rarer,
  ];
  return { all, rarer };
}
