/** A book of any size, the same each time, for measuring. */
import type { FakeBook, FakeClient, FakeInvoice } from './types';
import { plusDays } from './money';

/** A small reproducible generator (mulberry32). */
function dice(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FIRST = [
  'Alder',
  'Birch',
  'Cedar',
  'Dune',
  'Elm',
  'Fern',
  'Grove',
  'Harbour',
  'Iris',
  'Juniper',
  'Kestrel',
  'Linden',
];
const SECOND = [
  'Bakery',
  'Clinic',
  'Cycles',
  'Dental',
  'Farms',
  'Gallery',
  'Hotel',
  'Interiors',
  'Kitchens',
  'Logistics',
];

export function largeBook(rows: number): FakeBook {
  const roll = dice(17);
  const pick = <T>(list: readonly T[]) => list[Math.floor(roll() * list.length)] as T;
  const today = '2026-11-17';
  const clients: FakeClient[] = Array.from({ length: Math.max(1, Math.round(rows / 50)) }, (_, n) => ({
    id: `l-${n}`,
    name: `${pick(FIRST)} ${pick(SECOND)} ${n + 1}`,
    segment: pick(['reliable', 'slow_but_sure', 'at_risk', 'new']),
  }));
  const invoices: FakeInvoice[] = Array.from({ length: rows }, (_, n) => {
    const issued = plusDays(today, -Math.floor(roll() * 900));
    const due = plusDays(issued, 30);
    const total = 5_000 + Math.floor(roll() * 900_000);
    const settled = roll() < 0.8;
    return {
      number: `L-${String(n + 1).padStart(6, '0')}`,
      client: pick(clients).id,
      issued,
      due,
      currency: roll() < 0.9 ? 'CAD' : 'USD',
      total,
      credits: settled
        ? [
            {
              on: plusDays(due, Math.floor(roll() * 40) - 20),
              kind: 'payment',
              minor: total,
              method: 'transfer',
            },
          ]
        : [],
    };
  });
  return {
    path: '/home/nora/Documents/Large.book',
    name: 'A large book',
    known: true,
    country: 'CA',
    currency: 'CAD',
    locale: 'en-CA',
    time_zone: 'America/Toronto',
    today,
    clients,
    invoices,
  };
}
