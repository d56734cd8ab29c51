/** A made-up shelf of books for tests of the start screen: the part of the desk that it asks. */
import type { BookCreate, BookView, DeskError, Unlock } from '../src/ipc/wire';

export const PASSPHRASE = 'a calm long phrase';

export const NEW_PHRASE =
  'orbit maple lantern velvet pigeon harbor syrup cactus novel amber timber whisper ' +
  'copper meadow ticket saddle ribbon planet olive kitten fossil glimpse utility bridge';

const TODAY = '2026-11-17';

interface Shelved {
  path: string;
  name: string;
  /** Whether this computer knows its key. */
  known: boolean;
}

const books: Shelved[] = [
  { path: '/home/nora/Birch & Ferry Millwork.book', name: 'Birch & Ferry Millwork', known: true },
  { path: '/home/nora/Orthodontie Moreau.book', name: 'Orthodontie Moreau', known: true },
  { path: '/media/usb/Lakeside Cabinets.book', name: 'Lakeside Cabinets', known: false },
];

function refuse(code: string, field?: string): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the shell rejects with plain objects too
  throw { code, kind: 'book', message: code, ...(field !== undefined && { field }) } satisfies DeskError;
}

function checkKey(book: Shelved, unlock: Unlock): void {
  if (unlock.by === 'keychain' && !book.known) refuse('keychain_no_entry');
  if (unlock.by === 'passphrase' && unlock.passphrase !== PASSPHRASE)
    refuse('passphrase_wrong', 'passphrase');
  if (unlock.by !== 'recovery') return;
  const typed = unlock.phrase.trim().toLowerCase().split(/\s+/);
  if (typed.length !== 24) refuse('phrase_word_count', 'phrase');
  if (typed.join(' ') !== NEW_PHRASE) refuse('phrase_checksum', 'phrase');
}

function view({ path, name }: Shelved): BookView {
  const place = {
    country: 'CA',
    region: 'ON',
    currency: 'CAD',
    locale: 'en-CA',
    time_zone: 'America/Toronto',
  };
  return { path, name, ...place, today: TODAY, clients: 0, invoices: 0, warnings: [] };
}

const answers: Record<string, (args: never) => unknown> = {
  start_view: () => ({
    recent: books.map((book) => ({ ...book, there: true, passphrase: book.known, sample: false })),
    keychain_available: true,
    locale: 'en-CA',
    today: TODAY,
    time_zone: 'America/Toronto',
  }),
  book_create: ({ path, name, keychain }: BookCreate) => {
    books.push({ path, name, known: keychain });
    return { book: view({ path, name, known: keychain }), recovery_phrase: NEW_PHRASE };
  },
  book_open: ({ path, unlock }: { path: string; unlock: Unlock }) => {
    const book = books.find((each) => each.path === path) ?? refuse('no_such_book');
    checkKey(book, unlock);
    return view(book);
  },
  book_close: () => null,
  today: () => ({
    as_of: TODAY,
    totals: [{ currency: 'CAD', owed: '0.00', overdue: '0.00', due_this_week: '0.00' }],
    items: [],
    more: {},
    held: [],
    held_more: 0,
    first_steps: {
      particulars: false,
      pay_to: false,
      clients: false,
      invoices: false,
      policy: false,
      papers: false,
    },
  }),
  choose_book_file: () => '/media/usb/Lakeside Cabinets.book',
  choose_new_book_file: ({ suggested_name }: { suggested_name: string }) => `/home/nora/${suggested_name}`,
};

/** Answers as the shell does. */
export function send(name: string, args: object): Promise<unknown> {
  const answer = answers[name];
  if (!answer) return Promise.reject(new Error(`${name} is not asked here`));
  return new Promise((done) => done(answer(structuredClone(args) as never)));
}
