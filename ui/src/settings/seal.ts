/** The seal in use, as the desk answers. */
import type { Commands } from '../ipc/wire';

export interface SealInUse {
  /** Whose it is, as its certificate says. */
  name: string;
  /** SHA-256 of its public key, in groups. */
  key: string;
  /** An authority vouches for it; otherwise it was made here. */
  imported: boolean;
  /** The days between which its certificate holds. */
  from: string;
  until: string;
}

/**
 * Nothing before the first agreement was sealed. The desk has two types of the name SealView, and the bindings
 * declare the other one: the seal on a file.
 */
export function sealIn(answer: Commands['seal_view']['answer']): SealInUse | undefined {
  return (answer as unknown as { seal: SealInUse | null }).seal ?? undefined;
}
