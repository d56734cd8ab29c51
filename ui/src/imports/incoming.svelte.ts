/** A file on its way in: how the person wants it read, and bringing it in at the end. */
import { asCallError, call, type CallError } from '../ipc/call';
import type {
  ColumnReading,
  DateOrder,
  DecimalMark,
  ImportAsk,
  ImportField,
  ImportKind,
  ImportReport,
  WorkView,
} from '../ipc/wire';

/** Rows shown before anything is kept. */
export const SHOWN_ROWS = 50;
const LOOK_MS = 150;

export class Incoming {
  readonly path: string;
  /** Empty where the file itself shall say. */
  kind = $state<ImportKind | ''>('');
  dateOrder = $state<DateOrder | ''>('');
  decimal = $state<DecimalMark | ''>('');
  /** Which column holds which field, where the person said so. */
  columns = $state.raw<ReadonlyMap<ImportField, string>>(new Map());

  work = $state.raw<WorkView | undefined>();
  busy = $state(false);
  stopping = $state(false);
  failure = $state.raw<CallError | undefined>();

  constructor(path: string) {
    this.path = path;
  }

  get name(): string {
    return this.path.split(/[\\/]/).at(-1) ?? this.path;
  }

  /** Reads the file and shows what would happen. */
  get rehearsal(): ImportAsk {
    return { ...this.#told, dry_run: true, preview: SHOWN_ROWS };
  }

  get #told(): Omit<ImportAsk, 'dry_run'> {
    return {
      path: this.path,
      ...(this.kind && { kind: this.kind }),
      ...(this.dateOrder && { date_order: this.dateOrder }),
      ...(this.decimal && { decimal: this.decimal }),
      map: [...this.columns].map(([field, column]) => `${field}=${column}`),
    };
  }

  readAs(kind: ImportKind): void {
    this.kind = kind;
    // Other rows have other fields.
    this.columns = new Map();
  }

  takeFor(column: string, field: ImportField): void {
    const others = [...this.columns].filter(([, taken]) => taken !== column);
    this.columns = new Map([...others, [field, column]]);
  }

  /** Takes back what the person said about columns, where the file says otherwise. */
  believeFile(): void {
    this.dateOrder = '';
    this.decimal = '';
    this.columns = new Map();
  }

  /** Undefined if it was refused, stopped or broke; then nothing was written. */
  async bringIn(reason = ''): Promise<ImportReport | undefined> {
    this.busy = true;
    this.stopping = false;
    this.failure = undefined;
    const looking = setInterval(() => void this.#look(), LOOK_MS);
    try {
      return await call('import', { ...this.#told, dry_run: false, ...(reason && { reason }) });
    } catch (thrown) {
      this.failure = asCallError(thrown);
      return undefined;
    } finally {
      clearInterval(looking);
      this.busy = false;
      this.work = undefined;
    }
  }

  stop = (): void => {
    this.stopping = true;
    // If it cannot be asked to stop, it goes on and says how it ended.
    call('work_cancel', {}).catch(() => (this.stopping = false));
  };

  async #look(): Promise<void> {
    try {
      const work = await call('work_view', {});
      if (this.busy) this.work = work;
    } catch {
      this.work = undefined; // Only the counts are missing then.
    }
  }
}

/** A column by a name that means no other one: its header, or its place. */
export function columnName(column: ColumnReading, all: readonly ColumnReading[]): string {
  const alike = all.filter(
    (each) => each.header === column.header || each.header === String(column.position),
  );
  return column.header && alike.length === 1 ? column.header : String(column.position);
}
