import type { Troubles } from './severity';

export const troubles: Troubles = {
  no_such_book: {
    sentence: 'There is no book at that place any more.',
    next: 'It may have been moved, or its drive is not connected. Open it from where it is now.',
  },
  not_a_book: {
    sentence: 'That file is not a Goodterms book.',
    next: 'Choose a file ending in .book, or a backup of one.',
  },
  key_or_file_wrong: {
    sentence:
      'This key does not open the book, or the start of the file is damaged; encryption does not say which.',
    next: 'Try the recovery words of this very book. If they do not open it, restore the latest backup.',
  },
  book_damaged: {
    sentence: 'Part of this book is damaged and cannot be read.',
    next: 'The file is left exactly as it is. Restore the latest backup beside it.',
  },
  book_newer: {
    sentence: 'A later version of Goodterms wrote this book.',
    next: 'Update Goodterms on this computer. Nothing in the book was changed.',
  },
  book_exists: {
    sentence: 'There is already a file at that place, and it is never overwritten.',
    next: 'Choose another name or another folder.',
  },
  no_book_open: {
    sentence: 'The book is closed.',
    next: 'Open it again; nothing was lost.',
  },
  book_read_only: {
    sentence: 'This book is open for reading only, because another program was writing to it.',
    next: 'Close the other program, then lock this book and open it again.',
  },
  history_missing: {
    sentence: 'This computer has seen a later state of this book: the end of its history is missing.',
    next: 'Restore the latest backup, or go on if you put an older copy back yourself.',
  },
  file_exists: {
    sentence: 'There is already a file at that place, and it is never overwritten.',
    next: 'Choose another name or another folder.',
  },
  path_missing: {
    sentence: 'No place was chosen for the file.',
    next: 'Choose a folder and a name.',
  },
  no_home: {
    sentence: 'The system names no folder where Goodterms may keep its own files.',
    next: 'Ask whoever looks after this computer. Your books are not affected.',
  },
  in_use: {
    sentence: 'Another window or command is writing to this book.',
    next: 'Wait until it has finished, then try again.',
  },
  no_encryption: {
    sentence: 'This copy of Goodterms cannot encrypt, so it will not touch a book.',
    next: 'Install Goodterms again from its own source.',
  },
  phrase_word_count: {
    sentence: 'A recovery phrase has 24 words.',
    next: 'Count them from the sheet, in order; line breaks do not matter.',
  },
  phrase_word_unknown: {
    sentence: 'One of the words is not a recovery word.',
    next: 'Look at its spelling; each word begins with four letters no other word begins with.',
  },
  phrase_checksum: {
    sentence: 'Each word is a recovery word, but they do not belong together in this order.',
    next: 'Compare them with your sheet, one by one.',
  },
  passphrase_wrong: {
    sentence: 'That passphrase does not open this book.',
    next: 'Look for capitals and spaces, or use the recovery words.',
  },
  passphrase_empty: {
    sentence: 'The passphrase is empty.',
    next: 'Four or five unrelated words are easy to remember and hard to guess.',
  },
  key_file_missing: {
    sentence: 'This computer has no passphrase for this book yet.',
    next: 'Open it once with its recovery words.',
  },
  key_file_damaged: {
    sentence: 'What this computer keeps for the passphrase of this book is damaged.',
    next: 'Open the book with its recovery words. The book itself is not affected.',
  },
  keychain_missing: {
    sentence: 'This computer has no keychain that answers.',
    next: 'Use the passphrase or the recovery words.',
  },
  keychain_silent: {
    sentence: 'The keychain did not answer in time. The book was not touched.',
    next: 'Unlock the keychain and try again, or use the passphrase or the recovery words.',
  },
  keychain_denied: {
    sentence: 'The keychain did not let Goodterms in.',
    next: 'Allow it when the system asks, or use the passphrase or the recovery words.',
  },
  keychain_no_entry: {
    sentence: 'The keychain of this computer holds no key for this book.',
    next: 'Use the passphrase or the recovery words.',
  },
  keychain_ambiguous: {
    sentence: 'The keychain holds several keys for this book.',
    next: 'Use the recovery words; they are never ambiguous.',
  },
  keychain_garbage: {
    sentence: 'What the keychain holds for this book is not a key.',
    next: 'Use the passphrase or the recovery words.',
  },
  disk_full: {
    sentence: 'The disk is full. Nothing was changed.',
    next: 'Make some room, then try again.',
  },
  read_only: {
    sentence: 'The file or its folder cannot be written to. Nothing was changed.',
    next: 'Choose another folder, or make this one writable.',
  },
  no_permission: {
    sentence: 'This computer does not let you open that file or folder.',
    next: 'Choose another folder, or ask whoever looks after this computer.',
  },
  disk_failed: {
    sentence: 'The disk or network drive did not answer. What was saved before is safe.',
    next: 'Check that the drive is connected, then try again.',
  },
  no_randomness: {
    sentence: 'The system gave no random numbers, so no key was made.',
    next: 'Restart the computer and try again.',
  },
  unexpected: {
    sentence: 'Something went wrong inside Goodterms. Nothing was changed.',
    next: 'Try again. If it happens twice, close the book and open it again.',
  },
  amount_unreadable: {
    sentence: 'We could not read that amount.',
    next: 'Write it in figures, for example 1250.00.',
  },
  amount_too_precise: {
    sentence: 'That amount has more decimals than its currency.',
    next: 'Round it to the smallest coin.',
  },
  amount_too_large: {
    sentence: 'That amount is larger than the books can hold.',
    next: 'Look for a missing decimal mark.',
  },
  amount_not_positive: {
    sentence: 'The amount has to be more than zero.',
    next: 'To take something back, use a credit note or a reversal.',
  },
  currency_mismatch: {
    sentence: 'Two currencies would have been added together.',
    next: 'Enter each in its own currency.',
  },
  currency_unknown: {
    sentence: 'We do not know that currency.',
    next: 'Use its three letters, for example CAD.',
  },
  date_unreadable: {
    sentence: 'We could not read that date.',
    next: 'Give the day, the month and the year.',
  },
  date_out_of_range: {
    sentence: 'That date is outside the years books are kept in.',
    next: 'Look at the year.',
  },
  time_zone_unknown: {
    sentence: 'We do not know that time zone.',
    next: 'Choose one from the list.',
  },
  rate_unreadable: {
    sentence: 'We could not read that percentage.',
    next: 'Write it in figures, for example 8.5.',
  },
  country_unknown: {
    sentence: 'We do not know that country.',
    next: 'Choose one from the list.',
  },
  region_unknown: {
    sentence: 'We do not know that part of the country.',
    next: 'Choose one from the list, or leave it empty.',
  },
  locale_unknown: {
    sentence: 'We do not know that language and country.',
    next: 'Choose another country or language.',
  },
  business_name_missing: {
    sentence: 'The name of the business is still empty.',
    next: 'Write the name your clients know.',
  },
  business_word_refused: {
    sentence: 'We could not keep that text as it is.',
    next: 'Shorten it, and leave out line breaks and signs that do not print.',
  },
  client_unknown: {
    sentence: 'That client is not in this book any more.',
    next: 'Look for the name under Clients; it may have been merged.',
  },
  client_ambiguous: {
    sentence: 'Several clients answer to that name.',
    next: 'Choose one of them.',
  },
  invoice_unknown: {
    sentence: 'That invoice is not in this book, or was not yet issued on that day.',
    next: 'Look for its number under Invoices.',
  },
  invoice_ambiguous: {
    sentence: 'Several invoices have that number.',
    next: 'Choose one of them.',
  },
  state_unknown: {
    sentence: 'We do not know that state of an invoice.',
    next: 'Choose one of those above the list.',
  },
  sort_unknown: {
    sentence: 'The list cannot be put in that order.',
    next: 'Choose another column.',
  },
  client_name_taken: {
    sentence: 'There is already a client of that name.',
    next: 'Open that client, or add something that tells them apart.',
  },
  client_word_refused: {
    sentence: 'We could not keep that as it is.',
    next: 'An e-mail address needs an @ and a domain; other lines take no line breaks.',
  },
  contact_ahead: {
    sentence: 'That day has not come yet.',
    next: 'Write it down on the day it was said or sent.',
  },
  contact_word_unknown: {
    sentence: 'We do not know that sort of word.',
    next: 'Choose one of those offered.',
  },
  invoice_number_missing: {
    sentence: 'The invoice still needs its number.',
    next: 'Write the one that stands on it.',
  },
  invoice_number_taken: {
    sentence: 'There is already an invoice of that number.',
    next: 'Look at that one, or give this one another number.',
  },
  invoice_not_owed: {
    sentence: 'That invoice is not owed, so it cannot be paid.',
    next: 'Record the payment for the whole account; it stays as credit.',
  },
  due_before_issue: {
    sentence: 'The due day lies before the day of issue.',
    next: 'Look at both days again.',
  },
  day_closed: {
    sentence: 'The books are closed for that day.',
    next: 'Say why it is entered all the same; the entry is marked with it.',
  },
  payer_missing: {
    sentence: 'Nobody is named yet who paid.',
    next: 'Choose a client or an invoice.',
  },
  currency_needed: {
    sentence: 'This client owes in several currencies.',
    next: 'Choose the one that came in.',
  },
  payment_unknown: {
    sentence: 'That payment is not in this book.',
    next: 'Look for it under Payments.',
  },
  already_reversed: {
    sentence: 'That payment has already been taken back.',
    next: 'Nothing more needs to be done.',
  },
  disputed_amount_refused: {
    sentence: 'No more can be disputed than the invoice comes to.',
    next: 'Write a part of it, or choose the whole invoice.',
  },
  not_disputed: {
    sentence: 'That invoice is not disputed any more.',
    next: 'Nothing needs to be settled.',
  },
  nothing_to_plan: {
    sentence: 'Nothing is open that a plan could cover.',
    next: 'Look at the client’s invoices: they may be paid, or on a plan already.',
  },
  invoice_on_plan: {
    sentence: 'One of the invoices is on a plan already.',
    next: 'Leave it out, or change that plan.',
  },
  plan_exceeds_debt: {
    sentence: 'The invoices chosen come to less than that.',
    next: 'Write a part of them, or take all of it.',
  },
  plan_undetermined: {
    sentence: 'Two choices are needed, and one is empty.',
    next: 'Fill it in, or choose another one.',
  },
  plan_contradictory: {
    sentence: 'These two choices cannot both hold.',
    next: 'Change one of them, or choose another one instead.',
  },
  instalment_count_out_of_range: {
    sentence: 'A plan has from 1 to 600 instalments.',
    next: 'Write a number between them.',
  },
  plan_ends_before_start: {
    sentence: 'The plan would end before its first instalment.',
    next: 'Choose a later end or an earlier first day.',
  },
  instalment_below_interest: {
    sentence: 'So small an instalment would not even pay the interest.',
    next: 'Write a larger instalment or a lower rate.',
  },
  instalments_do_not_fit: {
    sentence: 'The instalments do not add up to what is owed.',
    next: 'Change an amount or the number.',
  },
  down_payment_too_large: {
    sentence: 'The down payment leaves nothing for instalments.',
    next: 'Write a smaller one.',
  },
  discount_too_large: {
    sentence: 'That leaves nothing to pay, or is no discount.',
    next: 'Write more than nothing and less than the whole.',
  },
  clause_fact_missing: {
    sentence: 'A clause speaks of something that is not filled in.',
    next: 'Fill it in, or switch that clause off.',
  },
  clause_required: {
    sentence: 'An agreement is incomplete without that clause.',
    next: 'Leave it in.',
  },
  paper_characters_missing: {
    sentence: 'The paper cannot print some characters of a name or text.',
    next: 'Write that name in other letters, in the client’s or the business’s details.',
  },
  plan_unknown: {
    sentence: 'There is no such plan in this book.',
    next: 'Look for it under Plans.',
  },
  plan_outdated: {
    sentence: 'What is owed has changed since the agreement was written.',
    next: 'Withdraw this plan and make a new one over what is owed now.',
  },
  plan_withdrawn: {
    sentence: 'This plan was withdrawn.',
    next: 'Make a new one over what is owed now.',
  },
  plan_unsigned: {
    sentence: 'Both sides have to sign before the agreement can be sealed.',
    next: 'Let the other side sign first.',
  },
  plan_model_missing: {
    sentence: 'This agreement was written before agreements could be sealed.',
    next: 'Its PDF stays valid as it is; a new plan can be sealed.',
  },
  copy_refused: {
    sentence: 'This file is not exactly an agreement of this book.',
    next: 'Ask for the file as you sent it, or for a scan of every page.',
  },
  copy_unsigned: {
    sentence: 'Nobody has signed this copy.',
    next: 'Choose the copy that was signed: a scan of every page, or the file with its signature.',
  },
  signature_not_seen: {
    sentence: 'Nobody has said that they saw the signature.',
    next: 'Look at the copy, and confirm that it bears the signature.',
  },
  signer_differs: {
    sentence: 'The certificate on this file names somebody else.',
    next: 'Give the name as the certificate says it.',
  },
  signed_on_out_of_range: {
    sentence: 'It cannot have been signed on that day.',
    next: 'Give a day from the agreement’s own to today.',
  },
  font_unreadable: {
    sentence: 'This file is no font that papers can be printed with.',
    next: 'Choose a TrueType font.',
  },
  page_mark_unreadable: {
    sentence: 'The code of this page is not one of ours.',
    next: 'It stands at the foot of every page of an agreement.',
  },
  key_file_unreadable: {
    sentence: 'This file is no key file that can be read.',
    next: 'Choose the .p12 or .pfx file from your certificate authority.',
  },
  key_password_wrong: {
    sentence: 'That password does not open the key file.',
    next: 'Look for capitals and spaces, then type it again.',
  },
  key_missing: {
    sentence: 'The file holds no key with its certificate.',
    next: 'Export the key together with its certificate.',
  },
  key_unsupported: {
    sentence: 'Seals are not made with this kind of key.',
    next: 'Use a P-256 or P-384 key, or an RSA key of 2,048 to 4,096 bits.',
  },
  key_does_not_fit: {
    sentence: 'The key and the certificate do not belong together.',
    next: 'Export the key together with its own certificate.',
  },
  key_out_of_time: {
    sentence: 'The certificate does not hold today.',
    next: 'Ask your certificate authority for a new one.',
  },
  key_in_use: {
    sentence: 'This key is, or was, the seal of this book already.',
    next: 'Choose the file with the new key.',
  },
  signature_field_missing: {
    sentence: 'The file has no empty place for this signature.',
    next: 'Use the file as it was written here.',
  },
  seal_refused: {
    sentence: 'No seal can be added to this file.',
    next: 'Use the file as it was written here.',
  },
  time_stamp_refused: {
    sentence: 'The time stamp was refused or does not fit.',
    next: 'Try again later, or seal without it.',
  },
  time_stamp_unreachable: {
    sentence: 'The time-stamping authority did not answer, so nothing was sealed.',
    next: 'Try again later, or switch time stamps off in Settings: the seal holds without one.',
  },
  scan_unreadable: {
    sentence: 'This scan cannot be read.',
    next: 'Scan it again as a PDF, PNG or JPEG file.',
  },
  already_signed: {
    sentence: 'That side has signed already.',
    next: 'Nothing more needs to be done for it.',
  },
  signature_name_missing: {
    sentence: 'A signature needs the name of whoever signs.',
    next: 'Type the name.',
  },
  cancelled: {
    sentence: 'It was stopped, as you asked. Nothing was written.',
    next: 'Begin again whenever you like.',
  },
  file_unreadable: {
    sentence: 'The file is not there any more, or cannot be opened.',
    next: 'Close it in other programs, or choose it again.',
  },
  file_empty: {
    sentence: 'The file is empty.',
    next: 'Export the list again.',
  },
  file_too_large: {
    sentence: 'The file is larger than we read: 64 MB, two million rows or a thousand columns.',
    next: 'Export a shorter period, or split the file.',
  },
  file_not_text: {
    sentence: 'The file holds data that is not text.',
    next: 'Export the list as CSV and choose that file.',
  },
  file_kind_unsupported: {
    sentence: 'This is another kind of file, not a table of text such as CSV.',
    next: 'Save the list as CSV in the program it comes from, and choose that file.',
  },
  grouped_report: {
    sentence:
      'This report is grouped under headings with subtotals, so its rows are not whole by themselves.',
    next: 'Export the plain list of invoices, clients or payments instead.',
  },
  summary_report: {
    sentence: 'This report only sums up: it names no single invoices.',
    next: 'Export the detailed report of the same program instead.',
  },
  statement_missing: {
    sentence: 'There is no statement in this file.',
    next: 'Download the movements of the account from your bank again.',
  },
  sheet_unknown: {
    sentence: 'The workbook has no such sheet.',
    next: 'Choose one of its sheets.',
  },
  sheet_ambiguous: {
    sentence: 'Several sheets of the workbook could be meant.',
    next: 'Save the one you mean as a file of its own, and choose that.',
  },
  header_not_found: {
    sentence: 'No row of the file names its columns.',
    next: 'Add a first row with the names of the columns, and choose the file again.',
  },
  columns_unrecognised: {
    sentence: 'The names of the columns do not tell whether these are clients, invoices or payments.',
    next: 'Say which they are.',
  },
  column_missing: {
    sentence: 'A column is missing that the file cannot be read without.',
    next: 'Say which column it is.',
  },
  column_unknown: {
    sentence: 'The file has no column of that name.',
    next: 'Choose one of its columns.',
  },
  column_ambiguous: {
    sentence: 'Several columns have that name.',
    next: 'Give them different names in the file, and choose it again.',
  },
  kind_ambiguous: {
    sentence: 'These rows could be invoices as well as payments.',
    next: 'Say which they are.',
  },
  date_order_ambiguous: {
    sentence: 'Nothing in the file tells whether the day or the month comes first.',
    next: 'Say which.',
  },
  date_order_contradicted: {
    sentence: 'Rows of the file prove another order of day and month.',
    next: 'Read it as the file proves, or correct these rows.',
  },
  decimal_mark_ambiguous: {
    sentence: 'Nothing in the file tells which sign stands before the decimals.',
    next: 'Say which.',
  },
  decimal_mark_contradicted: {
    sentence: 'Rows of the file prove another decimal mark.',
    next: 'Read it as the file proves, or correct these rows.',
  },
  field_unknown: {
    sentence: 'A column cannot be taken for that.',
    next: 'Choose something else from the list.',
  },
  import_option_unknown: {
    sentence: 'That choice is not among those there are.',
    next: 'Choose one from the list.',
  },
  import_unknown: {
    sentence: 'That import is not in this book.',
    next: 'Look for the file under Import.',
  },
  import_already_undone: {
    sentence: 'That import was already taken back.',
    next: 'Nothing is left to do.',
  },
  import_on_plan: {
    sentence: 'A payment plan stands on invoices that this file brought, so they stay.',
    next: 'Correct single entries instead: take a payment back, or settle an invoice by hand.',
  },
  import_matched: {
    sentence: 'Lines of this statement pay invoices.',
    next: 'Unmatch those lines first, then take the file back.',
  },
  import_whole_book: {
    sentence: 'That file brought the whole book, and everything since stands on it.',
    next: 'Begin a new book instead, and leave this one aside.',
  },
  bank_account_unknown: {
    sentence: 'No statement of that account came in.',
    next: 'Choose an account from the list.',
  },
  bank_account_ambiguous: {
    sentence: 'Several accounts have that number.',
    next: 'Choose the one in the right currency.',
  },
  bank_line_unknown: {
    sentence: 'That bank line is not there any more.',
    next: 'Look at the list again.',
  },
  bank_line_out: {
    sentence: 'That is money that went out, so it pays no invoice.',
    next: 'Choose a line of money that came in.',
  },
  bank_line_spent: {
    sentence: 'All of that line is matched already.',
    next: 'Unmatch it first, to match it otherwise.',
  },
  bank_line_unmatched: {
    sentence: 'That line is not matched.',
    next: 'Nothing needs to be taken back.',
  },
  bank_line_doubtful: {
    sentence: 'Nothing makes it certain what that line pays.',
    next: 'Match it by itself and choose the invoice.',
  },
  bank_match_too_much: {
    sentence: 'That is more than is left of the line, or more than is open.',
    next: 'Enter a smaller amount, or keep the rest as credit of the client.',
  },
  payment_matched: {
    sentence: 'That payment is a line of a bank statement already.',
    next: 'Unmatch that line first, if the other is meant.',
  },
  mail_sender_unknown: {
    sentence: 'The address of that e-mail is no client’s.',
    next: 'Give the client this e-mail address, then bring the e-mail in again.',
  },
  mail_sender_missing: {
    sentence: 'That e-mail does not say whose it is.',
    next: 'Record it by hand on the client’s page.',
  },
  mail_sender_shared: {
    sentence: 'Several clients have the address of that e-mail.',
    next: 'Record it by hand on the page of the client who is meant.',
  },
  export_format_unknown: {
    sentence: 'That is no format of an export.',
    next: 'Choose tables, a workbook, JSON or papers.',
  },
  export_folder_taken: {
    sentence: 'That folder holds something already.',
    next: 'Choose a new folder; an export never writes over anything.',
  },
  export_unreadable: {
    sentence: 'That export is not as it was written, so it cannot be taken up.',
    next: 'Choose goodterms.json of an export nobody has changed.',
  },
  book_not_empty: {
    sentence: 'This book holds something already; a whole export goes into an empty book.',
    next: 'Begin a new book and bring the export in there.',
  },
  nothing_imported: {
    sentence: 'No row of the file could be used.',
    next: 'Each row is listed with its reason; mend the file and choose it again.',
  },
  logo_too_large: {
    sentence: 'The picture is too large for a letterhead.',
    next: 'Choose one of at most 2 MB and 4,000 points a side.',
  },
  logo_unreadable: {
    sentence: 'We could not read that picture.',
    next: 'Choose a PNG or a JPEG.',
  },
  policy_key_unknown: {
    sentence: 'The policy has nothing of that name.',
    next: 'Choose one of those shown.',
  },
  policy_value_refused: {
    sentence: 'This is outside what can be decided here.',
    next: 'Write a whole number within reason: at most 10 reminders, 365 days of terms, 90 days of grace.',
  },
  document_unknown: {
    sentence: 'That paper is not in this book.',
    next: 'Look for it among the papers of its client.',
  },
  nothing_owed: {
    sentence: 'Nothing is owed, so there is nothing to ask for.',
    next: 'A thank-you would be in place.',
  },
  nothing_overdue: {
    sentence: 'Nothing is overdue yet.',
    next: 'Wait until the due day has ended; a friendly reminder before it is welcome.',
  },
  balance_too_small: {
    sentence: 'What is overdue is within what your policy calls small.',
    next: 'Write it off, or lower that amount in the policy.',
  },
  open_dispute: {
    sentence: 'Part of what is owed is in dispute.',
    next: 'Settle the dispute first; what is agreed can then be asked for.',
  },
  plan_on_track: {
    sentence: 'A payment plan is being kept.',
    next: 'Leave the plan to do its work.',
  },
  promise_open: {
    sentence: 'Payment is promised for a day that has not passed.',
    next: 'Wait until that day has passed.',
  },
  too_few_reminders: {
    sentence: 'Too few written reminders are on record for a final demand.',
    next: 'Send a reminder, or write down one that was sent from elsewhere.',
  },
  next_step_not_in_policy: {
    sentence: 'That next step is not in your policy.',
    next: 'Choose a step you have decided to take, or add it to the policy.',
  },
  deadline_too_soon: {
    sentence: 'That day leaves too little time to answer.',
    next: 'Choose the earliest day named under the field, or a later one.',
  },
  statement_days: {
    sentence: 'That day lies after the end of the statement.',
    next: 'Choose today or an earlier day.',
  },
  letter_choice_unknown: {
    sentence: 'There is no such letter, step or tone.',
    next: 'Choose one of those shown.',
  },
  letter_too_early: {
    sentence: 'Things do not stand as this letter would say.',
    next: 'Write it as things stand.',
  },
  no_letters: {
    sentence: 'There is nobody to write to.',
    next: 'Nothing undisputed is overdue with anyone. Today says why somebody is left in peace.',
  },
};
