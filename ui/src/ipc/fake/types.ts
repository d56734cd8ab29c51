/** What a made-up book holds. */
import type { CreditKind, HappeningKind, Happenings } from '../vocabulary';
import type { ContactView } from '../wire';

/** Something that happened, with its facts. */
export type FakeHappening = { [K in HappeningKind]: { kind: K } & Happenings[K] }[HappeningKind];

export interface FakeClient {
  id: string;
  name: string;
  segment: string | null;
  kind?: 'business' | 'consumer';
  email?: string;
  phone?: string;
  language?: string;
  town?: string;
  street?: string;
  postcode?: string;
  notes?: string;
  contacts?: ContactView[];
  history?: { day: string; time: string; what: FakeHappening }[];
  /** Unapplied, in minor units. */
  credit?: { currency: string; minor: number; on: string };
}

export interface FakeInvoice {
  number: string;
  client: string;
  issued: string;
  due: string;
  due_assumed?: boolean;
  currency: string;
  /** Minor units. */
  total: number;
  credits: { on: string; kind: CreditKind; minor: number; method: string }[];
  /** Dates of a plan, which lateness follows instead of the due day. */
  plan?: { due: string; minor: number }[];
  disputed?: string;
  void?: boolean;
}

export interface FakeBook {
  path: string;
  name: string;
  known: boolean;
  country: string;
  currency: string;
  locale: string;
  time_zone: string;
  today: string;
  clients: FakeClient[];
  invoices: FakeInvoice[];
}
