/** Les clauses qu’une entente peut avoir : un nom, leur raison d’être, et ce qu’il faut surveiller. */
import type { ClauseWords } from './clauses.en';

export const clauses: Record<string, ClauseWords> = {
  parties: {
    title: 'Parties',
    purpose: 'Qui convient : noms enregistrés, numéros de registre, adresses.',
    note: 'Prenez le nom enregistré, non le nom commercial. Les règles du crédit dépendent de ce que le client est un consommateur ou non.',
  },
  background: {
    title: 'Contexte',
    purpose: 'Les factures qui composent la dette.',
    note: 'Chaque facture est nommée, car la prescription et les intérêts courent pour chacune.',
  },
  acknowledgment: {
    title: 'Reconnaissance de la dette',
    purpose: 'Le client confirme le montant par écrit, en chiffres et en lettres.',
    note: 'Presque partout, une reconnaissance signée fait repartir la prescription, mais seulement avant sa fin. En France, le signataire d’un engagement unilatéral écrit lui-même le montant ; en Allemagne, une reconnaissance abstraite exige l’encre et le papier.',
  },
  'no-dispute': {
    title: 'Aucune réclamation en cours',
    purpose: 'Aucune réclamation sur les factures, ou seulement celles qui sont nommées.',
    note: 'Tant qu’une réclamation est ouverte, nommez-la ou retirez cette clause.',
  },
  schedule: {
    title: 'Paiements',
    purpose: 'Les dates et les montants.',
    note: 'Plus de 12 versements ou de 12 mois avec un particulier au Royaume-Uni, ou plus de 4 avec un consommateur aux États-Unis, peuvent en faire un crédit réglementé.',
  },
  'due-day-shift': {
    title: 'Fins de semaine et jours fériés',
    purpose: 'Ce qui arrive quand une date tombe en fin de semaine ou un jour férié.',
    note: 'Le dire règle ce que chaque droit national trancherait autrement.',
  },
  method: { title: 'Comment payer', purpose: 'Où vont les paiements et quand ils comptent.' },
  allocation: {
    title: 'Ce qu’un paiement règle d’abord',
    purpose: 'Ce qu’un paiement réduit en premier.',
    note: 'Bien des lois placent les intérêts en premier ; la dette d’abord est plus simple et plus aimable.',
  },
  interest: {
    title: 'Intérêts',
    purpose: 'Pas d’intérêt, ou un seul taux annuel.',
    note: 'Le Canada veut que le taux annuel soit écrit. Plafonds : Canada 35 % par an frais compris, New York 16 %, Floride 18 %. Sans intérêt, la plupart des règles du crédit à la consommation ne jouent pas.',
  },
  'late-charge': {
    title: 'Frais de retard',
    purpose: 'Ce que coûte un versement manqué.',
    note: 'Seulement sur le versement en retard. Une somme fixe est exclue pour les consommateurs au Québec et en Allemagne, et au Canada elle compte dans les 35 %.',
  },
  grace: {
    title: 'Grâce, puis le temps d’y remédier',
    purpose: 'Des jours avant toute suite, un avis, et comment demander un changement.',
  },
  acceleration: {
    title: 'Exigibilité du solde entier',
    purpose: 'Quand tout ce qui reste peut devenir dû.',
    note: 'Avec un consommateur en Allemagne : deux versements de suite, un dixième de la somme (un vingtième au-delà de trois ans) et deux semaines d’avertissement (§ 498 BGB).',
  },
  'early-discount': {
    title: 'Merci pour un paiement anticipé',
    purpose: 'Une récompense pour qui paie tout plus tôt.',
    note: 'Elle dit ce qui arrive si la date est manquée : rien ne change.',
  },
  forbearance: {
    title: 'Ce que promet l’entreprise',
    purpose: 'Ce que l’entreprise promet en retour.',
    note: 'Elle donne à l’entente sa contrepartie. La prescription court toujours, sauf si la dette est reconnue.',
  },
  'no-novation': {
    title: 'Ce qui reste inchangé',
    purpose: 'Les contrats et les factures d’origine demeurent.',
  },
  'set-off': {
    title: 'Nouvelles commandes',
    purpose: 'Les nouvelles commandes se paient à leurs conditions habituelles.',
  },
  security: {
    title: 'Caution',
    purpose: 'Quelqu’un d’autre garantit les paiements.',
    note: 'Jamais par surprise.',
  },
  'without-prejudice': {
    title: 'Échanges avant la signature',
    purpose: 'Ce qui fut dit avant de signer n’est pas un aveu.',
    note: 'L’entente signée doit rester ouverte, sinon elle pourrait ne pas faire repartir la prescription.',
  },
  communication: { title: 'Comment rester en contact', purpose: 'À qui l’on écrit, et quand.' },
  confidentiality: { title: 'Confidentialité', purpose: 'Chacun la garde pour soi.' },
  data: {
    title: 'Renseignements personnels',
    purpose: 'À quoi servent les renseignements personnels.',
  },
  changes: { title: 'Modifications', purpose: 'Un changement se signe comme nouvelle version.' },
  entire: {
    title: 'Entente complète',
    purpose: 'Ce document dit tout ce qui fut convenu sur le paiement échelonné.',
  },
  law: {
    title: 'Droit et tribunaux',
    purpose: 'Le droit qui s’applique et les tribunaux qui décident.',
    note: 'Le droit du contrat d’origine. Le consommateur garde la protection de son domicile.',
  },
  advice: {
    title: 'Le temps de lire et de demander',
    purpose: 'Les deux ont eu le temps de lire et de demander conseil.',
    note: 'Le protocole anglais préalable au procès veut que les particuliers sachent où trouver des conseils gratuits sur les dettes.',
  },
  signatures: {
    title: 'Signature',
    purpose: 'Qui signe, comment, et que la signature électronique compte.',
    note: 'Gardez le fichier signé tel quel. Exceptions : une reconnaissance abstraite en Allemagne, les actes solennels, les cautions.',
  },
  thanks: { title: 'Remerciement', purpose: 'Un mot aimable pour finir.' },
};
