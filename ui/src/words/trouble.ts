/** From an error's code to how loud it is, what to say, and what to do: the one table. */
import type { DeskError } from '../ipc/wire';
import type { Words } from './en';
import { SEVERITY, type KnownCode, type Severity } from './severity';

export interface Said {
  severity: Severity;
  sentence: string;
  next: string | null;
}

const BY_KIND: Record<DeskError['kind'], Severity> = {
  refused: 'refused',
  input: 'input',
  book: 'danger',
  machine: 'failed',
};

function isKnown(code: string): code is KnownCode {
  return Object.hasOwn(SEVERITY, code);
}

/** A code without words of its own still says what the desk said, as loudly as its kind asks. */
export function sayTrouble(error: DeskError, words: Words): Said {
  if (!isKnown(error.code)) {
    return { severity: BY_KIND[error.kind], sentence: error.message, next: error.hint ?? null };
  }
  return { severity: SEVERITY[error.code], ...words.troubles[error.code] };
}
