/** What an export may be made of. */
import type { Export } from '../ipc/wire';

export type ExportFormat = Export['formats'][number];

/** In the order they are offered. */
export const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv', 'csv-local', 'json', 'papers'];

/** Another book can take the rows of the JSON up only with their papers. */
export function withNeeded(chosen: readonly ExportFormat[]): ExportFormat[] {
  const json = chosen.includes('json');
  return FORMATS.filter((format) => chosen.includes(format) || (json && format === 'papers'));
}
