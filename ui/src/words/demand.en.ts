/** The final demand: the gate before it, the letter, and what follows. */
const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

/** A number that begins a sentence, in words as far as policies go. */
const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

export const demand = {
  title: 'Final demand',
  sub: 'The last letter: fair, complete and true.',

  currencyNeeded: 'They owe in several currencies. A final demand is written in one of them.',
  currency: 'Currency of the letter',

  owed: 'What is overdue',
  nothingOwed: 'Nothing is overdue.',
  total: 'Overdue in all',
  late: 'Late',

  asked: 'What is asked for first',
  askedMet: 'What was asked for first',
  askedWhy: 'A final demand goes out only when everything kinder has been tried and all it says is true.',
  standings: { met: 'There', begun: 'Begun', missing: 'Not yet', later: 'Not yet in question' },
  points: {
    overdue: 'Something is overdue',
    reminders: (n: number) => {
      const written = `${NUMBERS[n] ?? n} written ${count(n, 'reminder', 'reminders')}`;
      return n > 1 ? `${written}, on different days` : written;
    },
    disputes: 'Nothing of it is disputed',
    plan: 'No payment plan is being kept',
    step: 'A next step you have decided to take',
  },

  overdue: (amount: string, n: number, text: string, since: string) =>
    n === 1
      ? `${amount} on one invoice, due ${since}.`
      : `${amount} on ${text} invoices, the oldest due ${since}.`,
  notOwed: 'Nothing is owed, so there is nothing to ask for. A thank-you would be in place.',
  notOverdue: 'Nothing is overdue yet. A friendly reminder before the due day is welcome.',
  tooSmall: (amount: string) => `${amount} is within what your policy calls small.`,
  openPolicy: 'Open the policy',

  noReminderAsked: 'Your policy asks for none.',
  remindersSoFar: (n: string, of: string) => `${n} of ${of} so far`,
  noReminder: 'None is written down since the oldest of it was issued.',
  remindersLater: 'They count once something is overdue.',
  reminder: (channel: string) => `by ${channel}`,
  writeDown: 'Write down a reminder',

  noDispute: 'No invoice is in dispute.',
  disputed: (invoice: string, since: string) => `${invoice} is disputed since ${since}.`,
  disputedUndated: (invoice: string) => `${invoice} is disputed.`,
  settle: (invoice: string) => `Settle the dispute over ${invoice}`,

  noPlan: 'No plan stands in the way.',
  planKept: (plan: string) => `${plan} is being kept; leave it to do its work.`,
  planNext: (day: string) => `The next instalment is due ${day}.`,
  openPlan: (plan: string) => `Open ${plan}`,

  steps: {
    call: 'Telephone once more',
    agency: 'Collection agency',
    lawyer: 'Lawyer',
    small_claims: 'Small-claims court',
    pause_work: 'Pause further work',
  } as Record<string, string>,
  stepMeans: {
    call: 'You telephone to look for a way forward together.',
    agency: 'You hand this account to a collection agency.',
    lawyer: 'You hand this account to your lawyer.',
    small_claims: 'You bring a claim in the small-claims court.',
    pause_work: 'No further work or delivery until the account is settled.',
  } as Record<string, string>,
  /** After "you will" and before a day. */
  stepThen: {
    call: 'telephone them to look for a way forward together',
    agency: 'hand this account to a collection agency',
    lawyer: 'hand this account to your lawyer',
    small_claims: 'bring a claim in the small-claims court',
    pause_work: 'pause further work and deliveries',
  } as Record<string, string>,
  otherSteps: 'Other steps',
  otherStepsWhy: 'The letter may name only a step you have decided to take. Adding one changes your policy.',
  addStep: (step: string) => `Add “${step}” to the policy`,
  stepAdded: (step: string) => `“${step}” is in your policy now.`,

  letter: 'The letter',
  deadline: 'Last day to pay',
  earliest: (day: string) => `${day} at the earliest, so that there is time to answer.`,
  earliestByForm: (day: string) =>
    `${day} at the earliest: the prescribed form leaves that long to answer; see the note.`,
  nextStep: 'The one thing that follows',
  nextStepWhy: 'Exactly one, and one you mean. The letter names it with its day.',
  signedBy: 'Signed by',
  signedByHint: 'The name under the letter.',
  planOpen: 'The letter also asks them to propose a payment plan; that door stays open.',
  paper: (client: string) => `Final demand to ${client}`,
  draft: 'draft',

  mind: 'Worth knowing',
  warnings: {
    limitation_passed: { lead: 'Time to go to court.' },
    prescribed_form: { lead: 'A prescribed form.' },
    business_contact_missing: {
      lead: 'How to reach you.',
      text: 'The letter names no address, e-mail or telephone number of yours.',
      part: 'business',
    },
    payment_details_missing: {
      lead: 'Where to pay.',
      text: 'The letter says only “as given on our invoices”.',
      part: 'pay',
    },
  } as Record<string, { lead: string; text?: string; part?: string }>,
  openSettings: 'Add it in Settings',
  source: (source: string, day: string) => `${source}. Read ${day}; not legal advice.`,

  issue: 'Issue the final demand',
  nothingYet: 'Nothing is issued yet.',
  notYet: (n: number) => `Not yet: ${n} ${count(n, 'thing is', 'things are')} missing.`,
  notReady: 'Not yet: the letter is not complete.',
  offerPlan: 'Offer a payment plan instead',
  confirmTitle: (client: string) => `Final demand to ${client}`,
  confirmAsks: (client: string, amount: string, deadline: string) =>
    `The letter asks ${client} for ${amount} by ${deadline}.`,
  confirmThen: (step: string, day: string) =>
    `If nothing has come in by then, it says that you will ${step} from ${day}.`,
  confirmKept:
    'It is kept in the book exactly as it is printed and written down among your words with them; the step becomes a dated task in Today.',
  confirmSent: 'Goodterms sends nothing: you save the letter and send it yourself.',
  stay: 'Not yet',

  issuedNow: (client: string) => `The final demand to ${client} is issued.`,
  issuedOn: 'Letter of',
  announced: 'Announced',
  from: (step: string, day: string) => `${step}, from ${day}`,
  issuedWhy:
    'The letter is kept exactly as it was printed. Goodterms does not send it: print it, or attach the file to your own e-mail.',
  issuedThen: 'Until that day nothing more goes out. Money that comes in, or a plan agreed, takes its place.',
  issuedPast:
    'The last day has passed. What was announced is yours to do; a payment or a plan is still welcome.',
  pay: 'Record a payment',
  plan: 'Offer a payment plan',
  another: 'Write another letter',
  back: 'Back to the client',
};
