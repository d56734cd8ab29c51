/** A draft and what the desk makes of it: what is owed, three offers, and what stands in the way. */
import type { CallError } from '../ipc/call';
import type { PlanOffersAsk, PlannedInvoice } from '../ipc/wire';
import { Query } from '../shared/query.svelte';
import { EARLY, type Draft, type OfferKind } from './draft.svelte';
import { Proposal, type Subject } from './proposal.svelte';
import { Rested } from '../shared/rested.svelte';
import type { Schedule } from './schedule';

export class Composition {
  readonly draft: Draft;
  readonly offers: Query<'plan_offers'>;
  readonly proposals: readonly Proposal[];
  /** The numbers the plan is about. */
  readonly chosen: readonly string[];
  /** The proposal that is chosen. */
  readonly now: Proposal;
  readonly isBusy: boolean;
  readonly failure: CallError | undefined;

  /** Must be made while a component is set up. `asked` are invoices named in the address. */
  constructor(client: string, draft: Draft, asked: readonly string[]) {
    this.draft = draft;
    const question = new Rested(() => offersAsk(client, draft, asked));
    this.offers = new Query('plan_offers', () => question.value);
    this.chosen = $derived(
      draft.invoices ??
        this.offers.data?.invoices.filter((invoice) => invoice.chosen).map(({ number }) => number) ??
        [],
    );
    const subject = (): Subject | undefined => {
      const offers = this.offers.data;
      return offers && { client, invoices: this.chosen, offers };
    };
    const settling = new Proposal('settle_now', draft, subject);
    const standard = new Proposal('standard', draft, subject);
    const gentle = new Proposal('gentle', draft, subject);
    this.proposals = [settling, standard, gentle];
    const byKind: Record<OfferKind, Proposal> = { settle_now: settling, standard, gentle };
    this.now = $derived(byKind[draft.offer]);
    this.isBusy = $derived(!question.isResting || this.offers.waiting || this.now.isBusy);
    this.failure = $derived(this.offers.failure ?? this.now.preview.failure);
  }

  change(schedule: Schedule): void {
    this.draft.schedules = { ...this.draft.schedules, [this.draft.offer]: schedule };
  }

  /** The chosen offer as it was first suggested. */
  restore(): void {
    const { [this.draft.offer]: _, ...others } = this.draft.schedules;
    this.draft.schedules = others;
    if (this.draft.offer !== 'settle_now') return;
    this.draft.discount = '';
    this.draft.settleBy = '';
  }

  take({ number }: PlannedInvoice, on: boolean): void {
    const others = this.chosen.filter((each) => each !== number);
    this.draft.invoices = on ? [...others, number] : others;
    // A part of other invoices would be another part.
    this.draft.amount = '';
  }

  takeCurrency(currency: string): void {
    this.draft.currency = currency;
    this.draft.invoices = undefined;
    this.draft.amount = '';
  }

  switchClause(id: string, on: boolean): void {
    if (id === EARLY && on) this.draft.early ??= this.offers.data?.offers[0]?.settle;
    this.draft.clauses = { ...this.draft.clauses, [id]: on };
  }
}

/** Nothing is asked while no invoice is chosen: naming none would mean all of them. */
function offersAsk(client: string, draft: Draft, asked: readonly string[]): PlanOffersAsk | undefined {
  const invoices = draft.invoices ?? asked;
  if (draft.invoices?.length === 0) return undefined;
  return {
    client,
    invoices: [...invoices],
    ...(draft.amount && { amount: draft.amount }),
    ...(draft.currency && { currency: draft.currency }),
    ...(draft.discount && { discount: draft.discount }),
  };
}
