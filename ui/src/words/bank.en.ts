/** Words of the bank: lines of statements, what they may pay, and why. */
const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

/** What a reason for a suggestion is about, written for the reader. */
export interface EvidenceFacts {
  /** A reference, a number or a name, as written. */
  text: string;
  /** With its currency. */
  amount: string;
  n: number;
  /** The same number as it is read. */
  count: string;
  day: string;
}
type Says = (facts: EvidenceFacts) => string;

const evidence = {
  reference_exact: ({ text }) => `The reference is ${text}.`,
  number_in_text: ({ text }) => `The text names ${text}.`,
  amount_exact: () => 'The amount is exactly what is open.',
  amount_short: ({ amount }) => `It is ${amount} less than is open, as bank fees may take.`,
  early_discount: ({ amount, day }) => `It is ${amount} less: the discount agreed for paying by ${day}.`,
  payment_entered: ({ text, day }) =>
    text ? `You entered it for ${day}; it pays ${text}.` : `You entered it for ${day}.`,
  amount_part: ({ amount }) => `${amount} would stay open.`,
  amount_over: ({ amount }) => `It is ${amount} more than is open; that part would still be to match.`,
  amount_sum: ({ n, count }) =>
    n === 1 ? 'The amount is exactly what is open.' : `${count} open amounts add up to exactly this.`,
  lines_sum: ({ count }) => `${count} payments name it and add up to exactly what is open.`,
  claimed_twice: ({ count }) => `${count} payments name it, each for all of what is open.`,
  payer_known: () => 'This payer was matched to this client before.',
  payer_alike: ({ text }) => `The payer’s name is like ${text}.`,
  instalment_due: ({ n, count, day }) =>
    n === 0 ? `It is the down payment, due ${day}.` : `It is instalment ${count}, due ${day}.`,
  oldest_first: () => 'No open amount fits, so it would pay the oldest first.',
  days_after_due: ({ n, count: text }) => `It came ${text} ${count(n, 'day', 'days')} after it was due.`,
  days_before_due: ({ n, count: text }) =>
    n === 0
      ? 'It came on the day it was due.'
      : `It came ${text} ${count(n, 'day', 'days')} before it was due.`,
} satisfies Record<string, Says>;

export type EvidenceCode = keyof typeof evidence;

export const bank = {
  title: 'Bank',
  account: 'Account',
  numbered: (number: string) => `Account ${number}`,
  unnamed: (currency: string) => `Account in ${currency}`,
  balance: (amount: string, day: string) => `Balance ${amount} on ${day}`,
  balanceUndated: (amount: string) => `Balance ${amount}`,
  views: 'Lines of the account',
  view: { open: 'To match', matched: 'Matched', all: 'Whole statement' },
  lines: 'Bank lines',
  on: 'Day',
  payer: 'Who',
  said: 'What was written',
  paid: 'Paid',
  amount: (currency: string) => `Amount, ${currency}`,
  nobody: 'No name given',
  tick: (payer: string, amount: string) => `Record ${amount} of ${payer} with the others`,
  out: 'money out',
  andMore: (first: string, _: number, text: string) => `${first} and ${text} more`,
  creditOnly: 'credit on account',
  link: (n: number, text: string) =>
    n === 0 ? 'Bank statements' : `${text} bank ${count(n, 'line', 'lines')} to match`,

  empty: {
    title: 'No bank statement yet. It says which payments came in.',
    why: 'Goodterms lays its lines beside your open invoices and says why one may pay the other. Nothing is recorded until you say so.',
    steps: [
      'Download the movements of the account from your bank: CAMT, OFX, MT940, QIF or CSV.',
      'Bring the file in. Months may overlap: a line that is there already is not entered twice.',
      'Come back here. What leaves no doubt is ticked and goes in together; the rest you choose line by line.',
    ],
    act: 'Bring a statement in',
  },
  done: {
    title: 'Everything that came in is matched.',
    why: (day: string) => `The statements go to ${day}.`,
    see: 'See what was matched',
  },
  noneMatched: 'No line of this account is matched yet.',
  toOpen: 'Show what is to match',

  sure: (n: number, text: string) =>
    n === 0
      ? 'No line is ticked. Nothing is recorded by itself.'
      : `${text} ${count(n, 'line leaves', 'lines leave')} no doubt: number and amount are those of an open invoice.`,
  record: (n: number, text: string, sum: string) =>
    `Record ${text} ${count(n, 'payment', 'payments')}, ${sum}`,
  recording: 'Recording the payments',
  recorded: (n: number, text: string, sum: string) =>
    `${text} ${count(n, 'payment is', 'payments are')} recorded, ${sum}.`,
  undone: (n: number, text: string) => `${text} ${count(n, 'line is', 'lines are')} to match again.`,
  stopped: 'Stopped. Nothing was recorded.',

  panel: (amount: string, payer: string) => `${amount}, ${payer}`,
  from: 'From',
  to: 'To',
  theirAccount: 'Their account',
  reference: 'Reference',
  text: 'Text',
  value: 'Value date',
  left: 'Still to match',
  whatPaid: 'What it paid',
  credit: 'Kept as credit on account',
  payment: 'Open the payment',
  takeBack: 'Take back',
  takenBack: (sum: string, payer: string) => `${sum} of ${payer} is taken back, and to match again.`,
  moneyOut: 'Money that went out. It pays no invoice, and nothing is asked.',

  may: 'What it may pay',
  none: 'Nothing open fits this line.',
  noneNext: 'Find the invoice or the client below.',
  instalment: (plan: string, n: string) => (n === '0' ? `${plan}, down payment` : `${plan}, instalment ${n}`),
  take: 'Record it for this',
  entered: 'A payment you entered',
  tie: 'It is this payment',
  takeNth: (n: string) => `Record it for suggestion ${n}`,
  takeFirst: 'Record it for the first suggestion',
  together: 'Goes in with the other ticked lines',
  untick: 'Tick or untick the line',
  taken: (payer: string) => `What came from ${payer} is recorded.`,
  takenPart: (payer: string, left: string) => `Recorded for ${payer}; ${left} of the line is still to match.`,

  hand: 'Choose by hand',
  find: 'Invoice or client',
  findHint: 'Type part of a number, a name or an amount.',
  findKey: 'Find an invoice by hand',
  nothing: (currency: string) => `Nothing open in ${currency} is called that.`,
  wholeAccount: (client: string) => `The account of ${client}`,
  wholeAccountWhy: 'In the order of your policy; what is over stays as credit.',
  order: 'Each is paid as far as it is open, in this order.',
  drop: (name: string) => `Leave out ${name}`,
  dropShort: 'Leave out',
  takeHand: 'Record it for these',

  closed: {
    title: 'These days are closed',
    reason: 'Why it is entered all the same',
    hint: 'The history keeps it beside the payment.',
    empty: 'Write why, for whoever reads the history.',
    act: 'Record it with this reason',
  },

  evidence: evidence as Record<EvidenceCode, Says>,
};
