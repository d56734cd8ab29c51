/** Words of the letters: reminders, receipts, thanks, notices, and writing to many at once. */
const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const letters = {
  subs: {
    reminder: 'A word about what is due, as it will stand on paper, in their language.',
    receipt: 'What came in and what it paid, for their books.',
    thanks: 'A kind word for a payment, said with what is true of it.',
    missed: 'What was missed, and until when it can be made good, as the agreement provides.',
    default: 'What was missed and not made good in time, and what you now ask for.',
  },
  asked: { reminder: 'What it asks', missed: 'Time to pay', default: 'What it asks' },
  signed: 'From you',
  back: 'Back to what it is about',
  noLetter: 'Why there is no letter now',

  asThingsStand: 'As things stand',
  step: 'How late it is',
  steps: {
    before_due: 'Before it is due',
    next_day: 'A day',
    one_week: 'A week',
    two_weeks: 'Two weeks',
    one_month: 'A month',
  },
  stepsMean: {
    before_due: 'The letter for what is not due yet.',
    next_day: 'The letter for the days just after the due day.',
    one_week: 'The letter for when a week has passed.',
    two_weeks: 'The letter for when two weeks have passed.',
    one_month: 'The letter for when a month or more has passed.',
  },
  beforeDue: 'Nothing is late yet. The letter reminds them of what falls due within two weeks.',
  tone: 'Tone',
  tones: { warm: 'Warm', neutral: 'Neutral', firm: 'Firm' },
  tonesMean: {
    warm: 'The letter is warm: as one writes when it was surely overlooked.',
    neutral: 'The letter is neutral: what is open, and a question.',
    firm: 'The letter is firm: clear about the day, and still polite.',
  },
  answerBy: 'An answer is asked for by',
  answerHint: 'Tomorrow at the earliest; a week from today unless you choose.',
  cureBy: (day: string) => `It can be made good until ${day}.`,
  cureWhy: 'The days come from the agreement; the letter cannot shorten them.',

  greeting: 'Greeting',
  greetingHint:
    'It follows “Dear” in English and opens a letter in French. Left empty, one that fits is taken.',
  signedBy: 'Signed by',
  signedByHint: 'The name under the letter; offered again until the book is locked.',
  posted: 'It goes out by post today',
  postedMeans: {
    reminder: 'It then counts as a written reminder to them, with today’s date.',
    receipt: 'It is then written down among your words with them, with today’s date.',
    thanks: 'It is then written down as a kind word to them, with today’s date.',
    missed: 'It then counts as a written word to them, with today’s date.',
    default: 'It then counts as a written word to them, with today’s date.',
  },
  keepPosted:
    'It is kept among their papers and written down as posted today. Goodterms sends nothing: print it and post it.',

  /** What a refusal means for a letter, where that is more than it says elsewhere. */
  refusals: {
    nothing_overdue: {
      sentence: 'There is nothing to remind them of.',
      next: 'Nothing undisputed is late or falls due within two weeks. A statement of account shows how things stand.',
    },
    plan_on_track: {
      sentence: 'No instalment of this plan is missed.',
      next: 'Nothing needs to be written before the days of grace have ended.',
    },
    already_reversed: {
      sentence: 'This payment was taken back, so there is nothing to confirm.',
      next: 'If the money came in after all, record it anew.',
    },
    default_too_early: {
      sentence: 'It is too early for this notice.',
      next: 'The notice of the missed instalment goes first; this one follows when the last day it names has passed.',
    },
  } as Record<string, { sentence: string; next: string }>,
  ways: {
    missed: 'Write the notice of the missed instalment',
    plan: 'Open the plan',
    asThingsStand: 'Write it as things stand',
  },

  run: {
    act: 'Letters for everybody overdue…',
    title: 'Letters for everybody overdue',
    what: 'What to write',
    kinds: { reminder: 'Reminders', statement: 'Statements' },
    kindsMean: {
      reminder: 'One for each client, as things stand with them, in their language.',
      statement: 'One for each client, from the first entry to today, in their language.',
    },
    posted: 'They go out by post today',
    postedMeans: 'Each then counts as a written reminder to that client, with today’s date.',
    folderNext: 'Next you choose a folder. Each is a file of its own, kept among that client’s papers too.',
    print: 'Choose a folder and write them',
    choosing: 'Choosing the folder',
    stopMeans: 'If you cancel now, no file is written and nothing is kept.',
    stopped: 'It was stopped. No file was written and nothing was kept.',
    made: {
      reminder: (n: number, text: string) =>
        `${text} ${count(n, 'reminder lies', 'reminders lie')} in this folder:`,
      statement: (n: number, text: string) =>
        `${text} ${count(n, 'statement lies', 'statements lie')} in this folder:`,
    },
    leftOut: (n: number, text: string) => `${text} ${count(n, 'client', 'clients')} left out`,
    keptToo: 'Each is kept among that client’s papers too. Goodterms sent nothing.',
    close: 'Close',
  },
};
