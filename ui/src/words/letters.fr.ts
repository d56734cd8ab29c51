/** Les mots des lettres : rappels, reçus, remerciements, avis, et l’envoi à plusieurs. */
import type { letters as english } from './letters.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

export const letters: typeof english = {
  subs: {
    reminder: 'Un mot sur ce qui est dû, tel qu’il figurera sur papier, dans leur langue.',
    receipt: 'Ce qui est entré et ce que cela a payé, pour leurs livres.',
    thanks: 'Un mot aimable pour un paiement, avec ce qu’il y a de vrai à en dire.',
    missed: 'Ce qui a été manqué, et jusqu’à quand on peut y remédier, comme l’entente le prévoit.',
    default: 'Ce qui a été manqué et n’a pas été régularisé à temps, et ce que vous demandez maintenant.',
  },
  asked: { reminder: 'Ce qui est demandé', missed: 'Délai pour payer', default: 'Ce qui est demandé' },
  signed: 'De votre part',
  back: 'Revenir à l’objet de la lettre',
  noLetter: 'Pourquoi il n’y a pas de lettre pour l’instant',

  asThingsStand: 'Selon la situation',
  step: 'Depuis quand c’est en retard',
  steps: {
    before_due: 'Avant l’échéance',
    next_day: 'Un jour',
    one_week: 'Une semaine',
    two_weeks: 'Deux semaines',
    one_month: 'Un mois',
  },
  stepsMean: {
    before_due: 'La lettre pour ce qui n’est pas encore échu.',
    next_day: 'La lettre des premiers jours après l’échéance.',
    one_week: 'La lettre pour quand une semaine a passé.',
    two_weeks: 'La lettre pour quand deux semaines ont passé.',
    one_month: 'La lettre pour quand un mois ou plus a passé.',
  },
  beforeDue: 'Rien n’est encore en retard. La lettre rappelle ce qui échoit d’ici deux semaines.',
  tone: 'Ton',
  tones: { warm: 'Chaleureux', neutral: 'Neutre', firm: 'Ferme' },
  tonesMean: {
    warm: 'La lettre est chaleureuse\u00a0: on écrit ainsi quand il s’agit sûrement d’un oubli.',
    neutral: 'La lettre est neutre\u00a0: ce qui reste ouvert, et une question.',
    firm: 'La lettre est ferme\u00a0: claire sur la date, et toujours polie.',
  },
  answerBy: 'Réponse demandée au plus tard le',
  answerHint: 'Demain au plus tôt\u202f; dans une semaine, sauf si vous choisissez.',
  cureBy: (day) => `On peut y remédier jusqu’au ${day}.`,
  cureWhy: 'Les jours viennent de l’entente\u202f; la lettre ne peut pas les abréger.',

  greeting: 'Formule d’appel',
  greetingHint:
    'Elle ouvre la lettre en français et suit «\u202fDear\u202f» en anglais. Laissée vide, une formule qui convient est prise.',
  signedBy: 'Qui signe',
  signedByHint: 'Le nom au bas de la page\u202f; il est proposé de nouveau jusqu’au verrouillage du livre.',
  posted: 'Le document part par la poste aujourd’hui',
  postedMeans: {
    reminder: 'Il compte alors comme un rappel écrit, en date d’aujourd’hui.',
    receipt: 'Il est alors noté parmi vos échanges, en date d’aujourd’hui.',
    thanks: 'Il est alors noté comme un mot aimable de votre part, en date d’aujourd’hui.',
    missed: 'Il compte alors comme un mot écrit de votre part, en date d’aujourd’hui.',
    default: 'Il compte alors comme un mot écrit de votre part, en date d’aujourd’hui.',
  },
  keepPosted:
    'Il est conservé parmi leurs documents et noté comme posté aujourd’hui. Goodterms n’envoie rien\u00a0: imprimez-le et postez-le.',

  refusals: {
    nothing_overdue: {
      sentence: 'Il n’y a rien à leur rappeler.',
      next: 'Rien d’incontesté n’est en retard ni n’échoit d’ici deux semaines. Un relevé de compte montre où en sont les choses.',
    },
    plan_on_track: {
      sentence: 'Aucun versement de cet échéancier n’est manqué.',
      next: 'Rien n’est à écrire avant la fin du délai de grâce.',
    },
    already_reversed: {
      sentence: 'Ce paiement a été repris\u202f; il n’y a rien à confirmer.',
      next: 'Si l’argent est entré malgré tout, inscrivez-le de nouveau.',
    },
    default_too_early: {
      sentence: 'Il est trop tôt pour cet avis.',
      next: 'L’avis de versement manqué part d’abord\u202f; celui-ci suit quand le dernier jour qu’il indique est passé.',
    },
  },
  ways: {
    missed: 'Rédiger l’avis de versement manqué',
    plan: 'Ouvrir l’échéancier',
    asThingsStand: 'L’écrire selon la situation',
  },

  run: {
    act: 'Lettres à tous les comptes en retard…',
    title: 'Lettres à tous les comptes en retard',
    what: 'Quoi écrire',
    kinds: { reminder: 'Rappels', statement: 'Relevés' },
    kindsMean: {
      reminder: 'Un par client, selon sa situation, dans sa langue.',
      statement: 'Un par client, de la première écriture à aujourd’hui, dans sa langue.',
    },
    posted: 'Ils partent par la poste aujourd’hui',
    postedMeans: 'Chacun compte alors comme un rappel écrit à ce client, en date d’aujourd’hui.',
    folderNext:
      'Vous choisissez ensuite un dossier. Chaque lettre est un fichier, aussi conservé parmi les documents du client.',
    print: 'Choisir un dossier et les écrire',
    choosing: 'Choix du dossier',
    stopMeans: 'Si vous annulez maintenant, aucun fichier n’est écrit et rien n’est conservé.',
    stopped: 'Le travail a été arrêté. Aucun fichier n’a été écrit et rien n’a été conservé.',
    made: {
      reminder: (n, text) =>
        `${text} ${count(n, 'rappel se trouve', 'rappels se trouvent')} dans ce dossier\u00a0:`,
      statement: (n, text) =>
        `${text} ${count(n, 'relevé se trouve', 'relevés se trouvent')} dans ce dossier\u00a0:`,
    },
    leftOut: (n, text) => `${text} ${count(n, 'client laissé', 'clients laissés')} de côté`,
    keptToo: 'Chaque lettre est aussi conservée parmi les documents du client. Goodterms n’a rien envoyé.',
    close: 'Fermer',
  },
};
