/** Every word of the window, in English. French (fr.ts) has the same shape; a missing word does not compile. */
import type { Channel, ContactKind, InvoiceState } from '../ipc/vocabulary';
import { history } from './history.en';
import { troubles } from './troubles.en';
import { shared } from './shared.en';
import { today } from './today.en';
import { palette } from './palette.en';
import { people } from './people.en';
import { invoice } from './invoice.en';
import { payments } from './payments.en';
import { bank } from './bank.en';
import { exports } from './exports.en';
import { imports } from './imports.en';
import { plans } from './plans.en';
import { demand } from './demand.en';
import { letters } from './letters.en';
import { papers } from './papers.en';
import { reports } from './reports.en';
import { settings } from './settings.en';
import { record } from './record.en';
import { about } from './about.en';

const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

const states: Record<InvoiceState, string> = {
  draft: 'draft',
  open: 'not due yet',
  part_paid: 'part-paid',
  paid: 'paid',
  overdue: 'overdue',
  disputed: 'in dispute',
  on_plan: 'on plan',
  written_off: 'written off',
  void: 'void',
};

const filters: Record<InvoiceState | 'all', string> = {
  all: 'All',
  overdue: 'Overdue',
  open: 'Open',
  part_paid: 'Part-paid',
  disputed: 'Disputed',
  on_plan: 'On plan',
  paid: 'Paid',
  written_off: 'Written off',
  void: 'Void',
  draft: 'Drafts',
};

const channels: Record<Channel, string> = {
  email: 'e-mail',
  sms: 'text message',
  call: 'phone',
  letter: 'letter',
};

const contacts: Record<ContactKind, Record<'out' | 'in', string>> = {
  reminder: { out: 'Reminder sent', in: 'They wrote about a reminder' },
  final_demand: { out: 'Final demand sent', in: 'They answered the final demand' },
  thanks: { out: 'Thank-you sent', in: 'They thanked you' },
  talk: { out: 'You called', in: 'They called' },
  reply: { out: 'You replied', in: 'They replied' },
};

export const en = {
  shared,
  today,
  palette,
  people,
  invoice,
  payments,
  bank,
  imports,
  exports,
  plans,
  demand,
  letters,
  papers,
  reports,
  settings,
  record,
  about,

  app: 'Goodterms',

  frame: {
    main: 'Main',
    skip: 'Skip to the page',
    places: {
      today: 'Today',
      clients: 'Clients',
      invoices: 'Invoices',
      payments: 'Payments',
      bank: 'Bank',
      plans: 'Plans',
      reports: 'Reports',
      import: 'Import',
      history: 'History',
      settings: 'Settings',
    },
    switchBook: 'switch book',
    otherBooks: 'Other books',
    anotherBook: 'Another book…',
    display: 'Display',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
    language: 'Language',
    keyboard: 'Keyboard',
    lock: 'Lock',
    opened: (book: string) => `${book} is open.`,
    locked: (book: string) => `${book} is locked.`,
    hideNote: 'Hide this note',
    find: 'Find or do anything',
    about: 'About Goodterms',
    toDo: (n: number, text: string) => `${text} ${count(n, 'thing', 'things')} to do`,
    dropHere: 'Let go to bring the file in',
    dropWhy: 'You see what it says before anything is kept.',
    dropBook: 'Let go to open the book',
    dropNeedsBook: 'Open a book first; then drop the file on it.',
    dropOne: (file: string) => `One file at a time: ${file} is taken.`,
  },

  start: {
    title: 'Start',
    promise: 'Settle what is owed, and keep the client.',
    newBook: 'New book',
    newBookWhy: 'For one business. Takes about two minutes.',
    openBook: 'Open a book',
    openBookWhy: 'From this computer, a drive or a backup.',
    sample: 'Try with sample data',
    sampleWhy: 'A made-up millwork shop and two years of its clients. Nothing is ever sent.',
    makingSample: 'Setting out the sample book',
    sampleAfresh: 'Begin the sample afresh',
    sampleAfreshWhy: 'What you tried in it is lost; nothing of yours is in it.',
    vow: 'A book is one encrypted file on this computer: only your keychain, passphrase or recovery words open it, and nothing leaves unless you send it.',
    yourBooks: 'Your books',
    books: 'Books on this computer',
    others: 'Other books on this computer',
    noBooks: 'No book has been opened on this computer yet.',
    byKeychain: 'Opens with your keychain',
    byPassphrase: 'Opens with its passphrase',
    byWords: 'Opens with its recovery words',
    gone: 'Not where it was last time',
  },

  unlock: {
    open: 'Open the book',
    opening: (book: string) => `Opening ${book}`,
    unlock: 'Unlock the book',
    keychain: 'Your keychain opens this book.',
    sample: 'Sample data, all made up. It opens without a key.',
    passphrase: 'Passphrase',
    showPassphrase: 'Show the passphrase',
    hidePassphrase: 'Hide the passphrase',
    passphraseEmpty: 'Type the passphrase of this book.',
    words: 'Recovery words',
    wordsHint: 'All 24, in order, with spaces between them.',
    wordsCount: (n: number) => `${n} of 24 words`,
    useWords: 'Use the recovery words instead',
    usePassphrase: 'Use the passphrase instead',
    didYouMean: 'Perhaps one of these:',
    moved: 'This book is not where it was last time.',
    movedNext:
      'If it was moved or its drive has another name, show where it lies now. Nothing in it is lost.',
    find: 'Find the book',
  },

  newBook: {
    title: 'New book',
    intro:
      'One book for one business. All of this can be changed later, except the book’s currency and time zone.',
    business: 'Business name',
    businessHint: 'As your clients know it.',
    businessEmpty: 'Write the name of the business.',
    country: 'Country',
    countryEmpty: 'Choose the country of the business.',
    region: 'Province, state or nation',
    regionHint: 'Interest, holidays and limitation periods depend on it.',
    currency: 'Currency',
    currencyEmpty: 'Choose the currency of the book.',
    timeZone: 'Time zone',
    timeZoneHint: 'Decides when a day ends for this business.',
    timeZoneEmpty: 'Choose the time zone of the business.',
    key: 'How it opens',
    keychain: 'Remember the key in this computer’s keychain',
    keychainHint: 'The book opens when you are logged in.',
    noKeychain: 'This computer has no keychain that answers, so the book opens with a passphrase.',
    passphrase: 'Passphrase',
    passphraseHint: 'Optional with the keychain. Four or five unrelated words are enough.',
    passphraseNeeded: 'Four or five unrelated words are enough.',
    passphraseEmpty: 'Without the keychain, a passphrase is needed.',
    where: 'Next you choose where the file lies. Then you get 24 recovery words to keep on paper.',
    create: 'Create the book',
    creating: 'Creating the book',
    cancel: 'Cancel',
    none: 'None in particular',
    search: 'Type to search',
    nothing: 'Nothing is called that.',
  },

  recovery: {
    title: 'Your recovery words',
    why: 'Write these 24 words on paper, in order. They open this book on any computer, when the keychain or the passphrase does not.',
    once: 'They are shown only now. Goodterms keeps no copy, and nobody else can give them back to you.',
    list: 'Recovery words, in order',
    sheet: (book: string) => `Recovery words of ${book}`,
    written: 'I have written them down',
    print: 'Print the sheet',
    printWhy:
      'It is saved as a PDF where you choose and nowhere else. Whoever has it can open the book: print it, then delete the file.',
    file: (book: string) => `Recovery sheet, ${book}.pdf`,
    checkTitle: 'Three words, to be sure',
    checkWhy: 'Type these three from your sheet.',
    word: (n: number) => `Word ${n}`,
    wrong: (n: number) => `Word ${n} is not this one. Look at your sheet again.`,
    back: 'Show the words again',
    done: 'Open the book',
    fits: 'The words on your sheet are right.',
  },

  clients: {
    title: 'Clients',
    name: 'Client',
    balance: 'Balance',
    overdue: 'Overdue',
    openInvoices: 'Open invoices',
    segment: 'Pays',
    currency: 'Currency',
    search: 'Find a client',
    of: (shown: number, all: number, text: string) =>
      `${shown} of ${text} ${count(all, 'client', 'clients')}`,
    all: (n: number, text: string) => `${text} ${count(n, 'client', 'clients')}`,
    total: (currency: string) => `Total, ${currency}`,
    none: 'No client is called that.',
    showAll: 'Show all clients',
    emptyTitle: 'No clients yet. They come with their invoices.',
    emptyWhy: 'A client’s page shows what is owed, what was said and what was promised, in one place.',
    emptyNext: [
      'Bring in an export of open invoices, or add the first client by hand.',
      'Each client gets a page with money, invoices and history.',
      'Nothing is ever sent by bringing a file in.',
    ],
    segments: {
      reliable: 'reliably',
      slow_but_sure: 'slow but sure',
      at_risk: 'at risk',
      new: 'new',
    } as Record<string, string>,
  },

  client: {
    owed: (currency: string) => `Owed, ${currency}`,
    overdue: 'Overdue',
    credit: (currency: string) => `Credit on account, ${currency}`,
    nothingOwed: 'Nothing is owed.',
    lastWords: 'Last words',
    fromThem: (day: string, channel: string) => `From them ${day}, by ${channel}.`,
    toThem: (day: string, channel: string) => `To them ${day}, by ${channel}.`,
    kindWord: (day: string) => `Last kind word ${day}.`,
    noWords: 'No letter, call or message is recorded yet.',
    tabs: 'Parts of this client',
    timeline: 'Timeline',
    invoices: 'Invoices',
    details: 'Details',
    openToday: 'Open today',
    noneOpen: 'No invoice is open.',
    noInvoices: 'No invoice yet.',
    overdueSum: 'Overdue',
    owedInAll: 'Owed in all',
    owedInAllIn: (currency: string) => `Owed in all, ${currency}`,
    newestFirst: 'Timeline, newest first',
    nothingYet: 'Nothing has happened yet.',
    quote: (text: string) => `“${text}”`,
    kind: 'Kind',
    kinds: { business: 'Business', consumer: 'Consumer' },
    email: 'E-mail',
    phone: 'Phone',
    language: 'Language',
    address: 'Address',
    notes: 'Notes',
    notGiven: 'not given',
    contacts,
    channels,
  },

  invoices: {
    title: 'Invoices',
    number: 'Number',
    client: 'Client',
    issued: 'Issued',
    due: 'Due',
    state: 'State',
    currency: 'Currency',
    total: 'Total',
    balance: 'Balance',
    filter: 'State of the invoices',
    filters,
    states,
    search: 'Find number or client',
    all: (n: number, text: string) => `${text} ${count(n, 'invoice', 'invoices')}`,
    totalIn: (currency: string) => `Total, ${currency}`,
    daysLate: (n: number, text: string) => `${text} ${count(n, 'day', 'days')} late`,
    dueToday: 'due today',
    assumed: 'Taken from the terms; not written on the invoice.',
    assumedShort: 'from the terms',
    none: 'No invoice fits.',
    noneIn: (state: string) => `No invoice is “${state.toLowerCase()}”.`,
    showAll: 'Show all invoices',
    emptyTitle: 'No invoices yet. Begin with what is open today.',
    emptyWhy: 'Bring in the export of your invoicing program; what it says is shown before anything is kept.',
    emptyNext: [
      'Export the open invoices as CSV or Excel.',
      'Bring the file in: drop it on the window or choose it.',
      'Come back here: balances, lateness and totals are worked out for you.',
    ],
    panel: (number: string) => `Invoice ${number}`,
    close: 'Close',
    paid: 'Paid',
    nothingReceived: 'Nothing has come in yet.',
    credits: {
      payment: 'Payment',
      credit_note: 'Credit note',
      discount: 'Discount',
      write_off: 'Written off',
      adjustment: 'Adjustment',
    },
  },

  table: {
    sortBy: (column: string) => `Sort by ${column}`,
    loading: 'Reading…',
    rows: (label: string, text: string) => `${label}, ${text} rows`,
    clear: 'Clear the search',
  },

  day: {
    open: 'Choose from a calendar',
    calendar: 'Calendar',
    previous: 'Previous month',
    next: 'Next month',
    today: 'Today',
    outOfRange: 'That day is outside the years books are kept in.',
  },

  keys: {
    title: 'Keyboard',
    close: 'Close',
    then: 'then',
    groups: { page: 'On this page', list: 'In a list', window: 'Anywhere', go: 'Go to', start: 'Start' },
    next: 'Next row',
    previous: 'Previous row',
    open: 'Open the row',
    search: 'Find',
    close_panel: 'Close the panel',
    back: 'Back to the list',
    sheet: 'Show these keys',
    undo: 'Undo the last act',
    palette: 'Find or do anything',
    lock: 'Lock the book',
    openBook: 'Open another book',
    importFile: 'Bring a file in',
    settings: 'Settings',
    single: 'Single-letter keys',
    singleWhy: 'Turn them off if speech input or a switch types letters by accident.',
  },

  toast: { region: 'What just happened', undo: 'Undo', dismiss: 'Dismiss' },
  progress: { cancel: 'Cancel' },
  retry: 'Try again',
  way: { choose: 'Choose', chosen: 'chosen' },

  history,
  troubles,
};

/** The shape both languages share. */
export type Words = typeof en;
