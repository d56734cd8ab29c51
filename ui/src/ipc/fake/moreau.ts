/** Orthodontie Moreau inc., made up: a French book of several currencies, one without decimals and one with three. */
import type { FakeBook, FakeInvoice } from './types';
import { minor } from './money';

function invoice(
  number: string,
  client: string,
  issued: string,
  due: string,
  currency: string,
  total: string,
  paid?: [string, string],
): FakeInvoice {
  return {
    number,
    client,
    issued,
    due,
    currency,
    total: minor(total, currency),
    credits: paid
      ? [{ on: paid[0], kind: 'payment', minor: minor(paid[1], currency), method: 'virement' }]
      : [],
  };
}

export const MOREAU: FakeBook = {
  path: '/home/nora/Documents/Orthodontie Moreau inc..book',
  name: 'Orthodontie Moreau inc.',
  known: true,
  country: 'CA',
  currency: 'CAD',
  locale: 'fr-CA',
  time_zone: 'America/Toronto',
  today: '2026-11-17',
  clients: [
    {
      id: 'm-1',
      name: 'Clinique du Vieux-Port',
      segment: 'reliable',
      language: 'fr',
      email: 'compta@vieuxport.example',
      credit: { currency: 'CAD', minor: 15_000, on: '2026-11-02' },
    },
    { id: 'm-2', name: 'Adèle Trudel', segment: 'new', kind: 'consumer', language: 'fr' },
    { id: 'm-3', name: 'Kobayashi Dental Supply', segment: 'reliable', language: 'en' },
    { id: 'm-4', name: 'Harbor Smile Partners', segment: 'slow_but_sure', language: 'en' },
    { id: 'm-5', name: 'Al-Rawda Clinics', segment: 'new', language: 'en' },
  ],
  invoices: [
    invoice('2026-041', 'm-1', '2026-09-20', '2026-10-20', 'CAD', '12480.50', ['2026-10-30', '4480.50']),
    invoice('2026-052', 'm-1', '2026-11-03', '2026-12-03', 'CAD', '1250.00'),
    invoice('2026-033', 'm-2', '2026-07-01', '2026-07-31', 'CAD', '640.00'),
    invoice('2026-048', 'm-3', '2026-10-01', '2026-10-31', 'JPY', '1284000'),
    invoice('2026-044', 'm-4', '2026-09-15', '2026-10-15', 'USD', '3900.00', ['2026-11-01', '1300.00']),
    invoice('2026-050', 'm-4', '2026-10-28', '2026-11-27', 'CAD', '455.25'),
    invoice('2026-051', 'm-5', '2026-10-30', '2026-11-29', 'KWD', '812.375'),
  ],
};
