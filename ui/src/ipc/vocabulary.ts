/**
 * The trade's words that cross as plain text: what each may be, and a reading that never guesses.
 * A newer book may know words this window does not; those read as undefined and are shown as they came.
 */

export const INVOICE_STATES = [
  'draft',
  'open',
  'part_paid',
  'paid',
  'overdue',
  'disputed',
  'on_plan',
  'written_off',
  'void',
] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const CHANNELS = ['email', 'sms', 'call', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CONTACT_KINDS = [
  'reminder',
  'final_demand',
  'thanks',
  'talk',
  'reply',
  'auto_reply',
  'undelivered',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CREDIT_KINDS = ['payment', 'credit_note', 'discount', 'write_off', 'adjustment'] as const;
export type CreditKind = (typeof CREDIT_KINDS)[number];

/** The word if it is one of the list. */
export function oneOf<Word extends string>(list: readonly Word[], text: string): Word | undefined {
  return list.find((word) => word === text);
}

/** A code of several words as one would write it, for words this window has no better ones for. */
export function plainly(code: string): string {
  return code.replaceAll('_', ' ');
}

export interface Change {
  field: string;
  before: string;
  after: string;
}

export interface Counts {
  clients: number;
  invoices: number;
  credit_notes: number;
  payments: number;
  bank_lines: number;
  contacts?: number;
}

/** What can happen, and the facts written down with it: amounts as decimals, days as ISO dates. */
export interface Happenings {
  book_created: { name: string; currency: string; country: string };
  business_edited: { changes: Change[] };
  policy_set: { change: Change };
  client_added: { name: string };
  client_edited: { name: string; changes: Change[] };
  invoice_added: { number: string; total: string; currency: string; issued: string; due: string };
  payment_recorded: {
    amount: string;
    currency: string;
    on: string;
    paid: { invoice: string; amount: string }[];
  };
  entry_reversed: { what: string; amount: string; currency: string; on: string };
  dispute_opened: { invoice: string; amount: string | null; on: string };
  dispute_resolved: { invoice: string; on: string };
  contact_recorded: { on: string; channel: string; direction: string; contact: string };
  imported: { file: string; created: Counts; updated: Counts };
  client_imported: { file: string; created: Counts; updated: Counts };
  import_undone: { file: string; taken_back: Counts };
  bank_line_matched: {
    payer: string;
    amount: string;
    currency: string;
    on: string;
    paid: { invoice: string; amount: string }[];
    credit: string;
  };
  bank_line_unmatched: { payer: string; amount: string; currency: string; on: string };
  bank_line_tied: { payer: string; amount: string; currency: string; on: string; entered: string };
  bank_line_untied: { payer: string; amount: string; currency: string; on: string; entered: string };
  discount_given: { invoice: string; amount: string; currency: string; on: string };
  mail_failed: { address: string; on: string; reason: string };
  plan_drafted: { plan: string; version: number; total: string; currency: string };
  plan_signed: { plan: string; version: number; party: string; name: string };
  plan_signed_in_copy: {
    plan: string;
    version: number;
    party: string;
    name: string;
    how: string;
    signed_on: string;
    sha256: string;
  };
  plan_activated: { plan: string; version: number; on: string };
  plan_sealed: { plan: string; version: number; sha256: string; key: string };
  copy_returned: { plan: string; version: number; copy: string; sha256: string };
  seal_made: { name: string; key: string };
  seal_imported: { name: string; key: string };
  demand_issued: { total: string; currency: string; deadline: string };
  letter_made: { letter: string; posted: boolean };
  statement_made: { from: string | null; to: string };
}

export type HappeningKind = keyof Happenings;

/** What a day's work can consist of. */
export const WORK_KINDS = [
  'newly_late',
  'late_again',
  'demand_possible',
  'instalment_missed',
  'instalment_in_grace',
  'plan_to_sign',
  'step_due',
  'deadline_near',
  'dispute_open',
  'import_review',
  'bank_unmatched',
  'credit_unused',
  'thank_payment',
  'thank_instalment',
  'thank_completed',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_GROUPS = [
  'bank',
  'demands',
  'plans',
  'late',
  'disputes',
  'credit',
  'imports',
  'thanks',
] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

/** Why a client who is late is left in peace. */
export const HELD_REASONS = [
  'dispute',
  'plan_on_track',
  'in_grace',
  'demand_waiting',
  'written_recently',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** What a business may take as its next step after a final demand. */
export const NEXT_STEPS = ['call', 'agency', 'lawyer', 'small_claims', 'pause_work'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];
