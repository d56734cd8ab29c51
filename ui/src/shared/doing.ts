/** Acts that have no place of their own to say a refusal at. */
import { asCallError } from '../ipc/call';
import { words } from '../words/index.svelte';
import { sayTrouble } from '../words/trouble';
import { say } from './toasts.svelte';

/** Does it; what stands in the way is said as a toast. */
export async function doing(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    const { sentence, next } = sayTrouble(asCallError(thrown), words());
    say([sentence, next].filter(Boolean).join(' '));
  }
}
