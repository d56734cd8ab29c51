/** What an export may be made of, and what the shell answers when it was made. */
import type { Words } from '../words/index.svelte';

export type ExportFormat = keyof Words['exports']['formats'];

/** In the order they are offered. */
export const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv', 'csv-local', 'json', 'papers'];

export interface ExportMade {
  /** The folder. */
  folder: string;
  /** The day balances and states are as at. */
  as_of: string;
  /** The files in it, by name. */
  files: string[];
  /** How many rows of what, and how many papers. */
  counts: Record<string, number>;
}

declare module '../ipc/wire' {
  interface Commands {
    /** Asks for a folder; nothing when the dialog was put away. */
    export_into: { args: { formats: ExportFormat[] }; answer: ExportMade | null };
  }
}

/** Another book can take the rows of the JSON up only with their papers. */
export function withNeeded(chosen: readonly ExportFormat[]): ExportFormat[] {
  const json = chosen.includes('json');
  return FORMATS.filter((format) => chosen.includes(format) || (json && format === 'papers'));
}
