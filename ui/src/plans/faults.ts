/** What the desk refused, at the field it is about. */
import type { DeskError } from '../ipc/wire';
import { words } from '../words/index.svelte';
import { sayTrouble } from '../words/trouble';

/** The fields of an offer that is being adjusted. */
export const ADJUSTED = [
  'instalment',
  'count',
  'every',
  'end',
  'start',
  'down_payment',
  'annual_rate',
  'anchor',
  'move',
  'discount',
];

export function faultAt(error: DeskError | undefined, field: string): string | undefined {
  return error?.field === field ? sayTrouble(error, words()).sentence : undefined;
}
