/** Réglages : ce que chacun décide, dit avec son effet. */
import type { settings as en } from './settings.en';

const count = (n: number, one: string, many: string) => (n < 2 ? one : many);

export const settings: typeof en = {
  title: 'Réglages',
  tabs: 'Volets des réglages',
  parts: {
    business: 'Entreprise',
    logo: 'Logo',
    pay: 'Pour être payé',
    policy: 'Politique',
    seal: 'Sceau',
    display: 'Affichage',
    book: 'Ce livre',
  },
  kept: (what) => `${what}\u00a0: c’est enregistré.`,
  asOne: 'Chaque champ est enregistré quand vous le quittez, et peut être défait.',

  business: {
    terms: 'Votre façon de facturer',
    termsWhy:
      'Une feuille qui dit à un nouveau client comment vous facturez et êtes payé, d’après vos réglages.',
    termsOpen: 'Voir la feuille',
    names: 'Sur vos papiers',
    name: 'Nom de l’entreprise',
    taxId: 'Numéro de taxe ou d’entreprise',
    taxIdHint: 'Tel qu’il s’imprime, par exemple 81234 5678 RT0001.',
    address: 'Adresse',
    street: 'Rue',
    number: 'Numéro civique',
    extra: 'Complément',
    town: 'Ville',
    postcode: 'Code postal',
    country: 'Pays',
    region: 'Province, État ou nation',
    law: 'La loi de ce lieu décide des intérêts, des jours fériés et des délais.',
    reach: 'Pour vous joindre',
    email: 'Courriel',
    phone: 'Téléphone',
    fixed: 'Fixé avec le livre',
    currency: 'Devise',
    timeZone: 'Fuseau horaire',
    fixedWhy: 'Chaque montant et chaque jour du livre y ont été inscrits\u202f; ils restent tels quels.',
  },

  logo: {
    head: 'Logo',
    why: 'Un PNG ou un JPEG. Il figure en tête des ententes, mises en demeure et relevés faits à partir d’aujourd’hui\u202f; les papiers déjà faits restent tels quels.',
    none: 'Pas encore de logo\u00a0: les papiers commencent par votre nom.',
    choose: 'Choisir une image',
    another: 'Choisir une autre image',
    takeAway: 'Retirer le logo',
    name: 'Logo',
    alt: (business) => `Logo de ${business}`,
    onPaper: 'Sur le papier',
    sample: 'Entente de paiement échelonné',
  },

  pay: {
    head: 'Comment vous payer',
    lines: 'Lignes, telles qu’imprimées',
    hint: 'Une façon par ligne. Elles figurent sur chaque entente, mise en demeure et relevé.',
    example:
      'Par exemple\u00a0: Virement Interac à comptes@votreentreprise.ca, puis une ligne pour le chèque ou le virement.',
    onPaper: 'Sur le papier',
    printed: 'Comment payer',
    empty: 'Rien encore. Un client qui veut payer ne devrait pas avoir à demander comment.',
  },

  policy: {
    intro:
      'Décidé une fois, à tête reposée, pour que rien ne se décide à chaud. Un changement vaut à partir d’aujourd’hui\u202f; papiers et écritures déjà faits restent tels quels.',
    steps: 'Suites',
    stepsWhy:
      'Ce que vous ferez vraiment quand le délai d’une mise en demeure passe. Elle ne peut nommer que l’une de ces suites\u00a0: elle ne menace jamais de ce que vous ne feriez pas.',
    step: {
      call: 'Téléphoner encore une fois',
      agency: 'Confier le compte à une agence de recouvrement',
      lawyer: 'Confier le compte à un avocat',
      small_claims: 'S’adresser aux petites créances',
      pause_work: 'Suspendre travaux ou livraisons',
    },
    stepWhy: {
      call: 'Pour chercher une solution ensemble.',
      agency: 'Ses frais et ses manières deviennent les vôtres aux yeux du client.',
      lawyer: 'Une lettre d’abord\u202f; les frais commencent ici.',
      small_claims: 'Sans avocat presque partout\u202f; des plafonds s’appliquent.',
      pause_work: 'Jusqu’à ce que le retard soit réglé.',
    },
    lastStep: 'Il en faut une\u00a0: une mise en demeure sans suite serait vide.',
    reminders: 'D’abord des rappels',
    remindersField: 'Rappels écrits avant une mise en demeure',
    remindersWhy: (n, text) =>
      n === 0
        ? 'Une mise en demeure peut partir sans rappel.'
        : `Une mise en demeure attend que ${text} ${count(n, 'rappel écrit soit parti', 'rappels écrits soient partis, à des jours différents')}.`,
    terms: 'Conditions usuelles',
    termsField: 'Jours entre émission et échéance',
    termsWhy: (n, text) =>
      n === 0
        ? 'Une facture sans échéance propre échoit le jour de son émission.'
        : `Une facture sans échéance propre échoit ${text} ${count(n, 'jour', 'jours')} après son émission.`,
    grace: 'Grâce',
    graceField: 'Jours de grâce après un versement',
    graceWhy: (n, text) =>
      n === 0
        ? 'Un versement d’un nouvel échéancier compte comme manqué dès le lendemain de son échéance.'
        : `Un versement d’un nouvel échéancier ne compte comme manqué que ${text} ${count(n, 'jour', 'jours')} après son échéance. Rien ne part avant.`,
    late: 'Frais de retard',
    lateField: 'Taux annuel, en pour cent',
    lateNone: 'Les nouveaux échéanciers ne comptent rien pour un versement en retard.',
    lateWhy: (rate) =>
      `Les nouveaux échéanciers peuvent compter ${rate}\u00a0% par an sur un versement en retard, pour les jours de retard et sur lui seul.`,
    lateHint:
      'Laissez vide pour aucun. La loi de certains lieux le plafonne\u202f; l’échéancier vous avertit.',
    small: 'Petit solde',
    smallField: 'Trop petit pour une mise en demeure',
    smallNone: 'Tout montant en retard peut faire l’objet d’une mise en demeure.',
    smallWhy: (amount, currency) => `Aucune mise en demeure pour ${amount} ${currency} ou moins.`,
    closing: 'Jours clos',
    closingField: 'Clos jusqu’à ce jour compris',
    closingNone: 'Aucun jour n’est clos.',
    closingWhy: (day) =>
      `Une écriture au ${day} ou avant demande une raison\u00a0: les chiffres remis à votre comptable restent où ils étaient.`,
    order: 'Ordre d’imputation',
    orderWhy: {
      costs_interest_principal:
        'Un paiement couvre d’abord les frais, puis les intérêts, puis les factures\u00a0: la règle de bien des codes civils.',
      principal_interest_costs:
        'Un paiement couvre d’abord les factures, puis les intérêts, puis les frais\u00a0: plus doux pour le client.',
    },
    orders: {
      costs_interest_principal: 'Frais d’abord',
      principal_interest_costs: 'Factures d’abord',
    },
    orderNamed: 'La facture que le client désigne passe toujours en premier.',
  },

  seal: {
    what: 'Avec votre sceau, le livre clôt une entente que les deux parties ont signée. Il prouve que le document n’a pas été changé depuis et quelle clé l’a scellé, non qui est une personne.',
    yours: 'Votre sceau',
    none: 'Il n’y en a pas encore. Il est créé ici, au nom de votre entreprise, quand la première entente est scellée.',
    name: 'Nom',
    key: 'Clé',
    holds: 'Validité',
    fromTo: (from, to) => `du ${from} au ${to}`,
    origin: 'Origine',
    own: 'Créé ici\u202f; personne d’autre ne s’en porte garant.',
    vouched: 'Une autorité s’en porte garante.',
    authority: 'La clé d’une autorité',
    authorityWhy:
      'Si une autorité vous a remis une clé, elle peut devenir votre sceau. Ce qui a été scellé auparavant reste tel quel.',
    takeUp: 'Adopter la clé d’une autorité…',
    takeUpTitle: 'La clé d’une autorité',
    takeUpAct: 'Adopter la clé',
    takeUpWhy: 'La clé vit désormais dans le livre, chiffrée avec lui. Le fichier peut être rangé.',
    takenUp: 'La clé est adoptée. Elle figure sur ce qui est scellé à partir de maintenant.',
    password: 'Mot de passe du fichier',
    passwordHint: 'Il sert une fois, pour ouvrir le fichier\u202f; il n’est gardé nulle part.',
    stamps: 'Horodatage',
    stamp: 'Faire horodater chaque sceau',
    stampWhy:
      'Seule une empreinte du sceau est envoyée à l’adresse ci-dessous, rien de ce que dit le document. L’horodatage montre depuis quand le sceau existe.',
    address: 'Adresse de l’autorité',
    addressHint: 'Commence par https:// ou http://. Elle est consultée à chaque scellement.',
  },

  display: {
    theme: 'Thème',
    themeWhy: 'Le papier reste du papier dans les deux.',
    language: 'Langue',
    languageWhy: 'De cette fenêtre seulement. Lettres et ententes sont dans la langue de chaque client.',
    text: 'Taille du texte',
    textWhy: 'Tout grandit avec elle\u202f; rien n’est coupé.',
    sizes: {
      '100': '100\u00a0%',
      '115': '115\u00a0%',
      '130': '130\u00a0%',
      '150': '150\u00a0%',
      '200': '200\u00a0%',
    },
    keys: 'Clavier',
    keysAll: 'Montrer toutes les touches',
    here: 'Ces choix sont gardés sur cet ordinateur, non dans le livre.',
  },

  book: {
    file: 'Le fichier',
    where: 'Où il se trouve',
    size: 'Taille',
    megabytes: (n) => `${n} Mo`,
    holds: 'Contient',
    clients: (n, text) => `${text} ${count(n, 'client', 'clients')}`,
    invoices: (n, text) => `${text} ${count(n, 'facture', 'factures')}`,
    fileWhy:
      'Un seul fichier chiffré. Il se copie, se déplace et se sauvegarde comme un autre\u202f; il s’ouvre avec le trousseau, la phrase secrète ou les mots de récupération.',
    proof: 'Est-il intact\u202f?',
    proofWhy:
      'Lit chaque page, suit le journal maillon par maillon, compare chaque papier gardé et refait chaque addition.',
    verify: 'Vérifier le livre',
    again: 'Vérifier de nouveau',
    verifying: 'Vérification du livre',
    whole: 'Le livre est intact.',
    notWhole: 'Le livre n’est pas tel qu’il a été écrit.',
    notWholeNext: 'Restaurez la dernière sauvegarde à côté. Le fichier reste exactement tel quel.',
    checks: {
      pages_ok: 'Chaque page est telle qu’écrite',
      history_ok: 'Le journal est sans rupture',
      attachments_ok: 'Chaque papier gardé est ce qu’il était',
      money_ok: 'Chaque montant est à sa place',
    },
    entries: (n, text) => `${text} ${count(n, 'écriture', 'écritures')}`,
    fine: 'oui',
    broken: 'non',
    recovery: 'Mots de récupération',
    recoveryWhy:
      'Les 24 mots ont été montrés une fois, à la création du livre, et ne peuvent plus l’être\u00a0: ils sont la clé même, et un écran qui les montrerait permettrait à quiconque passe à ce bureau de la copier.',
    recoveryNext:
      'Si la feuille est perdue, le livre s’ouvre encore sur cet ordinateur avec son trousseau ou sa phrase secrète, mais sur aucun autre.',
  },
};
