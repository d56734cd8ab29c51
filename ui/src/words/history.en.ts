/** One sentence per thing that can happen, in English. */
import type { Change, Counts, Happenings } from '../ipc/vocabulary';
import { papers } from './papers.en';

/** How amounts and days are shown; given, so that words never format anything themselves. */
export interface Shown {
  amount: (amount: string) => string;
  day: (day: string) => string;
}

/** A head, an aside, and the amount that belongs at the right edge, if any. */
export interface Told {
  head: string;
  aside?: string;
  amount?: string;
}

export type History = {
  [K in keyof Happenings]: (what: Happenings[K], shown: Shown) => Told;
};

function touched(counts: Counts): string {
  const parts = [
    [counts.invoices, 'invoice', 'invoices'],
    [counts.credit_notes, 'credit note', 'credit notes'],
    [counts.payments, 'payment', 'payments'],
    [counts.clients, 'client', 'clients'],
    [counts.bank_lines, 'bank line', 'bank lines'],
    [counts.contacts ?? 0, 'e-mail', 'e-mails'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, one, many]) => `${n} ${n === 1 ? one : many}`);
  return said.length > 0 ? said.join(', ') : 'nothing';
}

/** What can change of a business or a client, as the book calls it. */
const fields: Readonly<Record<string, string>> = {
  name: 'name',
  kind: 'kind',
  reference: 'client number',
  email: 'e-mail',
  phone: 'phone',
  language: 'language',
  tax_id: 'tax number',
  street: 'street',
  number: 'house number',
  extra: 'second line of the address',
  postcode: 'postal code',
  town: 'town',
  region: 'province or state',
  country: 'country',
  notes: 'notes',
  pay_to: 'how to be paid',
  logo: 'logo',
};
const decisions: Readonly<Record<string, string>> = {
  next_steps: 'next steps',
  reminders_before_demand: 'reminders before a demand',
  late_charge: 'late charge, per cent a year',
  small_balance: 'small balance',
  closing_date: 'closed days',
  appropriation: 'order of payment',
  terms_days: 'usual terms in days',
  grace_days: 'days of grace',
  time_stamp_authority: 'time stamps on seals',
};
const letters: Readonly<Record<string, string>> = papers.kinds;
const values: Readonly<Record<string, string>> = {
  '': 'none',
  call: 'telephone',
  agency: 'collection agency',
  lawyer: 'lawyer',
  small_claims: 'small claim',
  pause_work: 'pause work',
  costs_interest_principal: 'costs first',
  principal_interest_costs: 'invoices first',
};

const changed = (changes: readonly Change[]) => changes.map(({ field }) => fields[field] ?? field).join(', ');
const decided = (value: string) =>
  value
    .split(',')
    .map((each) => values[each] ?? each)
    .join(', ');

export const history: History = {
  book_created: (what) => ({ head: `Book of ${what.name} begun`, aside: `In ${what.currency}.` }),
  business_edited: (what) => ({
    head: 'Business particulars changed',
    aside: changed(what.changes),
  }),
  policy_set: ({ change }) => ({
    head: `Policy changed: ${decisions[change.field] ?? change.field}`,
    aside: `From “${decided(change.before)}” to “${decided(change.after)}”.`,
  }),
  client_added: (what) => ({ head: `${what.name} added` }),
  client_edited: (what) => ({
    head: 'Particulars changed',
    aside: changed(what.changes),
  }),
  invoice_added: (what, shown) => ({
    head: `${what.number} issued`,
    aside: `Due ${shown.day(what.due)}.`,
    amount: what.total,
  }),
  payment_recorded: (what, shown) => ({
    head: 'Payment received',
    aside: what.paid.map((paid) => `${paid.invoice}: ${shown.amount(paid.amount)}`).join(' · '),
    amount: what.amount,
  }),
  entry_reversed: (what, shown) => ({
    head: `Taken back: ${what.what}`,
    aside: `As of ${shown.day(what.on)}.`,
    amount: what.amount,
  }),
  dispute_opened: (what, shown) => ({
    head: `${what.invoice} disputed`,
    aside: what.amount
      ? `${shown.amount(what.amount)} of it. Reminders for it wait.`
      : 'Reminders for it wait.',
  }),
  dispute_resolved: (what) => ({ head: `Dispute about ${what.invoice} settled` }),
  contact_recorded: () => ({ head: 'Contact recorded' }),
  imported: (what) => ({
    head: `${what.file} brought in`,
    aside: `New: ${touched(what.created)}. Changed: ${touched(what.updated)}.`,
  }),
  client_imported: (what) => ({
    head: `Brought in from ${what.file}`,
    aside: `New: ${touched(what.created)}. Changed: ${touched(what.updated)}.`,
  }),
  import_undone: (what) => ({
    head: `${what.file} taken back`,
    aside: `Taken back: ${touched(what.taken_back)}.`,
  }),
  bank_line_matched: (what, shown) => ({
    head: what.payer === '' ? 'Payment from the bank' : `Payment from the bank: ${what.payer}`,
    aside: what.paid.map((paid) => `${paid.invoice}: ${shown.amount(paid.amount)}`).join(' · '),
    amount: what.amount,
  }),
  bank_line_unmatched: (what, shown) => ({
    head: what.payer === '' ? 'Bank line unmatched' : `Bank line unmatched: ${what.payer}`,
    aside: `Of ${shown.day(what.on)}.`,
    amount: what.amount,
  }),
  bank_line_tied: (what, shown) => ({
    head: what.payer === '' ? 'Payment seen at the bank' : `Payment seen at the bank: ${what.payer}`,
    aside: `It was entered for ${shown.day(what.entered)}.`,
    amount: what.amount,
  }),
  bank_line_untied: (what, shown) => ({
    head: what.payer === '' ? 'Bank line let go' : `Bank line let go: ${what.payer}`,
    aside: `The payment entered for ${shown.day(what.entered)} stays.`,
    amount: what.amount,
  }),
  discount_given: (what) => ({
    head: `Discount for paying early: ${what.invoice}`,
    amount: what.amount,
  }),
  mail_failed: (what) => ({
    head: `Mail to ${what.address} did not arrive`,
    ...(what.reason && { aside: what.reason }),
  }),
  plan_drafted: (what) => ({
    head: `Payment plan ${what.plan} written`,
    aside: `Version ${what.version}.`,
    amount: what.total,
  }),
  plan_signed: (what) => ({
    head: `${what.name} signed plan ${what.plan}`,
    aside: `Version ${what.version}.`,
  }),
  plan_signed_in_copy: (what, shown) => ({
    head: `${what.name} signed plan ${what.plan}`,
    aside: `Version ${what.version}, ${what.how === 'on_paper' ? 'by hand on paper' : 'in another program'} on ${shown.day(what.signed_on)}; the copy is kept.`,
  }),
  plan_activated: (what, shown) => ({
    head: `Plan ${what.plan} is active`,
    aside: `Signed by both, from ${shown.day(what.on)}.`,
  }),
  plan_sealed: (what) => ({
    head: `Agreement ${what.plan} sealed`,
    aside: `Version ${what.version}, signed by both.`,
  }),
  copy_returned: (what) => ({
    head: `A copy of ${what.plan} came back`,
    aside: `Version ${what.version}, kept as it came.`,
  }),
  seal_made: (what) => ({
    head: 'Your seal was made',
    aside: `Key ${what.key}`,
  }),
  seal_imported: (what) => ({
    head: 'Your seal has a key from an authority',
    aside: `${what.name}, key ${what.key}`,
  }),
  demand_issued: (what, shown) => ({
    head: 'Final demand issued',
    aside: `To be paid by ${shown.day(what.deadline)}.`,
    amount: what.total,
  }),
  letter_made: (what) => ({
    head: `${letters[what.letter] ?? 'Letter'} written`,
    ...(what.posted && { aside: 'It went out by post that day.' }),
  }),
  statement_made: (what, shown) => ({
    head: 'Statement of account made',
    aside: `Up to ${shown.day(what.to)}.`,
  }),
};
