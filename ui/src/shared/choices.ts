/** Places, currencies and time zones one chooses from, named in the reader's language. */
import type { Option } from './option';
import type { Language } from '../words/index.svelte';
import { CURRENCY_BY_COUNTRY, REGIONS } from './countries';

function byLabel(language: Language): (a: Option, b: Option) => number {
  const collator = new Intl.Collator(language);
  return (a, b) => collator.compare(a.label, b.label);
}

function namesOf(language: Language, type: 'region' | 'currency'): (code: string) => string {
  const names = new Intl.DisplayNames(language, { type, fallback: 'code' });
  return (code) => names.of(code) ?? code;
}

export function countries(language: Language): Option[] {
  const name = namesOf(language, 'region');
  return [...CURRENCY_BY_COUNTRY.keys()]
    .map((code) => ({ value: code, label: name(code), aside: code }))
    .sort(byLabel(language));
}

export function currencies(language: Language): Option[] {
  const name = namesOf(language, 'currency');
  return [...new Set(CURRENCY_BY_COUNTRY.values())]
    .map((code) => ({ value: code, label: `${name(code)} (${code})` }))
    .sort(byLabel(language));
}

/** Empty where the country's rules are the same everywhere. */
export function regions(country: string, language: Language): Option[] {
  return Object.entries(REGIONS[country] ?? {})
    .map(([code, name]) => {
      const label = typeof name === 'string' ? name : name[language === 'fr' ? 1 : 0];
      return { value: code, label, aside: code };
    })
    .sort(byLabel(language));
}

export function timeZones(): Option[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
}

/** Where this computer seems to be, as a first guess that is shown and can be changed. */
export function guess(locale: string): { country: string; currency: string; timeZone: string } {
  const country = new Intl.Locale(locale).maximize().region ?? '';
  return {
    country: CURRENCY_BY_COUNTRY.has(country) ? country : '',
    currency: CURRENCY_BY_COUNTRY.get(country) ?? '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
