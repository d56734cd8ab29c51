/** Une phrase par chose qui peut arriver, en français. */
import type { Counts } from '../ipc/vocabulary';
import type { History } from './history.en';

function touched(counts: Counts): string {
  const parts = [
    [counts.invoices, 'facture', 'factures'],
    [counts.credit_notes, 'avoir', 'avoirs'],
    [counts.payments, 'paiement', 'paiements'],
    [counts.clients, 'client', 'clients'],
    [counts.bank_lines, 'ligne bancaire', 'lignes bancaires'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, one, many]) => `${n} ${n < 2 ? one : many}`);
  return said.length > 0 ? said.join(', ') : 'rien';
}

export const history: History = {
  book_created: (what) => ({ head: `Livre de ${what.name} commencé`, aside: `En ${what.currency}.` }),
  business_edited: (what) => ({
    head: 'Coordonnées de l’entreprise modifiées',
    aside: what.changes.map((change) => change.field).join(', '),
  }),
  policy_set: ({ change }) => ({
    head: `Règle modifiée : ${change.field}`,
    aside: `De « ${change.before} » à « ${change.after} ».`,
  }),
  client_added: (what) => ({ head: `${what.name} ajouté` }),
  client_edited: (what) => ({
    head: 'Coordonnées modifiées',
    aside: what.changes.map((change) => change.field).join(', '),
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
  plan_drafted: (what) => ({
    head: `Plan de paiement ${what.plan} rédigé`,
    aside: `Version ${what.version}.`,
    amount: what.total,
  }),
  plan_signed: (what) => ({
    head: `${what.name} a signé le plan ${what.plan}`,
    aside: `Version ${what.version}.`,
  }),
  plan_activated: (what, shown) => ({
    head: `Le plan ${what.plan} est en vigueur`,
    aside: `Signé par les deux parties, à compter du ${shown.day(what.on)}.`,
  }),
  demand_issued: (what, shown) => ({
    head: 'Mise en demeure envoyée',
    aside: `À payer avant le ${shown.day(what.deadline)}.`,
    amount: what.total,
  }),
  statement_made: (what, shown) => ({
    head: 'Relevé de compte établi',
    aside: `Jusqu’au ${shown.day(what.to)}.`,
  }),
};
