/** The fictional books: a full one whose figures agree with each other, an empty one, and one of several currencies. */
import type { BookCreate } from '../wire';
import { BIRCH } from './birch';
import { MOREAU } from './moreau';
import type { FakeBook } from './types';

export const PASSPHRASE = 'a calm long phrase';

export const NEW_PHRASE =
  'orbit maple lantern velvet pigeon harbor syrup cactus novel amber timber whisper ' +
  'copper meadow ticket saddle ribbon planet olive kitten fossil glimpse utility bridge';

const KINGSLEY: FakeBook = {
  path: '/home/nora/Documents/Kingsley Tile & Stone.book',
  name: 'Kingsley Tile & Stone',
  known: true,
  country: 'CA',
  currency: 'CAD',
  locale: 'en-CA',
  time_zone: 'America/Toronto',
  today: '2026-11-17',
  clients: [],
  invoices: [],
};

const LAKESIDE: FakeBook = {
  ...KINGSLEY,
  path: '/media/usb/Lakeside Cabinets.book',
  name: 'Lakeside Cabinets',
  known: false,
};

export const BOOKS: readonly FakeBook[] = [BIRCH, KINGSLEY, MOREAU, LAKESIDE];

export function newBookFrom(asked: BookCreate): FakeBook {
  const { path, name, country, currency, locale = 'en-CA', time_zone = 'America/Toronto', keychain } = asked;
  return {
    path,
    name,
    known: keychain,
    country,
    currency,
    locale,
    time_zone,
    today: '2026-11-17',
    clients: [],
    invoices: [],
  };
}
