/**
 * Reading an amount as it was typed, in whatever marks. What can be read in two ways is asked about, never
 * guessed; what cannot be read says why. Digits stay text from end to end.
 */

export type MoneyReading =
  | { as: 'nothing' }
  | { as: 'amount'; value: string }
  | { as: 'two'; values: readonly [string, string] }
  | { as: 'wrong'; why: 'unreadable' | 'negative' | 'too_fine' };

/** ISO 4217: currencies whose smallest unit is not the hundredth, by how many decimals they have. */
const OTHER_DECIMALS: readonly (readonly [number, readonly string[]])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')],
  [3, 'BHD IQD JOD KWD LYD OMR TND'.split(' ')],
  [4, ['CLF', 'UYW']],
];

export function decimalsOf(currency: string): number {
  return OTHER_DECIMALS.find(([, codes]) => codes.includes(currency))?.[0] ?? 2;
}

/** Whole part in groups: one to three digits, then threes; or twos with a last three, as in India. */
const GROUPED = /^(\d{1,3}(\D\d{3})+|\d{1,2}(\D\d{2})+\D\d{3})$/;
const SPACES = /[\s'’]/;
const UNREADABLE: MoneyReading = { as: 'wrong', why: 'unreadable' };
const TOO_FINE: MoneyReading = { as: 'wrong', why: 'too_fine' };

function written(whole: string, fraction: string, decimals: number): string {
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  return decimals === 0 ? digits : `${digits}.${fraction.padEnd(decimals, '0')}`;
}

/** To the nearest unit, the half away from zero; only ever offered, never taken unasked. */
function rounded(whole: string, fraction: string, decimals: number): string {
  const kept = BigInt(whole + fraction.slice(0, decimals)) + (fraction.charAt(decimals) >= '5' ? 1n : 0n);
  const digits = String(kept).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function isWhole(text: string): boolean {
  if (/^\d*$/.test(text)) return true;
  return GROUPED.test(text) && new Set(text.replace(/\d/g, '')).size === 1;
}

/** `decimal` is the reader's own mark: an amount in the very form the field writes is never doubtful. */
export function readAmount(typed: string, currency: string, decimal: string): MoneyReading {
  const text = typed
    .trim()
    .replace(new RegExp(`\\p{Sc}|${currency}`, 'giu'), '')
    .trim();
  if (text === '') return { as: 'nothing' };
  if (/^[-\u2212(]/.test(text)) return { as: 'wrong', why: 'negative' };
  if (!/^[\d.,\s'’]+$/.test(text) || !/\d/.test(text)) return UNREADABLE;

  const decimals = decimalsOf(currency);
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const mark = text.charAt(at);
  if (at < 0 || text.indexOf(mark) !== at) {
    return isWhole(text) ? { as: 'amount', value: written(text, '', decimals) } : UNREADABLE;
  }

  const [whole, fraction] = [text.slice(0, at), text.slice(at + 1)];
  if (/\D/.test(fraction) || !isWhole(whole)) return UNREADABLE;
  // One mark and three digits after it: a thousand of something, or a fraction of it.
  const couldGroup = /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3;
  if (couldGroup && decimals === 0) return { as: 'amount', value: whole + fraction };
  if (couldGroup && !(decimals >= 3 && mark === decimal)) {
    const thousands = written(whole + fraction, '', decimals);
    const small = decimals < 3 ? rounded(whole, fraction, decimals) : written(whole, fraction, decimals);
    return { as: 'two', values: [thousands, small] };
  }
  if (fraction.length > decimals) return TOO_FINE;
  if (!SPACES.test(whole) && whole.includes(mark)) return UNREADABLE;
  return { as: 'amount', value: written(whole, fraction, decimals) };
}
