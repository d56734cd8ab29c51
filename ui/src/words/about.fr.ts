/** Le programme lui-même. */
import type { about as en } from './about.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

export const about: typeof en = {
  title: 'À propos de Goodterms',
  what: 'Un bureau pour être payé sans perdre le client\u00a0: des mots courtois, des échéanciers justes, et une trace à laquelle chacun peut se fier.',
  version: (version) => `Version ${version}`,
  data: 'Vos données',
  dataWhy: [
    'Chaque livre est un seul fichier chiffré, là où vous l’avez mis. Seuls le trousseau, la phrase secrète ou les mots de récupération l’ouvrent.',
    'Goodterms ne se connecte à aucun réseau. Rien ne quitte cet ordinateur sans que vous l’enregistriez et l’envoyiez vous-même.',
    'Cet ordinateur garde aussi, à part des livres, où ils se trouvent, vos choix pour cette fenêtre, et ce qu’il faut à une phrase secrète pour ouvrir son livre.',
  ],
  bookAt: 'Ce livre se trouve à',
  licence: 'Licence',
  licenceWhy: 'Goodterms est un logiciel libre, sous licence MIT ou Apache 2.0, à votre choix.',
  law: 'Droit',
  lawWhy:
    'Les faits de droit sont donnés avec leur source et le jour où ils ont été lus. Ce ne sont pas des conseils juridiques.',
  fonts: 'Caractères',
  fontsWhy: 'Source Serif 4 et Source Sans 3 d’Adobe, sous licence SIL Open Font 1.1.',
  parts: 'Fait avec',
  partsWhy: (n, text) =>
    `${text} ${count(n, 'ouvrage', 'ouvrages')} d’autres personnes, chacun sous sa propre licence. Merci.`,
  search: 'Trouver une licence',
  name: 'Nom',
  versionHead: 'Version',
  licenceHead: 'Licence',
  none: 'Rien ne porte ce nom ici.',
  all: 'Tout montrer',
  loading: 'Lecture de la liste',
};
