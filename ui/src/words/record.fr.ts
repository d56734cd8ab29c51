/** Le journal : ce à quoi on ne fait qu’ajouter. */
import type { record as en } from './record.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

export const record: typeof en = {
  title: 'Journal',
  sub: 'Tout ce qui s’est fait dans ce livre, du plus récent au plus ancien. Rien ne peut y être changé ou retiré sans que cela se voie.',
  client: 'Client',
  everyone: 'Montrer tous les clients',
  search: 'Chercher ici',
  none: (typed, text) => `Aucune des ${text} écritures montrées ne contient «\u202f${typed}\u202f».`,
  showAll: 'Effacer la recherche',
  emptyClient: 'Rien n’est inscrit pour ce client.',
  earlier: 'Montrer les écritures précédentes',
  beginning: 'Le livre commence ici.',
  asking: 'Lecture du journal',
  shown: (n, text) => `${text} ${count(n, 'écriture montrée', 'écritures montrées')}`,
  entered: (day) => `Inscrit le ${day}.`,
  entry: (n) => `n° ${n}`,
  verify: 'Vérifier le journal',
  verifying: 'Le journal est suivi maillon par maillon',
  whole: (n, text) =>
    `Vérifié\u00a0: ${text} ${count(n, 'écriture se suit', 'écritures se suivent')} sans rupture, et aucune n’a été changée.`,
  broken: 'Le journal n’est pas tel qu’il a été écrit.',
  brokenNext: 'Restaurez la dernière sauvegarde à côté du livre. Le fichier reste exactement tel quel.',
};
