/** La mise en demeure : ce qui est demandé d’abord, la lettre, et la suite. */
import type { demand as english } from './demand.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

const NUMBERS = ['Aucun', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'];

export const demand: typeof english = {
  title: 'Mise en demeure',
  sub: 'La dernière lettre\u00a0: juste, complète et vraie.',

  currencyNeeded: 'Ce client doit dans plusieurs devises. Une mise en demeure n’en retient qu’une.',
  currency: 'Devise de la lettre',

  owed: 'Ce qui est en retard',
  nothingOwed: 'Rien n’est en retard.',
  total: 'En retard en tout',
  late: 'Retard',

  asked: 'Ce qui est demandé d’abord',
  askedMet: 'Ce qui était demandé d’abord',
  askedWhy:
    'Une mise en demeure ne part que lorsque tout a été tenté avec douceur et que tout ce qu’elle dit est vrai.',
  standings: {
    met: 'Rempli',
    begun: 'Commencé',
    missing: 'Pas encore',
    later: 'Pas encore en question',
  },
  points: {
    overdue: 'Un montant est en retard',
    reminders: (n) => {
      const written = `${NUMBERS[n] ?? n} ${count(n, 'rappel écrit', 'rappels écrits')}`;
      return n > 1 ? `${written}, à des dates différentes` : written;
    },
    disputes: 'Rien n’en est contesté',
    plan: 'Aucun échéancier n’est en train d’être tenu',
    step: 'Une suite que vous avez décidé de donner',
  },

  overdue: (amount, n, text, since) =>
    n === 1
      ? `${amount} sur une facture, échue le ${since}.`
      : `${amount} sur ${text} factures, la plus ancienne échue le ${since}.`,
  notOwed: 'Rien n’est dû\u00a0: il n’y a rien à demander. Un merci serait à sa place.',
  notOverdue: 'Rien n’est encore en retard. Un rappel amical avant l’échéance est toujours bienvenu.',
  tooSmall: (amount) => `${amount}\u00a0: votre politique tient ce montant pour négligeable.`,
  openPolicy: 'Ouvrir la politique',

  noReminderAsked: 'Votre politique n’en demande pas.',
  remindersSoFar: (n, of) => `${n} sur ${of} jusqu’ici`,
  noReminder: 'Aucun n’est noté depuis l’émission de la plus ancienne facture.',
  remindersLater: 'Ils comptent dès qu’un montant est en retard.',
  reminder: (channel) => `par ${channel}`,
  writeDown: 'Noter un rappel',

  noDispute: 'Aucune facture n’est contestée.',
  disputed: (invoice, since) => `${invoice} est contestée depuis le ${since}.`,
  disputedUndated: (invoice) => `${invoice} est contestée.`,
  settle: (invoice) => `Régler le différend sur ${invoice}`,

  noPlan: 'Aucun échéancier ne s’y oppose.',
  planKept: (plan) => `${plan} est tenu\u00a0; laissez-le faire son œuvre.`,
  planNext: (day) => `Le prochain versement échoit le ${day}.`,
  openPlan: (plan) => `Ouvrir ${plan}`,

  steps: {
    call: 'Un dernier appel',
    agency: 'Agence de recouvrement',
    lawyer: 'Avocat',
    small_claims: 'Petites créances',
    pause_work: 'Suspension des travaux',
  },
  stepMeans: {
    call: 'Vous téléphonez pour chercher une solution ensemble.',
    agency: 'Vous confiez le dossier à une agence de recouvrement.',
    lawyer: 'Vous confiez le dossier à votre avocat.',
    small_claims: 'Vous déposez une demande aux petites créances.',
    pause_work: 'Plus de travaux ni de livraisons avant le règlement du compte.',
  },
  stepThen: {
    call: 'téléphonerez pour chercher une solution ensemble',
    agency: 'confierez le dossier à une agence de recouvrement',
    lawyer: 'confierez le dossier à votre avocat',
    small_claims: 'déposerez une demande aux petites créances',
    pause_work: 'suspendrez les travaux et les livraisons',
  },
  otherSteps: 'Autres suites',
  otherStepsWhy:
    'La lettre ne peut annoncer qu’une suite que vous avez décidée. En ajouter une modifie votre politique.',
  addStep: (step) => `Ajouter «\u202f${step}\u202f» à la politique`,
  stepAdded: (step) => `«\u202f${step}\u202f» fait désormais partie de votre politique.`,

  letter: 'La lettre',
  deadline: 'Dernier jour pour payer',
  earliest: (day) => `Au plus tôt le ${day}, pour laisser le temps de répondre.`,
  earliestByForm: (day) =>
    `Au plus tôt le ${day}\u00a0: le formulaire prescrit laisse ce délai pour répondre\u00a0; voir la note.`,
  nextStep: 'La seule suite annoncée',
  nextStepWhy: 'Une seule, et que vous donnerez vraiment. La lettre la nomme avec sa date.',
  signedBy: 'Signée par',
  signedByHint: 'Le nom au bas de la lettre.',
  planOpen: 'La lettre invite aussi à proposer un échéancier\u00a0; cette porte reste ouverte.',
  paper: (client) => `Mise en demeure à ${client}`,
  draft: 'projet',

  mind: 'Bon à savoir',
  warnings: {
    limitation_passed: { lead: 'Délai pour agir en justice.' },
    prescribed_form: { lead: 'Un formulaire prescrit.' },
    business_contact_missing: {
      lead: 'Comment vous joindre.',
      text: 'La lettre ne donne ni adresse, ni courriel, ni téléphone de votre entreprise.',
      part: 'business',
    },
    payment_details_missing: {
      lead: 'Où payer.',
      text: 'La lettre dit seulement «\u202fcomme indiqué sur nos factures\u202f».',
      part: 'pay',
    },
  },
  openSettings: 'L’ajouter dans les réglages',
  source: (source, day) => `${source}. Lu le ${day}\u00a0; ceci n’est pas un avis juridique.`,

  issue: 'Émettre la mise en demeure',
  nothingYet: 'Rien n’est encore émis.',
  notYet: (n) => `Pas encore\u00a0: il manque ${n} ${count(n, 'élément', 'éléments')}.`,
  notReady: 'Pas encore\u00a0: la lettre n’est pas complète.',
  offerPlan: 'Proposer plutôt un échéancier',
  confirmTitle: (client) => `Mise en demeure à ${client}`,
  confirmAsks: (client, amount, deadline) =>
    `La lettre demande ${amount} à ${client}, au plus tard le ${deadline}.`,
  confirmThen: (step, day) =>
    `Si rien n’est entré d’ici là, elle annonce que vous ${step} à partir du ${day}.`,
  confirmKept:
    'Elle est conservée dans le livre telle qu’elle est imprimée et notée parmi vos échanges\u00a0; la suite devient une tâche datée dans Aujourd’hui.',
  confirmSent: 'Goodterms n’envoie rien\u00a0: vous enregistrez la lettre et l’envoyez vous-même.',
  stay: 'Pas encore',

  issuedNow: (client) => `La mise en demeure à ${client} est émise.`,
  issuedOn: 'Lettre du',
  announced: 'Suite annoncée',
  from: (step, day) => `${step}, à partir du ${day}`,
  issuedWhy:
    'La lettre est conservée telle qu’elle a été imprimée. Goodterms ne l’envoie pas\u00a0: imprimez-la, ou joignez le fichier à votre propre courriel.',
  issuedThen:
    'Jusqu’à ce jour, rien d’autre ne part. Un paiement reçu ou un échéancier convenu prend sa place.',
  issuedPast:
    'Le dernier jour est passé. La suite annoncée vous revient\u00a0; un paiement ou un échéancier reste bienvenu.',
  pay: 'Inscrire un paiement',
  plan: 'Proposer un échéancier',
  another: 'Écrire une autre lettre',
  back: 'Revenir au client',
};
