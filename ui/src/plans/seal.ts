/** What both have signed is closed with the business's own seal. */
import { call } from '../ipc/call';
import { bookChanged } from '../shared/changed.svelte';
import { doing } from '../shared/doing';
import { say } from '../shared/toasts.svelte';
import { words } from '../words/index.svelte';

export function sealAgreement(plan: string): Promise<void> {
  return doing(async () => {
    await call('plan_seal', { plan });
    bookChanged();
    say(words().plans.signing.sealed);
  });
}
