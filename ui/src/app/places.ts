/** The places one goes to: their address, their name, their key. */
import Banknote from '@lucide/svelte/icons/banknote';
import BookOpen from '@lucide/svelte/icons/book-open';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import FileDown from '@lucide/svelte/icons/file-down';
import FileText from '@lucide/svelte/icons/file-text';
import Landmark from '@lucide/svelte/icons/landmark';
import ListChecks from '@lucide/svelte/icons/list-checks';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { Place } from '../shared/place.svelte';
import type { Words } from '../words/index.svelte';

/** Places with a name and a key, in reading order; the second group stands apart. */
export type ScreenId =
  | 'today'
  | 'clients'
  | 'invoices'
  | 'payments'
  | 'bank'
  | 'plans'
  | 'reports'
  | 'import'
  | 'history'
  | 'settings';

export interface Screen {
  /** First step of its address. */
  id: ScreenId;
  /** Pressed after G. */
  key: string;
  Icon: Component;
  /** Beside the work itself: the book and how it is kept. */
  apart?: boolean;
  /** The place of the sidebar it belongs to, where it has no line of its own there. */
  within?: ScreenId;
  name: (words: Words) => string;
}

type Standing = Pick<Screen, 'apart' | 'within'>;

function screen(id: ScreenId, key: string, Icon: Component, standing: Standing = {}): Screen {
  return { id, key, Icon, ...standing, name: (words) => words.frame.places[id] };
}

export const SCREENS: readonly Screen[] = [
  screen('today', 't', ListChecks),
  screen('clients', 'c', Users),
  screen('invoices', 'i', FileText),
  screen('payments', 'p', Banknote),
  screen('bank', 'b', Landmark, { within: 'payments' }),
  screen('plans', 'l', CalendarCheck),
  screen('reports', 'r', ChartColumn),
  screen('import', 'm', FileDown, { apart: true }),
  screen('history', 'h', BookOpen, { apart: true }),
  screen('settings', 's', SlidersHorizontal, { apart: true }),
];

/** Those with a line of their own in the sidebar. */
export const LISTED: readonly Screen[] = SCREENS.filter((each) => !each.within);

export const HOME = 'today';

/** Pages that have neither. */
const BELONGS: Readonly<Record<string, ScreenId>> = {
  compose: 'plans',
  demand: 'clients',
  statement: 'clients',
  letter: 'clients',
  terms: 'clients',
  papers: 'clients',
};

/** Which place of the sidebar one is in, if any. */
export function screenOf({ path: [first = HOME] }: Place): ScreenId | undefined {
  const found = SCREENS.find(({ id }) => id === (BELONGS[first] ?? first));
  return found?.within ?? found?.id;
}
