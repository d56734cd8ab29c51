import { describe, expect, it } from 'vitest';
import {
  compareAmounts,
  formatAmount,
  isNegative,
  isZero,
  shareOf,
  sumOf,
  unsigned,
} from '../src/shared/money';

/** No-break spaces are part of the answer; here they are made visible. */
const shown = (amount: string, locale: string) =>
  formatAmount(amount, locale).replace(/[\u00a0\u202f]/g, '_');

describe('amounts as people read them', () => {
  it.each([
    ['en-CA', '1234567.80', '1,234,567.80'],
    ['fr-CA', '1234567.80', '1_234_567,80'],
    ['fr-FR', '1234567.80', '1_234_567,80'],
    ['de-DE', '1234567.80', '1.234.567,80'],
    ['en-IN', '1234567.80', '12,34,567.80'],
    ['es-ES', '1234.50', '1234,50'],
    ['es-ES', '12345.50', '12.345,50'],
    ['en-CA', '0.05', '0.05'],
    ['en-CA', '999.99', '999.99'],
  ])('%s writes %s as %s', (locale, amount, expected) => {
    expect(shown(amount, locale)).toBe(expected);
  });

  it('keeps the precision each currency has', () => {
    expect(formatAmount('1284000', 'en-CA')).toBe('1,284,000'); // JPY
    expect(formatAmount('812.375', 'en-CA')).toBe('812.375'); // KWD
  });

  it('shows every digit of an amount no float could hold', () => {
    expect(formatAmount('9007199254740993.01', 'en-CA')).toBe('9,007,199,254,740,993.01');
  });

  it('writes a minus sign, and none before zero', () => {
    expect(formatAmount('-150.00', 'en-CA')).toBe('\u2212150.00');
    expect(formatAmount('-0.00', 'en-CA')).toBe('0.00');
    expect(unsigned('-150.00')).toBe('150.00');
  });

  it('passes on what is no amount', () => {
    expect(formatAmount('n/a', 'en-CA')).toBe('n/a');
  });
});

describe('amounts in order and in sum', () => {
  it('knows nothing from something', () => {
    expect([isZero('0'), isZero('0.000'), isZero('-0.00'), isZero('0.01')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([isNegative('-0.00'), isNegative('-0.01')]).toEqual([false, true]);
  });

  it('compares exactly, whatever the precision', () => {
    const sorted = ['10.00', '9.99', '-1.00', '10', '9007199254740993.01', '9007199254740993.00'].sort(
      compareAmounts,
    );
    expect(sorted).toEqual(['-1.00', '9.99', '10.00', '10', '9007199254740993.00', '9007199254740993.01']);
  });

  it('adds a column to the last unit', () => {
    expect(sumOf(['0.10', '0.20', '-0.05'])).toBe('0.25');
    expect(sumOf(['9007199254740993.01', '0.99'])).toBe('9007199254740994.00');
    expect(sumOf(['1284000', '1'])).toBe('1284001');
    expect(sumOf(['-0.05', '0.01'])).toBe('-0.04');
    expect(sumOf([])).toBeUndefined();
  });

  it('measures a bar between nothing and all', () => {
    expect(shareOf('13489.00', '16017.00')).toBeCloseTo(0.8421, 3);
    expect([shareOf('1', '0'), shareOf('-5', '10'), shareOf('20', '10')]).toEqual([0, 0, 1]);
  });
});
