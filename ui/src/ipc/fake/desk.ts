/** What the Rust side would answer, worked out over a made-up book. */
import type { InvoiceState } from '../vocabulary';
import type {
  AgeingFigures,
  AgeingView,
  BookView,
  ClientList,
  ClientView,
  InvoiceDetail,
  InvoiceList,
  InvoiceListAsk,
  InvoiceTotal,
  InvoiceView,
} from '../wire';
import type { FakeBook, FakeInvoice } from './types';
import { daysBetween, decimal } from './money';

interface Standing {
  invoice: FakeInvoice;
  paid: number;
  balance: number;
  /** What is still owed, by the day it falls due. */
  owed: { due: string; minor: number }[];
  row: InvoiceView;
}

const PRECEDENCE: InvoiceState[] = [
  'void',
  'written_off',
  'paid',
  'disputed',
  'on_plan',
  'overdue',
  'part_paid',
  'open',
  'draft',
];

function owedBy(invoice: FakeInvoice, paid: number): Standing['owed'] {
  let left = paid;
  return (invoice.plan ?? [{ due: invoice.due, minor: invoice.total }])
    .map((part) => {
      const here = Math.min(left, part.minor);
      left -= here;
      return { due: part.due, minor: part.minor - here };
    })
    .filter((part) => part.minor > 0);
}

function stand(invoice: FakeInvoice, on: string, names: Map<string, string>): Standing {
  const paid = invoice.credits
    .filter((credit) => credit.on <= on)
    .reduce((sum, credit) => sum + credit.minor, 0);
  // A plan covers what was left when it began; what came before it is not part of its dates.
  const planned = invoice.plan?.reduce((sum, part) => sum + part.minor, 0) ?? invoice.total;
  const owed = owedBy(invoice, paid - (invoice.total - planned));
  const balance = invoice.total - paid;
  const late = owed.filter((part) => part.due < on);
  const states = new Set<InvoiceState>();
  if (balance === 0) states.add('paid');
  else {
    states.add('open');
    if (late.length > 0) states.add('overdue');
    if (paid > 0) states.add('part_paid');
    if (invoice.plan) states.add('on_plan');
    if (invoice.disputed !== undefined && invoice.disputed <= on) states.add('disputed');
  }
  const ordered = PRECEDENCE.filter((state) => states.has(state));
  return {
    invoice,
    paid,
    balance,
    owed,
    row: {
      id: invoice.number.toLowerCase(),
      number: invoice.number,
      client: names.get(invoice.client) ?? '',
      client_id: invoice.client,
      issued: invoice.issued,
      due: invoice.due,
      due_assumed: invoice.due_assumed ?? false,
      currency: invoice.currency,
      total: decimal(invoice.total, invoice.currency),
      paid: decimal(paid, invoice.currency),
      balance: decimal(balance, invoice.currency),
      state: ordered[0] ?? 'open',
      states: ordered,
      days_late: late[0] ? daysBetween(late[0].due, on) : 0,
    },
  };
}

const standings = new Map<string, Standing[]>();

function stands(book: FakeBook, on: string): Standing[] {
  const key = `${book.path}@${on}`;
  let known = standings.get(key);
  if (!known) {
    const names = new Map(book.clients.map((client) => [client.id, client.name]));
    known = book.invoices
      .filter((invoice) => invoice.issued <= on)
      .map((invoice) => stand(invoice, on, names));
    standings.set(key, known);
  }
  return known;
}

function sums(parts: Iterable<[currency: string, minor: number]>): Record<string, string> {
  const total = new Map<string, number>();
  for (const [currency, minor] of parts) total.set(currency, (total.get(currency) ?? 0) + minor);
  return Object.fromEntries([...total].map(([currency, minor]) => [currency, decimal(minor, currency)]));
}

function overdueOf(standing: Standing, on: string): number {
  return standing.owed.filter((part) => part.due < on).reduce((sum, part) => sum + part.minor, 0);
}

function creditOf(book: FakeBook, client: string, on: string): [string, number][] {
  const credit = book.clients.find((each) => each.id === client)?.credit;
  return credit && credit.on <= on ? [[credit.currency, -credit.minor]] : [];
}

export function bookView(book: FakeBook): BookView {
  const { path, name, currency, country, locale, time_zone, today } = book;
  return {
    path,
    name,
    currency,
    country,
    region: '',
    locale,
    time_zone,
    today,
    clients: book.clients.length,
    invoices: book.invoices.length,
    warnings: [],
  };
}

export function clientList(book: FakeBook, asOf = book.today): ClientList {
  const mine = new Map<string, Standing[]>();
  for (const each of stands(book, asOf)) {
    const theirs = mine.get(each.invoice.client);
    if (theirs) theirs.push(each);
    else mine.set(each.invoice.client, [each]);
  }
  return {
    as_of: asOf,
    clients: book.clients.map(({ id, name, segment }) => {
      const theirs = mine.get(id) ?? [];
      return {
        id,
        name,
        segment,
        balance: sums([
          ...theirs.map((each): [string, number] => [each.row.currency, each.balance]),
          ...creditOf(book, id, asOf),
        ]),
        overdue: sums(theirs.map((each) => [each.row.currency, overdueOf(each, asOf)])),
        open_invoices: theirs.filter((each) => each.balance > 0).length,
      };
    }),
  };
}

export function clientView(book: FakeBook, id: string, asOf = book.today): ClientView | undefined {
  const client = book.clients.find((each) => each.id === id);
  if (!client) return undefined;
  const theirs = stands(book, asOf).filter((each) => each.invoice.client === id);
  const row = clientList(book, asOf).clients.find((each) => each.id === id);
  const history =
    client.history ??
    theirs
      .map(({ invoice, row }) => ({
        day: invoice.issued,
        time: '09:30',
        what: {
          kind: 'invoice_added' as const,
          number: invoice.number,
          total: row.total,
          currency: row.currency,
          issued: invoice.issued,
          due: invoice.due,
        },
      }))
      .reverse();
  if (!row) return undefined;
  return {
    ...row,
    as_of: asOf,
    kind: client.kind ?? 'business',
    reference: '',
    email: client.email ?? '',
    phone: client.phone ?? '',
    language: client.language ?? 'en',
    address: {
      street: client.street ?? '',
      number: '',
      extra: '',
      postcode: client.postcode ?? '',
      town: client.town ?? '',
      region: '',
      country: client.town ? book.country : '',
    },
    notes: client.notes ?? '',
    credit: sums(creditOf(book, id, asOf).map(([currency, minor]) => [currency, -minor])),
    invoices: theirs.map((each) => each.row).sort((a, b) => (a.issued < b.issued ? 1 : -1)),
    contacts: client.contacts ?? [],
    history: history.map((each, at) => ({
      seq: 400 - at,
      at: `${each.day}T${each.time}:00-05:00`,
      day: each.day,
      who: 'nora',
      kind: each.what.kind,
      subject: id,
      what: `${each.what.kind}.`,
      facts: { ...each.what },
    })),
  };
}

const byIssued = (a: Standing, b: Standing) => a.row.issued.localeCompare(b.row.issued);

const BY: Record<string, (a: Standing, b: Standing) => number> = {
  number: (a, b) => a.row.number.localeCompare(b.row.number, 'en', { numeric: true }),
  client: (a, b) => a.row.client.localeCompare(b.row.client),
  issued: byIssued,
  due: (a, b) => a.row.due.localeCompare(b.row.due),
  days_late: (a, b) => a.row.days_late - b.row.days_late,
  total: (a, b) => a.row.currency.localeCompare(b.row.currency) || a.invoice.total - b.invoice.total,
  balance: (a, b) => a.row.currency.localeCompare(b.row.currency) || a.balance - b.balance,
};

/** The last question's answer, so that scrolling through it costs a window and not the whole. */
let lastFound: { key: string; rows: Standing[]; totals: InvoiceTotal[] } | undefined;

function found(book: FakeBook, query: InvoiceListAsk): { rows: Standing[]; totals: InvoiceTotal[] } {
  const { as_of = book.today, state, search = '', sort = 'issued', descending = false } = query;
  const key = JSON.stringify([book.path, as_of, state, search, sort, descending]);
  if (lastFound?.key === key) return lastFound;
  const part = search.toLowerCase();
  const by = BY[sort] ?? byIssued;
  const rows = stands(book, as_of)
    .filter((each) => !state || each.row.states.includes(state))
    .filter((each) => !part || `${each.row.number} ${each.row.client}`.toLowerCase().includes(part))
    .sort((a, b) => (descending ? by(b, a) : by(a, b)));
  const balances = sums(rows.map((each) => [each.row.currency, each.balance]));
  const totals = Object.entries(sums(rows.map((each) => [each.row.currency, each.invoice.total]))).map(
    ([currency, total]) => ({
      currency,
      total,
      balance: balances[currency] ?? '0',
      count: rows.filter((each) => each.row.currency === currency).length,
    }),
  );
  lastFound = { key, rows, totals };
  return lastFound;
}

export function invoiceList(book: FakeBook, query: InvoiceListAsk): InvoiceList {
  const { as_of = book.today, offset = 0, limit = Infinity } = query;
  const { rows, totals } = found(book, query);
  return {
    as_of,
    total_count: rows.length,
    totals,
    invoices: rows.slice(offset, offset + limit).map((each) => each.row),
  };
}

export function invoiceView(book: FakeBook, id: string, asOf = book.today): InvoiceDetail | undefined {
  const standing = stands(book, asOf).find((each) => each.row.id === id);
  if (!standing) return undefined;
  return {
    as_of: asOf,
    invoice: standing.row,
    credits: standing.invoice.credits
      .filter((credit) => credit.on <= asOf)
      .map(({ on, kind, minor, method }) => ({
        on,
        kind,
        amount: decimal(minor, standing.row.currency),
        method,
      })),
  };
}

const BUCKETS = ['current', 'd1_30', 'd31_60', 'd61_90', 'd90_plus'] as const;

function bucketOf(days: number): number {
  return days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4;
}

function asBuckets(minors: number[], credit: number, currency: string): AgeingFigures {
  const total = minors.reduce((sum, each) => sum + each, 0);
  const named = Object.fromEntries(BUCKETS.map((name, at) => [name, decimal(minors[at] ?? 0, currency)]));
  return {
    ...(named as Pick<AgeingFigures, (typeof BUCKETS)[number]>),
    total: decimal(total, currency),
    credit: decimal(credit, currency),
    net: decimal(total + credit, currency),
  };
}

export function ageing(book: FakeBook, asOf = book.today): AgeingView {
  const names = new Map(book.clients.map((client) => [client.id, client.name]));
  const rows = new Map<string, { client: string; currency: string; minors: number[]; credit: number }>();
  const rowOf = (client: string, currency: string) => {
    const key = `${client} ${currency}`;
    const row = rows.get(key) ?? { client, currency, minors: [0, 0, 0, 0, 0], credit: 0 };
    rows.set(key, row);
    return row;
  };
  for (const { invoice, owed } of stands(book, asOf)) {
    for (const part of owed) {
      const row = rowOf(invoice.client, invoice.currency);
      const bucket = bucketOf(daysBetween(part.due, asOf));
      row.minors[bucket] = (row.minors[bucket] ?? 0) + part.minor;
    }
  }
  for (const client of book.clients) {
    for (const [currency, credit] of creditOf(book, client.id, asOf))
      rowOf(client.id, currency).credit += credit;
  }
  const all = [...rows.values()];
  const currencies = [...new Set(all.map((row) => row.currency))];
  return {
    as_of: asOf,
    currencies: Object.fromEntries(
      currencies.map((currency) => {
        const mine = all.filter((row) => row.currency === currency);
        const minors = BUCKETS.map((_, at) => mine.reduce((sum, row) => sum + (row.minors[at] ?? 0), 0));
        return [
          currency,
          asBuckets(
            minors,
            mine.reduce((sum, row) => sum + row.credit, 0),
            currency,
          ),
        ];
      }),
    ),
    clients: all.map((row) => ({
      client: names.get(row.client) ?? '',
      client_id: row.client,
      currency: row.currency,
      ...asBuckets(row.minors, row.credit, row.currency),
    })),
  };
}
