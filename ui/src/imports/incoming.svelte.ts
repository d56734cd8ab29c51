/** A file on its way in: how the person wants it read, and bringing it in at the end. */
import { call } from '../ipc/call';
import type {
  ColumnReading,
  DateOrder,
  DecimalMark,
  ImportAsk,
  ImportField,
  ImportKind,
  ImportReport,
} from '../ipc/wire';
import { Work } from '../shared/work.svelte';

/** What becomes of open invoices that a list no longer names. */
export type Missing = 'leave' | 'paid' | 'void';

/** Rows shown before anything is kept. */
export const SHOWN_ROWS = 50;

export class Incoming {
  readonly path: string;
  /** Empty where the file itself shall say. */
  kind = $state<ImportKind | ''>('');
  dateOrder = $state<DateOrder | ''>('');
  decimal = $state<DecimalMark | ''>('');
  /** Empty where the workbook itself shall say. */
  sheet = $state('');
  /** The sheets that were asked about, once they were. */
  sheets = $state.raw<readonly string[]>([]);
  missing = $state<Missing>('leave');
  /** The day they were paid; the business day when none is given. */
  paidOn = $state('');
  /** Which column holds which field, where the person said so. */
  columns = $state.raw<ReadonlyMap<ImportField, string>>(new Map());

  readonly work = new Work();

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
      ...(this.sheet && { sheet: this.sheet }),
      ...(this.missing !== 'leave' && { missing: this.#missingAsked }),
      map: [...this.columns].map(([field, column]) => `${field}=${column}`),
    };
  }

  get #missingAsked(): string {
    return this.missing === 'paid' && this.paidOn ? `paid=${this.paidOn}` : this.missing;
  }

  /** Of several sheets, this one; the others can be chosen after all. */
  takeSheet(sheet: string, of: readonly string[] = this.sheets): void {
    this.sheets = of;
    this.sheet = sheet;
    // Another sheet has other columns.
    this.columns = new Map();
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
  bringIn(reason = ''): Promise<ImportReport | undefined> {
    return this.work.run(() => call('import', { ...this.#told, dry_run: false, ...(reason && { reason }) }));
  }
}

/** A column by a name that means no other one: its header, or its place. */
export function columnName(column: ColumnReading, all: readonly ColumnReading[]): string {
  const alike = all.filter(
    (each) => each.header === column.header || each.header === String(column.position),
  );
  return column.header && alike.length === 1 ? column.header : String(column.position);
}
