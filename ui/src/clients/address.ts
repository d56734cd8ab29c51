/** An address as an envelope of its country has it. */
import type { ClientView } from '../ipc/wire';

/** Where the house number comes before the street, and where the postal code ends the line of the town. */
const NUMBER_FIRST = new Set(['AU', 'CA', 'FR', 'GB', 'IE', 'LU', 'NZ', 'US', 'ZA']);
const CODE_LAST = new Set(['AU', 'CA', 'GB', 'IE', 'NZ', 'US']);

const joined = (...parts: string[]) => parts.filter(Boolean).join(' ');

/** Its lines, without those nothing is known of; `country` names it in the reader's language. */
export function linesOf(address: ClientView['address'], country: string): string[] {
  const { street, number, extra, postcode, town, region, country: code } = address;
  return [
    NUMBER_FIRST.has(code) ? joined(number, street) : joined(street, number),
    extra,
    CODE_LAST.has(code) ? joined(town, region, postcode) : joined(postcode, town, region),
    country,
  ].filter(Boolean);
}
