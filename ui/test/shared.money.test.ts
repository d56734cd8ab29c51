import { describe, expect, it } from 'vitest';
import { decimalsOf, readAmount, type MoneyReading } from '../src/shared/moneyEntry';

const amount = (value: string): MoneyReading => ({ as: 'amount', value });
const two = (...values: [string, string]): MoneyReading => ({ as: 'two', values });
const wrong = (why: 'unreadable' | 'negative' | 'too_fine'): MoneyReading => ({ as: 'wrong', why });

describe('an amount, as it was typed', () => {
  it.each([
    ['1445', 'CAD', amount('1445.00')],
    ['1445.5', 'CAD', amount('1445.50')],
    ['1445,5', 'CAD', amount('1445.50')],
    ['1,445.00', 'CAD', amount('1445.00')],
    ['1.445,00', 'CAD', amount('1445.00')],
    ['1\u202f445,00', 'CAD', amount('1445.00')],
    ['1 445,00 $', 'CAD', amount('1445.00')],
    ['CAD 1445', 'CAD', amount('1445.00')],
    ['1’445.00', 'CHF', amount('1445.00')],
    ['1,234,567', 'CAD', amount('1234567.00')],
    ['12,34,567.80', 'INR', amount('1234567.80')],
    ['12.', 'CAD', amount('12.00')],
    ['.5', 'CAD', amount('0.50')],
    ['007', 'CAD', amount('7.00')],
    ['9007199254740993.01', 'CAD', amount('9007199254740993.01')],
    ['1284000', 'JPY', amount('1284000')],
    ['1.284.000', 'JPY', amount('1284000')],
    ['1,284', 'JPY', amount('1284')],
    ['812.375', 'KWD', amount('812.375')],
    ['1.234,5', 'KWD', amount('1234.500')],
    ['', 'CAD', { as: 'nothing' }],
    ['  $ ', 'CAD', { as: 'nothing' }],
  ] as const)('%s in %s', (typed, currency, reading) => {
    expect(readAmount(typed, currency, '.')).toEqual(reading);
  });

  it('is asked about when it can be read in two ways', () => {
    expect(readAmount('1,445', 'CAD', '.')).toEqual(two('1445.00', '1.45'));
    expect(readAmount('1.445', 'CAD', '.')).toEqual(two('1445.00', '1.45'));
    expect(readAmount('9.995', 'CAD', ',')).toEqual(two('9995.00', '10.00'));
    expect(readAmount('1,445', 'KWD', '.')).toEqual(two('1445.000', '1.445'));
  });

  it('is never asked about in the very form the field writes it', () => {
    expect(readAmount('1.445', 'KWD', '.')).toEqual(amount('1.445'));
    expect(readAmount('1,445', 'KWD', ',')).toEqual(amount('1.445'));
  });

  it.each([
    ['0.445', 'CAD', wrong('too_fine')],
    ['1445.005', 'CAD', wrong('too_fine')],
    ['12.5', 'JPY', wrong('too_fine')],
    ['1.2345', 'KWD', wrong('too_fine')],
    ['-5', 'CAD', wrong('negative')],
    ['(5.00)', 'CAD', wrong('negative')],
    ['12.345.6', 'CAD', wrong('unreadable')],
    ['1,2,3', 'CAD', wrong('unreadable')],
    ['12 50', 'CAD', wrong('unreadable')],
    ['1,445,00', 'CAD', wrong('unreadable')],
    ['1.445,00.0', 'CAD', wrong('unreadable')],
    ['about 50', 'CAD', wrong('unreadable')],
    ['USD 50', 'CAD', wrong('unreadable')],
    ['1e5', 'CAD', wrong('unreadable')],
    ['.', 'CAD', wrong('unreadable')],
  ] as const)('says why %s in %s is none', (typed, currency, reading) => {
    expect(readAmount(typed, currency, '.')).toEqual(reading);
  });

  it('has the decimals of its currency', () => {
    expect(['CAD', 'JPY', 'KWD', 'CLF', 'XOF'].map(decimalsOf)).toEqual([2, 0, 3, 4, 0]);
  });
});
