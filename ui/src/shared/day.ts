/**
 * Days as people read them: "13 Sep" this year, "15 Jan 2027" otherwise, the weekday where someone must act,
 * the month in full within a sentence, the month alone along an axis.
 *
 * A day is a civil date and never an instant: it is formatted in UTC from its own numbers, so no time zone of
 * the machine can move it.
 */

export type DayStyle = 'short' | 'weekday' | 'prose' | 'full' | 'month' | 'month-year';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function atNoon(day: string): Date | undefined {
  const read = DAY.exec(day);
  if (!read) return undefined;
  return new Date(Date.UTC(Number(read[1]), Number(read[2]) - 1, Number(read[3]), 12));
}

/** English outside the United States puts the day first and writes "Sep", whatever the system's tables say. */
function isDayFirstEnglish(locale: string): boolean {
  const { language, region } = new Intl.Locale(locale);
  return language === 'en' && region !== 'US';
}

const SHAPES = {
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  prose: { day: 'numeric', month: 'long' },
  full: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'short' },
  'month-year': { month: 'short', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    formats.set(key, format);
  }
  return format;
}

/** A day in words. `today` decides whether the year is worth saying. */
export function formatDay(day: string, locale: string, today: string, style: DayStyle = 'short'): string {
  const date = atNoon(day);
  if (!date) return day;
  const shape = SHAPES[style];
  const otherYear = style !== 'month' && day.slice(0, 4) !== today.slice(0, 4);
  const options: Intl.DateTimeFormatOptions = otherYear ? { ...shape, year: 'numeric' } : shape;
  if (!isDayFirstEnglish(locale)) {
    const text = formatFor(locale, options).format(date);
    // French reads the first of a month as an ordinal.
    return style === 'prose' && locale.startsWith('fr') ? text.replace(/^1(?=\s)/, '1er') : text;
  }
  const parts = formatFor('en-US', options).formatToParts(date);
  return (['weekday', 'day', 'month', 'year'] as const)
    .map((type) => parts.find((part) => part.type === type)?.value)
    .filter(Boolean)
    .join(' ');
}

/** An instant in the business's own time zone: "17 Nov, 08:05". */
export function formatInstant(instant: string, locale: string, timeZone: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at);
}

/** Orders two days. */
export function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
