/**
 * How loud each refusal or breakage is. The sentence and the next step per language stand in
 * troubles.en.ts and troubles.fr.ts, which must name every code of this list.
 */

import type { ErrorCode } from '../ipc/wire';

/**
 * refused: a rule says not now, with a way forward · input: something typed cannot be used ·
 * failed: something broke and the data is safe · danger: the data itself may be at risk.
 */
export type Severity = 'refused' | 'input' | 'failed' | 'danger';

/** What the book says of itself when it opens. */
type WarningCode = 'history_missing';

export const SEVERITY = {
  // the book and its key
  no_such_book: 'failed',
  not_a_book: 'input',
  key_or_file_wrong: 'danger',
  book_damaged: 'danger',
  book_newer: 'refused',
  book_exists: 'refused',
  no_book_open: 'refused',
  book_read_only: 'refused',
  history_missing: 'refused',
  file_exists: 'refused',
  path_missing: 'input',
  no_home: 'failed',
  in_use: 'refused',
  no_encryption: 'danger',
  phrase_word_count: 'input',
  phrase_word_unknown: 'input',
  phrase_checksum: 'input',
  passphrase_wrong: 'input',
  passphrase_empty: 'input',
  key_file_missing: 'refused',
  key_file_damaged: 'danger',
  keychain_missing: 'refused',
  keychain_silent: 'failed',
  keychain_denied: 'refused',
  keychain_no_entry: 'refused',
  keychain_ambiguous: 'refused',
  keychain_garbage: 'refused',
  // the machine
  disk_full: 'failed',
  read_only: 'failed',
  no_permission: 'failed',
  disk_failed: 'failed',
  no_randomness: 'failed',
  unexpected: 'failed',
  // money, days, places
  amount_unreadable: 'input',
  amount_too_precise: 'input',
  amount_too_large: 'input',
  amount_not_positive: 'input',
  currency_mismatch: 'input',
  currency_unknown: 'input',
  date_unreadable: 'input',
  date_out_of_range: 'input',
  time_zone_unknown: 'input',
  rate_unreadable: 'input',
  country_unknown: 'input',
  region_unknown: 'input',
  locale_unknown: 'input',
  business_name_missing: 'input',
  business_word_refused: 'input',
  // who and what
  client_unknown: 'refused',
  client_ambiguous: 'input',
  invoice_unknown: 'refused',
  invoice_ambiguous: 'input',
  state_unknown: 'input',
  sort_unknown: 'input',
  // clients, invoices, payments
  client_name_taken: 'refused',
  client_word_refused: 'input',
  contact_ahead: 'input',
  contact_word_unknown: 'input',
  invoice_number_missing: 'input',
  invoice_number_taken: 'refused',
  invoice_not_owed: 'refused',
  due_before_issue: 'input',
  day_closed: 'refused',
  payer_missing: 'input',
  currency_needed: 'input',
  payment_unknown: 'refused',
  already_reversed: 'refused',
  disputed_amount_refused: 'input',
  not_disputed: 'refused',
  // plans
  nothing_to_plan: 'refused',
  invoice_on_plan: 'refused',
  plan_exceeds_debt: 'input',
  plan_undetermined: 'input',
  plan_contradictory: 'input',
  instalment_count_out_of_range: 'input',
  plan_ends_before_start: 'input',
  instalment_below_interest: 'input',
  instalments_do_not_fit: 'input',
  down_payment_too_large: 'input',
  discount_too_large: 'input',
  clause_fact_missing: 'input',
  clause_required: 'refused',
  paper_characters_missing: 'refused',
  plan_unknown: 'refused',
  plan_outdated: 'refused',
  plan_withdrawn: 'refused',
  already_signed: 'refused',
  plan_unsigned: 'refused',
  plan_model_missing: 'refused',
  copy_refused: 'refused',
  font_unreadable: 'input',
  page_mark_unreadable: 'input',
  key_file_unreadable: 'input',
  key_password_wrong: 'input',
  key_missing: 'input',
  key_unsupported: 'input',
  key_does_not_fit: 'input',
  key_out_of_time: 'refused',
  key_in_use: 'refused',
  signature_field_missing: 'refused',
  seal_refused: 'refused',
  time_stamp_refused: 'failed',
  time_stamp_unreachable: 'failed',
  scan_unreadable: 'input',
  signature_name_missing: 'input',
  // files, logo, policy
  cancelled: 'refused',
  file_unreadable: 'input',
  file_empty: 'input',
  file_too_large: 'input',
  file_not_text: 'input',
  file_kind_unsupported: 'input',
  grouped_report: 'input',
  header_not_found: 'input',
  columns_unrecognised: 'input',
  column_missing: 'input',
  column_unknown: 'input',
  column_ambiguous: 'input',
  kind_ambiguous: 'input',
  date_order_ambiguous: 'input',
  date_order_contradicted: 'input',
  decimal_mark_ambiguous: 'input',
  decimal_mark_contradicted: 'input',
  field_unknown: 'input',
  import_option_unknown: 'input',
  import_unknown: 'refused',
  import_already_undone: 'refused',
  import_on_plan: 'refused',
  nothing_imported: 'input',
  logo_too_large: 'input',
  logo_unreadable: 'input',
  policy_key_unknown: 'input',
  policy_value_refused: 'input',
  // demands, statements, papers
  document_unknown: 'refused',
  nothing_owed: 'refused',
  nothing_overdue: 'refused',
  balance_too_small: 'refused',
  open_dispute: 'refused',
  plan_on_track: 'refused',
  promise_open: 'refused',
  too_few_reminders: 'refused',
  next_step_not_in_policy: 'refused',
  deadline_too_soon: 'input',
  statement_days: 'input',
  letter_choice_unknown: 'input',
  letter_too_early: 'refused',
  no_letters: 'refused',
} as const satisfies Partial<Record<ErrorCode | WarningCode, Severity>>;

export type KnownCode = keyof typeof SEVERITY;

/** What happened in one sentence, and what to do about it. */
export interface Trouble {
  sentence: string;
  next: string;
}

export type Troubles = Record<KnownCode, Trouble>;
