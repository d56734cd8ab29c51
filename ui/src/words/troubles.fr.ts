import type { Troubles } from './severity';

export const troubles: Troubles = {
  no_such_book: {
    sentence: 'Il n’y a plus de livre à cet endroit.',
    next: 'Il a pu être déplacé, ou son disque n’est pas branché. Ouvrez-le là où il se trouve maintenant.',
  },
  not_a_book: {
    sentence: 'Ce fichier n’est pas un livre Goodterms.',
    next: 'Choisissez un fichier qui se termine par .book, ou une sauvegarde.',
  },
  key_or_file_wrong: {
    sentence:
      'Cette clé n’ouvre pas le livre, ou le début du fichier est abîmé ; le chiffrement ne dit pas lequel des deux.',
    next: 'Essayez les mots de récupération de ce livre-ci. S’ils ne l’ouvrent pas, restaurez la dernière sauvegarde.',
  },
  book_damaged: {
    sentence: 'Une partie de ce livre est abîmée et ne peut être lue.',
    next: 'Le fichier reste tel quel. Restaurez la dernière sauvegarde à côté.',
  },
  book_newer: {
    sentence: 'Ce livre a été écrit par une version plus récente de Goodterms.',
    next: 'Mettez Goodterms à jour sur cet ordinateur. Rien n’a changé dans le livre.',
  },
  book_exists: {
    sentence: 'Un fichier se trouve déjà à cet endroit, et nous n’écrasons jamais rien.',
    next: 'Choisissez un autre nom ou un autre dossier.',
  },
  no_book_open: {
    sentence: 'Le livre est fermé.',
    next: 'Rouvrez-le ; rien n’est perdu.',
  },
  book_read_only: {
    sentence: 'Ce livre est ouvert en lecture seule, car un autre programme y écrivait.',
    next: 'Fermez l’autre programme, puis verrouillez ce livre et rouvrez-le.',
  },
  history_missing: {
    sentence: 'Cet ordinateur a connu un état plus récent de ce livre : la fin de son histoire manque.',
    next: 'Restaurez la dernière sauvegarde, ou continuez si vous avez vous-même remis une copie plus ancienne.',
  },
  file_exists: {
    sentence: 'Un fichier se trouve déjà à cet endroit, et nous n’écrasons jamais rien.',
    next: 'Choisissez un autre nom ou un autre dossier.',
  },
  path_missing: {
    sentence: 'Aucun endroit n’a été choisi pour le fichier.',
    next: 'Choisissez un dossier et un nom.',
  },
  no_home: {
    sentence: 'Le système n’indique aucun dossier où Goodterms puisse garder ses propres fichiers.',
    next: 'Voyez la personne qui s’occupe de cet ordinateur. Vos livres ne sont pas touchés.',
  },
  in_use: {
    sentence: 'Une autre fenêtre ou une commande écrit dans ce livre.',
    next: 'Attendez qu’elle ait fini, puis réessayez.',
  },
  no_encryption: {
    sentence: 'Cette copie de Goodterms ne sait pas chiffrer ; elle ne touchera donc à aucun livre.',
    next: 'Réinstallez Goodterms depuis sa source d’origine.',
  },
  phrase_word_count: {
    sentence: 'Une phrase de récupération compte 24 mots.',
    next: 'Comptez-les sur la feuille, dans l’ordre ; les retours à la ligne ne comptent pas.',
  },
  phrase_word_unknown: {
    sentence: 'L’un des mots n’est pas un mot de récupération.',
    next: 'Vérifiez son orthographe ; les quatre premières lettres de chaque mot lui sont propres.',
  },
  phrase_checksum: {
    sentence: 'Chaque mot existe, mais ils ne vont pas ensemble dans cet ordre.',
    next: 'Comparez-les à votre feuille, un par un.',
  },
  passphrase_wrong: {
    sentence: 'Cette phrase secrète n’ouvre pas ce livre.',
    next: 'Vérifiez les majuscules et les espaces, ou prenez les mots de récupération.',
  },
  passphrase_empty: {
    sentence: 'La phrase secrète est vide.',
    next: 'Quatre ou cinq mots sans rapport se retiennent bien et se devinent mal.',
  },
  key_file_missing: {
    sentence: 'Cet ordinateur ne connaît pas encore de phrase secrète pour ce livre.',
    next: 'Ouvrez-le une première fois avec ses mots de récupération.',
  },
  key_file_damaged: {
    sentence: 'Ce que cet ordinateur gardait pour la phrase secrète de ce livre est abîmé.',
    next: 'Ouvrez le livre avec ses mots de récupération. Le livre lui-même n’est pas touché.',
  },
  keychain_missing: {
    sentence: 'Aucun trousseau ne répond sur cet ordinateur.',
    next: 'Prenez la phrase secrète ou les mots de récupération.',
  },
  keychain_silent: {
    sentence: 'Le trousseau n’a pas répondu à temps. Le livre n’a pas été touché.',
    next: 'Déverrouillez le trousseau et réessayez, ou prenez la phrase secrète ou les mots de récupération.',
  },
  keychain_denied: {
    sentence: 'Le trousseau n’a pas laissé entrer Goodterms.',
    next: 'Acceptez quand le système le demande, ou prenez la phrase secrète ou les mots de récupération.',
  },
  keychain_no_entry: {
    sentence: 'Le trousseau de cet ordinateur n’a pas de clé pour ce livre.',
    next: 'Prenez la phrase secrète ou les mots de récupération.',
  },
  keychain_ambiguous: {
    sentence: 'Le trousseau garde plusieurs clés pour ce livre.',
    next: 'Prenez les mots de récupération ; eux ne laissent aucun doute.',
  },
  keychain_garbage: {
    sentence: 'Ce que le trousseau garde pour ce livre n’est pas une clé.',
    next: 'Prenez la phrase secrète ou les mots de récupération.',
  },
  disk_full: {
    sentence: 'Le disque est plein. Rien n’a changé.',
    next: 'Faites un peu de place, puis réessayez.',
  },
  read_only: {
    sentence: 'On ne peut pas écrire dans ce fichier ou dans son dossier. Rien n’a changé.',
    next: 'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci.',
  },
  no_permission: {
    sentence: 'Cet ordinateur ne vous laisse pas ouvrir ce fichier ou ce dossier.',
    next: 'Choisissez un autre dossier, ou voyez la personne qui s’occupe de cet ordinateur.',
  },
  disk_failed: {
    sentence: 'Le disque ou le lecteur réseau n’a pas répondu. Ce qui était enregistré est à l’abri.',
    next: 'Vérifiez que le disque est branché, puis réessayez.',
  },
  no_randomness: {
    sentence: 'Le système n’a pas fourni de nombres aléatoires ; aucune clé n’a été faite.',
    next: 'Redémarrez l’ordinateur et réessayez.',
  },
  unexpected: {
    sentence: 'Quelque chose a cloché dans Goodterms. Rien n’a changé.',
    next: 'Réessayez. Si cela se reproduit, fermez le livre et rouvrez-le.',
  },
  amount_unreadable: {
    sentence: 'Nous n’avons pas su lire ce montant.',
    next: 'Écrivez-le en chiffres, par exemple 1250,00.',
  },
  amount_too_precise: {
    sentence: 'Ce montant a plus de décimales que sa devise.',
    next: 'Arrondissez-le à la plus petite pièce.',
  },
  amount_too_large: {
    sentence: 'Ce montant dépasse ce que les livres peuvent tenir.',
    next: 'Il manque peut-être une virgule.',
  },
  amount_not_positive: {
    sentence: 'Le montant doit être supérieur à zéro.',
    next: 'Pour reprendre une somme, faites un avoir ou une contre-passation.',
  },
  currency_mismatch: {
    sentence: 'Deux devises allaient être additionnées.',
    next: 'Saisissez chacune dans sa propre devise.',
  },
  currency_unknown: {
    sentence: 'Nous ne connaissons pas cette devise.',
    next: 'Donnez ses trois lettres, par exemple CAD.',
  },
  date_unreadable: {
    sentence: 'Nous n’avons pas su lire cette date.',
    next: 'Donnez le jour, le mois et l’année.',
  },
  date_out_of_range: {
    sentence: 'Cette date sort des années que les livres couvrent.',
    next: 'Vérifiez l’année.',
  },
  time_zone_unknown: {
    sentence: 'Nous ne connaissons pas ce fuseau horaire.',
    next: 'Choisissez-en un dans la liste.',
  },
  rate_unreadable: {
    sentence: 'Nous n’avons pas su lire ce pourcentage.',
    next: 'Écrivez-le en chiffres, par exemple 8,5.',
  },
  country_unknown: {
    sentence: 'Nous ne connaissons pas ce pays.',
    next: 'Choisissez-en un dans la liste.',
  },
  region_unknown: {
    sentence: 'Nous ne connaissons pas cette partie du pays.',
    next: 'Choisissez-en une dans la liste, ou laissez vide.',
  },
  locale_unknown: {
    sentence: 'Nous ne connaissons pas cette langue dans ce pays.',
    next: 'Choisissez un autre pays ou une autre langue.',
  },
  business_name_missing: {
    sentence: 'Le nom de l’entreprise est encore vide.',
    next: 'Écrivez le nom que vos clients connaissent.',
  },
  business_word_refused: {
    sentence: 'Nous n’avons pas pu garder ce texte tel quel.',
    next: 'Raccourcissez-le, sans retours à la ligne ni signes qui ne s’impriment pas.',
  },
  client_unknown: {
    sentence: 'Ce client n’est plus dans ce livre.',
    next: 'Cherchez son nom sous Clients ; il a pu être réuni à un autre.',
  },
  client_ambiguous: {
    sentence: 'Plusieurs clients répondent à ce nom.',
    next: 'Choisissez l’un d’eux.',
  },
  invoice_unknown: {
    sentence: 'Cette facture n’est pas dans ce livre, ou n’était pas encore émise ce jour-là.',
    next: 'Cherchez son numéro sous Factures.',
  },
  invoice_ambiguous: {
    sentence: 'Plusieurs factures portent ce numéro.',
    next: 'Choisissez l’une d’elles.',
  },
  state_unknown: {
    sentence: 'Nous ne connaissons pas cet état de facture.',
    next: 'Choisissez l’un de ceux qui sont au-dessus de la liste.',
  },
  sort_unknown: {
    sentence: 'La liste ne peut être mise dans cet ordre.',
    next: 'Choisissez une autre colonne.',
  },
};
