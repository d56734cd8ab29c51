/** The clauses an agreement can have: a name, what each is for, and what to mind. Unknown ones speak for themselves. */

export interface ClauseWords {
  title: string;
  purpose: string;
  note?: string;
}

export const clauses: Record<string, ClauseWords> = {
  parties: {
    title: 'Parties',
    purpose: 'Who agrees: registered names, register numbers, addresses.',
    note: 'Use the registered name, not the trade name. Whether the client is a consumer decides which credit rules apply.',
  },
  background: {
    title: 'Background',
    purpose: 'Which invoices make up the debt.',
    note: 'Every invoice is listed, because limitation and interest run for each of them.',
  },
  acknowledgment: {
    title: 'Acknowledgment of the debt',
    purpose: 'The client confirms the amount in writing, in figures and in words.',
    note: 'In most places a signed acknowledgment starts the limitation period anew, but only before it has ended. In France the signer of a one-sided promise writes the amount; in Germany an abstract acknowledgment needs ink on paper.',
  },
  'no-dispute': {
    title: 'No open complaint',
    purpose: 'No complaint about the invoices, or only those listed.',
    note: 'While a complaint is open, list it or leave this out.',
  },
  schedule: {
    title: 'Payments',
    purpose: 'Days and amounts.',
    note: 'More than 12 instalments or 12 months with an individual in the United Kingdom, or more than 4 with a consumer in the United States, can turn the plan into regulated credit.',
  },
  'due-day-shift': {
    title: 'Weekends and holidays',
    purpose: 'What happens when a due day is a weekend or holiday.',
    note: 'Saying it settles what national rules would each decide differently.',
  },
  method: { title: 'How to pay', purpose: 'Where payments go and when they count.' },
  allocation: {
    title: 'What a payment pays first',
    purpose: 'What a payment reduces first.',
    note: 'Many laws put interest first; the debt first is simpler and kinder.',
  },
  interest: {
    title: 'Interest',
    purpose: 'No interest, or one yearly rate.',
    note: 'Canada wants the yearly rate stated. Ceilings: Canada 35% a year with fees, New York 16%, Florida 18%. Without interest most consumer-credit rules stay out of play.',
  },
  'late-charge': {
    title: 'Late charge',
    purpose: 'What a missed instalment costs.',
    note: 'Only on the instalment that is late. A flat sum is not for consumers in Quebec or Germany, and in Canada it counts towards the 35%.',
  },
  grace: {
    title: 'Grace, then time to put it right',
    purpose: 'Days before anything happens, a notice, and how to ask for a change.',
  },
  acceleration: {
    title: 'Whole balance becomes due',
    purpose: 'When everything still open can be made due.',
    note: 'With a consumer in Germany: two instalments in a row, a tenth of the sum (a twentieth over three years), and two weeks’ warning (s. 498 BGB).',
  },
  'early-discount': {
    title: 'Thank-you for paying early',
    purpose: 'A reward for paying everything early.',
    note: 'It says what happens when the day is missed: nothing changes.',
  },
  forbearance: {
    title: 'What the business promises',
    purpose: 'What the business promises in return.',
    note: 'It gives the agreement its consideration. Time still runs towards limitation unless the debt is acknowledged.',
  },
  'no-novation': {
    title: 'What stays as it was',
    purpose: 'The original contracts and invoices stay.',
  },
  'set-off': { title: 'New orders', purpose: 'New orders are paid on their usual terms.' },
  security: {
    title: 'Guarantee',
    purpose: 'Someone else guarantees the payments.',
    note: 'Never add one by surprise.',
  },
  'without-prejudice': {
    title: 'Talks before signing',
    purpose: 'What was said before signing is no admission.',
    note: 'The signed agreement itself must stay open, or it may not restart the limitation period.',
  },
  communication: { title: 'How we stay in touch', purpose: 'Who is written to, and when.' },
  confidentiality: { title: 'Confidentiality', purpose: 'Both keep it to themselves.' },
  data: { title: 'Personal details', purpose: 'What personal details are used for.' },
  changes: { title: 'Changes', purpose: 'Changes are signed as a new version.' },
  entire: {
    title: 'Whole agreement',
    purpose: 'This document is all that was agreed about paying over time.',
  },
  law: {
    title: 'Law and courts',
    purpose: 'Which law applies and which courts decide.',
    note: 'The law of the original contract. Consumers keep the protection of their home.',
  },
  advice: {
    title: 'Time to read and to ask',
    purpose: 'Both had time to read and to ask.',
    note: 'The English pre-action protocol expects individuals to be told where free debt advice is.',
  },
  signatures: {
    title: 'Signing',
    purpose: 'Who signs, how, and that electronic signatures count.',
    note: 'Keep the signed file unchanged. Exceptions: an abstract acknowledgment in Germany, deeds, guarantees.',
  },
  thanks: { title: 'Thanks', purpose: 'A kind closing line.' },
};
