/** The places one goes to: their address, their name, their key. */
import Banknote from '@lucide/svelte/icons/banknote';
import BookOpen from '@lucide/svelte/icons/book-open';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import FileDown from '@lucide/svelte/icons/file-down';
import FileText from '@lucide/svelte/icons/file-text';
import ListChecks from '@lucide/svelte/icons/list-checks';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { Place } from '../shared/place.svelte';
import type { Words } from '../words/index.svelte';

/** Places in the sidebar, in reading order; the second group stands apart. */
export type ScreenId =
  'today' | 'clients' | 'invoices' | 'payments' | 'plans' | 'reports' | 'import' | 'history' | 'settings';

export interface Screen {
  /** First step of its address. */
  id: ScreenId;
  /** Pressed after G. */
  key: string;
  Icon: Component;
  /** Beside the work itself: the book and how it is kept. */
  apart?: boolean;
  name: (words: Words) => string;
}

function screen(id: ScreenId, key: string, Icon: Component, apart = false): Screen {
  return { id, key, Icon, apart, name: (words) => words.frame.places[id] };
}

export const SCREENS: readonly Screen[] = [
  screen('today', 't', ListChecks),
  screen('clients', 'c', Users),
  screen('invoices', 'i', FileText),
  screen('payments', 'p', Banknote),
  screen('plans', 'l', CalendarCheck),
  screen('reports', 'r', ChartColumn),
  screen('import', 'm', FileDown, true),
  screen('history', 'h', BookOpen, true),
  screen('settings', 's', SlidersHorizontal, true),
];

export const HOME = 'today';

/** Pages that have no place of their own in the sidebar. */
const BELONGS: Readonly<Record<string, ScreenId>> = {
  compose: 'plans',
  demand: 'clients',
  statement: 'clients',
  letter: 'clients',
  papers: 'clients',
};

/** Which place of the sidebar one is in, if any. */
export function screenOf({ path: [first = HOME] }: Place): ScreenId | undefined {
  return SCREENS.find(({ id }) => id === (BELONGS[first] ?? first))?.id;
}
