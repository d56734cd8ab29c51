/** What somebody said, in quotation marks unless it was written down with them. */
import { words } from '../words/index.svelte';

export function quoted(text: string): string {
  return /^[“«"]/.test(text) ? text : words().client.quote(text);
}
