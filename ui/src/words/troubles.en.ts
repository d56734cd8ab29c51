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
};
