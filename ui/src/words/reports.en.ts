/** Reports: what is owed and how old it is, and what was kept. */
const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const reports = {
  title: 'Reports',
  tabs: 'Reports',
  overview: 'Overview',
  ageing: 'Ageing',
  asAt: 'As at',
  today: 'Today',
  client: 'Client',
  currency: 'Currency',
  buckets: {
    current: 'Not due yet',
    d1_30: '1–30 days',
    d31_60: '31–60',
    d61_90: '61–90',
    d90_plus: 'Over 90',
  },
  overdue: 'Overdue',
  total: 'Total',
  credit: 'Credit',
  net: 'Balance',
  age: 'Age',
  share: 'Share',

  bars: (currency: string) => `What is owed by age, ${currency}`,
  asTable: 'Table',
  asBars: 'Bars',
  tableOf: (head: string) => `${head}, as a table`,
  barsOf: (head: string) => `${head}, as bars`,
  /** Who is late and how much of it, said under the bars; the first part is set in bold. */
  overdueOf: (total: string) => `of ${total} is overdue,`,
  withClients: (late: number, lateText: string, all: number, allText: string) =>
    late === all ? 'with all who owe anything.' : `with ${lateText} of ${allText} clients.`,
  nothingOverdue: (total: string) => `Nothing of ${total} is overdue.`,
  creditApart: (credit: string) => `Credit of ${credit} belongs to no invoice yet and is not taken off here.`,

  kept: 'Instalments kept, last 12 months',
  keptOf: (kept: string, of: string) => `of instalments: ${kept} of ${of}`,
  standings: {
    kept: (n: string) => `${n} kept`,
    waived: (n: string) => `${n} let stand`,
    grace: (n: string) => `${n} in grace`,
    broken: (n: string) => `${n} missed`,
  },
  noneDue: 'No instalment has fallen due in these twelve months.',
  onePending: 'The only ones that fell due are in grace; there is nothing to count yet.',
  how: 'How',
  howOf: (head: string) => `How “${head}” is counted`,
  formula: (kept: string, missed: string) => `${kept} kept ÷ (${kept} kept + ${missed} missed)`,
  formulaWhy: (from: string, to: string) =>
    `Instalments of plans in force, in every currency, that fell due after ${from} and up to ${to}. Kept means paid in full, also within or after the days of grace. One in grace counts once its grace has ended; one that you let stand is not counted.`,

  nothing: 'Nothing was owed on that day.',
  all: (n: number, text: string) => `${text} ${count(n, 'client', 'clients')}`,
  byClient: 'What each client owes, by age',
  ledger: 'Ageing by client',
  emptyTitle: 'Nothing to age yet.',
  emptyWhy: 'Once the book holds invoices, this page says how long they have been waiting, as at any day.',
};
