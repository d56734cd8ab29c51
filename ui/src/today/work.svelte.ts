/** What needs doing today, asked for once: the sidebar counts it, the page shows it. */
import { createContext } from 'svelte';
import type { TodayView } from '../ipc/wire';
import type { Query } from '../shared/query.svelte';

/** `work()` in anything the frame holds. */
export const [work, setWork] = createContext<Query<'today'>>();

/** How many things of a group there are, beyond those that are shown too. */
export function countIn(today: TodayView, group: string): number {
  const shown = today.items.filter((item) => item.group === group).length;
  return shown + (today.more[group] ?? 0);
}

export function countOf(today: TodayView): number {
  return Object.values(today.more).reduce((sum, n) => sum + n, today.items.length);
}
