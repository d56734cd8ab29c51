/** A payment while it is typed: what is due is offered, and what the desk is asked follows from it. */
import type { ClientView, InvoiceView, PaymentAdd } from '../ipc/wire';
import { openBook } from '../shared/book.svelte';
import { today } from '../shared/format.svelte';
import { isNegative, isZero } from '../shared/money';

const isOwed = (amount: string | undefined): amount is string =>
  amount !== undefined && !isZero(amount) && !isNegative(amount);

export class Paying {
  on = $state(today());
  method = $state('');
  reference = $state('');
  reason = $state('');

  readonly #view: () => ClientView | undefined;
  readonly #first: () => string;
  #toward = $state<string | undefined>();
  #currency = $state<string | undefined>();
  #amount = $state<string | undefined>();

  /** `first` is the invoice it was begun for, if any; both are read reactively. */
  constructor(view: () => ClientView | undefined, first: () => string) {
    this.#view = view;
    this.#first = first;
  }

  /** What can be paid, the oldest first. */
  readonly open = $derived.by<readonly InvoiceView[]>(() =>
    (this.#view()?.invoices ?? []).filter(({ balance }) => isOwed(balance)).toReversed(),
  );
  readonly invoice = $derived.by(() => this.open.find(({ id }) => id === this.toward));

  /** The invoice named, or nothing for the whole account. */
  get toward(): string {
    return this.#toward ?? this.#first();
  }
  set toward(next: string) {
    this.#toward = next;
  }

  readonly currencies = $derived.by(() => {
    const owed = Object.keys(this.#view()?.balance ?? {});
    const home = openBook()?.currency ?? '';
    return owed.length > 0 ? owed.sort((a, b) => Number(b === home) - Number(a === home)) : [home];
  });

  get currency(): string {
    return this.invoice?.currency ?? this.#currency ?? this.currencies[0] ?? '';
  }
  set currency(next: string) {
    this.#currency = next;
  }

  /** What is due now, else what is owed. */
  readonly due = $derived.by(() => {
    if (this.invoice) return this.invoice.balance;
    const { overdue, balance } = this.#view() ?? {};
    return [overdue?.[this.currency], balance?.[this.currency]].find(isOwed) ?? '';
  });

  get amount(): string {
    return this.#amount ?? this.due;
  }
  /** Leaving what was offered as it is does not count as typing. */
  set amount(next: string) {
    this.#amount = next === this.due ? undefined : next;
  }

  /** Another payer, another account: what was typed for the first does not stay. */
  anew(): void {
    this.#toward = '';
    this.#currency = undefined;
    this.#amount = undefined;
  }

  /** Undefined until it could be recorded. */
  readonly ask = $derived.by<PaymentAdd | undefined>(() => {
    const client = this.#view()?.id;
    if (!client || !this.amount || isZero(this.amount) || !this.on) return undefined;
    const [method, reference, reason] = [this.method, this.reference, this.reason].map((text) => text.trim());
    return {
      client,
      amount: this.amount,
      currency: this.currency,
      on: this.on,
      ...(this.invoice && { invoice: this.invoice.id }),
      ...(method && { method }),
      ...(reference && { reference }),
      ...(reason && { reason }),
    };
  });
}
