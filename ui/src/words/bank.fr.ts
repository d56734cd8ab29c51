/** La banque : les lignes des relevés, ce qu’elles paient peut-être, et pourquoi. */
import type { bank as english } from './bank.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

export const bank: typeof english = {
  title: 'Banque',
  account: 'Compte',
  numbered: (number) => `Compte ${number}`,
  unnamed: (currency) => `Compte en ${currency}`,
  balance: (amount, day) => `Solde de ${amount} le ${day}`,
  balanceUndated: (amount) => `Solde de ${amount}`,
  views: 'Lignes du compte',
  view: { open: 'À rapprocher', matched: 'Rapprochées', all: 'Relevé entier' },
  lines: 'Lignes bancaires',
  on: 'Jour',
  payer: 'Qui',
  said: 'Ce qui est écrit',
  paid: 'A payé',
  amount: (currency) => `Montant, ${currency}`,
  nobody: 'Sans nom',
  tick: (payer, amount) => `Inscrire ${amount} de ${payer} avec les autres`,
  out: 'sortie',
  andMore: (first, n, text) => `${first} et ${text} ${count(n, 'autre', 'autres')}`,
  creditOnly: 'crédit au compte',
  link: (n, text) =>
    n === 0 ? 'Relevés bancaires' : `${text} ${count(n, 'ligne bancaire', 'lignes bancaires')} à rapprocher`,

  empty: {
    title: 'Pas encore de relevé bancaire. Il dit quels paiements sont entrés.',
    why: 'Goodterms met ses lignes en regard de vos factures ouvertes et dit pourquoi l’une paie peut-être l’autre. Rien n’est inscrit tant que vous ne le demandez pas.',
    steps: [
      'Téléchargez les mouvements du compte auprès de votre banque\u00a0: CAMT, OFX, MT940, QIF ou CSV.',
      'Importez le fichier. Les mois peuvent se recouvrir\u00a0: une ligne déjà là n’entre pas deux fois.',
      'Revenez ici. Ce qui ne laisse aucun doute est coché et s’inscrit d’un coup\u202f; le reste se choisit ligne par ligne.',
    ],
    act: 'Importer un relevé',
  },
  done: {
    title: 'Tout ce qui est entré est rapproché.',
    why: (day) => `Les relevés vont jusqu’au ${day}.`,
    see: 'Voir ce qui est rapproché',
  },
  noneMatched: 'Aucune ligne de ce compte n’est encore rapprochée.',
  toOpen: 'Montrer ce qui reste à rapprocher',

  sure: (n, text) =>
    n === 0
      ? 'Aucune ligne n’est cochée. Rien ne s’inscrit tout seul.'
      : `${text} ${count(n, 'ligne ne laisse', 'lignes ne laissent')} aucun doute\u00a0: numéro et montant sont ceux d’une facture ouverte.`,
  record: (n, text, sum) => `Inscrire ${text} ${count(n, 'paiement', 'paiements')}, ${sum}`,
  recording: 'Inscription des paiements',
  recorded: (n, text, sum) =>
    `${text} ${count(n, 'paiement est inscrit', 'paiements sont inscrits')}, ${sum}.`,
  undone: (n, text) => `${text} ${count(n, 'ligne est de nouveau', 'lignes sont de nouveau')} à rapprocher.`,
  stopped: 'Arrêté. Rien n’a été inscrit.',

  panel: (amount, payer) => `${amount}, ${payer}`,
  from: 'De',
  to: 'À',
  theirAccount: 'Son compte',
  reference: 'Référence',
  text: 'Texte',
  value: 'Date de valeur',
  left: 'Reste à rapprocher',
  whatPaid: 'Ce qu’elle a payé',
  credit: 'Gardé en crédit au compte',
  payment: 'Ouvrir le paiement',
  takeBack: 'Reprendre',
  takenBack: (sum, payer) => `${sum} de ${payer}\u00a0: repris, et de nouveau à rapprocher.`,
  moneyOut: 'De l’argent sorti. Il ne paie aucune facture, et rien n’est demandé.',

  may: 'Ce qu’elle paie peut-être',
  none: 'Rien d’ouvert ne convient à cette ligne.',
  noneNext: 'Trouvez la facture ou le client ci-dessous.',
  instalment: (plan, n) => (n === '0' ? `${plan}, versement initial` : `${plan}, versement ${n}`),
  take: 'Inscrire pour cela',
  entered: 'Un paiement que vous avez saisi',
  tie: 'C’est ce paiement',
  takeNth: (n) => `Inscrire pour la proposition ${n}`,
  takeFirst: 'Inscrire pour la première proposition',
  together: 'S’inscrit avec les autres lignes cochées',
  untick: 'Cocher ou décocher la ligne',
  taken: (payer) => `Ce qui est venu de ${payer} est inscrit.`,
  takenPart: (payer, left) => `Inscrit pour ${payer}\u202f; ${left} de la ligne restent à rapprocher.`,

  hand: 'Choisir soi-même',
  find: 'Facture ou client',
  findHint: 'Tapez une partie d’un numéro, d’un nom ou un montant.',
  findKey: 'Trouver soi-même une facture',
  nothing: (currency) => `Rien d’ouvert en ${currency} ne porte ce nom.`,
  wholeAccount: (client) => `Le compte de ${client}`,
  wholeAccountWhy: 'Dans l’ordre de votre politique\u202f; le surplus reste en crédit.',
  order: 'Chacune est payée dans la mesure où elle est ouverte, dans cet ordre.',
  drop: (name) => `Ôter ${name}`,
  dropShort: 'Ôter',
  takeHand: 'Inscrire pour celles-ci',

  closed: {
    title: 'Ces jours sont clos',
    reason: 'Pourquoi l’inscrire quand même',
    hint: 'Le journal la garde à côté du paiement.',
    empty: 'Écrivez pourquoi, pour qui lira le journal.',
    act: 'Inscrire avec cette raison',
  },

  evidence: {
    reference_exact: ({ text }) => `La référence est ${text}.`,
    number_in_text: ({ text }) => `Le texte nomme ${text}.`,
    amount_exact: () => 'Le montant est exactement ce qui est ouvert.',
    amount_short: ({ amount }) =>
      `Il manque ${amount} sur ce qui est ouvert, comme peuvent en prendre des frais bancaires.`,
    early_discount: ({ amount, day }) =>
      `Il manque ${amount}\u00a0: l’escompte convenu pour un paiement d’ici le ${day}.`,
    payment_entered: ({ text, day }) =>
      text ? `Vous l’avez saisi au ${day}\u202f; il paie ${text}.` : `Vous l’avez saisi au ${day}.`,
    amount_part: ({ amount }) => `${amount} resteraient ouverts.`,
    amount_over: ({ amount }) =>
      `C’est ${amount} de plus que ce qui est ouvert\u202f; cette part resterait à rapprocher.`,
    amount_sum: ({ n, count: text }) =>
      n === 1
        ? 'Le montant est exactement ce qui est ouvert.'
        : `${text} montants ouverts font exactement cette somme.`,
    lines_sum: ({ count: text }) => `${text} paiements la nomment et font exactement ce qui est ouvert.`,
    claimed_twice: ({ count: text }) => `${text} paiements la nomment, chacun pour tout ce qui est ouvert.`,
    payer_known: () => 'Ce payeur a déjà été rapproché de ce client.',
    payer_alike: ({ text }) => `Le nom du payeur ressemble à ${text}.`,
    instalment_due: ({ n, count: text, day }) =>
      n === 0 ? `C’est le versement initial, dû le ${day}.` : `C’est le versement ${text}, dû le ${day}.`,
    oldest_first: () => 'Aucun montant ouvert ne convient\u202f; la plus ancienne serait payée d’abord.',
    days_after_due: ({ n, count: text }) => `Reçu ${text} ${count(n, 'jour', 'jours')} après l’échéance.`,
    days_before_due: ({ n, count: text }) =>
      n === 0 ? 'Reçu le jour de l’échéance.' : `Reçu ${text} ${count(n, 'jour', 'jours')} avant l’échéance.`,
  },
};
