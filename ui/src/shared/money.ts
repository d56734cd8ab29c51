/**
 * Amounts as people read them, straight from the decimal string.
 *
 * No amount ever becomes a float: the digits on screen are the digits that came from the desk. Only the
 * locale's marks (group, decimal) and its habit of grouping are learnt from Intl.
 */

interface Marks {
  decimal: string;
  group: string;
  /** Digits in the last group and in those before it (3 and 2 in India). */
  last: number;
  before: number;
  /** A number is grouped from this many digits on (Spanish leaves 1234 alone). */
  from: number;
}

const MINUS = '\u2212';
const DECIMAL = /^-?\d+(\.\d+)?$/;
const learnt = new Map<string, Marks>();

function marksOf(locale: string): Marks {
  const known = learnt.get(locale);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, { numberingSystem: 'latn', minimumFractionDigits: 1 });
  const parts = format.formatToParts(123_456_789.5);
  const whole = parts.filter((part) => part.type === 'integer').map((part) => part.value.length);
  const marks: Marks = {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    group: parts.find((part) => part.type === 'group')?.value ?? '',
    last: whole.at(-1) ?? 3,
    before: whole.at(-2) ?? 3,
    from: format.formatToParts(1234.5).some((part) => part.type === 'group') ? 4 : 5,
  };
  learnt.set(locale, marks);
  return marks;
}

function grouped(digits: string, marks: Marks): string {
  if (digits.length < marks.from || marks.group === '') return digits;
  const groups = [digits.slice(-marks.last)];
  for (let end = digits.length - marks.last; end > 0; end -= marks.before) {
    groups.unshift(digits.slice(Math.max(0, end - marks.before), end));
  }
  return groups.join(marks.group);
}

/** `"-1234567.80"` in fr-CA is `"−1 234 567,80"`. Precision is kept as it came. */
export function formatAmount(amount: string, locale: string): string {
  if (!DECIMAL.test(amount)) return amount;
  const negative = amount.startsWith('-') && !isZero(amount);
  const [whole = '0', fraction] = amount.replace('-', '').split('.');
  const marks = marksOf(locale);
  const text = grouped(whole, marks) + (fraction === undefined ? '' : marks.decimal + fraction);
  return negative ? MINUS + text : text;
}

/** The mark before the decimals. */
export function decimalMarkOf(locale: string): string {
  return marksOf(locale).decimal;
}

/** Nothing at all, in whatever precision. */
export function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

export function isNegative(amount: string): boolean {
  return amount.startsWith('-') && !isZero(amount);
}

/** The amount itself, where a sentence already says which way it goes. */
export function unsigned(amount: string): string {
  return amount.replace('-', '');
}

function scaled(amount: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

function decimalsOf(amount: string): number {
  const mark = amount.indexOf('.');
  return mark < 0 ? 0 : amount.length - mark - 1;
}

/** Both as the desk writes them, without a sign and with as many decimals: the digits themselves have an order. */
function areAlike(a: string, b: string): boolean {
  return a.charAt(0) !== '-' && b.charAt(0) !== '-' && decimalsOf(a) === decimalsOf(b);
}

/** Orders two amounts of one currency, exactly. */
export function compareAmounts(a: string, b: string): number {
  // A column of a hundred thousand is sorted at once, and big numbers are slow.
  if (areAlike(a, b)) return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  const [left, right] = [scaled(a, decimals), scaled(b, decimals)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How much of `whole` the part is, 0 to 1, to a ten-thousandth: for the length of a bar, nothing else. */
export function shareOf(part: string, whole: string): number {
  const decimals = Math.max(decimalsOf(part), decimalsOf(whole));
  const denominator = scaled(whole, decimals);
  if (denominator <= 0n) return 0;
  const share = Number((scaled(part, decimals) * 10_000n) / denominator) / 10_000;
  return Math.min(1, Math.max(0, share));
}

/** The amounts of one column together, exactly; undefined if there are none. */
export function sumOf(amounts: readonly string[]): string | undefined {
  if (amounts.length === 0) return undefined;
  const decimals = amounts.reduce((most, amount) => Math.max(most, decimalsOf(amount)), 0);
  const sum = amounts.reduce((total, amount) => total + scaled(amount, decimals), 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return sum < 0n ? `-${text}` : text;
}
