/** One of the three offers as it stands now: as first suggested or changed by hand, and its agreement. */
import type { Commands, OfferView, PlanOffers, QuoteView } from '../ipc/wire';
import { Query } from '../shared/query.svelte';
import { EARLY, type Draft, type OfferKind } from './draft.svelte';
import { Rested } from '../shared/rested.svelte';
import { scheduleOf, type Schedule } from './schedule';

export type PlanWanted = Commands['plan_create']['args'];

/** What all three are about. */
export interface Subject {
  client: string;
  invoices: readonly string[];
  offers: PlanOffers;
}

export class Proposal {
  readonly kind: OfferKind;
  readonly isChanged: boolean;
  /** As it stands; until the desk has worked a change out, with the figures from before it. */
  readonly offer: OfferView | undefined;
  readonly schedule: Schedule | undefined;
  /** What would be asked for now. */
  readonly wanted: PlanWanted | undefined;
  readonly preview: Query<'plan_preview'>;
  /** The paper shown is not yet that of what is wanted. */
  readonly isBusy: boolean;
  /** The schedule of the agreement, with why days were moved. */
  readonly quote: QuoteView | undefined;

  /** Must be made while a component is set up. */
  constructor(kind: OfferKind, draft: Draft, subject: () => Subject | undefined) {
    this.kind = kind;
    const isSettling = kind === 'settle_now';
    const suggested = $derived(subject()?.offers.offers.find((offer) => offer.kind === kind));
    this.isChanged = $derived(
      isSettling ? Boolean(draft.settleBy || draft.discount) : draft.schedules[kind] !== undefined,
    );
    this.schedule = $derived(draft.schedules[kind] ?? (suggested && scheduleOf(suggested.schedule)));
    const settle = $derived.by(() => {
      if (!isSettling) return draft.clauses[EARLY] ? draft.early : undefined;
      return suggested?.settle && { ...suggested.settle, ...(draft.settleBy && { by: draft.settleBy }) };
    });
    this.wanted = $derived.by(() => {
      const about = subject();
      const ask = this.schedule?.ask;
      if (!about || !suggested || !ask || about.invoices.length === 0) return undefined;
      const switched = Object.entries(draft.clauses).map(([id, on]) => `${id}=${on ? 'on' : 'off'}`);
      return {
        client: about.client,
        invoices: [...about.invoices],
        currency: about.offers.currency,
        ...(draft.amount && { amount: draft.amount }),
        schedule: isSettling && draft.settleBy ? { ...ask, start: draft.settleBy } : ask,
        clauses: [...switched, ...suggested.clauses],
        ...(settle && { settle }),
      };
    });

    const isAsked = $derived(draft.offer === kind || this.isChanged);
    const rested = new Rested(() => (isAsked ? this.wanted : undefined));
    this.preview = new Query('plan_preview', () => rested.value);
    this.isBusy = $derived(!rested.isResting || this.preview.waiting);

    const answered = $derived(this.preview.data?.quote);
    this.quote = $derived(
      (this.isChanged || isSettling || !this.isBusy) && answered
        ? answered
        : isSettling
          ? undefined
          : suggested?.quote,
    );
    this.offer = $derived.by(() => {
      if (!suggested || !this.isChanged) return suggested;
      if (isSettling) return { ...suggested, ...(draft.settleBy && settlingBy(suggested, draft.settleBy)) };
      return { ...suggested, quote: this.quote ?? suggested.quote };
    });
  }
}

/** Everything at once, by another day. */
function settlingBy(offer: OfferView, by: string): Partial<OfferView> {
  return {
    quote: {
      ...offer.quote,
      last_due: by,
      half_by: by,
      instalments: offer.quote.instalments.map((instalment) => ({ ...instalment, due: by })),
    },
    ...(offer.settle && { settle: { ...offer.settle, by } }),
  };
}
