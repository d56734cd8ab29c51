/**
 * Birch & Ferry Millwork, a made-up shop with thirteen clients, as at Tue 17 Nov 2026. Its ageing:
 * 16,017.00 not due, 13,489.00 · 6,554.00 · 5,280.00 · 2,825.00 late, 44,165.00 in all.
 */
import type { FakeBook, FakeClient, FakeInvoice } from './types';
import { minor } from './money';

interface Line {
  n: number;
  issued: string;
  due: string;
  total: string;
  paid?: [on: string, amount: string, method?: string][];
  plan?: [due: string, amount: string][];
  disputed?: string;
  assumed?: true;
}

function invoices(client: string, lines: Line[]): FakeInvoice[] {
  return lines.map((line) => ({
    number: `INV-${line.n}`,
    client,
    issued: line.issued,
    due: line.due,
    ...(line.assumed && { due_assumed: true }),
    currency: 'CAD',
    total: minor(line.total),
    credits: (line.paid ?? []).map(([on, paid, method = 'e-Transfer']) => ({
      on,
      kind: 'payment' as const,
      minor: minor(paid),
      method,
    })),
    ...(line.plan && { plan: line.plan.map(([due, part]) => ({ due, minor: minor(part) })) }),
    ...(line.disputed && { disputed: line.disputed }),
  }));
}

const PLAN_DAYS = [
  '2026-04-14',
  '2026-05-12',
  '2026-06-12',
  '2026-07-14',
  '2026-08-12',
  '2026-09-14',
  '2026-10-13',
  '2026-11-12',
  '2026-12-14',
  '2027-01-12',
] as const;
const PAID_ON = PLAN_DAYS.slice(0, 7);

const FERNHILL: FakeClient = {
  id: 'c-fernhill',
  name: 'Fernhill Veterinary Clinic',
  segment: 'slow_but_sure',
  email: 'office@fernhillvet.example',
  phone: '+1 613 555 0142',
  language: 'en',
  street: '210 Fernhill Road',
  town: 'Kingston ON',
  postcode: 'K7L 2V4',
  notes: 'Dana Petrov, office manager. Mornings are best. Usually pays twelve days late, and always does.',
  contacts: [
    {
      on: '2026-11-16',
      channel: 'call',
      direction: 'in',
      kind: 'talk',
      note: 'The back office flooded. Could you give me two days?',
    },
    {
      on: '2026-11-09',
      channel: 'email',
      direction: 'out',
      kind: 'reminder',
      note: 'A quick note about INV-1215',
    },
    {
      on: '2026-10-14',
      channel: 'email',
      direction: 'out',
      kind: 'thanks',
      note: 'Seven out of seven. Thank you, Dana.',
    },
  ],
  history: [
    {
      day: '2026-11-05',
      time: '10:12',
      what: {
        kind: 'invoice_added',
        number: 'INV-1229',
        total: '678.00',
        currency: 'CAD',
        issued: '2026-11-05',
        due: '2026-12-05',
      },
    },
    { day: '2026-10-13', time: '09:40', what: payment('INV-1112', '720.00', '2026-10-13') },
    {
      day: '2026-10-07',
      time: '14:05',
      what: {
        kind: 'invoice_added',
        number: 'INV-1215',
        total: '1921.00',
        currency: 'CAD',
        issued: '2026-10-07',
        due: '2026-11-06',
      },
    },
    { day: '2026-09-14', time: '11:22', what: payment('INV-1112', '720.00', '2026-09-14') },
    { day: '2026-08-12', time: '16:48', what: payment('INV-1112', '720.00', '2026-08-12') },
    {
      day: '2026-04-02',
      time: '15:30',
      what: { kind: 'plan_activated', plan: 'PP-2026-0004', version: 1, on: '2026-04-02' },
    },
    {
      day: '2026-04-02',
      time: '15:28',
      what: {
        kind: 'plan_signed',
        plan: 'PP-2026-0004',
        version: 1,
        party: 'client',
        name: 'Dana Petrov',
      },
    },
  ],
};

function payment(invoice: string, amount: string, on: string) {
  return {
    kind: 'payment_recorded' as const,
    amount,
    currency: 'CAD',
    on,
    paid: [{ invoice, amount }],
  };
}

function plain(
  id: string,
  name: string,
  segment: string,
  town: string,
  rest: Partial<FakeClient> = {},
): FakeClient {
  const mail = id.replace('c-', '');
  return {
    id,
    name,
    segment,
    town,
    email: `accounts@${mail}.example`,
    phone: '+1 613 555 0100',
    street: '14 Main Street',
    postcode: 'K7L 1A1',
    ...rest,
  };
}

const CLIENTS: FakeClient[] = [
  plain('c-quarry', 'Quarry Road Brewing Co.', 'at_risk', 'Napanee ON', {
    contacts: [
      {
        on: '2026-11-12',
        channel: 'call',
        direction: 'in',
        kind: 'talk',
        note: 'Maren asked for a plan and comes in on Tuesday at three.',
      },
      {
        on: '2026-10-26',
        channel: 'email',
        direction: 'out',
        kind: 'reminder',
        note: 'Second note about INV-1187',
      },
    ],
  }),
  plain('c-lakeshore', 'Lakeshore Dental Studio', 'reliable', 'Kingston ON', {
    contacts: [
      {
        on: '2026-11-10',
        channel: 'email',
        direction: 'out',
        kind: 'reminder',
        note: 'INV-1209, and anything we can do to help',
      },
    ],
  }),
  plain('c-northgate', 'Northgate Property Care', 'at_risk', 'Belleville ON'),
  plain('c-varga', 'Studio Varga Interiors', 'slow_but_sure', 'Kingston ON'),
  FERNHILL,
  plain('c-granite', 'Granite Bay Outfitters', 'reliable', 'Gananoque ON'),
  plain('c-cedar', 'Cedar & Salt Bakery', 'slow_but_sure', 'Gatineau QC', { language: 'fr' }),
  plain('c-wolfe', 'Wolfe Creek Guest House', 'reliable', 'Wolfe Island ON'),
  plain('c-hollis', 'Hollis & Daughters Florists', 'slow_but_sure', 'Bath ON'),
  plain('c-rideau', 'Rideau Court Condominiums', 'reliable', 'Ottawa ON'),
  plain('c-maple', 'Maple Lane Montessori', 'new', 'Kingston ON'),
  plain('c-ferry', 'Ferry Street Cycles', 'reliable', 'Kingston ON'),
  plain('c-quai', 'Petit Quai Traiteur', 'reliable', 'Gatineau QC', { language: 'fr' }),
];

const INVOICES: FakeInvoice[] = [
  ...invoices('c-quarry', [
    { n: 1187, issued: '2026-08-14', due: '2026-09-13', total: '5,280.00' },
    {
      n: 1203,
      issued: '2026-09-11',
      due: '2026-10-11',
      total: '5,085.00',
      paid: [['2026-10-02', '1,695.00']],
    },
    { n: 1226, issued: '2026-10-30', due: '2026-11-29', total: '1,695.00' },
  ]),
  ...invoices('c-lakeshore', [
    { n: 1209, issued: '2026-10-04', due: '2026-11-03', total: '4,520.00' },
    { n: 1224, issued: '2026-10-25', due: '2026-11-24', total: '2,260.00' },
    {
      n: 1150,
      issued: '2026-05-04',
      due: '2026-06-03',
      total: '3,955.00',
      paid: [['2026-06-01', '3,955.00', 'cheque']],
    },
  ]),
  ...invoices('c-northgate', [
    { n: 1168, issued: '2026-07-03', due: '2026-08-02', total: '2,825.00' },
    { n: 1201, issued: '2026-09-05', due: '2026-10-05', total: '1,130.00', assumed: true },
  ]),
  ...invoices('c-varga', [{ n: 1212, issued: '2026-10-05', due: '2026-11-04', total: '3,164.00' }]),
  ...invoices('c-fernhill', [
    {
      n: 1098,
      issued: '2026-01-12',
      due: '2026-02-11',
      total: '2,880.00',
      paid: PAID_ON.slice(0, 4).map((on) => [on, '720.00']),
    },
    {
      n: 1112,
      issued: '2026-02-09',
      due: '2026-03-11',
      total: '4,320.00',
      paid: PAID_ON.slice(4).map((on) => [on, '720.00']),
      plan: PLAN_DAYS.slice(4).map((due) => [due, '720.00']),
    },
    { n: 1215, issued: '2026-10-07', due: '2026-11-06', total: '1,921.00' },
    { n: 1229, issued: '2026-11-05', due: '2026-12-05', total: '678.00' },
  ]),
  ...invoices('c-granite', [
    { n: 1206, issued: '2026-09-12', due: '2026-10-12', total: '2,034.00', disputed: '2026-11-09' },
    { n: 1227, issued: '2026-11-02', due: '2026-12-02', total: '904.00' },
  ]),
  ...invoices('c-cedar', [{ n: 1217, issued: '2026-10-11', due: '2026-11-10', total: '1,356.00' }]),
  ...invoices('c-wolfe', [{ n: 1216, issued: '2026-10-10', due: '2026-11-09', total: '1,017.00' }]),
  ...invoices('c-hollis', [{ n: 1214, issued: '2026-10-06', due: '2026-11-05', total: '791.00' }]),
  ...invoices('c-rideau', [{ n: 1230, issued: '2026-11-06', due: '2026-12-06', total: '5,650.00' }]),
  ...invoices('c-maple', [
    { n: 1221, issued: '2026-10-21', due: '2026-11-20', total: '1,243.00' },
    { n: 1232, issued: '2026-11-09', due: '2026-12-09', total: '452.00' },
  ]),
  ...invoices('c-ferry', [
    {
      n: 1190,
      issued: '2026-08-20',
      due: '2026-09-19',
      total: '3,390.00',
      paid: [
        ['2026-09-15', '565.00'],
        ['2026-10-15', '565.00'],
        ['2026-11-16', '565.00'],
      ],
      plan: [
        ['2026-09-16', '565.00'],
        ['2026-10-16', '565.00'],
        ['2026-11-16', '565.00'],
        ['2026-12-16', '565.00'],
        ['2027-01-18', '565.00'],
        ['2027-02-16', '565.00'],
      ],
    },
  ]),
  ...invoices('c-quai', [
    {
      n: 1219,
      issued: '2026-10-23',
      due: '2026-11-22',
      total: '2,147.00',
      paid: [['2026-11-16', '2,147.00']],
    },
  ]),
];

export const BIRCH: FakeBook = {
  path: '/home/nora/Documents/Birch & Ferry Millwork.book',
  name: 'Birch & Ferry Millwork',
  known: true,
  country: 'CA',
  currency: 'CAD',
  locale: 'en-CA',
  time_zone: 'America/Toronto',
  today: '2026-11-17',
  clients: CLIENTS,
  invoices: INVOICES,
};
