/** Keys of the policy: what each may be, and deciding one of them. */
import { call } from '../ipc/call';
import type { PolicyView } from '../ipc/wire';
import { Kept } from './kept.svelte';

export const ORDERS = ['costs_interest_principal', 'principal_interest_costs'] as const;
export type PaymentOrder = (typeof ORDERS)[number];

export function decide(key: string, value: string): Promise<PolicyView> {
  return call('policy_set', { key, value });
}

/** One key as a field. */
export function decision(key: string, policy: () => PolicyView['policy'], name: () => string): Kept {
  return new Kept(
    () => policy()[key] ?? '',
    (value) => decide(key, value),
    name,
  );
}
