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
/** What is late of it: the four late columns together. */
overdue: string, 
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
/** What is late in the whole book, by currency. */
overdue: { [key in string]: string }, 
/** Each client and currency. */
clients: Array<AgeingRow>, };

export type AllocationView = { 
/** The invoice's number, or the name of another kind of debt. */
invoice: string, 
/** How much. */
amount: string, };

export type BankAccountView = { 
/** `account-2`. */
id: string, 
/** Its number; empty when its lists never said. */
number: string, 
/** ISO 4217. */
currency: string, 
/** The latest closing balance. */
balance?: string, 
/** The day of that balance. */
balance_on?: string, 
/** How many lines it has. */
lines: number, 
/** Lines of money in of which some is not yet matched. */
unmatched: number, };

export type BankAccounts = { 
/** By number. */
accounts: Array<BankAccountView>, };

export type BankAccountsAsk = Record<symbol, never>;

export type BankEvidence = { 
/** Stable name. */
code: string, 
/** One sentence. */
message: string, 
/** The reference, number or name it is about. */
text?: string, 
/** How much less, more or left, in the line's currency. */
amount?: string, 
/** How many items, payments or days; of an instalment its place in the plan, 0 the down payment. */
n?: number, 
/** The day it was due or entered for, or the last on which the discount may be taken. */
day?: string, };

export type BankExact = { 
/** Only these lines; all when none is named. */
lines: Array<string>, 
/** Why, when days of them are closed. */
reason?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type BankLineView = { 
/** `line-12`. */
id: string, 
/** `account-2`. */
account: string, 
/** The account's number; empty when its lists never said. */
account_number: string, 
/** The day it was booked. */
date: string, 
/** The day it counts for interest. */
value_date?: string, 
/** Signed; money in is positive. */
amount: string, 
/** ISO 4217. */
currency: string, 
/** Who is on the other side. */
payer: string, 
/** Their account. */
payer_account: string, 
/** The reference given with it. */
reference: string, 
/** All that was written with it. */
text: string, 
/** What it pays. */
matched: Array<BankMatched>, 
/** What of it is kept as credit on account. */
credit: string, 
/** What of it is not yet matched; nothing of money out. */
left: string, 
/** What it may pay, the likeliest first. Never applied alone. */
suggestions: Array<BankSuggestion>, };

export type BankLines = { 
/** The latest first. */
lines: Array<BankLineView>, };

export type BankList = { 
/** Only money in of which some is not yet matched. */
unmatched?: boolean, 
/** Only this account's: `account-2`, or its number. */
account?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type BankMatch = { 
/** `line-12`. */
line: string, 
/** The invoices it pays, by number or id, each as far as it is open, in this order. */
invoices: Array<string>, 
/** The client whose account it pays, by the business's order, when no invoice is named. With invoices: whose
 * they are. */
client?: string, 
/** The plan whose instalments it pays, by its reference, when no invoice is named. */
plan?: string, 
/** The payment in the book that it is, `payment-12`: then nothing more is paid. */
payment?: string, 
/** Whether the discount for paying early is given where the line is short by exactly that and in time; it is
 * when nothing is said. */
discount?: boolean, 
/** How much of it; all that is left, as far as something is open, when nothing is said. */
amount?: string, 
/** Why, when its day is closed. */
reason?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type BankMatched = { 
/** The invoice's number, or the name of another kind of debt. */
invoice: string, 
/** How much. */
amount: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** `payment-12`: what the line became. */
payment: string, };

export type BankMatches = { 
/** Those that were matched, or no longer are; the latest first. */
lines: Array<BankLineView>, 
/** The payments that were entered, or taken back. */
payments: Array<string>, };

export type BankSuggestion = { 
/** The number of the first of what it would pay. */
invoice: string, 
/** How much of that. */
amount: string, 
/** Whether number and amount leave no doubt: these go in together at one confirmation. */
exact: boolean, 
/** The payment in the book that it is, `payment-12`: then it pays nothing more. */
payment?: string, 
/** What would come off the invoice for paying early. */
discount?: string, 
/** Why. */
evidence: Array<BankEvidence>, 
/** All it would pay. */
items: Array<BankSuggestionItem>, };

export type BankSuggestionItem = { 
/** `invoice-12`; nothing of an instalment. */
id?: string, 
/** Its number, or the plan's reference. */
invoice: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** How much. */
amount: string, 
/** The instalment of a plan it is, where it is one: `PP-2026-0001/3`. */
instalment?: string, };

export type BankUnmatch = { 
/** `line-12`, … */
lines: Array<string>, 
/** Why, when days of them are closed. */
reason?: string, 
/** The business day; today when none is given. */
as_of?: string, };

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
/** Where the sheet with them was written, if one was asked for. */
recovery_sheet?: string, 
/** What did not go as asked, though the book is made. */
warnings?: Array<BookWarning>, };

export type BookInfo = { 
/** Where it lies. */
book: string, 
/** The business's name. */
name: string, 
/** ISO 3166-1 alpha-2. */
country: string, 
/** ISO 3166-2 suffix, or nothing. */
region: string, 
/** ISO 4217. */
currency: string, 
/** BCP 47. */
locale: string, 
/** IANA name. */
time_zone: string, 
/** The schema's version. */
schema_version: number, 
/** Size of the file. */
bytes: number, 
/** How many of what. */
counts: Record<string, number>, 
/** When a backup was last proven; none yet. */
last_backup: string | null, };

export type BookInfoAsk = Record<symbol, never>;

export type BookOpen = { 
/** Where it lies. */
path: string, 
/** What opens it. */
unlock: Unlock, };

export type BookProof = { 
/** Every page is as it was written. */
pages_ok: boolean, 
/** The history is unbroken and nothing this computer saw is gone. */
history_ok: boolean, 
/** How many things happened. */
history_entries: number, 
/** Every kept paper is, byte for byte, what it was. */
attachments_ok: boolean, 
/** Every amount is where it should be. */
money_ok: boolean, 
/** What is not. */
damage?: Array<string>, };

export type BookVerify = Record<symbol, never>;

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

export type BusinessEdit = { 
/** Name, as on its papers. */
name?: string, 
/** E-mail address. */
email?: string, 
/** Telephone number. */
phone?: string, 
/** Tax or registration number, as printed. */
tax_id?: string, 
/** Street name. */
street?: string, 
/** House number. */
number?: string, 
/** A second line of the address. */
extra?: string, 
/** Postal code. */
postcode?: string, 
/** Town. */
town?: string, 
/** Region, province or state, as in ISO 3166-2; its law applies. */
region?: string, 
/** Country, two letters; its law applies. */
country?: string, 
/** How to pay, one line each, such as `IBAN: DE89 …`. */
pay_to?: Array<string>, 
/** Its logo, PNG or JPEG; no bytes take it away. */
logo?: Array<number>, 
/** The business day; today when none is given. */
as_of?: string, };

export type BusinessLogo = { 
/** PNG or JPEG as a `data:` address; nothing when there is none. */
picture: string | null, };

export type BusinessLogoAsk = Record<symbol, never>;

export type BusinessShow = Record<symbol, never>;

export type BusinessView = { 
/** Its name. */
name: string, 
/** ISO 3166-1 alpha-2. */
country: string, 
/** ISO 3166-2 suffix, or nothing. */
region: string, 
/** ISO 4217. */
currency: string, 
/** BCP 47. */
locale: string, 
/** IANA name. */
time_zone: string, 
/** E-mail address. */
email: string, 
/** Telephone number. */
phone: string, 
/** Tax or registration number, as printed. */
tax_id: string, 
/** Postal address. */
address: { street: string; number: string; extra: string; postcode: string; town: string; region: string; country: string }, 
/** How to pay, one line each, as printed. */
pay_to: Array<string>, 
/** Whether it has a logo. */
logo: boolean, };

export type ClauseChoice = { 
/** Its stable name. */
id: string, 
/** Its heading in the agreement. */
title: string, 
/** What it is for. */
purpose: string, 
/** What to mind; empty when nothing. */
note: string, 
/** Whether it is in. */
on: boolean, 
/** Whether an agreement is incomplete without it. */
required: boolean, 
/** Whether it is in when nobody chose. */
usual: boolean, 
/** Where the note was read. */
sources: Array<string>, 
/** How sure it is. */
confidence: string, };

export type ClientAdd = { 
/** What is known; the name is necessary. */
words: ClientWords, 
/** The business day; today when none is given. */
as_of?: string, };

export type ClientAsk = { 
/** By id, name or number. */
client: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type ClientEdit = { 
/** Whom, by id, name or number. */
client: string, 
/** What to change. */
words: ClientWords, 
/** The business day; today when none is given. */
as_of?: string, };

export type ClientKept = { 
/** `client-12`. */
client: string, 
/** Name. */
name: string, };

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
/** When mail to that address last failed, where it did. */
email_failed?: MailFailed, 
/** Telephone number. */
phone: string, 
/** Language, BCP 47. */
language: string, 
/** Postal address. */
address: { street: string; number: string; extra: string; postcode: string; town: string; region: string; country: string }, 
/** Notes. */
notes: string, };

export type ClientWords = { 
/** Name, as on the contract. */
name?: string, 
/** `business` or `consumer`. */
kind?: string, 
/** Their number in another system. */
reference?: string, 
/** E-mail address. */
email?: string, 
/** Telephone number. */
phone?: string, 
/** Language, BCP 47. */
language?: string, 
/** Street name. */
street?: string, 
/** House number. */
number?: string, 
/** A second line of the address. */
extra?: string, 
/** Postal code. */
postcode?: string, 
/** Town. */
town?: string, 
/** Region, province or state. */
region?: string, 
/** Country, two letters. */
country?: string, 
/** Notes. */
notes?: string, };

export type ColumnReading = { 
/** Its header, as written; empty when it has none. */
header: string, 
/** Its position, counted from 1. */
position: number, 
/** What it was taken for. */
field?: ImportField, 
/** For a column of dates: their order. */
date_order?: DateOrder, 
/** For a column of amounts: their decimal mark. */
decimal?: DecimalMark, 
/** Up to three rows that decided it. */
proof?: Array<ProofRow>, };

export type ContactAdd = { 
/** With whom, by id, name or number. */
client: string, 
/** When; the business day when none is given. */
on?: string, 
/** `email`, `sms`, `call` or `letter`. */
channel: string, 
/** `out` or `in`. */
direction: string, 
/** `reminder`, `final_demand`, `thanks`, `talk`, `reply`, `auto_reply` or `undelivered`. */
kind: string, 
/** What was said. */
note?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type ContactKept = { 
/** `contact-12`. */
contact: string, };

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
note: string, 
/** The import whose file it is, where it came as one: `import-3`. Its original is kept. */
import?: string, };

export type CreditView = { 
/** The day it counts from. */
on: string, 
/** `payment`, `credit_note`, `discount`, `write_off`, … */
kind: string, 
/** How much of it; negative when taken back. */
amount: string, 
/** How it was paid. */
method: string, };

export type DateOrder = "dmy" | "mdy" | "ymd";

export type DecidedBy = "option" | "remembered" | "other_column";

export type DecimalMark = "dot" | "comma";

export type DemandCheck = { 
/** To whom, by id, name or number. */
client: string, 
/** ISO 4217, when the client owes in several. */
currency?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type DemandDesk = { 
/** The day it is true for. */
as_of: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** Steps the policy has. */
next_steps: Array<string>, 
/** Written reminders, on different days, that the policy asks for. */
reminders_needed: number, 
/** Written reminders since the oldest of it was issued. */
reminders: Array<Reminder>, 
/** What is overdue. */
invoices: Array<OverdueInvoice>, 
/** A demand that was issued already and whose step is still to come. */
issued?: DemandStanding, 
/** Whether a final demand may go out. */
allowed: boolean, 
/** Why not; empty when it may. */
reasons: { code: string; message: string; way_forward: string }[], 
/** What to mind all the same. */
warnings: Array<PaperWarning>, 
/** What is overdue, in its currency. */
overdue: string, 
/** ISO 4217. */
currency: string, 
/** The earliest deadline a letter of today may name. */
earliest_deadline: string, };

export type DemandIssue = { 
/** To whom, by id, name or number. */
client: string, 
/** ISO 4217, when the client owes in several. */
currency?: string, 
/** The last day to pay. */
deadline: string, 
/** The one step that follows. */
next_step: string, 
/** Who signs it. */
signed_by?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type DemandIssued = { 
/** `demand-3`. */
demand: string, 
/** `document-3`. */
document: string, 
/** Where the letter was written, if a place was asked for. */
pdf?: string, 
/** What it asks for. */
total: string, 
/** ISO 4217. */
currency: string, 
/** What the announced step has become. */
task: DemandTask, 
/** What to mind. */
warnings: Array<PaperWarning>, };

export type DemandPreview = { 
/** Its pages, SVG. */
pages: Array<string>, 
/** What it asks for. */
total: string, 
/** ISO 4217. */
currency: string, 
/** When the announced step would be due. */
step_due: string, 
/** What to mind. */
warnings: Array<PaperWarning>, };

export type DemandStanding = { 
/** `demand-3`. */
demand: string, 
/** `document-3`. */
document: string, 
/** The day of the letter. */
on: string, 
/** The last day to pay. */
deadline: string, 
/** The step announced. */
next_step: string, 
/** When it is due. */
step_due: string, };

export type DemandTask = { 
/** The day after the deadline. */
due: string, 
/** The step. */
next_step: string, };

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

export type DisputeAdd = { 
/** The invoice, by number or id. */
invoice: string, 
/** How much of it; all when nothing is said. */
amount?: string, 
/** What the client says. */
note?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type DisputeKept = { 
/** `invoice-12`. */
invoice: string, 
/** Whether a dispute is open now. */
disputed: boolean, };

export type DisputeResolve = { 
/** The invoice, by number or id. */
invoice: string, 
/** What was agreed. */
resolution?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type DisputeView = { 
/** Since when. */
since: string, 
/** How much of it; all when nothing is said. */
amount?: string, 
/** What the client says. */
note: string, };

export type DocumentAsk = { 
/** `document-3`. */
document: string, };

export type DocumentList = { 
/** The latest first. */
documents: Array<DocumentRow>, };

export type DocumentListAsk = { 
/** One client's, by id, name or number. */
client?: string, };

export type DocumentPages = { 
/** Its pages, SVG; none when it was made before they were kept. */
pages: Array<string>, 
/** `document-3`. */
id: string, 
/** `agreement`, `final_demand` or `statement`. */
kind: string, 
/** The name of its file. */
name: string, 
/** The day it was made for. */
on: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, };

export type DocumentRow = { 
/** `document-3`. */
id: string, 
/** `agreement`, `final_demand` or `statement`. */
kind: string, 
/** The name of its file. */
name: string, 
/** The day it was made for. */
on: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, };

export type ErrorKind = "refused" | "input" | "book" | "machine";

export type Export = { 
/** `csv`, `csv-local`, `xlsx`, `json`, `papers`; all but `csv-local` when none is named. */
formats: ('csv' | 'csv-local' | 'xlsx' | 'json' | 'papers')[], 
/** The business day balances and states are as at; today when none is given. */
as_of?: string, };

export type Exported = { 
/** The folder. */
folder: string, 
/** The day balances and states are as at. */
as_of: string, 
/** The files, by name. */
files: Array<string>, 
/** How many rows of what, and how many papers. */
counts: Record<string, number>, };

export type FindAsk = { 
/** As typed. */
search: string, 
/** At most so many of each. */
limit?: number, 
/** The business day; today when none is given. */
as_of?: string, };

export type FirstSteps = { 
/** An address, e-mail or telephone number of the business. */
particulars: boolean, 
/** Where to pay. */
pay_to: boolean, 
/** A client. */
clients: boolean, 
/** An invoice. */
invoices: boolean, 
/** Anything decided in the policy. */
policy: boolean, 
/** A plan or another paper. */
papers: boolean, };

export type Found = { 
/** Clients by name. */
clients: Array<FoundClient>, 
/** Invoices by number, by what they were for or by amount, and the open ones of the best client. */
invoices: Array<InvoiceView>, 
/** Plans by reference. */
plans: Array<FoundPlan>, };

export type FoundClient = { 
/** `client-12`. */
id: string, 
/** Name. */
name: string, 
/** Balance by currency. */
balance: { [key in string]: string }, 
/** What is overdue, by currency. */
overdue: { [key in string]: string }, };

export type FoundPlan = { 
/** `PP-2026-0001`. */
plan: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, };

export type Held = { 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** `dispute`, `plan_on_track`, `demand_waiting` or `written_recently`. */
why: string, 
/** Until when. */
until?: string, 
/** Since when. */
since?: string, 
/** The plan that is being kept. */
plan?: string, 
/** The invoice in dispute. */
invoice?: string, };

export type HistoryAsk = { 
/** One client's, by id, name or number. */
client?: string, 
/** At most so many; all when nothing is said. */
limit?: number, 
/** Only those after this number; before it, when the newest come first. */
after?: number, 
/** From the end backwards. */
newest_first?: boolean, };

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

export type HistoryView = { 
/** Oldest first, unless asked the other way round. */
history: Array<HistoryLine>, };

export type ImportAsk = { 
/** The file. */
path: string, 
/** `auto`, `clients`, `invoices`, `payments`, `bank` or `mail`. */
kind?: string, 
/** `dmy`, `mdy` or `ymd`, where the file does not decide. */
date_order?: string, 
/** `dot` or `comma`, where the file does not decide. */
decimal?: string, 
/** Which column holds which field, as `field=column`. */
map: Array<string>, 
/** Which sheet of a workbook, by its name, where several hold tables. */
sheet?: string, 
/** The currency of amounts whose file names none, ISO 4217; the book's when nothing is said. */
currency?: string, 
/** What becomes of invoices that the file lists no longer: `paid`, `paid=2026-11-17`, `void` or `leave`. */
missing?: string, 
/** Only show what would happen. */
dry_run: boolean, 
/** So many of the rows are shown as they were read, in a rehearsal. */
preview?: number, 
/** Why, when days of it are closed. */
reason?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type ImportChange = { 
/** The invoice. */
number: string, 
/** The client's name. */
client: string, 
/** `total` or `due`. */
field: string, 
/** What the book says: a decimal amount, or a day. */
before: string, 
/** What the file says. */
after: string, };

export type ImportControl = { 
/** ISO 4217. */
currency: string, 
/** Invoices. */
invoices: number, 
/** What they come to. */
total: string, 
/** What is still owed on them, where the file says so. */
balance: string, 
/** Payments. */
payments: number, 
/** What they come to. */
paid: string, 
/** Lines of bank statements. */
bank_lines: number, 
/** What came in by them. */
money_in: string, 
/** What went out by them, not negative. */
money_out: string, };

export type ImportFact = { 
/** The document it stands in, counted from 1: an archive may hold several. */
row: number, 
/** What it is. */
name: ImportFactName, 
/** As written; empty where it is not stated and was worked out. */
text: string, 
/** As read: `2013-01-15`, `EUR 1234.50`. */
read_as: string, };

export type ImportFactName = "number" | "document_type" | "seller" | "buyer" | "order" | "buyer_reference" | "payment_reference" | "issued" | "due" | "total" | "prepaid" | "rounding" | "payable" | "account" | "preceding" | "early_payment" | "sender" | "subject" | "sent" | "undelivered";

export type ImportField = "invoice_number" | "client" | "client_reference" | "issue_date" | "due_date" | "total" | "base_total" | "balance" | "paid" | "paid_date" | "written_off" | "currency" | "exchange_rate" | "status" | "type" | "terms" | "disputed" | "po_number" | "submitted" | "cancelled" | "line_total" | "line_tax" | "line_item" | "account_type" | "seller" | "amount" | "payment_date" | "method" | "reference" | "email" | "phone" | "contact" | "first_name" | "last_name" | "street" | "house_number" | "address_extra" | "postcode" | "town" | "region" | "country" | "notes" | "booking_date" | "value_date" | "debit" | "credit" | "direction" | "payer" | "payer_account" | "text" | "account" | "bank_id";

export type ImportFormat = "csv" | "xlsx" | "xls" | "ods" | "ubl" | "cii" | "factur_x" | "vcard" | "ofx" | "camt" | "mt940" | "qif" | "mail" | "goodterms";

export type ImportKind = "clients" | "invoices" | "payments" | "bank" | "mail";

export type ImportList = { 
/** The latest first. */
imports: Array<ImportRow>, };

export type ImportListAsk = Record<symbol, never>;

export type ImportPreview = { 
/** As read, in the file's order. */
rows: Array<PreviewRow>, 
/** What all rows come to, by currency. */
control: Array<ImportControl>, };

export type ImportQuestion = "date_order" | "decimal";

export type ImportRemembered = "kind" | "columns" | "date_order" | "decimal" | "currency" | "sheet";

export type ImportReport = { 
/** `import-3`; nothing when nothing was written. */
import: string | null, 
/** Whether this was only a rehearsal. */
dry_run: boolean, 
/** How the file was understood. */
reading: Reading, 
/** What is new. */
created: { clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }, 
/** What changed. */
updated: { clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }, 
/** What was there already, the same. */
unchanged: { clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }, 
/** What the file says otherwise of invoices the book has. */
changed: Array<ImportChange>, 
/** Open invoices of earlier files that this one no longer lists. */
missing: Array<string>, 
/** Rows left out, and why. */
skipped: Array<SkippedRow>, 
/** What is worth a look. */
warnings: Array<ImportWarning>, 
/** Where every row of the file went. */
rows: RowCounts, 
/** The first rows as they were read, when they were asked for. */
preview?: ImportPreview, };

export type ImportRow = { 
/** `import-3`. */
import: string, 
/** The file's name. */
file: string, 
/** `clients`, `invoices` or `payments`. */
kind: string, 
/** The business day it came in. */
on: string, 
/** What it brought. */
created: { clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }, 
/** Whether it has been taken back. */
undone: boolean, 
/** Open invoices of it whose due day was assumed. */
assumed: number, };

export type ImportUndo = { 
/** `import-3`. */
import: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type ImportUndone = { 
/** `import-3`. */
import: string, 
/** How many of what. */
taken_back: { clients: number; invoices: number; credit_notes: number; payments: number; bank_lines: number; contacts?: number }, };

export type ImportWarning = { 
/** The row, where it is about one. */
row?: number, 
/** What, for programs. */
code: ImportWarningCode, 
/** What, in one sentence. */
message: string, };

export type ImportWarningCode = "text_damaged" | "due_before_issued" | "due_dates_assumed" | "total_is_balance" | "total_from_lines" | "amounts_disagree" | "balance_exceeds_total" | "overpaid" | "status_disagrees" | "part_paid_unknown" | "currency_assumed" | "base_currency" | "number_shared" | "client_name_differs" | "email_unreadable" | "seller_differs" | "date_numbers" | "mixed_writing" | "paid_date_ignored" | "balance_differs" | "batch_differs" | "day_clamped" | "day_assumed" | "signs_inferred" | "file_cut_off" | "total_differs" | "amount_rounded";

export type InvoiceAdd = { 
/** Whose, by id, name or number. */
client: string, 
/** Its number. */
number: string, 
/** What it is for, in a few words. */
subject?: string, 
/** Day of issue; the business day when none is given. */
issued?: string, 
/** Due day; by the terms when none is given. */
due?: string, 
/** Days from issue to due; the policy's when none are given. */
terms_days?: number, 
/** Amount with tax. */
total: string, 
/** ISO 4217; the book's when none is given. */
currency?: string, 
/** Purchase order. */
reference?: string, 
/** Why, when the day is closed. */
reason?: string, 
/** The business day; today when none is given. */
as_of?: string, };

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
credits: Array<CreditView>, 
/** Purchase order. */
reference: string, 
/** The plan that answers for it. */
plan?: string, 
/** Its open dispute. */
dispute?: DisputeView, 
/** The file it came from. */
imported_from?: string, };

export type InvoiceKept = { 
/** `invoice-12`. */
invoice: string, 
/** The day it is shown for. */
as_of: string, 
/** The invoice, as it stands. */
invoices: Array<InvoiceView>, };

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
/** What it was for; empty when nobody said. */
subject: string, 
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

export type LeftOut = { 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** Why, for programs. */
code: string, 
/** Why, in one sentence. */
message: string, };

export type LetterAsk = { 
/** `reminder`, `receipt`, `thanks`, `missed` or `default`. */
kind: 'reminder' | 'receipt' | 'thanks' | 'missed' | 'default', 
/** What it is about: a reminder's client, a receipt's or thanks' payment, a notice's plan. */
about: string, 
/** A reminder's step: `before_due`, `next_day`, `one_week`, `two_weeks` or `one_month`; how late the
 * oldest invoice is decides when nothing is said. */
step?: 'before_due' | 'next_day' | 'one_week' | 'two_weeks' | 'one_month', 
/** How a reminder is said: `warm`, `neutral` or `firm`; the step decides when nothing is said. */
tone?: 'warm' | 'neutral' | 'firm', 
/** The day by which an answer is asked for; a week from the letter when nothing is said. */
answer_by?: string, 
/** How the reader is greeted, without "Dear"; by the client's name when nothing is said. */
greeting?: string, 
/** Who signs it. */
signed_by?: string, 
/** Whether it goes out by post today, and so counts as a word to the client; of a notice, whether it is given. */
posted: boolean, 
/** The business day; today when none is given. */
as_of?: string, };

export type LetterMade = { 
/** `document-3`. */
document: string, 
/** Where it was written, if a place was asked for. */
pdf?: string, 
/** `reminder`, `receipt`, … */
kind: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** What to mind. */
warnings: Array<PaperWarning>, };

export type LetterPreview = { 
/** Its pages, SVG. */
pages: Array<string>, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** The step taken, of a reminder. */
step: 'before_due' | 'next_day' | 'one_week' | 'two_weeks' | 'one_month' | null, 
/** How it is said, of a reminder. */
tone: 'warm' | 'neutral' | 'firm' | null, 
/** The day by which an answer is asked for, where one is. */
answer_by: string | null, 
/** What to mind. */
warnings: Array<PaperWarning>, };

export type LetterRun = { 
/** `reminder` or `statement`. */
kind: 'reminder' | 'statement', 
/** To whom; to everybody with something overdue when nobody is named. */
clients: Array<string>, 
/** Who signs the reminders. */
signed_by?: string, 
/** Whether they go out by post today, and so count as words to the clients. */
posted: boolean, 
/** The business day; today when none is given. */
as_of?: string, };

export type LettersMade = { 
/** The folder. */
folder: string, 
/** The files in it, in the order of the clients' names. */
files: Array<string>, 
/** Clients who got nothing, and why. */
left_out: Array<LeftOut>, };

export type MailFailed = { 
/** The day it came back. */
on: string, 
/** Why, in the words of the other side's machine; may be empty. */
reason: string, };

export type OfferView = { 
/** `settle_now`, `standard` or `gentle`. */
kind: string, 
/** What the client saves against the full amount. */
discount: string, 
/** Its schedule. */
quote: QuoteView, 
/** What to ask for to get the plan of it. */
schedule: QuoteAsk, 
/** Clauses it needs, as `clause=on`. */
clauses: Array<string>, 
/** What settles everything, of the first. */
settle?: Settlement, };

export type OverdueInvoice = { 
/** Its number, or what it is. */
number: string, 
/** Since when. */
due: string, 
/** How much of it. */
open: string, 
/** Whole days. */
days_late: number, };

export type PaperWarning = { 
/** Stable name. */
code: string, 
/** One sentence. */
message: string, 
/** The same in French, where it is about the law. */
message_fr?: string, 
/** Where a figure of law was read. */
source?: string, 
/** When it was read. */
as_of?: string, 
/** How sure it is. */
confidence?: string, };

export type PaymentAdd = { 
/** The invoice the client says it is for. */
invoice?: string, 
/** The client, when no invoice is named. */
client?: string, 
/** How much. */
amount: string, 
/** ISO 4217; what is owed decides when nothing is said. */
currency?: string, 
/** When it came in; the business day when nothing is said. */
on?: string, 
/** How it was paid. */
method?: string, 
/** Its reference. */
reference?: string, 
/** Why, when the day is closed. */
reason?: string, 
/** Only show where it would go; nothing is written. */
rehearse?: boolean, 
/** The business day; today when none is given. */
as_of?: string, };

export type PaymentKept = { 
/** `payment-12`. */
payment: string, 
/** What it takes back, when it is a reversal. */
reverses?: string, 
/** What it paid; negative when taken back. */
allocations: Array<AllocationView>, 
/** What is kept as credit on account. */
credit: string, };

export type PaymentList = { 
/** The day it is true for. */
as_of: string, 
/** How many there are in all, beyond the window too. */
total_count: number, 
/** What the whole list comes to, by currency. */
totals: Array<PaymentTotal>, 
/** The window. */
payments: Array<PaymentView>, };

export type PaymentListAsk = { 
/** The business day; today when none is given. */
as_of?: string, 
/** One client's, by id, name or number. */
client?: string, 
/** Client's name, reference or method holds this. */
search?: string, 
/** The earliest first. */
oldest_first?: boolean, 
/** So many are passed over. */
offset?: number, 
/** At most so many; all when nothing is said. */
limit?: number, };

export type PaymentReverse = { 
/** `payment-12`. */
payment: string, 
/** Why. */
reason?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type PaymentTotal = { 
/** ISO 4217. */
currency: string, 
/** How many. */
count: number, 
/** How much; what was taken back is taken off. */
amount: string, };

export type PaymentView = { 
/** `payment-12`. */
id: string, 
/** When it came in. */
on: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** ISO 4217. */
currency: string, 
/** How much; negative when it takes one back. */
amount: string, 
/** What of it has not paid anything yet. */
credit: string, 
/** How it was paid. */
method: string, 
/** Its reference. */
reference: string, 
/** Whether it has been taken back. */
taken_back: boolean, 
/** What it takes back. */
reverses?: string, 
/** What it paid. */
allocations: Array<AllocationView>, };

export type Phase = "idle" | "reading" | "matching" | "writing" | "drawing";

export type PlanAsk = { 
/** `PP-2026-0001`. */
plan: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type PlanCreate = { 
/** Whose, by id, name or number. */
client: string, 
/** Which invoices; all open ones of one currency when none are named. */
invoices: Array<string>, 
/** How much of them; their whole balance when nothing is said. */
amount?: string, 
/** ISO 4217, when the client owes in several. */
currency?: string, 
/** The schedule asked for. */
schedule: QuoteAsk, 
/** Clauses switched on or off, as `clause=on`. */
clauses: Array<string>, 
/** What settles everything early, where the agreement has the clause `early-discount`. */
settle?: Settlement, 
/** The business day; today when none is given. */
as_of?: string, };

export type PlanCreated = { 
/** `PP-2026-0001`. */
plan: string, 
/** 1 for the first. */
version: number, 
/** As printed on every page. */
fingerprint: string, 
/** `document-3`. */
document: string, 
/** Where the agreement was written, if a place was asked for. */
pdf?: string, 
/** What to mind: the law, and what the paper still lacks. */
warnings: Array<PaperWarning>, };

export type PlanInstalment = { 
/** 0 for a down payment. */
n: number, 
/** When it is due. */
due: string, 
/** What is to be paid. */
amount: string, 
/** What of it is paid. */
paid: string, 
/** `kept`, `part`, `to_come`, `in_grace`, `missed` or `waived`. */
state: string, };

export type PlanList = { 
/** The day it is true for. */
as_of: string, 
/** By reference, each in its latest version. */
plans: Array<PlanView>, };

export type PlanListAsk = { 
/** One client's, by id, name or number. */
client?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type PlanMatch = { 
/** The file: a PDF, or a picture of a page. */
path: string, 
/** Whether the copy is kept in the book, when it is one of ours. */
keep?: boolean, 
/** The business day; today when none is given. */
as_of?: string, };

export type PlanMatched = { 
/** `PP-2026-0001`. */
plan: string, 
/** Its version. */
version: number, 
/** As printed on every page. */
fingerprint: string, 
/** `sealed`, or `printed`: as it was written, or its scan. */
kind: string, 
/** Whether it is a scan, and not the file itself. */
scanned: boolean, 
/** Who else has signed the file since, as its certificates say. */
added: Array<string>, 
/** The copy as it was kept: `document-7`. */
document?: string, };

export type PlanOffers = { 
/** The day they are made. */
as_of: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** What they cover. */
debt: string, 
/** ISO 4217. */
currency: string, 
/** Everything open, the oldest due first. */
invoices: Array<PlannedInvoice>, 
/** Settle now, standard, gentle. */
offers: Array<OfferView>, 
/** The percentage that was taken off. */
discount: string, };

export type PlanOffersAsk = { 
/** To whom, by id, name or number. */
client: string, 
/** Over which invoices; all overdue ones of one currency when none are named, or all open ones. */
invoices: Array<string>, 
/** How much of them; their whole balance when nothing is said. */
amount?: string, 
/** ISO 4217, when the client owes in several. */
currency?: string, 
/** Percent off when everything is settled at once. */
discount?: string, 
/** Instalments of the standard offer. */
standard?: number, 
/** Instalments of the gentle offer. */
gentle?: number, 
/** How far apart: `week`, `two-weeks`, `twice-a-month`, `month` or `quarter`. */
every?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type PlanPreview = { 
/** The reference it would get. */
plan: string, 
/** What it covers. */
debt: string, 
/** ISO 4217. */
currency: string, 
/** The schedule. */
quote: QuoteView, 
/** The agreement's pages, SVG. */
pages: Array<string>, 
/** Every clause there is, in the order of the document. */
clauses: Array<ClauseChoice>, 
/** What to mind: the law, and what the paper still lacks. */
warnings: Array<PaperWarning>, 
/** As it would be printed on every page. */
fingerprint: string, };

export type PlanSeal = { 
/** Which, by reference, fingerprint or client. */
plan: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type PlanSealed = { 
/** `PP-2026-0001`. */
plan: string, 
/** Its version. */
version: number, 
/** Of the plan's canonical data, as printed on every page. */
fingerprint: string, 
/** Of the sealed file. */
sha256: string, 
/** The seal. */
seal: SealView, 
/** `document-3`. */
document: string, 
/** Where the file was written, if a place was asked for. */
pdf?: string, };

export type PlanSign = { 
/** `PP-2026-0001`. */
plan: string, 
/** `business` or `client`. */
party: string, 
/** The name signed. */
name: string, 
/** For whom, or as what: "owner". */
role?: string, 
/** Typed or drawn. */
signing: Signing, 
/** The business day; today when none is given. */
as_of?: string, };

export type PlanSignInCopy = { 
/** `PP-2026-0001`. */
plan: string, 
/** `business` or `client`. */
party: string, 
/** Who signed; may be left out where the file's own certificate says it. */
name?: string, 
/** For whom, or as what: "owner". */
role?: string, 
/** The copy: a scan, a picture of it, or a PDF signed in another program. */
path: string, 
/** The day the signature bears; the business day when nothing is said. */
signed_on?: string, 
/** Whether whoever asks has seen the signature on the copy. */
seen: boolean, 
/** The business day; today when none is given. */
as_of?: string, };

export type PlanSigned = { 
/** `PP-2026-0001`. */
plan: string, 
/** Its version. */
version: number, 
/** `offered` until both have signed, then `active`. */
state: string, 
/** Who has signed. */
signatures: Array<SignatureView>, };

export type PlanView = { 
/** `PP-2026-0001`. */
plan: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** Its version. */
version: number, 
/** `draft`, `offered`, `signed`, `active`, `completed`, … */
state: string, 
/** ISO 4217. */
currency: string, 
/** All instalments together. */
total: string, 
/** What has been received on it. */
paid: string, 
/** When the next unpaid instalment is due. */
next_due: string | null, 
/** Whether nothing is missed. */
on_track: boolean, 
/** As printed on every page. */
fingerprint: string, 
/** What it covers. */
invoices: Array<string>, 
/** In order. */
instalments: Array<PlanInstalment>, 
/** Who has signed: `business`, `client`. */
signed_by: Array<string>, 
/** What is still to be paid. */
left: string, 
/** The part of the whole that is interest. */
interest: string, 
/** The day it was written. */
drafted_on: string, 
/** Active from. */
effective_on?: string, 
/** The last day of grace of the oldest unpaid instalment, while that lasts. */
grace_until?: string, 
/** Who has signed, how and when. */
signatures: Array<SignatureView>, 
/** The agreement as it was made: `document-3`. */
document?: string, 
/** The agreement signed by both and sealed: `document-5`. */
sealed?: string, };

export type PlanWithdraw = { 
/** `PP-2026-0001`. */
plan: string, 
/** Why. */
reason?: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type PlannedInvoice = { 
/** `invoice-12`. */
id: string, 
/** Its number. */
number: string, 
/** What it was for. */
subject: string, 
/** Day of issue. */
issued: string, 
/** Its due day. */
due: string, 
/** Whole days since then, when it has passed. */
days_late: number, 
/** ISO 4217. */
currency: string, 
/** What is open. */
open: string, 
/** The plan that answers for it already. */
plan?: string, 
/** Whether the offers cover it. */
chosen: boolean, 
/** Whether it is in dispute. */
disputed: boolean, };

export type PolicySet = { 
/** Which. */
key: string, 
/** What it shall be. */
value: string, 
/** The business day; today when none is given. */
as_of?: string, };

export type PolicyShow = Record<symbol, never>;

export type PolicyView = { 
/** Key to value; the empty text where nothing is decided. */
policy: { [key in string]: string }, };

export type PreviewRow = { 
/** Where it begins, counted from 1 as a text editor does. */
row: number, 
/** `invoice`, `credit_note`, `payment`, `bank_line`, `client` or `mail`. */
kind: string, 
/** Its number, or the reference of a payment, bank line or client. */
number: string, 
/** The client, or who is on the other side of a bank line, as the file calls them. */
client: string, 
/** Day of issue, or when it was paid. */
on?: string, 
/** Its due day. */
due?: string, 
/** Whether that day was assumed from the usual terms. */
due_assumed: boolean, 
/** How much. */
total?: string, 
/** What is still owed of it. */
balance?: string, 
/** ISO 4217. */
currency: string, };

export type ProofRow = { 
/** The row it stands in. */
row: number, 
/** As written. */
text: string, 
/** As read: `2013-01-15`, `1234.50`. */
read_as: string, };

export type QuoteAsk = { 
/** What is to be paid. */
amount: string, 
/** ISO 4217. */
currency: string, 
/** How many instalments. */
count?: number, 
/** What each but the last comes to. */
instalment?: string, 
/** `week`, `two-weeks`, `twice-a-month`, `month` or `quarter`. */
every?: string, 
/** The first instalment's day. */
start?: string, 
/** The day by which the last is due. */
end?: string, 
/** `day` or `month-end`. */
anchor?: string, 
/** Paid at once. */
down_payment?: string, 
/** Percent a year. */
annual_rate?: string, 
/** Whose holidays count, ISO 3166. */
holidays?: string, 
/** `next`, `previous` or `none`. */
move?: string, 
/** The day it is asked on. */
as_of?: string, };

export type QuoteInstalment = { 
/** 0 for a down payment. */
n: number, 
/** When it is due. */
due: string, 
/** What is paid. */
amount: string, 
/** The part that pays the debt. */
principal: string, 
/** The part that is interest. */
interest: string, 
/** What will have been paid with it. */
so_far: string, 
/** What is then left to pay. */
left: string, 
/** The day it would be due, had it not been moved. */
moved_from?: string, 
/** The holiday it was moved for; a weekend when there is none. */
holiday?: string, };

export type QuoteView = { 
/** In order; a down payment has the number 0. */
instalments: Array<QuoteInstalment>, 
/** All of them together. */
total: string, 
/** The part of it that is interest. */
interest: string, 
/** The last one's day. */
last_due: string, 
/** The day by which half of it will have been paid, if every day is kept. */
half_by: string, 
/** What deserves a second look. */
cautions: Array<string>, };

export type Reading = { 
/** What the rows are. */
kind: ImportKind, 
/** What kind of file they stand in. */
format: ImportFormat, 
/** The encoding, by its WHATWG name: `UTF-8`, `UTF-16LE`, `windows-1252`, … */
encoding: string, 
/** Neither a byte order mark nor valid UTF-8 settled the encoding: it is the likeliest one. */
encoding_guessed: boolean, 
/** What separates the cells of a table of text: `,` `;` tab or `|`. */
delimiter: string | null, 
/** The row of the header; `None` when columns were named by position only. */
header_row: number | null, 
/** The day, month and year order of the file's dates, when they agree on one. */
date_order: DateOrder | null, 
/** The decimal mark of the file's amounts, when they agree on one. */
decimal: DecimalMark | null, 
/** Fields whose own column left the question open; an option or another column answered it. */
ambiguous: Array<Undecided>, 
/** Every column, left to right. */
columns: Array<ColumnReading>, 
/** What was read out of a file that has no columns: electronic invoices. */
facts?: Array<ImportFact>, 
/** The sheet of a workbook that was read. */
sheet?: string, 
/** The product whose export it is, where its headers leave no doubt: `QuickBooks Online`, `Xero`, … */
product?: string, 
/** What a table's header and kind are known by, to remember how its columns were mapped: 16 hex
 * digits, the same for the next export of the same program. Empty for what has no columns. */
fingerprint: string, 
/** What was taken over from an earlier file with this fingerprint, since nothing was said now. */
remembered?: Array<ImportRemembered>, };

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
passphrase: boolean, 
/** Whether it is the sample, which opens without asking. */
sample: boolean, };

export type Reminder = { 
/** When. */
on: string, 
/** How. */
channel: string, };

export type RowCounts = { 
/** Rows of the file that have at least a delimiter or a character. */
read: number, 
/** Title block above the header. */
title: number, 
/** Header rows, repeated ones and the headings of a report too. */
header: number, 
/** Rows whose cells are all empty. */
blank: number, 
/** Totals and footers. */
totals: number, 
/** The other side of a double entry (Wave's income and bank rows). */
other_side: number, 
/** Rows that drafts were made of. */
used: number, 
/** Rows left out, each listed. */
skipped: number, };

export type SampleOpen = { 
/** Throws away what was done in it and makes it anew. */
afresh?: boolean, };

export type SealAsk = Record<symbol, never>;

export type SealFacts = { 
/** Whose it is, as its certificate says. */
name: string, 
/** The name of its key: SHA-256 of the public key, in groups. */
key: string, 
/** Whether an authority vouches for it; otherwise it was made here. */
imported: boolean, 
/** Its certificate holds from that day. */
from: string, 
/** To that day. */
until: string, };

export type SealImport = { 
/** The file. */
path: string, 
/** Its password. */
password: string, };

export type SealInUse = { 
/** The seal; nothing before the first agreement was sealed. */
seal: SealFacts | null, };

export type SealView = { 
/** Whose it is. */
subject: string, 
/** When it says it was made, ISO 8601. */
signed_at: string, 
/** The name of its key. */
key: string, };

export type Settlement = { 
/** What then settles everything. */
pay: string, 
/** The last day for it. */
by: string, };

export type SignatureView = { 
/** `business` or `client`. */
party: string, 
/** The name signed. */
name: string, 
/** `typed` or `drawn`; `on_paper` by hand, or `elsewhere` in another program, in a copy that came back. */
how: string, 
/** The day that copy bears. */
signed_on?: string, 
/** That copy as it was kept: `document-7`. */
copy?: string, 
/** The name of its file. */
file?: string, 
/** The business day it was made or recorded here. */
on: string, 
/** The machine's true time of that, ISO 8601. */
at: string, };

export type Signing = { "how": "typed" } | { "how": "drawn", 
/** PNG. */
png: Array<number>, } | { "how": "pen", 
/** Stroke by stroke, the points in any unit, y downwards. */
strokes: Array<Array<[number, number]>>, };

export type SkippedRow = { 
/** Counted from 1 as a text editor does. */
row: number, 
/** Stable name. */
code: string, 
/** One sentence. */
message: string, };

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

export type StatementAsk = { 
/** Whose, by id, name or number. */
client: string, 
/** From when; from the beginning when nothing is said. */
from?: string, 
/** The business day it runs to; today when none is given. */
as_of?: string, };

export type StatementMade = { 
/** `document-3`. */
document: string, 
/** Where it was written, if a place was asked for. */
pdf?: string, 
/** The client's name. */
client: string, 
/** `client-12`. */
client_id: string, 
/** Its first day. */
from: string, 
/** Its last day. */
to: string, 
/** The closing balance by currency. */
balance: { [key in string]: string }, };

export type StatementPreview = { 
/** Its pages, SVG. */
pages: Array<string>, 
/** Its first day. */
from: string, 
/** Its last day. */
to: string, 
/** The closing balance by currency. */
balance: { [key in string]: string }, };

export type TermsSheetAsk = { 
/** For whom, by id, name or number; for nobody in particular when nothing is said. */
client?: string, 
/** Days in which a client says that an invoice is not right; 14 when nothing is said. */
question_days?: number, 
/** The day it holds from; today when none is given. */
as_of?: string, };

export type TermsSheetMade = { 
/** `document-3`; one that is for nobody in particular is in no client's file. */
document?: string, 
/** Where it was written, if a place was asked for. */
pdf?: string, 
/** For whom. */
client?: string, 
/** `client-12`. */
client_id?: string, 
/** What to mind. */
warnings: Array<PaperWarning>, };

export type TermsSheetPreview = { 
/** Its pages, SVG. */
pages: Array<string>, 
/** The day it holds from. */
on: string, 
/** For whom. */
client?: string, 
/** What to mind. */
warnings: Array<PaperWarning>, };

export type TodayAsk = { 
/** The business day; today when none is given. */
as_of?: string, };

export type TodayItem = { 
/** Stable while the day lasts. */
id: string, 
/** `bank`, `late`, `plans`, `demands`, `disputes`, `credit`, `imports` or `thanks`. */
group: string, 
/** `newly_late`, `late_again`, `demand_possible`, `instalment_missed`, `instalment_in_grace`,
 * `plan_to_sign`, `step_due`, `deadline_near`, `dispute_open`, `import_review`, `bank_unmatched`,
 * `thank_instalment`, `thank_payment`, `thank_completed` or `credit_unused`. */
kind: string, 
/** The client's name. */
client?: string, 
/** `client-12`. */
client_id?: string, 
/** The client's language, BCP 47. */
language?: string, 
/** How much it is about. */
amount?: string, 
/** ISO 4217. */
currency?: string, 
/** Whole days. */
days_late?: number, 
/** Numbers of the invoices, the oldest due first. */
invoices?: Array<string>, 
/** `PP-2026-0001`. */
plan?: string, 
/** The instalment's number. */
n?: number, 
/** Of how many. */
of?: number, 
/** When it is or was due. */
due?: string, 
/** Until when there is time. */
until?: string, 
/** Since when. */
since?: string, 
/** Reminders since the oldest due day. */
words?: number, 
/** The last word that went to the client. */
last_word?: string, 
/** `demand-3`. */
demand?: string, 
/** `document-3`. */
document?: string, 
/** The step that was announced. */
next_step?: string, 
/** `import-3`. */
import?: string, 
/** The file's name. */
file?: string, 
/** `account-2`. */
account?: string, 
/** The account's number; absent when its lists never said. */
account_number?: string, 
/** How many. */
count?: number, 
/** What was said. */
note?: string, };

export type TodayTotal = { 
/** ISO 4217. */
currency: string, 
/** In all, credit taken off. */
owed: string, 
/** Of it, what is overdue. */
overdue: string, 
/** What falls due today and in the six days after. */
due_this_week: string, };

export type TodayView = { 
/** The day. */
as_of: string, 
/** What is owed, the business's own currency first. */
totals: Array<TodayTotal>, 
/** What may need somebody, grouped, in the order to be shown. */
items: Array<TodayItem>, 
/** Further items that are not listed, by group. */
more: Record<string, number>, 
/** Clients who are late and left in peace, and why. */
held: Array<Held>, 
/** Further clients held back that are not listed. */
held_more: number, 
/** What a new book still lacks. */
first_steps: FirstSteps, };

export type Undecided = { 
/** Its field. */
field: ImportField, 
/** What was open. */
question: ImportQuestion, 
/** What answered it. */
decided_by: DecidedBy, };

export type Unlock = { "by": "keychain" } | { "by": "passphrase", 
/** As typed. */
passphrase: string, } | { "by": "recovery", 
/** As typed. */
phrase: string, };

export type WorkAsk = Record<symbol, never>;

export type WorkCancel = Record<symbol, never>;

export type WorkView = { 
/** What is being done. */
phase: Phase, 
/** Steps done of it. */
done: number, 
/** Of so many; 0 when nobody knows. */
of: number, };

/** Every command: what is asked and what is answered. */
export interface Commands {
  start_view: { args: StartAsk; answer: StartView };
  book_create: { args: BookCreate; answer: BookCreated };
  book_open: { args: BookOpen; answer: BookView };
  book_close: { args: BookClose; answer: null };
  book_info: { args: BookInfoAsk; answer: BookInfo };
  book_verify: { args: BookVerify; answer: BookProof };
  sample_open: { args: SampleOpen; answer: BookView };
  business_show: { args: BusinessShow; answer: BusinessView };
  business_edit: { args: BusinessEdit; answer: BusinessView };
  business_logo: { args: BusinessLogoAsk; answer: BusinessLogo };
  policy_show: { args: PolicyShow; answer: PolicyView };
  policy_set: { args: PolicySet; answer: PolicyView };
  today: { args: TodayAsk; answer: TodayView };
  find: { args: FindAsk; answer: Found };
  client_list: { args: ClientListAsk; answer: ClientList };
  client_view: { args: ClientAsk; answer: ClientView };
  client_add: { args: ClientAdd; answer: ClientKept };
  client_edit: { args: ClientEdit; answer: ClientKept };
  contact_add: { args: ContactAdd; answer: ContactKept };
  dispute_add: { args: DisputeAdd; answer: DisputeKept };
  dispute_resolve: { args: DisputeResolve; answer: DisputeKept };
  invoice_list: { args: InvoiceListAsk; answer: InvoiceList };
  invoice_view: { args: InvoiceAsk; answer: InvoiceDetail };
  invoice_add: { args: InvoiceAdd; answer: InvoiceKept };
  payment_list: { args: PaymentListAsk; answer: PaymentList };
  payment_add: { args: PaymentAdd; answer: PaymentKept };
  payment_reverse: { args: PaymentReverse; answer: PaymentKept };
  plan_offers: { args: PlanOffersAsk; answer: PlanOffers };
  plan_preview: { args: PlanCreate; answer: PlanPreview };
  plan_create: { args: PlanCreate; answer: PlanCreated };
  plan_sign: { args: PlanSign; answer: PlanSigned };
  plan_sign_in_copy: { args: PlanSignInCopy; answer: PlanSigned };
  plan_seal: { args: PlanSeal; answer: PlanSealed };
  plan_match: { args: PlanMatch; answer: PlanMatched };
  plan_withdraw: { args: PlanWithdraw; answer: PlanList };
  plan_list: { args: PlanListAsk; answer: PlanList };
  plan_show: { args: PlanAsk; answer: PlanList };
  demand_desk: { args: DemandCheck; answer: DemandDesk };
  demand_preview: { args: DemandIssue; answer: DemandPreview };
  demand_issue: { args: DemandIssue; answer: DemandIssued };
  statement_preview: { args: StatementAsk; answer: StatementPreview };
  statement: { args: StatementAsk; answer: StatementMade };
  terms_sheet_preview: { args: TermsSheetAsk; answer: TermsSheetPreview };
  terms_sheet: { args: TermsSheetAsk; answer: TermsSheetMade };
  letter_preview: { args: LetterAsk; answer: LetterPreview };
  letter: { args: LetterAsk; answer: LetterMade };
  seal_view: { args: SealAsk; answer: SealInUse };
  seal_import: { args: SealImport; answer: SealInUse };
  document_list: { args: DocumentListAsk; answer: DocumentList };
  document_pages: { args: DocumentAsk; answer: DocumentPages };
  ageing: { args: AgeingAsk; answer: AgeingView };
  history: { args: HistoryAsk; answer: HistoryView };
  import: { args: ImportAsk; answer: ImportReport };
  import_list: { args: ImportListAsk; answer: ImportList };
  import_undo: { args: ImportUndo; answer: ImportUndone };
  bank_list: { args: BankList; answer: BankLines };
  bank_accounts: { args: BankAccountsAsk; answer: BankAccounts };
  bank_match: { args: BankMatch; answer: BankMatches };
  bank_match_exact: { args: BankExact; answer: BankMatches };
  bank_unmatch: { args: BankUnmatch; answer: BankMatches };
  work_view: { args: WorkAsk; answer: WorkView };
  work_cancel: { args: WorkCancel; answer: null };
  choose_book_file: { args: Record<string, never>; answer: string | null };
  choose_new_book_file: { args: { suggested_name: string }; answer: string | null };
  choose_import_file: { args: Record<string, never>; answer: string | null };
  choose_logo: { args: Record<string, never>; answer: BusinessView | null };
  choose_returned_copy: { args: Record<string, never>; answer: string | null };
  choose_seal_file: { args: Record<string, never>; answer: string | null };
  export_into: { args: Export; answer: Exported | null };
  print_letters: { args: LetterRun; answer: LettersMade | null };
  save_recovery_sheet: { args: { phrase: string; suggested_name: string }; answer: { path: string } | null };
  save_terms_sheet: { args: { suggested_name: string }; answer: TermsSheetMade | null };
  save_document: { args: { document: string; suggested_name: string; open: boolean }; answer: { path: string } | null };
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
  | 'bank_account_ambiguous'
  | 'bank_account_unknown'
  | 'bank_line_doubtful'
  | 'bank_line_out'
  | 'bank_line_spent'
  | 'bank_line_unknown'
  | 'bank_line_unmatched'
  | 'bank_match_too_much'
  | 'book_damaged'
  | 'book_exists'
  | 'book_newer'
  | 'book_not_empty'
  | 'book_read_only'
  | 'business_name_missing'
  | 'business_word_refused'
  | 'calendar_unknown'
  | 'cancelled'
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
  | 'copy_refused'
  | 'copy_unsigned'
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
  | 'document_unknown'
  | 'down_payment_too_large'
  | 'drawing_refused'
  | 'due_before_issue'
  | 'export_folder_taken'
  | 'export_format_unknown'
  | 'export_unreadable'
  | 'field_unknown'
  | 'file_empty'
  | 'file_exists'
  | 'file_kind_unsupported'
  | 'file_not_text'
  | 'file_too_large'
  | 'file_unreadable'
  | 'fingerprint_unreadable'
  | 'font_unreadable'
  | 'grouped_report'
  | 'header_not_found'
  | 'history_entry_unknown'
  | 'import_already_undone'
  | 'import_matched'
  | 'import_on_plan'
  | 'import_option_unknown'
  | 'import_unknown'
  | 'import_whole_book'
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
  | 'key_does_not_fit'
  | 'key_file_damaged'
  | 'key_file_missing'
  | 'key_file_unreadable'
  | 'key_in_use'
  | 'key_missing'
  | 'key_or_file_wrong'
  | 'key_out_of_time'
  | 'key_password_wrong'
  | 'key_unsupported'
  | 'keychain_ambiguous'
  | 'keychain_denied'
  | 'keychain_garbage'
  | 'keychain_missing'
  | 'keychain_no_entry'
  | 'keychain_silent'
  | 'kind_ambiguous'
  | 'letter_choice_unknown'
  | 'letter_too_early'
  | 'locale_unknown'
  | 'logo_too_large'
  | 'logo_unreadable'
  | 'mail_sender_missing'
  | 'mail_sender_shared'
  | 'mail_sender_unknown'
  | 'move_unknown'
  | 'next_step_not_in_policy'
  | 'no_book_open'
  | 'no_encryption'
  | 'no_home'
  | 'no_letters'
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
  | 'page_mark_unreadable'
  | 'paper_characters_missing'
  | 'party_unknown'
  | 'passphrase_empty'
  | 'passphrase_wrong'
  | 'path_missing'
  | 'payer_missing'
  | 'payment_matched'
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
  | 'plan_in_force'
  | 'plan_model_missing'
  | 'plan_on_track'
  | 'plan_outdated'
  | 'plan_paper_unreadable'
  | 'plan_undetermined'
  | 'plan_unknown'
  | 'plan_unsigned'
  | 'plan_withdrawn'
  | 'policy_key_unknown'
  | 'policy_value_refused'
  | 'promise_open'
  | 'rate_unknown'
  | 'rate_unreadable'
  | 'read_only'
  | 'region_unknown'
  | 'scan_unreadable'
  | 'seal_refused'
  | 'sheet_ambiguous'
  | 'sheet_unknown'
  | 'signature_field_missing'
  | 'signature_name_missing'
  | 'signature_not_seen'
  | 'signed_on_out_of_range'
  | 'signer_differs'
  | 'sort_unknown'
  | 'spacing_unknown'
  | 'state_unknown'
  | 'statement_days'
  | 'statement_missing'
  | 'summary_report'
  | 'time_stamp_refused'
  | 'time_stamp_unreachable'
  | 'time_zone_unknown'
  | 'too_few_reminders'
  | 'unexpected';
