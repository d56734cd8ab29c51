/**
 * Where one stood in a list, so that one comes back to it: the address with its filter and order, the row, and
 * how far it was scrolled. Held only while the book is open.
 */
import { linkTo, place } from '../place.svelte';

interface Spot {
  top: number;
  /** The row one stood on. */
  current: number;
}

const spots = new Map<string, Spot>();
const addresses = new Map<string, string>();

/** What is opened beside a list does not make it another list. */
function here(label: string): string {
  const { path, query } = place();
  return `${label} ${linkTo(path, { ...query, open: undefined })}`;
}

export function spotOf(label: string): Spot | undefined {
  return spots.get(here(label));
}

export function keepSpot(label: string, spot: Spot): void {
  spots.set(here(label), spot);
}

/** To be called, reactively, while a list is shown. */
export function keepAddress(): void {
  const { path, query } = place();
  const [list] = path;
  if (list !== undefined && path.length === 1) addresses.set(list, linkTo(path, query));
}

/** The way back to a list, as it was left. */
export function backTo(list: string): string {
  return addresses.get(list) ?? linkTo([list]);
}

export function forgetSpots(): void {
  spots.clear();
  addresses.clear();
}
