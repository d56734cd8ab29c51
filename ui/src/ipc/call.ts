/** The one way to ask the desk for something. */
import { send } from './host';
import type { CommandName, Commands, DeskError } from './wire';

const KINDS: readonly string[] = ['refused', 'input', 'book', 'machine'] satisfies DeskError['kind'][];

/** A "no" or a breakage, always in this one shape, whatever was thrown. */
export class CallError extends Error implements DeskError {
  readonly code: string;
  readonly kind: DeskError['kind'];
  readonly hint?: string;
  readonly field?: string;
  readonly file?: string;
  readonly row?: number;
  readonly candidates?: string[];

  constructor(error: DeskError) {
    super(error.message);
    this.name = 'CallError';
    this.code = error.code;
    this.kind = error.kind;
    if (error.hint !== undefined) this.hint = error.hint;
    if (error.field !== undefined) this.field = error.field;
    if (error.file !== undefined) this.file = error.file;
    if (error.row !== undefined) this.row = error.row;
    if (error.candidates !== undefined) this.candidates = error.candidates;
  }
}

function isDeskError(thrown: unknown): thrown is DeskError {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { code, message, kind } = thrown as Partial<DeskError>;
  return typeof code === 'string' && typeof message === 'string' && KINDS.includes(kind ?? '');
}

/** Anything that is not a proper refusal counts as a breakage of the machine. */
export function asCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  if (isDeskError(thrown)) return new CallError(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new CallError({ code: 'unexpected', kind: 'machine', message });
}

/** Asks the desk. Rejects with a {@link CallError} and nothing else. */
export async function call<K extends CommandName>(
  name: K,
  args: Commands[K]['args'],
): Promise<Commands[K]['answer']> {
  try {
    return (await send(name, args)) as Commands[K]['answer'];
  } catch (thrown) {
    throw asCallError(thrown);
  }
}
