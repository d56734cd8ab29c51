import { describe, expect, it } from 'vitest';
import { formatDay, type DayStyle } from '../src/shared/day';
import { localeFor } from '../src/shared/format.svelte';

const TODAY = '2026-11-17';

describe('days as people read them', () => {
  it.each<[string, string, DayStyle, string]>([
    ['2026-09-13', 'en-CA', 'short', '13 Sep'],
    ['2026-09-13', 'en-GB', 'short', '13 Sep'],
    ['2026-09-13', 'en-US', 'short', 'Sep 13'],
    ['2027-01-15', 'en-CA', 'short', '15 Jan 2027'],
    ['2026-11-17', 'en-CA', 'weekday', 'Tue 17 Nov'],
    ['2026-11-17', 'en-CA', 'prose', '17 November'],
    ['2026-09-13', 'fr-CA', 'short', '13 sept.'],
    ['2026-11-17', 'fr-CA', 'weekday', 'mar. 17 nov.'],
    ['2026-10-01', 'fr-CA', 'prose', '1er octobre'],
    ['2025-10-11', 'fr-CA', 'prose', '11 octobre 2025'],
  ])('%s in %s, %s, is %s', (day, locale, style, expected) => {
    expect(formatDay(day, locale, TODAY, style).replace(/\s/g, ' ')).toBe(expected);
  });

  it('is moved by no time zone of the machine', () => {
    expect(formatDay('2026-03-01', 'en-CA', TODAY)).toBe('1 Mar');
    expect(formatDay('2026-12-31', 'en-CA', TODAY)).toBe('31 Dec');
  });

  it('passes on what is no day', () => {
    expect(formatDay('soon', 'en-CA', TODAY)).toBe('soon');
  });
});

it("writes as the reader's language does in the book's country", () => {
  expect(localeFor('en', 'en-CA')).toBe('en-CA');
  expect(localeFor('fr', 'en-CA')).toBe('fr-CA');
  expect(localeFor('en', 'de-DE')).toBe('en-DE');
  expect(localeFor('fr', 'en')).toBe('fr');
  expect(localeFor('en', undefined)).toBe('en');
  expect(localeFor('en', 'C')).toBe('en');
});
