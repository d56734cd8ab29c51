/** Mots du travail du jour : ce qui demande quelqu’un, pourquoi, et ce qui est laissé en paix. */
import type { HeldReason, NextStep, WorkGroup, WorkKind } from '../ipc/vocabulary';
import type { Held, TodayItem } from '../ipc/wire';
import type { Words } from './en';
import type { TodayShown } from './today.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

function named(invoices: readonly string[] | undefined): string {
  const [first, second, ...more] = invoices ?? [];
  if (first === undefined) return 'Un compte';
  if (second === undefined) return first;
  return more.length === 0 ? `${first} et ${second}` : `${more.length + 2} factures`;
}

const fell = (invoices: readonly string[] | undefined) =>
  count(invoices?.length ?? 1, 'échue le', 'échues depuis le');

function instalment({ n, of }: TodayItem): string {
  return n === 0 ? 'Acompte' : `Versement ${n ?? ''} sur ${of ?? ''}`;
}

const steps: Record<NextStep, { brief: string; whole: string }> = {
  call: { brief: 'un appel', whole: 'un dernier appel pour chercher une entente' },
  agency: { brief: 'une agence de recouvrement', whole: 'la remise du compte à une agence de recouvrement' },
  lawyer: { brief: 'un avocat', whole: 'la remise du compte à un avocat' },
  small_claims: { brief: 'les petites créances', whole: 'une demande aux petites créances' },
  pause_work: { brief: 'une pause des travaux', whole: 'une pause dans les travaux' },
};

const reasons: Record<WorkKind, (item: TodayItem, shown: TodayShown, step: string) => string> = {
  newly_late: (item, { day }) =>
    `${named(item.invoices)} ${fell(item.invoices)} ${day(item.since)}. Aucun mot encore.`,
  late_again: ({ words = 0, last_word }, { day }) =>
    words === 0
      ? `Vos dernières nouvelles datent du ${day(last_word)}. Pas encore de rappel.`
      : `${words} ${count(words, 'rappel', 'rappels')} jusqu’ici, le dernier mot le ${day(last_word)}.`,
  demand_possible: ({ words = 0 }) =>
    `${words} ${count(words, 'rappel', 'rappels')} jusqu’ici. Une mise en demeure est possible.`,
  instalment_in_grace: (item, { day }) => `${instalment(item)}, du ${day(item.due)}, en grâce.`,
  instalment_missed: (item, { day }) => `${instalment(item)}, attendu le ${day(item.due)}, manqué.`,
  plan_to_sign: (item, { day }) =>
    item.count
      ? `Établi le ${day(item.since)}. Une partie a signé, l’autre pas encore.`
      : `Établi le ${day(item.since)}. Personne ne l’a encore signé.`,
  step_due: (item, { day }, step) =>
    `Le délai donné a pris fin le ${day(item.until)}. Annoncé\u00a0: ${step}.`,
  deadline_near: (item, { day }) => `La mise en demeure du ${day(item.since)} leur laisse jusque-là.`,
  dispute_open: (item, { day }) => `${named(item.invoices)} est contestée depuis le ${day(item.since)}.`,
  import_review: ({ count: n = 0 }) =>
    `${n} ${count(n, 'échéance vient', 'échéances viennent')} de vos conditions habituelles.`,
  bank_unmatched: ({ count: n = 0 }) =>
    `${n} ${count(n, 'paiement reçu n’est pas encore rapproché', 'paiements reçus ne sont pas encore rapprochés')}.`,
  credit_unused: () => 'De l’argent de leur part n’est encore rattaché à aucune facture.',
  thank_payment: (item, { day }) => `A payé ${named(item.invoices)} le ${day(item.since)}, à temps.`,
  thank_instalment: (item, { day }) => `${instalment(item)} entré le ${day(item.since)}.`,
  thank_completed: (item, { day }) =>
    `Le dernier versement est entré le ${day(item.since)}. L’échéancier est accompli.`,
};

const whys: Record<WorkKind, (item: TodayItem, shown: TodayShown, step: string) => string> = {
  newly_late: () =>
    'Un mot bref et aimable est le premier pas habituel. Notez-le ici une fois envoyé\u00a0: la semaine qui suit leur est laissée.',
  late_again: () =>
    'Une semaine a passé depuis le dernier mot. Écrivez de nouveau, ou appelez\u00a0: une date convenue de vive voix vaut trois lettres.',
  demand_possible: ({ last_word }, { day }) =>
    `Tous les rappels que vos règles demandent sont partis, le dernier mot le ${day(last_word)}. Cette lettre est la dernière\u00a0; un échéancier reste la voie la plus douce.`,
  instalment_in_grace: (item, { weekday }) =>
    `S’il entre d’ici le ${weekday(item.until)}, l’échéancier tient. Rien ne se passe tout seul avant cela.`,
  instalment_missed: () =>
    'Parlez-leur d’abord. Ce que l’entente permet maintenant se trouve sur la page de l’échéancier\u00a0; rien ne se fait tout seul.',
  plan_to_sign: () =>
    'Rien n’en vaut tant que les deux parties n’ont pas signé, et les rappels suivent leur cours.',
  step_due: (item, { weekday }, step) =>
    `La lettre annonçait ${step}, au plus tard le ${weekday(item.due)}. Faites-le, ou convenez de mieux et notez-le.`,
  deadline_near: () => 'Rien n’est à envoyer avant ce jour. Un paiement ou un échéancier règle tout.',
  dispute_open: () =>
    'Aucun rappel ne se fait à son sujet tant que la question est ouverte. Réglez-la, ou notez où elle en est.',
  import_review: ({ since }, { day }) =>
    `Le fichier du ${day(since)} ne donnait pas d’échéance pour ces factures. Parcourez-les\u00a0: le retard se compte à partir de ce jour.`,
  bank_unmatched: () =>
    'Rapprochez-les avant d’écrire à qui que ce soit\u00a0: ce qui est entré règle peut-être ce qui paraît en retard. Rien n’est inscrit sans votre accord.',
  credit_unused: () => 'Affectez-le à ce qui est ouvert, ou remboursez-le. Il est déjà déduit de leur solde.',
  thank_payment: () => 'Remercier est un travail comme un autre, et prend une minute.',
  thank_instalment: () => 'Parole tenue. Une ligne de merci se note avec leurs autres lettres.',
  thank_completed: () => 'Toute la dette est réglée, comme convenu. Le bon moment pour un mot aimable.',
};

const groups: Record<WorkGroup, string> = {
  bank: 'Argent reçu',
  demands: 'Mises en demeure',
  plans: 'Échéanciers',
  late: 'À relancer',
  disputes: 'Litiges',
  credit: 'Crédits',
  imports: 'Fichiers à revoir',
  thanks: 'Mercis',
};

const counts: Record<WorkGroup, (n: number) => string> = {
  bank: () => 'à rapprocher',
  demands: (n) => count(n, 'mise en demeure', 'mises en demeure'),
  plans: (n) => count(n, 'échéancier', 'échéanciers'),
  late: () => 'à relancer',
  disputes: (n) => count(n, 'litige', 'litiges'),
  credit: (n) => count(n, 'crédit', 'crédits'),
  imports: (n) => count(n, 'fichier', 'fichiers'),
  thanks: (n) => count(n, 'merci', 'mercis'),
};

const held: Record<HeldReason, (each: Held, shown: TodayShown) => string> = {
  dispute: ({ invoice }) => (invoice ? `${invoice} contestée` : 'litige ouvert'),
  plan_on_track: ({ until }, { weekday }) =>
    until ? `échéancier tenu, suite le ${weekday(until)}` : 'échéancier tenu',
  in_grace: ({ until }, { weekday }) => `en grâce jusqu’au ${weekday(until)}`,
  demand_waiting: ({ until }, { weekday }) => `mise en demeure, jusqu’au ${weekday(until)}`,
  written_recently: ({ until }, { weekday }) => `relancé récemment, de nouveau dès le ${weekday(until)}`,
};

export const today: Words['today'] = {
  title: 'Aujourd’hui',
  overdue: 'en retard',
  dueThisWeek: 'à échoir cette semaine',
  counts,
  groups,
  reasons,
  whys,
  whyToday: 'Pourquoi aujourd’hui.',
  steps,
  asides: {
    instalment_in_grace: 'jusqu’au',
    instalment_missed: 'manqué',
    plan_to_sign: 'à signer',
    step_due: 'geste à faire',
    deadline_near: 'jusqu’au',
    dispute_open: 'contestée',
    import_review: 'à revoir',
    bank_unmatched: 'à rapprocher',
    credit_unused: 'au compte',
    thank_payment: 'payée',
    thank_instalment: 'tenu',
    thank_completed: 'accompli',
  },
  more: (text, group) => `${text} de plus sous «\u202f${group}\u202f»`,
  list: 'Le travail du jour',
  by: (channel) => `par ${channel}`,
  panel: (name) => `Ce qui est ouvert avec ${name}`,
  owed: 'Dû',
  moreOpen: (n, text) => `${text} ${count(n, 'autre facture ouverte', 'autres factures ouvertes')}`,
  onAccount: 'Crédit au compte',
  lastWords: 'Derniers échanges',
  noWords: 'Aucune lettre, aucun appel ni message n’est encore noté.',
  moveOn: 'parcourir',
  allKeys: 'toutes les touches',
  acts: {
    reminder: 'Noter un rappel',
    call: 'Noter un appel',
    pay: 'Inscrire un paiement',
    plan: 'Composer un échéancier',
    demand: 'Écrire la mise en demeure',
    letter: 'Ouvrir la lettre',
    openPlan: 'Ouvrir l’échéancier',
    sign: 'Faire signer l’échéancier',
    resolve: 'Régler le litige',
    review: 'Revoir le fichier',
    match: 'Rapprocher les paiements',
    thank: 'Noter un merci',
    client: 'Ouvrir le client',
    credit: 'Ouvrir les paiements',
  },
  held: {
    head: (n, text) => `${text} ${count(n, 'laissé en paix', 'laissés en paix')}`,
    reasons: held,
    more: (text) => `et ${text} de plus`,
    fewer: 'en montrer moins',
  },
  done: {
    title: 'Rien ne vous attend aujourd’hui.',
    next: (client, what) => `Ensuite\u00a0: ${client}, ${what}.`,
    quiet: 'Rien n’est en suspens, et rien ne part tout seul.',
  },
  never: {
    title: 'Chaque journée commencera ici.',
    why: 'Dès que le livre aura des factures, cette page dira qui est en retard, pourquoi il est temps d’écrire, et qui il vaut mieux laisser en paix.',
  },
  first: {
    head: 'Premier jour',
    why: 'Six choses qui rendent justes chaque lettre et chaque échéancier. Dans n’importe quel ordre, n’importe quel jour.',
    done: 'fait',
    progress: (done, all) => `${done} sur ${all}`,
    hide: 'Ranger cette liste',
    steps: {
      particulars: {
        do: 'Dire qui vous êtes',
        why: 'Adresse, courriel et téléphone figurent sur chaque document.',
      },
      pay_to: {
        do: 'Dire comment on vous paie',
        why: 'Coordonnées bancaires ou lien, imprimés là où on les cherche.',
      },
      clients: {
        do: 'Importer vos clients',
        why: 'Depuis l’export de votre logiciel de facturation, ou un à un.',
      },
      invoices: { do: 'Importer ce qui est ouvert', why: 'Les soldes et les retards en découlent.' },
      policy: {
        do: 'Fixer vos règles',
        why: 'Les rappels avant une dernière lettre, et le seul geste que vous feriez ensuite.',
      },
      papers: {
        do: 'Composer un premier échéancier',
        why: 'Ou un relevé de compte\u00a0: voyez le document avant tout le monde.',
      },
    },
  },
};
