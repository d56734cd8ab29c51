// Written by `cargo xtask bindings` from the Rust types. Do not edit.
// Amounts are decimal strings in the currency's own precision, days are YYYY-MM-DD, ids are opaque.

export type AgeingAsk = { 
/** The business day; today when none is given. */
as_of?: string, };

export type AgeingFigures = { 
/** Not yet late. */
current: string, 
/** 1 to 30 days late. */
d1_30: string, 
/** 31 to 60 days late. */
d31_60: string, 
/** 61 to 90 days late. */
d61_90: string, 
/** 91 days late or more. */
d90_plus: string, 
/** The five together. */
total: string, 
/** Credit on account, negative or nothing. */
credit: string, 
/** Total and credit: the balance. */
net: string, };

export type AgeingRow = { 
/** Name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** ISO 4217. */
currency: string, 
/** Not yet late. */
current: string, 
/** 1 to 30 days late. */
d1_30: string, 
/** 31 to 60 days late. */
d31_60: string, 
/** 61 to 90 days late. */
d61_90: string, 
/** 91 days late or more. */
d90_plus: string, 
/** The five together. */
total: string, 
/** Credit on account, negative or nothing. */
credit: string, 
/** Total and credit: the balance. */
net: string, };

export type AgeingView = { 
/** The day it is true for. */
as_of: string, 
/** The whole book, by currency. Currencies are never added together. */
currencies: { [key in string]: AgeingFigures }, 
/** Each client and currency. */
clients: Array<AgeingRow>, };

export type BookClose = Record<symbol, never>;

export type BookCreate = { 
/** Where it shall lie. */
path: string, 
/** The business's name. */
name: string, 
/** ISO 3166-1 alpha-2. */
country: string, 
/** ISO 3166-2 suffix, where law depends on it. */
region?: string, 
/** ISO 4217. */
currency: string, 
/** BCP 47; after the country when nothing is said. */
locale?: string, 
/** IANA name; this computer's when nothing is said. */
time_zone?: string, 
/** A passphrase that opens it on this computer. */
passphrase?: string, 
/** Whether this computer's keychain shall remember the key. */
keychain: boolean, 
/** The business day it begins on; today when none is given. */
as_of?: string, };

export type BookCreated = { 
/** The book, open. */
book: BookView, 
/** Twenty-four words. Shown this once. */
recovery_phrase: string, 
/** What did not go as asked, though the book is made. */
warnings?: Array<BookWarning>, };

export type BookOpen = { 
/** Where it lies. */
path: string, 
/** What opens it. */
unlock: Unlock, };

export type BookView = { 
/** Where it lies. */
path: string, 
/** The business's name. */
name: string, 
/** ISO 4217. */
currency: string, 
/** ISO 3166-1 alpha-2. */
country: string, 
/** ISO 3166-2 suffix, or nothing. */
region: string, 
/** BCP 47. */
locale: string, 
/** IANA name. */
time_zone: string, 
/** Today, where the business is. */
today: string, 
/** How many clients. */
clients: number, 
/** How many invoices. */
invoices: number, 
/** What to mind. */
warnings: Array<BookWarning>, };

export type BookWarning = { 
/** Stable name. */
code: string, 
/** One sentence. */
message: string, };

export type ClientAsk = { 
/** By id, name or number. */
client: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type ClientList = { 
/** The day it is true for. */
as_of: string, 
/** By name. */
clients: Array<ClientRow>, };

export type ClientListAsk = { 
/** The business day; today when none is given. */
as_of?: string, };

export type ClientRow = { 
/** `client-12`. */
id: string, 
/** Name. */
name: string, 
/** Balance by currency, credit on account taken off. */
balance: { [key in string]: string }, 
/** What is overdue, by currency. */
overdue: { [key in string]: string }, 
/** How many invoices are open. */
open_invoices: number, 
/** How they usually pay; not yet known. */
segment: string | null, };

export type ClientView = { 
/** The day it is true for. */
as_of: string, 
/** Credit on account by currency, as a positive amount. */
credit: { [key in string]: string }, 
/** Their invoices, the latest first. */
invoices: Array<InvoiceView>, 
/** Words to and from them, the latest first. */
contacts: Array<ContactView>, 
/** What happened, the latest first. */
history: Array<HistoryLine>, 
/** `client-12`. */
id: string, 
/** Name. */
name: string, 
/** Balance by currency, credit on account taken off. */
balance: { [key in string]: string }, 
/** What is overdue, by currency. */
overdue: { [key in string]: string }, 
/** How many invoices are open. */
open_invoices: number, 
/** How they usually pay; not yet known. */
segment: string | null, 
/** `business` or `consumer`. */
kind: string, 
/** Their number in another system. */
reference: string, 
/** E-mail address. */
email: string, 
/** Telephone number. */
phone: string, 
/** Language, BCP 47. */
language: string, 
/** Postal address. */
address: { street: string; number: string; extra: string; postcode: string; town: string; region: string; country: string }, 
/** Notes. */
notes: string, };

export type ContactView = { 
/** When. */
on: string, 
/** How. */
channel: string, 
/** Which way. */
direction: string, 
/** What about. */
kind: string, 
/** What was said. */
note: string, };

export type CreditView = { 
/** The day it counts from. */
on: string, 
/** `payment`, `credit_note`, `discount`, `write_off`, … */
kind: string, 
/** How much of it; negative when taken back. */
amount: string, 
/** How it was paid. */
method: string, };

export type DeskError = { 
/** Stable name, snake case. */
code: string, 
/** What sort of no it is. */
kind: ErrorKind, 
/** One plain English sentence. */
message: string, 
/** What to do instead. */
hint?: string, 
/** The file it is about. */
file?: string, 
/** The row of that file. */
row?: number, 
/** The field or option it is about. */
field?: string, 
/** What could have been meant. */
candidates?: Array<string>, };

export type ErrorKind = "refused" | "input" | "book" | "machine";

export type HistoryLine = { 
/** Its number, without gaps. */
seq: number, 
/** The machine's true time, ISO 8601 with the business's offset. */
at: string, 
/** The business day. */
day: string, 
/** Who. */
who: string, 
/** What sort of thing. */
kind: string, 
/** To what: `invoice-12`. */
subject: string, 
/** Whose, when it belongs to a client. */
client?: string, 
/** One English sentence. */
what: string, 
/** The facts, as they were written down; nothing when they have been taken out on request. */
facts: Record<string, unknown> | null, };

export type InvoiceAsk = { 
/** By number or id. */
invoice: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type InvoiceDetail = { 
/** The day it is true for. */
as_of: string, 
/** The invoice. */
invoice: InvoiceView, 
/** Oldest first. */
credits: Array<CreditView>, };

export type InvoiceList = { 
/** The day it is true for. */
as_of: string, 
/** How many there are in all, beyond the window too. */
total_count: number, 
/** What the whole list comes to, by currency. */
totals: Array<InvoiceTotal>, 
/** The window. */
invoices: Array<InvoiceView>, };

export type InvoiceListAsk = { 
/** The business day; today when none is given. */
as_of?: string, 
/** One client's, by id, name or number. */
client?: string, 
/** Those in this state, also when another leads. */
state?: string, 
/** Number or client's name holds this. */
search?: string, 
/** `issued`, `due`, `number`, `client`, `total` or `balance`. */
sort?: string, 
/** The other way round. */
descending?: boolean, 
/** So many are passed over. */
offset?: number, 
/** At most so many; all when nothing is said. */
limit?: number, };

export type InvoiceTotal = { 
/** ISO 4217. */
currency: string, 
/** How many. */
count: number, 
/** Amounts with tax. */
total: string, 
/** What is still owed. */
balance: string, };

export type InvoiceView = { 
/** `invoice-12`. */
id: string, 
/** Its number. */
number: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** Day of issue. */
issued: string, 
/** Its own due day. */
due: string, 
/** Whether that day was assumed from the usual terms. */
due_assumed: boolean, 
/** ISO 4217. */
currency: string, 
/** Amount with tax. */
total: string, 
/** What has been allocated to it. */
paid: string, 
/** What is still owed. */
balance: string, 
/** The state that leads. */
state: string, 
/** Every state that holds, the leading one first. */
states: Array<string>, 
/** Whole days by which its oldest unpaid part is late. */
days_late: number, };

export type RecentBook = { 
/** Where it lay. */
path: string, 
/** The file's own name. */
name: string, 
/** Whether it still lies there. */
there: boolean, 
/** Whether this computer was asked to remember its key, in the keychain or under a passphrase. */
known: boolean, 
/** Whether a passphrase was set for it on this computer. */
passphrase: boolean, };

export type StartAsk = Record<symbol, never>;

export type StartView = { 
/** Books opened here lately, the latest first. */
recent: Array<RecentBook>, 
/** Whether this computer has a keychain that answers. */
keychain_available: boolean, 
/** This computer's language, BCP 47. */
locale: string, 
/** Today, where the computer is. */
today: string, 
/** This computer's time zone. */
time_zone: string, };

export type Unlock = { "by": "keychain" } | { "by": "passphrase", 
/** As typed. */
passphrase: string, } | { "by": "recovery", 
/** As typed. */
phrase: string, };

/** Every command: what is asked and what is answered. */
export interface Commands {
  start_view: { args: StartAsk; answer: StartView };
  book_create: { args: BookCreate; answer: BookCreated };
  book_open: { args: BookOpen; answer: BookView };
  book_close: { args: BookClose; answer: null };
  client_list: { args: ClientListAsk; answer: ClientList };
  client_view: { args: ClientAsk; answer: ClientView };
  invoice_list: { args: InvoiceListAsk; answer: InvoiceList };
  invoice_view: { args: InvoiceAsk; answer: InvoiceDetail };
  ageing: { args: AgeingAsk; answer: AgeingView };
  choose_book_file: { args: Record<string, never>; answer: string | null };
  choose_new_book_file: { args: { suggested_name: string }; answer: string | null };
}

/** The name of a command. */
export type CommandName = keyof Commands;

/** Every code an error can have. */
export type ErrorCode =
  | 'already_reversed'
  | 'already_signed'
  | 'amount_not_positive'
  | 'amount_too_large'
  | 'amount_too_precise'
  | 'amount_unreadable'
  | 'anchor_unknown'
  | 'balance_out_of_order'
  | 'balance_too_small'
  | 'book_damaged'
  | 'book_exists'
  | 'book_newer'
  | 'book_read_only'
  | 'business_name_missing'
  | 'business_word_refused'
  | 'calendar_unknown'
  | 'clause_fact_missing'
  | 'clause_required'
  | 'clause_unknown'
  | 'client_ambiguous'
  | 'client_name_taken'
  | 'client_unknown'
  | 'client_word_refused'
  | 'column_ambiguous'
  | 'column_missing'
  | 'column_unknown'
  | 'columns_unrecognised'
  | 'contact_ahead'
  | 'contact_word_unknown'
  | 'country_unknown'
  | 'currency_mismatch'
  | 'currency_needed'
  | 'currency_unknown'
  | 'date_order_ambiguous'
  | 'date_order_contradicted'
  | 'date_out_of_range'
  | 'date_unreadable'
  | 'day_closed'
  | 'day_count_unknown'
  | 'deadline_too_soon'
  | 'decimal_mark_ambiguous'
  | 'decimal_mark_contradicted'
  | 'discount_too_large'
  | 'disk_failed'
  | 'disk_full'
  | 'disputed_amount_refused'
  | 'down_payment_too_large'
  | 'drawing_refused'
  | 'due_before_issue'
  | 'field_unknown'
  | 'file_empty'
  | 'file_exists'
  | 'file_kind_unsupported'
  | 'file_not_text'
  | 'file_too_large'
  | 'file_unreadable'
  | 'fingerprint_unreadable'
  | 'grouped_report'
  | 'header_not_found'
  | 'history_entry_unknown'
  | 'import_already_undone'
  | 'import_on_plan'
  | 'import_option_unknown'
  | 'import_unknown'
  | 'in_use'
  | 'instalment_below_interest'
  | 'instalment_count_out_of_range'
  | 'instalment_locked'
  | 'instalment_unknown'
  | 'instalments_do_not_fit'
  | 'interest_basis_missing'
  | 'invoice_ambiguous'
  | 'invoice_not_owed'
  | 'invoice_number_missing'
  | 'invoice_number_taken'
  | 'invoice_on_plan'
  | 'invoice_unknown'
  | 'jurisdiction_unknown'
  | 'key_file_damaged'
  | 'key_file_missing'
  | 'key_or_file_wrong'
  | 'keychain_ambiguous'
  | 'keychain_denied'
  | 'keychain_garbage'
  | 'keychain_missing'
  | 'keychain_no_entry'
  | 'keychain_silent'
  | 'kind_ambiguous'
  | 'locale_unknown'
  | 'logo_too_large'
  | 'logo_unreadable'
  | 'move_unknown'
  | 'next_step_not_in_policy'
  | 'no_book_open'
  | 'no_encryption'
  | 'no_home'
  | 'no_permission'
  | 'no_randomness'
  | 'no_such_book'
  | 'not_a_book'
  | 'not_disputed'
  | 'nothing_imported'
  | 'nothing_overdue'
  | 'nothing_owed'
  | 'nothing_to_plan'
  | 'open_dispute'
  | 'paper_characters_missing'
  | 'party_unknown'
  | 'passphrase_empty'
  | 'passphrase_wrong'
  | 'path_missing'
  | 'payer_missing'
  | 'payment_unknown'
  | 'phrase_checksum'
  | 'phrase_word_count'
  | 'phrase_word_unknown'
  | 'plan_ambiguous'
  | 'plan_contradictory'
  | 'plan_days_unordered'
  | 'plan_does_not_cover'
  | 'plan_ends_before_start'
  | 'plan_exceeds_debt'
  | 'plan_on_track'
  | 'plan_outdated'
  | 'plan_paper_unreadable'
  | 'plan_undetermined'
  | 'plan_unknown'
  | 'policy_key_unknown'
  | 'policy_value_refused'
  | 'promise_open'
  | 'rate_unknown'
  | 'rate_unreadable'
  | 'read_only'
  | 'region_unknown'
  | 'signature_name_missing'
  | 'sort_unknown'
  | 'spacing_unknown'
  | 'state_unknown'
  | 'statement_days'
  | 'time_zone_unknown'
  | 'too_few_reminders'
  | 'unexpected';
