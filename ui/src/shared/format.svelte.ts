/** How this window writes amounts, days and counts: the book's region in the person's language. */
import { language } from '../words/index.svelte';
import type { Shown } from '../words/history.en';
import { openBook } from './book.svelte';
import { formatDay, formatInstant, type DayStyle } from './day';
import { decimalMarkOf, formatAmount } from './money';

/** fr + en-CA is fr-CA: the language is the reader's, the habits are the country's. */
export function localeFor(reader: string, book: string | undefined): string {
  if (!book) return reader;
  try {
    const { language: spoken, region } = new Intl.Locale(book);
    if (spoken === reader) return book;
    return region ? `${reader}-${region}` : reader;
  } catch {
    // A machine without a locale calls it "C", which is no language tag.
    return reader;
  }
}

const locale = $derived(localeFor(language(), openBook()?.locale ?? navigator.language));
const counts = $derived(new Intl.NumberFormat(locale));

export function currentLocale(): string {
  return locale;
}

/** The business day; before a book is open, the machine's. */
export function today(): string {
  return openBook()?.today ?? new Date().toISOString().slice(0, 10);
}

export function amount(text: string): string {
  return formatAmount(text, locale);
}

/** What stands before the decimals. */
export function decimalMark(): string {
  return decimalMarkOf(locale);
}

export function day(text: string, style?: DayStyle): string {
  return formatDay(text, locale, today(), style);
}

export function clock(instant: string): string {
  return formatInstant(instant, locale, openBook()?.time_zone ?? 'UTC');
}

/** A count, never money. */
export function many(n: number): string {
  return counts.format(n);
}

/** For sentences that show amounts and days themselves. */
export const shown: Shown = { amount, day: (text) => day(text, 'prose') };
