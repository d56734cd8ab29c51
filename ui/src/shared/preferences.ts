/**
 * Small choices about the window itself (theme, language, keys), kept on this computer.
 * Never anything from a book.
 */

const PREFIX = 'goodterms.';

/** What was chosen before, or null; storage may be refused, which is no reason to fail. */
export function recalled(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // The choice holds until the window closes.
  }
}
