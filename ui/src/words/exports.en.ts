/** Words of the export: everything in the book as files other programs read. */
const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const exports = {
  act: 'Export everything…',
  title: 'Export everything',
  why: 'All clients, invoices, payments, plans and the history, as they stand now. The book itself stays as it is.',
  what: 'As what',
  formats: {
    xlsx: 'Excel workbook',
    csv: 'CSV for programs',
    'csv-local': 'CSV for Excel',
    json: 'JSON file',
    papers: 'Papers and attachments',
  },
  formatsMean: {
    xlsx: 'One file with a sheet for each list.',
    csv: 'One file for each list, with commas and decimal points, in UTF-8: what other programs expect.',
    'csv-local':
      'The same lists with the marks of your region, so that Excel opens them with a double click.',
    json: 'All of it with a described schema. Goodterms takes it up again in a new book, so the papers come along.',
    papers: 'Every agreement, letter, statement and file that came in, byte for byte.',
  },
  needed: 'Comes with the JSON.',
  none: 'Choose at least one.',
  open: 'These files are not encrypted: whoever can open the folder can read them.',
  make: 'Choose a folder and export',
  choosing: 'Choosing the folder',
  stopMeans: 'If you cancel now, no file is written.',
  stopped: 'It was stopped. No file was written.',
  made: (n: number, text: string) => `${text} ${count(n, 'file lies', 'files lie')} in this folder:`,
  asOf: (day: string) => `Balances and states are as at ${day}.`,
  holds: 'What they hold',
  counts: {
    clients: 'Clients',
    invoices: 'Invoices',
    credit_notes: 'Credit notes',
    payments: 'Payments',
    plans: 'Payment plans',
    bank_lines: 'Bank lines',
    papers: 'Papers and attachments',
    history: 'Lines of the history',
  },
  close: 'Close',
};
