/** The number that follows, as the business has been counting. */

const COUNTED = /^(.*?)(\d+)(\D*)$/;

/** "INV-1229" is followed by "INV-1230", "2026/099" by "2026/100". Numbers are texts: nothing is lost of them. */
export function following(number: string): string {
  const read = COUNTED.exec(number);
  if (!read) return '';
  const [, before = '', digits = '', after = ''] = read;
  return before + String(BigInt(digits) + 1n).padStart(digits.length, '0') + after;
}

/** The one that counts furthest among those that count like the latest. */
export function lastOf(latestFirst: readonly string[]): string | undefined {
  const pattern = (number: string) => COUNTED.exec(number)?.[1];
  const latest = latestFirst.find((number) => pattern(number) !== undefined);
  if (latest === undefined) return undefined;
  const count = (number: string) => BigInt(COUNTED.exec(number)?.[2] ?? 0);
  return latestFirst
    .filter((number) => pattern(number) === pattern(latest))
    .reduce((last, number) => (count(number) > count(last) ? number : last), latest);
}
