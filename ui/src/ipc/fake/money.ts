/** Minor units for the made-up desk: exact, and only here. */

const EXPONENTS: Record<string, number> = { JPY: 0, KWD: 3 };

export function decimal(minor: number, currency: string): string {
  const places = EXPONENTS[currency] ?? 2;
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** "1,250.5" as minor units of a currency. */
export function minor(text: string, currency = 'CAD'): number {
  const places = EXPONENTS[currency] ?? 2;
  const [whole = '0', fraction = ''] = text.replaceAll(',', '').split('.');
  return Number(whole + fraction.padEnd(places, '0'));
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
