import { expect, it } from 'vitest';
import { following, lastOf } from '../src/invoices/numbering';

it('counts on as the business has been counting, and loses no zeros', () => {
  expect(following('INV-1229')).toBe('INV-1230');
  expect(following('2026/099')).toBe('2026/100');
  expect(following('R-0999-A')).toBe('R-1000-A');
  expect(following('99999999999999999999')).toBe('100000000000000000000');
  expect(following('first')).toBe('');
});

it('follows the one that counts furthest of those that count like the latest', () => {
  expect(lastOf(['INV-1230', 'INV-1231', 'OLD-9999', 'INV-99'])).toBe('INV-1231');
  expect(lastOf(['draft', 'INV-7'])).toBe('INV-7');
  expect(lastOf([])).toBeUndefined();
});
