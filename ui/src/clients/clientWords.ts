/** The particulars of a client as one types them: everything is text, and empty is nothing. */
import type { ClientView, ClientWords } from '../ipc/wire';
import type { Option } from '../shared/option';

export type Typed = Required<ClientWords>;

/** A new client lives where the business does, until somebody says otherwise. */
export function blank(country: string, language: string): Typed {
  return {
    name: '',
    kind: 'business',
    reference: '',
    email: '',
    phone: '',
    language,
    street: '',
    number: '',
    extra: '',
    postcode: '',
    town: '',
    region: '',
    country,
    notes: '',
  };
}

export function typedOf(client: ClientView): Typed {
  const { name, kind, reference, email, phone, language, address, notes } = client;
  return { name, kind, reference, email, phone, language, notes, ...address };
}

/** Languages letters are often written in; the one a client has is always among the choices. */
const SPOKEN = ['en', 'fr', 'ar', 'de', 'el', 'es', 'he', 'it', 'nl', 'pl', 'pt', 'uk', 'zh'];

export function languagesFor(chosen: string, country: string, reader: string): Option[] {
  const names = new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' });
  const here = ['en', 'fr'].map((spoken) => (country ? `${spoken}-${country}` : spoken));
  const tags = [...here, ...SPOKEN.slice(2), chosen].filter(Boolean);
  return [...new Set(tags)].map((value) => ({ value, label: names.of(value) ?? value }));
}
