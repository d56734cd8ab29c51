/** Rapports : ce qui est dû et depuis quand, et ce qui a été tenu. */
import type { reports as english } from './reports.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

export const reports: typeof english = {
  title: 'Rapports',
  tabs: 'Rapports',
  overview: 'Vue d’ensemble',
  ageing: 'Âge des comptes',
  asAt: 'En date du',
  today: 'Aujourd’hui',
  client: 'Client',
  currency: 'Devise',
  buckets: {
    current: 'Pas échu',
    d1_30: '1–30 jours',
    d31_60: '31–60',
    d61_90: '61–90',
    d90_plus: 'Plus de 90',
  },
  overdue: 'En retard',
  total: 'Total',
  credit: 'Crédit',
  net: 'Solde',
  age: 'Âge',
  share: 'Part',

  bars: (currency) => `Ce qui est dû selon l’âge, ${currency}`,
  asTable: 'Tableau',
  asBars: 'Barres',
  tableOf: (head) => `${head}, en tableau`,
  barsOf: (head) => `${head}, en barres`,
  overdueOf: (total) => `sur ${total} sont en retard,`,
  withClients: (late, lateText, all, allText) =>
    late === all ? 'chez tous ceux qui doivent.' : `chez ${lateText} des ${allText} clients.`,
  nothingOverdue: (total) => `Rien n’est en retard sur ${total}.`,
  creditApart: (credit) =>
    `Un crédit de ${credit} n’est encore rattaché à aucune facture\u00a0; il n’est pas déduit ici.`,

  kept: 'Versements tenus, 12 derniers mois',
  keptOf: (kept, of) => `des versements\u00a0: ${kept} sur ${of}`,
  standings: {
    kept: (n) => `${n} ${count(Number(n), 'tenu', 'tenus')}`,
    waived: (n) => `${n} ${count(Number(n), 'toléré', 'tolérés')}`,
    grace: (n) => `${n} en délai de grâce`,
    broken: (n) => `${n} ${count(Number(n), 'manqué', 'manqués')}`,
  },
  noneDue: 'Aucun versement n’est venu à échéance durant ces douze mois.',
  onePending: 'Seuls des versements en délai de grâce sont venus à échéance\u00a0; il n’y a rien à compter.',
  how: 'Calcul',
  howOf: (head) => `Le calcul de «\u202f${head}\u202f»`,
  formula: (kept, missed) => `${kept} tenus ÷ (${kept} tenus + ${missed} manqués)`,
  formulaWhy: (from, to) =>
    `Versements des échéanciers en vigueur, toutes devises confondues, échus après le ${from} et jusqu’au ${to}. Tenu veut dire payé en entier, même durant le délai de grâce ou après. Un versement en délai de grâce compte une fois ce délai écoulé\u00a0; un versement que vous avez toléré ne compte pas.`,

  nothing: 'Rien n’était dû ce jour-là.',
  all: (n, text) => `${text} ${count(n, 'client', 'clients')}`,
  byClient: 'Ce que doit chaque client, selon l’âge',
  ledger: 'Âge des comptes par client',
  emptyTitle: 'Rien à classer par âge pour l’instant.',
  emptyWhy:
    'Dès que le livre contient des factures, cette page dit depuis quand elles attendent, à la date de votre choix.',
};
