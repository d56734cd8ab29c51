/** Les documents qui quittent le bureau : relevés, ententes, mises en demeure, lettres. */
import type { papers as english } from './papers.en';

export const papers: typeof english = {
  title: 'Document',
  kinds: {
    agreement: 'Entente de paiement',
    sealed_agreement: 'Entente signée',
    final_demand: 'Mise en demeure',
    statement: 'Relevé de compte',
    returned_copy: 'Copie reçue',
    reminder: 'Rappel',
    receipt: 'Reçu',
    thanks: 'Lettre de remerciement',
    missed_notice: 'Avis de versement manqué',
    default_notice: 'Avis de versement non régularisé',
    terms_sheet: 'Conditions de facturation',
  },
  of: (kind, client) => `${kind}, ${client}`,
  madeOn: (day) => `Établi le ${day}\u00a0; conservé dans le livre tel qu’il a été imprimé.`,
  save: 'Enregistrer en PDF',
  saveAndOpen: 'Enregistrer et ouvrir',
  saved: (file) => `${file} est enregistré.`,
  noPages:
    'Les pages de ce document n’ont pas été conservées en image. Le fichier est là\u00a0: enregistrez-le et ouvrez-le.',
  back: 'Revenir au client',

  keeping: {
    keep: 'Conserver et enregistrer en PDF',
    why: 'Il est conservé parmi leurs documents tel qu’il est imprimé. Rien n’est envoyé.',
    keptNow: 'Conservé parmi leurs documents.',
    saveAgain: 'Enregistrer le fichier de nouveau',
    openPaper: 'Ouvrir le document',
  },

  terms: {
    title: 'Nos conditions de facturation',
    sub: 'Une feuille pour les nouveaux clients, avant la première facture, pour que rien ne surprenne.',
    settings: 'Réglages',
    says: 'Ce qu’elle dit',
    from: 'Vos délais de paiement, vos frais de retard s’il y en a, et comment vous joindre et vous payer\u00a0: comme vous en avez décidé.',
    change: 'Les changer dans les réglages',
    nobody:
      'Elle n’est pour personne en particulier\u00a0: elle est enregistrée où vous le choisissez et ne figure dans les documents de personne.',
    back: 'Retour aux réglages',
  },

  statement: {
    title: 'Relevé de compte',
    sub: 'Ce qui a été facturé, ce qui est entré, ce qui reste\u00a0: ligne par ligne, prêt à être comparé à leurs livres.',
    period: 'Période',
    from: 'À partir du',
    fromHint: 'Laissez vide pour commencer à la première écriture.',
    begin: 'Commencer par',
    firstEntry: 'La première écriture',
    until: (day) => `Jusqu’au ${day}, aujourd’hui.`,
    balance: 'Solde',
    owed: (amount) => `${amount} restent dus à la fin.`,
    credit: (amount) => `Le compte se termine avec un crédit de ${amount}.`,
    even: (currency) => `Rien n’est dû en ${currency} à la fin.`,
    paper: (client) => `Relevé de compte de ${client}`,
  },
};
