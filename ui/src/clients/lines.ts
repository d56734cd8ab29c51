/** The client list as lines: one per client and currency, so that every amount stands under its own head. */
import type { ClientRow } from '../ipc/wire';
import { fold } from '../shared/fold';
import { compareAmounts, isNegative, isZero, sumOf } from '../shared/money';

export interface ClientLine {
  client: ClientRow;
  currency: string;
  /** Undefined if nothing was ever entered in this currency. */
  balance: string | undefined;
  overdue: string | undefined;
}

export interface CurrencyLine {
  currency: string;
  balance: string | undefined;
  overdue: string | undefined;
}

type Side = 'balance' | 'overdue';
export type Standing = 'all' | 'owing' | 'overdue';

/** Folding a name is slow beside looking into it, and names are looked into with every letter typed. */
const folded = new WeakMap<ClientRow, string>();

function nameOf(client: ClientRow): string {
  const known = folded.get(client) ?? fold(client.name);
  folded.set(client, known);
  return known;
}

export function matching(clients: readonly ClientRow[], search: string): readonly ClientRow[] {
  const part = fold(search);
  return part ? clients.filter((client) => nameOf(client).includes(part)) : clients;
}

const any = (amounts: Record<string, string>, fits: (amount: string) => boolean) =>
  Object.values(amounts).some(fits);

/** Who owes is who has something open in some currency; credit on account is the other way round. */
export function standing(clients: readonly ClientRow[], which: Standing): readonly ClientRow[] {
  if (which === 'all') return clients;
  return clients.filter((client) =>
    which === 'overdue'
      ? any(client.overdue, (amount) => !isZero(amount))
      : any(client.balance, (amount) => !isZero(amount) && !isNegative(amount)),
  );
}

function keysOf(amounts: readonly Record<string, string>[]): string[] {
  const found = new Set<string>();
  for (const each of amounts) for (const currency of Object.keys(each)) found.add(currency);
  return [...found];
}

/** The book's own currency first. */
function homeFirst(home: string): (a: string, b: string) => number {
  return (a, b) => Number(b === home) - Number(a === home) || a.localeCompare(b, 'en');
}

export function currenciesOf(clients: readonly ClientRow[], home: string): string[] {
  const found = keysOf(clients.flatMap(({ balance, overdue }) => [balance, overdue]));
  return (found.length > 0 ? found : [home]).sort(homeFirst(home));
}

export function linesOf(clients: readonly ClientRow[], home: string): ClientLine[] {
  return clients.flatMap((client) => {
    const { balance, overdue } = client;
    const mine = keysOf([balance, overdue]).sort(homeFirst(home));
    return (mine.length > 0 ? mine : [home]).map((currency) => ({
      client,
      currency,
      balance: balance[currency],
      overdue: overdue[currency],
    }));
  });
}

/** What the shown lines come to, currency by currency, exactly. */
export function totalsOf(clients: readonly ClientRow[], currencies: readonly string[]): CurrencyLine[] {
  const present = (side: Side, currency: string) =>
    clients.map((client) => client[side][currency]).filter((amount) => amount !== undefined);
  return currencies.map((currency) => ({
    currency,
    balance: sumOf(present('balance', currency)),
    overdue: sumOf(present('overdue', currency)),
  }));
}

const names = new Intl.Collator();

export function byName(a: ClientLine, b: ClientLine): number {
  return names.compare(a.client.name, b.client.name);
}

const SEGMENTS = ['reliable', 'new', 'slow_but_sure', 'at_risk'];

export function bySegment(a: ClientLine, b: ClientLine): number {
  return SEGMENTS.indexOf(a.client.segment ?? '') - SEGMENTS.indexOf(b.client.segment ?? '');
}

/** Amounts of different currencies have no order; they stand apart, the book's own last when ascending. */
export function byAmount(side: Side, home: string): (a: ClientLine, b: ClientLine) => number {
  const apart = homeFirst(home);
  return (a, b) =>
    a.currency === b.currency
      ? compareAmounts(a[side] ?? '0', b[side] ?? '0')
      : apart(b.currency, a.currency);
}
