/** What is drawn at each place. */
import type { Component } from 'svelte';
import About from '../about/About.svelte';
import Bank from '../bank/Bank.svelte';
import Client from '../clients/Client.svelte';
import Clients from '../clients/Clients.svelte';
import Demand from '../demand/Demand.svelte';
import Import from '../imports/Import.svelte';
import Invoice from '../invoices/Invoice.svelte';
import Invoices from '../invoices/Invoices.svelte';
import Letter from '../papers/Letter.svelte';
import Papers from '../papers/Papers.svelte';
import Statement from '../papers/Statement.svelte';
import TermsSheet from '../papers/TermsSheet.svelte';
import Payments from '../payments/Payments.svelte';
import Composer from '../plans/Composer.svelte';
import Plan from '../plans/Plan.svelte';
import Plans from '../plans/Plans.svelte';
import History from '../record/History.svelte';
import Reports from '../reports/Reports.svelte';
import Settings from '../settings/Settings.svelte';
import type { Place } from '../shared/place.svelte';
import Today from '../today/Today.svelte';
import { HOME } from './places';

type Drawing = Component<{ id: string }> | Component;

interface Drawn {
  component: Drawing;
  props: { id: string };
  /** A change of this is a new page: it is drawn afresh and takes the focus. */
  page: string;
}

/** What is drawn for the first step of an address; with a second step, what is drawn for one thing of it. */
const PLACES: Readonly<Record<string, { all: Drawing; one?: Drawing }>> = {
  today: { all: Today },
  clients: { all: Clients, one: Client },
  invoices: { all: Invoices, one: Invoice },
  payments: { all: Payments },
  bank: { all: Bank },
  plans: { all: Plans, one: Plan },
  compose: { all: Composer },
  demand: { all: Clients, one: Demand },
  terms: { all: TermsSheet, one: TermsSheet },
  statement: { all: Clients, one: Statement },
  letter: { all: Clients, one: Letter },
  papers: { all: Clients, one: Papers },
  reports: { all: Reports },
  import: { all: Import },
  history: { all: History },
  settings: { all: Settings },
  about: { all: About },
};

/** What stands at a place; an unknown one leads home. */
export function drawn({ path: [first = HOME, id] }: Place): Drawn {
  const found = PLACES[first];
  if (!found) return { component: Today, props: { id: '' }, page: HOME };
  if (id !== undefined && found.one) return { component: found.one, props: { id }, page: `${first} ${id}` };
  return { component: found.all, props: { id: '' }, page: first };
}
