/**
 * A plan one is composing, one per client. It waits in memory while one is elsewhere, and is never written
 * down before it is made.
 */
import { openBook } from '../shared/book.svelte';
import type { Schedule } from './schedule';

export const OFFERS = ['settle_now', 'standard', 'gentle'] as const;
export type OfferKind = (typeof OFFERS)[number];

/** The clause that says what settles a plan early. */
export const EARLY = 'early-discount';

export class Draft {
  /** By number; undefined as long as the desk's own choice stands. */
  invoices = $state.raw<readonly string[] | undefined>();
  /** Empty as long as their whole balance is meant. */
  amount = $state('');
  /** Empty as long as the client owes in one currency only. */
  currency = $state('');
  offer = $state<OfferKind>('standard');
  /** Schedules changed by hand. */
  schedules = $state.raw<Partial<Record<OfferKind, Schedule>>>({});
  /** Percent given for settling now, and until when, where they were changed. */
  discount = $state('');
  settleBy = $state('');
  /** Clauses switched by hand. */
  clauses = $state.raw<Readonly<Record<string, boolean>>>({});
  /** What settles a plan early, once that clause is on. */
  early = $state.raw<{ pay: string; by: string } | undefined>();
  /** Whether the chosen offer lies open to be adjusted. */
  adjusting = $state(false);

  /** Whether anything differs from what the desk suggests. */
  get isTouched(): boolean {
    return (
      this.invoices !== undefined ||
      Object.keys(this.schedules).length + Object.keys(this.clauses).length > 0 ||
      [this.amount, this.discount, this.settleBy].some(Boolean)
    );
  }

  /** As the desk suggests it. */
  reset(): void {
    this.invoices = undefined;
    this.amount = '';
    this.currency = '';
    this.schedules = {};
    this.discount = '';
    this.settleBy = '';
    this.clauses = {};
    this.early = undefined;
    this.adjusting = false;
  }
}

let book: string | undefined;
const drafts = new Map<string, Draft>();

/** The draft for a client, as it was left. Another book has other clients. */
export function draftFor(client: string): Draft {
  const path = openBook()?.path;
  if (path !== book) drafts.clear();
  book = path;
  const draft = drafts.get(client) ?? new Draft();
  drafts.set(client, draft);
  return draft;
}

export function forgetDraft(client: string): void {
  drafts.delete(client);
}
