/** A number such as PP-2026-0004 within a sentence: a line never ends at one of its hyphens. */
const JOINER = '\u2060';

export function unbroken(text: string): string {
  return text.replaceAll('-', `-${JOINER}`);
}
