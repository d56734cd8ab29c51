/** Les mots des pièces dont chaque écran est fait. */
import type { shared as english } from './shared.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

export const shared: typeof english = {
  optional: 'facultatif',

  money: {
    unreadable: 'Nous n’avons pas pu lire ce montant.',
    negative: 'Écrivez le montant sans le signe moins.',
    tooFine: (currency, decimals) =>
      decimals === 0
        ? `Il n’y a pas de décimales en ${currency}.`
        : `Il y a ${decimals} ${count(decimals, 'décimale', 'décimales')} en ${currency}.`,
    twoWays: (typed) => `«\u202f${typed}\u202f» peut se lire de deux façons. Laquelle est la bonne\u202f?`,
    take: (reading, currency) => `Retenir ${reading} ${currency}`,
  },

  pick: {
    open: 'Montrer les choix',
    searching: 'Recherche…',
    nothing: 'Rien ne porte ce nom.',
    noClient: 'Aucun client ne porte ce nom.',
    typeName: 'Tapez une partie du nom.',
    addClient: (typed) => `Ajouter «\u202f${typed}\u202f» aux clients`,
    owes: (amounts) => `doit ${amounts}`,
  },

  day: { half: 'Cette date n’est pas complète.' },

  confirm: { stay: 'Ne rien changer' },

  paper: {
    page: (n, of) => `Page ${n} sur ${of}`,
    alt: (label, n, of) => `${label}, page ${n} sur ${of}`,
    marked: (text, ribbon) => `${text} (${ribbon})`,
    larger: 'Agrandir',
    smaller: 'Réduire',
    zoom: (percent) => `${percent}\u00a0%`,
    nextPage: 'Page suivante du document',
    previousPage: 'Page précédente du document',
    drawing: 'Mise en page en cours',
    none: 'Il n’y a pas encore de page à montrer.',
  },

  instalments: {
    label: (n) => `Versements, ${n} en tout`,
    place: (n, of) => `${n} sur ${of}`,
    due: (day) => `échéance le ${day}`,
    states: {
      kept: 'tenu',
      grace: 'en délai de grâce',
      part: 'tenu en partie',
      to_come: 'à venir',
      broken: 'manqué',
      waived: 'manqué, toléré',
    },
  },

  pad: { clear: 'Effacer' },

  work: { next: 'Prochaine chose à faire', previous: 'Chose précédente' },

  progress: {
    counted: (label, done, of) => `${label}\u00a0: ${done} sur ${of}`,
    cancelling: 'Arrêt en cours…',
    phases: {
      reading: 'Lecture des lignes',
      matching: 'Comparaison avec le livre',
      writing: 'Écriture',
      drawing: 'Mise en page des lettres',
    },
  },

  table: {
    select: 'Choisir',
    selectRow: (name) => `Choisir ${name}`,
    selectAll: 'Choisir toutes les lignes',
  },
};
