/** Beginning a book: what is typed, what is still missing, and the one act at the end. */
import { asCallError, call, type CallError } from '../ipc/call';
import type { BookCreated } from '../ipc/wire';
import { language, words } from '../words/index.svelte';
import { sayTrouble } from '../words/trouble';
import { guess, regions } from '../shared/choices';
import { CURRENCY_BY_COUNTRY } from '../shared/countries';

export type NewBookField = 'name' | 'country' | 'currency' | 'time_zone' | 'passphrase';

const ORDER: readonly NewBookField[] = ['name', 'country', 'currency', 'time_zone', 'passphrase'];

export class NewBookForm {
  name = $state('');
  country = $state('');
  region = $state('');
  currency = $state('');
  timeZone = $state('');
  keychain = $state(true);
  passphrase = $state('');
  busy = $state(false);
  failure = $state.raw<CallError | undefined>();
  #tried = $state(false);
  readonly #keychainAvailable: boolean;

  constructor(locale: string, keychainAvailable: boolean) {
    const here = guess(locale);
    this.country = here.country;
    this.currency = here.currency;
    this.timeZone = here.timeZone;
    this.keychain = keychainAvailable;
    this.#keychainAvailable = keychainAvailable;
  }

  /** The currency of the country is offered with it. */
  chooseCountry(country: string): void {
    this.country = country;
    this.region = '';
    this.currency = CURRENCY_BY_COUNTRY.get(country) ?? this.currency;
  }

  get needsPassphrase(): boolean {
    return !this.#keychainAvailable || !this.keychain;
  }

  get regions() {
    return regions(this.country, language());
  }

  /** What is wrong, by field; nothing before the first attempt. */
  get errors(): Partial<Record<NewBookField, string>> {
    const errors = this.#tried ? this.#missing() : {};
    const field = this.failure?.field as NewBookField | undefined;
    if (this.failure && field && ORDER.includes(field))
      errors[field] ??= sayTrouble(this.failure, words()).sentence;
    return errors;
  }

  /** The first field that stands in the way, in the order of the page. */
  get firstError(): NewBookField | undefined {
    return ORDER.find((field) => this.errors[field] !== undefined);
  }

  /** Undefined if something is missing, nothing was chosen, or the desk said no. */
  async create(): Promise<BookCreated | undefined> {
    this.#tried = true;
    this.failure = undefined;
    if (this.firstError !== undefined) return undefined;
    try {
      const path = await call('choose_new_book_file', { suggested_name: `${fileName(this.name)}.book` });
      if (path === null) return undefined;
      this.busy = true;
      return await call('book_create', {
        path,
        name: this.name.trim(),
        country: this.country,
        ...(this.region && { region: this.region }),
        currency: this.currency,
        locale: `${language()}-${this.country}`,
        time_zone: this.timeZone,
        ...(this.passphrase && { passphrase: this.passphrase }),
        keychain: this.keychain && this.#keychainAvailable,
      });
    } catch (thrown) {
      this.failure = asCallError(thrown);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  #missing(): Partial<Record<NewBookField, string>> {
    const w = words().newBook;
    return {
      ...(!this.name.trim() && { name: w.businessEmpty }),
      ...(!this.country && { country: w.countryEmpty }),
      ...(!this.currency && { currency: w.currencyEmpty }),
      ...(!this.timeZone && { time_zone: w.timeZoneEmpty }),
      ...(this.needsPassphrase && !this.passphrase && { passphrase: w.passphraseEmpty }),
    };
  }
}

/** What no file system takes in a name, and control characters. */
const UNFIT = /[\p{Cc}<>:"/\\|?*]+/gu;

/** A business's name as the name of a file. */
export function fileName(name: string): string {
  const fit = name
    .replace(UNFIT, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  return fit || 'Book';
}
