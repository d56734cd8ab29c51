/** Une phrase par chose qui peut arriver, en français. */
import type { Change, Counts } from '../ipc/vocabulary';
import type { History } from './history.en';

function touched(counts: Counts): string {
  const parts = [
    [counts.invoices, 'facture', 'factures'],
    [counts.credit_notes, 'avoir', 'avoirs'],
    [counts.payments, 'paiement', 'paiements'],
    [counts.clients, 'client', 'clients'],
    [counts.bank_lines, 'ligne bancaire', 'lignes bancaires'],
    [counts.contacts ?? 0, 'courriel', 'courriels'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, one, many]) => `${n} ${n < 2 ? one : many}`);
  return said.length > 0 ? said.join(', ') : 'rien';
}

/** Ce qui change d’une entreprise ou d’un client, tel que le livre le nomme. */
const fields: Readonly<Record<string, string>> = {
  name: 'nom',
  kind: 'genre',
  reference: 'numéro de client',
  email: 'courriel',
  phone: 'téléphone',
  language: 'langue',
  tax_id: 'numéro de taxe',
  street: 'rue',
  number: 'numéro civique',
  extra: 'complément d’adresse',
  postcode: 'code postal',
  town: 'ville',
  region: 'province ou État',
  country: 'pays',
  notes: 'notes',
  pay_to: 'pour être payé',
  logo: 'logo',
};
const decisions: Readonly<Record<string, string>> = {
  next_steps: 'suites',
  reminders_before_demand: 'rappels avant une mise en demeure',
  late_charge: 'frais de retard, pour cent par an',
  small_balance: 'petit solde',
  closing_date: 'jours clos',
  appropriation: 'ordre d’imputation',
  terms_days: 'conditions usuelles en jours',
  grace_days: 'jours de grâce',
  time_stamp_authority: 'horodatage des sceaux',
};
const letters: Readonly<Record<string, string>> = {
  reminder: 'Rappel rédigé',
  receipt: 'Reçu rédigé',
  thanks: 'Lettre de remerciement rédigée',
  missed_notice: 'Avis de versement manqué rédigé',
  default_notice: 'Avis de versement non régularisé rédigé',
};
const values: Readonly<Record<string, string>> = {
  '': 'aucun',
  call: 'téléphoner',
  agency: 'agence de recouvrement',
  lawyer: 'avocat',
  small_claims: 'petites créances',
  pause_work: 'suspendre les travaux',
  costs_interest_principal: 'frais d’abord',
  principal_interest_costs: 'factures d’abord',
};

const changed = (changes: readonly Change[]) => changes.map(({ field }) => fields[field] ?? field).join(', ');
const decided = (value: string) =>
  value
    .split(',')
    .map((each) => values[each] ?? each)
    .join(', ');

export const history: History = {
  book_created: (what) => ({ head: `Livre de ${what.name} commencé`, aside: `En ${what.currency}.` }),
  business_edited: (what) => ({
    head: 'Coordonnées de l’entreprise modifiées',
    aside: changed(what.changes),
  }),
  policy_set: ({ change }) => ({
    head: `Politique modifiée\u00a0: ${decisions[change.field] ?? change.field}`,
    aside: `De «\u202f${decided(change.before)}\u202f» à «\u202f${decided(change.after)}\u202f».`,
  }),
  client_added: (what) => ({ head: `${what.name} ajouté` }),
  client_edited: (what) => ({
    head: 'Coordonnées modifiées',
    aside: changed(what.changes),
  }),
  invoice_added: (what, shown) => ({
    head: `${what.number} émise`,
    aside: `Échéance le ${shown.day(what.due)}.`,
    amount: what.total,
  }),
  payment_recorded: (what, shown) => ({
    head: 'Paiement reçu',
    aside: what.paid.map((paid) => `${paid.invoice} : ${shown.amount(paid.amount)}`).join(' · '),
    amount: what.amount,
  }),
  entry_reversed: (what, shown) => ({
    head: `Repris : ${what.what}`,
    aside: `En date du ${shown.day(what.on)}.`,
    amount: what.amount,
  }),
  dispute_opened: (what, shown) => ({
    head: `${what.invoice} contestée`,
    aside: what.amount
      ? `Pour ${shown.amount(what.amount)}. Les rappels à ce sujet attendent.`
      : 'Les rappels à ce sujet attendent.',
  }),
  dispute_resolved: (what) => ({ head: `Litige sur ${what.invoice} réglé` }),
  contact_recorded: () => ({ head: 'Échange noté' }),
  imported: (what) => ({
    head: `${what.file} importé`,
    aside: `Nouveau : ${touched(what.created)}. Modifié : ${touched(what.updated)}.`,
  }),
  client_imported: (what) => ({
    head: `Importé depuis ${what.file}`,
    aside: `Nouveau : ${touched(what.created)}. Modifié : ${touched(what.updated)}.`,
  }),
  import_undone: (what) => ({
    head: `Import de ${what.file} annulé`,
    aside: `Repris : ${touched(what.taken_back)}.`,
  }),
  bank_line_matched: (what, shown) => ({
    head:
      what.payer === '' ? 'Paiement reçu par la banque' : `Paiement reçu par la banque\u00a0: ${what.payer}`,
    aside: what.paid.map((paid) => `${paid.invoice}\u00a0: ${shown.amount(paid.amount)}`).join(' · '),
    amount: what.amount,
  }),
  bank_line_unmatched: (what, shown) => ({
    head: what.payer === '' ? 'Ligne bancaire dissociée' : `Ligne bancaire dissociée\u00a0: ${what.payer}`,
    aside: `Du ${shown.day(what.on)}.`,
    amount: what.amount,
  }),
  bank_line_tied: (what, shown) => ({
    head:
      what.payer === ''
        ? 'Paiement retrouvé à la banque'
        : `Paiement retrouvé à la banque\u00a0: ${what.payer}`,
    aside: `Il avait été saisi au ${shown.day(what.entered)}.`,
    amount: what.amount,
  }),
  bank_line_untied: (what, shown) => ({
    head: what.payer === '' ? 'Ligne bancaire libérée' : `Ligne bancaire libérée\u00a0: ${what.payer}`,
    aside: `Le paiement saisi au ${shown.day(what.entered)} demeure.`,
    amount: what.amount,
  }),
  discount_given: (what) => ({
    head: `Escompte pour paiement rapide\u00a0: ${what.invoice}`,
    amount: what.amount,
  }),
  mail_failed: (what) => ({
    head: `Un courriel à ${what.address} n’est pas arrivé`,
    ...(what.reason && { aside: what.reason }),
  }),
  plan_drafted: (what) => ({
    head: `Plan de paiement ${what.plan} rédigé`,
    aside: `Version ${what.version}.`,
    amount: what.total,
  }),
  plan_signed: (what) => ({
    head: `${what.name} a signé le plan ${what.plan}`,
    aside: `Version ${what.version}.`,
  }),
  plan_signed_in_copy: (what, shown) => ({
    head: `${what.name} a signé le plan ${what.plan}`,
    aside: `Version ${what.version}, ${what.how === 'on_paper' ? 'à la main sur papier' : 'dans un autre programme'} le ${shown.day(what.signed_on)}\u202f; la copie est gardée.`,
  }),
  plan_activated: (what, shown) => ({
    head: `Le plan ${what.plan} est en vigueur`,
    aside: `Signé par les deux parties, à compter du ${shown.day(what.on)}.`,
  }),
  plan_sealed: (what) => ({
    head: `Entente ${what.plan} scellée`,
    aside: `Version ${what.version}, signée par les deux parties.`,
  }),
  copy_returned: (what) => ({
    head: `Copie de ${what.plan} reçue`,
    aside: `Version ${what.version}, gardée telle quelle.`,
  }),
  seal_made: (what) => ({
    head: 'Votre sceau a été créé',
    aside: `Clé ${what.key}`,
  }),
  seal_imported: (what) => ({
    head: 'Votre sceau a une clé d’une autorité',
    aside: `${what.name}, clé ${what.key}`,
  }),
  demand_issued: (what, shown) => ({
    head: 'Mise en demeure envoyée',
    aside: `À payer avant le ${shown.day(what.deadline)}.`,
    amount: what.total,
  }),
  letter_made: (what) => ({
    head: letters[what.letter] ?? 'Lettre rédigée',
    ...(what.posted && { aside: 'Par la poste, le jour même.' }),
  }),
  statement_made: (what, shown) => ({
    head: 'Relevé de compte établi',
    aside: `Jusqu’au ${shown.day(what.to)}.`,
  }),
};
