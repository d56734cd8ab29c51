/** The places of the app: their address, their name, their key, what is drawn there. */
import ChartColumn from '@lucide/svelte/icons/chart-column';
import FileText from '@lucide/svelte/icons/file-text';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import Clients from '../clients/Clients.svelte';
import Client from '../clients/Client.svelte';
import Invoices from '../invoices/Invoices.svelte';
import Ageing from '../reports/Ageing.svelte';
import type { Place } from '../shared/place.svelte';
import type { Words } from '../words/index.svelte';

export interface Screen {
  /** First step of its address. */
  id: 'clients' | 'invoices' | 'reports';
  /** Pressed after G. */
  key: string;
  Icon: Component;
  name: (words: Words) => string;
  keyLabel: (words: Words) => string;
}

export const SCREENS: readonly Screen[] = [
  { id: 'clients', key: 'c', Icon: Users, name: (w) => w.frame.clients, keyLabel: (w) => w.keys.goClients },
  {
    id: 'invoices',
    key: 'i',
    Icon: FileText,
    name: (w) => w.frame.invoices,
    keyLabel: (w) => w.keys.goInvoices,
  },
  {
    id: 'reports',
    key: 'r',
    Icon: ChartColumn,
    name: (w) => w.frame.reports,
    keyLabel: (w) => w.keys.goReports,
  },
];

export const HOME = 'clients';

interface Drawn {
  component: Component<{ id: string }> | Component;
  props: { id: string };
  /** A change of this is a new page: it is drawn afresh and takes the focus. */
  page: string;
}

/** What stands at a place; an unknown one leads home. */
export function drawn({ path: [first, id] }: Place): Drawn {
  if (first === 'clients' && id !== undefined)
    return { component: Client, props: { id }, page: `client ${id}` };
  if (first === 'invoices') return { component: Invoices, props: { id: '' }, page: 'invoices' };
  if (first === 'reports') return { component: Ageing, props: { id: '' }, page: 'reports' };
  return { component: Clients, props: { id: '' }, page: 'clients' };
}
