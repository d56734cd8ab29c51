/**
 * A made-up desk for a plain browser: development, tests and pictures. Production builds do not contain it.
 *
 * It plays the part of the Rust side over a fictional book, so it computes what the window itself never does.
 * The address chooses: `?rows=100000` for a large book, `?slow=2000` to wait, `?fail=disk_full` to be refused,
 * `?nokeychain` for a computer without one, `?norecent` for a first start.
 */
import { BOOKS, NEW_PHRASE, PASSPHRASE, newBookFrom } from './fake/books';
import { ageing, bookView, clientList, clientView, invoiceList, invoiceView } from './fake/desk';
import { largeBook } from './fake/large';
import type { FakeBook } from './fake/types';
import type { CommandName, Commands, DeskError, Unlock } from './wire';

type Answers = { [K in CommandName]: (args: Commands[K]['args']) => Commands[K]['answer'] };

const asked = new URLSearchParams(globalThis.location?.search ?? '');
const books: FakeBook[] = [...BOOKS, ...(asked.has('rows') ? [largeBook(Number(asked.get('rows')))] : [])];
let open: FakeBook | undefined;

function refuse(
  code: string,
  kind: DeskError['kind'],
  message: string,
  more: Partial<DeskError> = {},
): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the shell rejects with plain objects too
  throw { code, kind, message, ...more } satisfies DeskError;
}

function desk(): FakeBook {
  return open ?? refuse('no_book_open', 'refused', 'no book is open');
}

function checkKey(book: FakeBook, unlock: Unlock): void {
  if (unlock.by === 'keychain') {
    if (!book.known) refuse('keychain_no_entry', 'book', 'the keychain remembers no key for this book');
    return;
  }
  if (unlock.by === 'passphrase') {
    if (unlock.passphrase !== PASSPHRASE)
      refuse('passphrase_wrong', 'book', 'the passphrase does not fit', { field: 'passphrase' });
    return;
  }
  const typed = unlock.phrase.trim().toLowerCase().split(/\s+/);
  if (typed.length !== 24)
    refuse('phrase_word_count', 'book', 'the phrase has not 24 words', { field: 'phrase' });
  const known = NEW_PHRASE.split(' ');
  const strange = typed.find((word) => !known.includes(word));
  if (strange !== undefined) {
    const candidates = known.filter((word) => word.startsWith(strange.slice(0, 2)));
    refuse('phrase_word_unknown', 'book', `“${strange}” is not a recovery word`, {
      field: 'phrase',
      candidates,
    });
  }
  if (typed.join(' ') !== NEW_PHRASE)
    refuse('phrase_checksum', 'book', 'the words do not belong together', { field: 'phrase' });
}

const answers: Answers = {
  start_view: () => ({
    recent: asked.has('norecent')
      ? []
      : books.map(({ path, name, known }) => ({ path, name, known, there: true, passphrase: known })),
    keychain_available: !asked.has('nokeychain'),
    locale: navigator.language,
    today: '2026-11-17',
    time_zone: 'America/Toronto',
  }),
  book_create: (args) => {
    if (books.some((book) => book.path === args.path)) refuse('book_exists', 'refused', 'the file exists');
    open = newBookFrom(args);
    books.push(open);
    return { book: bookView(open), recovery_phrase: NEW_PHRASE };
  },
  book_open: ({ path, unlock }) => {
    const book = books.find((each) => each.path === path);
    if (!book) refuse('no_such_book', 'book', 'nothing lies at that path');
    checkKey(book, unlock);
    open = book;
    return bookView(book);
  },
  book_close: () => {
    open = undefined;
    return null;
  },
  client_list: ({ as_of }) => clientList(desk(), as_of),
  client_view: ({ client, as_of }) =>
    clientView(desk(), client, as_of) ?? refuse('client_unknown', 'refused', 'no such client'),
  invoice_list: (args) => invoiceList(desk(), args),
  invoice_view: ({ invoice, as_of }) =>
    invoiceView(desk(), invoice, as_of) ?? refuse('invoice_unknown', 'refused', 'no such invoice'),
  ageing: ({ as_of }) => ageing(desk(), as_of),
  choose_book_file: () => '/media/usb/Lakeside Cabinets.book',
  choose_new_book_file: ({ suggested_name }) => `/home/nora/Documents/${suggested_name}`,
};

const TROUBLED: readonly CommandName[] = [
  'client_list',
  'client_view',
  'invoice_list',
  'ageing',
  'book_open',
];

export async function answer(name: CommandName, args: object): Promise<unknown> {
  const wait = Number(asked.get('slow') ?? 0);
  if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  const fail = asked.get('fail');
  if (fail && TROUBLED.includes(name)) refuse(fail, 'machine', fail);
  return (answers[name] as (args: object) => unknown)(structuredClone(args));
}
