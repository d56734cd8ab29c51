/** Words of the settings: what each decides, said with its effect. */
const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const settings = {
  title: 'Settings',
  tabs: 'Parts of the settings',
  parts: {
    business: 'Business',
    logo: 'Logo',
    pay: 'How to be paid',
    policy: 'Policy',
    seal: 'Seal',
    display: 'Display',
    book: 'This book',
  },
  kept: (what: string) => `${what}: saved.`,
  asOne: 'Each field is saved as you leave it, and can be undone.',

  business: {
    terms: 'How you bill',
    termsWhy:
      'One sheet that tells a new client how you send invoices and are paid, from what you decided here.',
    termsOpen: 'See the sheet',
    names: 'On your papers',
    name: 'Business name',
    taxId: 'Tax or registration number',
    taxIdHint: 'As it is printed, for example 81234 5678 RT0001.',
    address: 'Address',
    street: 'Street',
    number: 'House number',
    extra: 'Second line',
    town: 'Town',
    postcode: 'Postal code',
    country: 'Country',
    region: 'Province, state or nation',
    law: 'The law of this place decides interest, holidays and deadlines.',
    reach: 'How to reach you',
    email: 'E-mail',
    phone: 'Phone',
    fixed: 'Settled with the book',
    currency: 'Currency',
    timeZone: 'Time zone',
    fixedWhy: 'Every amount and every day in the book was recorded in these; they stay as they are.',
  },

  logo: {
    head: 'Logo',
    why: 'A PNG or JPEG. It stands at the top of agreements, demands and statements made from now on; papers already made stay as they are.',
    none: 'No logo yet: papers begin with your name.',
    choose: 'Choose a picture',
    another: 'Choose another picture',
    takeAway: 'Take the logo away',
    name: 'Logo',
    alt: (business: string) => `Logo of ${business}`,
    onPaper: 'On paper',
    sample: 'Payment plan agreement',
  },

  pay: {
    head: 'How to pay you',
    lines: 'Lines, as printed',
    hint: 'One way to a line. They stand on every agreement, demand and statement.',
    example: 'For example: e-Transfer to accounts@yourbusiness.ca, then the line for a cheque or a transfer.',
    onPaper: 'On paper',
    printed: 'How to pay',
    empty: 'Nothing yet. A client who wants to pay should not have to ask how.',
  },

  policy: {
    intro:
      'Decided once, in calm, so that nothing is decided in anger. A change counts from now on; papers and entries already made stay as they are.',
    steps: 'Next steps',
    stepsWhy:
      'What you will really do when a final demand’s deadline passes. A demand may name one of these and no other, so it never threatens what you would not do.',
    step: {
      call: 'Telephone once more',
      agency: 'Hand the account to a collection agency',
      lawyer: 'Hand the account to a lawyer',
      small_claims: 'Bring a small claim',
      pause_work: 'Pause further work or deliveries',
    },
    stepWhy: {
      call: 'To look for a way together.',
      agency: 'The agency’s fee and manners become yours in the client’s eyes.',
      lawyer: 'A letter first; costs begin here.',
      small_claims: 'Without a lawyer in most places; limits apply.',
      pause_work: 'Until what is overdue is settled.',
    },
    lastStep: 'One has to stay: a demand without a next step would be empty.',
    reminders: 'Reminders first',
    remindersField: 'Written reminders before a final demand',
    remindersWhy: (n: number, text: string) =>
      n === 0
        ? 'A final demand may go out without a reminder.'
        : `A final demand waits until ${text} written ${count(n, 'reminder has', 'reminders have')} gone out${n > 1 ? ', on different days' : ''}.`,
    terms: 'Usual terms',
    termsField: 'Days from issue to due',
    termsWhy: (n: number, text: string) =>
      n === 0
        ? 'An invoice without a due day of its own is due the day it is issued.'
        : `An invoice without a due day of its own is due ${text} ${count(n, 'day', 'days')} after it is issued.`,
    grace: 'Grace',
    graceField: 'Days of grace after an instalment',
    graceWhy: (n: number, text: string) =>
      n === 0
        ? 'An instalment of a new plan counts as missed the day after it was due.'
        : `An instalment of a new plan counts as missed only ${text} ${count(n, 'day', 'days')} after it was due. Nothing goes out before.`,
    late: 'Late charge',
    lateField: 'Rate for a year, in per cent',
    lateNone: 'New plans charge nothing for a late instalment.',
    lateWhy: (rate: string) =>
      `New plans may charge ${rate}% a year on a late instalment, for the days it is late and only on it.`,
    lateHint: 'Leave it empty for none. The law of some places caps it; the plan warns you.',
    small: 'Small balance',
    smallField: 'Too small to demand',
    smallNone: 'Any overdue amount may be demanded.',
    smallWhy: (amount: string, currency: string) =>
      `No final demand is made for ${amount} ${currency} or less.`,
    closing: 'Closed days',
    closingField: 'Closed up to and including',
    closingNone: 'No day is closed.',
    closingWhy: (day: string) =>
      `Entries on or before ${day} need a reason, so figures given to your accountant stay where they were.`,
    order: 'Order of payment',
    orderWhy: {
      costs_interest_principal:
        'A payment first covers costs, then interest, then invoices: the rule of many civil codes.',
      principal_interest_costs:
        'A payment first covers invoices, then interest, then costs: kinder to the client.',
    },
    orders: {
      costs_interest_principal: 'Costs first',
      principal_interest_costs: 'Invoices first',
    },
    orderNamed: 'An invoice the client names is always paid first.',
  },

  seal: {
    what: 'With your seal the book closes an agreement that both have signed. It proves that the paper was not changed since and which key sealed it, not who somebody is.',
    yours: 'Your seal',
    none: 'There is none yet. It is made here, in your business’s name, when the first agreement is sealed.',
    name: 'Name',
    key: 'Key',
    holds: 'Holds',
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,
    origin: 'Origin',
    own: 'Made here; nobody else vouches for it.',
    vouched: 'An authority vouches for it.',
    authority: 'A key from an authority',
    authorityWhy:
      'If an authority has given you a key of your own, it can be the seal instead. What was sealed before stays as it is.',
    takeUp: 'Take up a key from an authority…',
    takeUpTitle: 'A key from an authority',
    takeUpAct: 'Take up the key',
    takeUpWhy: 'The key lives in the book from then on, encrypted with it. The file can be put away.',
    takenUp: 'The key is taken up. What is sealed from now on bears it.',
    password: 'Password of the file',
    passwordHint: 'Used once to open the file; it is kept nowhere.',
    stamps: 'Time stamps',
    stamp: 'Have each seal time-stamped',
    stampWhy:
      'Only a digest of the seal goes to the address below, nothing of what the paper says. The stamp shows when the seal was there.',
    address: 'Address of the authority',
    addressHint: 'Begins with https:// or http://. It is asked each time something is sealed.',
  },

  display: {
    theme: 'Theme',
    themeWhy: 'Papers stay paper in both.',
    language: 'Language',
    languageWhy: 'Of this window only. Letters and agreements are in each client’s language.',
    text: 'Text size',
    textWhy: 'Everything grows with it; nothing is cut off.',
    sizes: { '100': '100%', '115': '115%', '130': '130%', '150': '150%', '200': '200%' },
    keys: 'Keyboard',
    keysAll: 'Show all keys',
    here: 'These choices are kept on this computer, not in the book.',
  },

  book: {
    file: 'The file',
    where: 'Where it lies',
    size: 'Size',
    megabytes: (n: string) => `${n} MB`,
    holds: 'Holds',
    clients: (n: number, text: string) => `${text} ${count(n, 'client', 'clients')}`,
    invoices: (n: number, text: string) => `${text} ${count(n, 'invoice', 'invoices')}`,
    fileWhy:
      'One encrypted file. It can be copied, moved and backed up like any other; it opens with its keychain entry, its passphrase or its recovery words.',
    proof: 'Is it whole?',
    proofWhy:
      'Reads every page, follows the history link by link, compares every kept paper, and adds every amount again.',
    verify: 'Verify the book',
    again: 'Verify again',
    verifying: 'Verifying the book',
    whole: 'The book is whole.',
    notWhole: 'The book is not as it was written.',
    notWholeNext: 'Restore the latest backup beside it. The file is left exactly as it is.',
    checks: {
      pages_ok: 'Every page is as it was written',
      history_ok: 'The history is unbroken',
      attachments_ok: 'Every kept paper is what it was',
      money_ok: 'Every amount is where it should be',
    },
    entries: (n: number, text: string) => `${text} ${count(n, 'entry', 'entries')}`,
    fine: 'yes',
    broken: 'no',
    recovery: 'Recovery words',
    recoveryWhy:
      'The 24 words were shown once, when the book was made, and cannot be shown again: they are the key itself, and a screen that showed them would let anyone at this desk copy it.',
    recoveryNext:
      'If the sheet is lost, the book still opens on this computer with its keychain entry or its passphrase, but on no other.',
  },
};
