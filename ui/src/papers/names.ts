/** What papers are called: on screen, and as files. */
import { oneOf, plainly } from '../ipc/vocabulary';
import { words } from '../words/index.svelte';

const KINDS = [
  'agreement',
  'sealed_agreement',
  'returned_copy',
  'final_demand',
  'statement',
  'reminder',
  'receipt',
  'thanks',
  'missed_notice',
  'default_notice',
  'terms_sheet',
] as const;

export function kindName(kind: string): string {
  const known = oneOf(KINDS, kind);
  return known ? words().papers.kinds[known] : plainly(kind);
}

/** Signs that some system or other does not take in the name of a file, and what may not end one. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]+/gu;

/** "Statement of account, Quarry Road Brewing Co, 2026-11-17.pdf": sorts by client and day in a folder. */
export function fileName(paper: { kind: string; client: string; on: string }): string {
  const client = paper.client
    .replace(UNFIT, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim();
  return `${[kindName(paper.kind), client, paper.on].filter(Boolean).join(', ')}.pdf`;
}
