/** L’exportation : tout le livre en fichiers que d’autres logiciels lisent. */
import type { exports as english } from './exports.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

export const exports: typeof english = {
  act: 'Tout exporter…',
  title: 'Tout exporter',
  why: 'Tous les clients, factures, paiements, échéanciers et le journal, tels qu’ils sont maintenant. Le livre lui-même ne change pas.',
  what: 'Sous quelle forme',
  formats: {
    xlsx: 'Classeur Excel',
    csv: 'CSV pour logiciels',
    'csv-local': 'CSV pour Excel',
    json: 'Fichier JSON',
    papers: 'Papiers et pièces jointes',
  },
  formatsMean: {
    xlsx: 'Un seul fichier, une feuille par liste.',
    csv: 'Un fichier par liste, avec virgules et points décimaux, en UTF-8\u00a0: ce que les logiciels attendent.',
    'csv-local': 'Les mêmes listes avec les signes de votre région\u00a0: Excel les ouvre d’un double clic.',
    json: 'Tout, avec un schéma décrit. Goodterms le reprend dans un nouveau livre\u202f; les papiers l’accompagnent donc.',
    papers: 'Chaque accord, lettre, relevé et fichier importé, à l’octet près.',
  },
  needed: 'Accompagne le JSON.',
  none: 'Choisissez-en au moins une.',
  open: 'Ces fichiers ne sont pas chiffrés\u00a0: qui peut ouvrir le dossier peut les lire.',
  make: 'Choisir un dossier et exporter',
  choosing: 'Choix du dossier',
  stopMeans: 'Si vous annulez maintenant, aucun fichier n’est écrit.',
  stopped: 'Arrêté. Aucun fichier n’a été écrit.',
  made: (n, text) =>
    `${text} ${count(n, 'fichier se trouve', 'fichiers se trouvent')} dans ce dossier\u00a0:`,
  asOf: (day) => `Soldes et états sont ceux du ${day}.`,
  holds: 'Ce qu’ils contiennent',
  counts: {
    clients: 'Clients',
    invoices: 'Factures',
    credit_notes: 'Avoirs',
    payments: 'Paiements',
    plans: 'Échéanciers',
    bank_lines: 'Lignes bancaires',
    papers: 'Papiers et pièces jointes',
    history: 'Lignes du journal',
  },
  close: 'Fermer',
};
