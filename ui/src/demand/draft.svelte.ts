/** A final demand while it is prepared: what was chosen, and the letter that comes of it, drawn by the desk. */
import type { Commands } from '../ipc/wire';
import { rememberSigner, signer } from '../papers/signer.svelte';
import { Query } from '../shared/query.svelte';
import type { Desk } from './gate';

/** The letter is drawn anew when typing rests this long. */
const REST_MS = 250;

type Ask = Commands['demand_issue']['args'];

export class Draft {
  /** Chosen by hand; until then the earliest day there is. */
  chosenDay = $state('');
  chosenStep = $state('');
  #signedAtRest = $state(signer());

  readonly #desk: () => Desk | undefined;
  readonly preview: Query<'demand_preview'>;

  /** Must be made while a component is set up. */
  constructor(desk: () => Desk | undefined) {
    this.#desk = desk;
    $effect(() => {
      const typed = this.signedBy;
      const rest = setTimeout(() => (this.#signedAtRest = typed), REST_MS);
      return () => clearTimeout(rest);
    });
    this.preview = new Query('demand_preview', () => this.#ask(this.#signedAtRest));
  }

  /** Offered from the last paper. */
  get signedBy(): string {
    return signer();
  }
  set signedBy(name: string) {
    rememberSigner(name);
  }

  get deadline(): string {
    return this.chosenDay || (this.#desk()?.earliest_deadline ?? '');
  }

  get step(): string {
    const decided = this.#desk()?.next_steps ?? [];
    return decided.includes(this.chosenStep) ? this.chosenStep : (decided[0] ?? '');
  }

  /** What the desk is asked to issue; undefined while the gate is shut. */
  get ask(): Ask | undefined {
    return this.#ask(this.signedBy);
  }

  #ask(signedBy: string): Ask | undefined {
    const desk = this.#desk();
    if (!desk?.allowed) return undefined;
    const name = signedBy.trim();
    return {
      client: desk.client_id,
      currency: desk.currency,
      deadline: this.deadline,
      next_step: this.step,
      ...(name && { signed_by: name }),
    };
  }
}
