/**
 * The acts that several places offer and that happen in a dialog: `act('pay', { client })` opens the one
 * dialog for it, which `app/Acts.svelte` draws. Only one is ever open.
 */

/** What each act may be told beforehand; ids as the desk gives them. */
export interface Asks {
  /** A payment that came in. */
  pay: { client?: string; invoice?: string };
  /** A new client, or the particulars of one that is there. */
  client: { client?: string };
  /** A new invoice. */
  invoice: { client?: string };
  /** A letter, call or message to or from a client. */
  word: { client: string; kind?: string };
  /** Letters or statements for everybody with something overdue. */
  letters: { kind?: 'reminder' | 'statement' };
  /** Everything of the book as files. */
  export: object;
  dispute: { invoice: string };
  resolve: { invoice: string };
}

export type ActName = keyof Asks;
export type OpenAct = { [K in ActName]: { name: K; ask: Asks[K] } }[ActName];

let open = $state.raw<OpenAct | undefined>();

export function act<K extends ActName>(name: K, ...[ask]: object extends Asks[K] ? [Asks[K]?] : [Asks[K]]) {
  open = { name, ask: ask ?? {} } as OpenAct;
}

export function openAct(): OpenAct | undefined {
  return open;
}

export function closeAct(): void {
  open = undefined;
}
