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
  client_name_taken: {
    sentence: 'Un client porte déjà ce nom.',
    next: 'Ouvrez ce client, ou ajoutez de quoi les distinguer.',
  },
  client_word_refused: {
    sentence: 'Nous n’avons pas pu garder cela tel quel.',
    next: 'Une adresse de courriel veut un @ et un domaine ; les autres lignes, aucun saut de ligne.',
  },
  contact_ahead: {
    sentence: 'Ce jour n’est pas encore venu.',
    next: 'Notez l’échange au jour où il a eu lieu.',
  },
  contact_word_unknown: {
    sentence: 'Nous ne connaissons pas ce genre d’échange.',
    next: 'Choisissez parmi ceux proposés.',
  },
  invoice_number_missing: {
    sentence: 'Il manque le numéro de la facture.',
    next: 'Écrivez celui qui y figure.',
  },
  invoice_number_taken: {
    sentence: 'Une facture porte déjà ce numéro.',
    next: 'Regardez-la, ou donnez un autre numéro à celle-ci.',
  },
  invoice_not_owed: {
    sentence: 'Cette facture n’est pas due et ne peut donc être payée.',
    next: 'Inscrivez le paiement pour tout le compte ; il reste en crédit.',
  },
  due_before_issue: {
    sentence: 'L’échéance précède le jour d’émission.',
    next: 'Revoyez les deux jours.',
  },
  day_closed: {
    sentence: 'Les livres sont clos pour ce jour.',
    next: 'Dites pourquoi l’inscrire quand même ; l’écriture en portera la mention.',
  },
  payer_missing: {
    sentence: 'Personne n’est encore nommé comme payeur.',
    next: 'Choisissez un client ou une facture.',
  },
  currency_needed: {
    sentence: 'Ce client doit en plusieurs devises.',
    next: 'Choisissez celle qui est entrée.',
  },
  payment_unknown: {
    sentence: 'Ce paiement n’est pas dans ce livre.',
    next: 'Cherchez-le sous Paiements.',
  },
  already_reversed: {
    sentence: 'Ce paiement a déjà été repris.',
    next: 'Il n’y a plus rien à faire.',
  },
  disputed_amount_refused: {
    sentence: 'On ne peut contester plus que le total de la facture.',
    next: 'Écrivez-en une partie, ou choisissez toute la facture.',
  },
  not_disputed: {
    sentence: 'Cette facture n’est plus contestée.',
    next: 'Il n’y a rien à régler.',
  },
  nothing_to_plan: {
    sentence: 'Rien n’est ouvert qu’un échéancier pourrait couvrir.',
    next: 'Regardez les factures du client : elles sont peut-être payées, ou déjà dans un échéancier.',
  },
  invoice_on_plan: {
    sentence: 'Une des factures est déjà dans un échéancier.',
    next: 'Laissez-la de côté, ou modifiez cet échéancier.',
  },
  plan_exceeds_debt: {
    sentence: 'Les factures choisies font moins que cela.',
    next: 'Écrivez une partie, ou prenez le tout.',
  },
  plan_undetermined: {
    sentence: 'Il faut deux choix, et l’un est vide.',
    next: 'Remplissez-le, ou choisissez-en un autre.',
  },
  plan_contradictory: {
    sentence: 'Ces deux choix ne peuvent pas valoir ensemble.',
    next: 'Changez l’un des deux, ou choisissez-en un autre.',
  },
  instalment_count_out_of_range: {
    sentence: 'Un échéancier a de 1 à 600 versements.',
    next: 'Écrivez un nombre entre les deux.',
  },
  plan_ends_before_start: {
    sentence: 'L’échéancier finirait avant son premier versement.',
    next: 'Choisissez une fin plus tardive ou un premier jour plus proche.',
  },
  instalment_below_interest: {
    sentence: 'Un si petit versement ne paierait même pas les intérêts.',
    next: 'Écrivez un versement plus grand ou un taux plus bas.',
  },
  instalments_do_not_fit: {
    sentence: 'Les versements ne font pas la somme due.',
    next: 'Changez un montant ou le nombre.',
  },
  down_payment_too_large: {
    sentence: 'Le versement initial ne laisse rien aux versements suivants.',
    next: 'Écrivez-en un plus petit.',
  },
  discount_too_large: {
    sentence: 'Il ne reste rien à payer, ou ce n’est pas une remise.',
    next: 'Écrivez plus que rien et moins que le tout.',
  },
  clause_fact_missing: {
    sentence: 'Une clause parle d’une chose qui n’est pas remplie.',
    next: 'Remplissez-la, ou retirez cette clause.',
  },
  clause_required: {
    sentence: 'Sans cette clause, l’entente est incomplète.',
    next: 'Laissez-la.',
  },
  paper_characters_missing: {
    sentence: 'L’entente ne peut imprimer certains caractères d’un nom ou d’un texte.',
    next: 'Écrivez ce nom autrement, dans la fiche du client ou de l’entreprise.',
  },
  plan_unknown: {
    sentence: 'Cet échéancier n’est pas dans ce livre.',
    next: 'Cherchez-le sous Échéanciers.',
  },
  plan_outdated: {
    sentence: 'Ce qui est dû a changé depuis la rédaction de l’entente.',
    next: 'Retirez cet échéancier et établissez-en un autre sur ce qui est dû maintenant.',
  },
  plan_withdrawn: {
    sentence: 'Cet échéancier a été retiré.',
    next: 'Établissez-en un autre sur ce qui est dû maintenant.',
  },
  plan_unsigned: {
    sentence: 'Les deux parties doivent signer avant que l’entente puisse être scellée.',
    next: 'Faites d’abord signer l’autre partie.',
  },
  plan_model_missing: {
    sentence: 'Cette entente a été rédigée avant que les ententes puissent être scellées.',
    next: 'Son PDF reste valable tel quel\u00a0; un nouveau plan peut être scellé.',
  },
  copy_refused: {
    sentence: 'Ce fichier n’est pas exactement une entente de ce livre.',
    next: 'Demandez le fichier tel que vous l’avez envoyé, ou une numérisation de chaque page.',
  },
  copy_unsigned: {
    sentence: 'Personne n’a signé cette copie.',
    next: 'Choisissez la copie signée\u00a0: une numérisation de chaque page, ou le fichier avec sa signature.',
  },
  signature_not_seen: {
    sentence: 'Personne n’a dit avoir vu la signature.',
    next: 'Regardez la copie, et confirmez qu’elle porte la signature.',
  },
  signer_differs: {
    sentence: 'Le certificat de ce fichier nomme une autre personne.',
    next: 'Donnez le nom tel que le certificat l’indique.',
  },
  signed_on_out_of_range: {
    sentence: 'La signature ne peut pas être de ce jour.',
    next: 'Donnez un jour entre celui de l’entente et aujourd’hui.',
  },
  font_unreadable: {
    sentence: 'Ce fichier n’est pas une police avec laquelle les documents peuvent être imprimés.',
    next: 'Choisissez une police TrueType.',
  },
  page_mark_unreadable: {
    sentence: 'Le code de cette page n’est pas l’un des nôtres.',
    next: 'Il se trouve au pied de chaque page d’une entente.',
  },
  key_file_unreadable: {
    sentence: 'Ce fichier de clé ne peut pas être lu.',
    next: 'Choisissez le fichier .p12 ou .pfx de votre autorité de certification.',
  },
  key_password_wrong: {
    sentence: 'Ce mot de passe n’ouvre pas le fichier de clé.',
    next: 'Vérifiez les majuscules et les espaces, puis tapez-le de nouveau.',
  },
  key_missing: {
    sentence: 'Le fichier ne contient pas de clé avec son certificat.',
    next: 'Exportez la clé avec son certificat.',
  },
  key_unsupported: {
    sentence: 'Les sceaux ne se font pas avec ce type de clé.',
    next: 'Utilisez une clé P-256 ou P-384, ou une clé RSA de 2 048 à 4 096 bits.',
  },
  key_does_not_fit: {
    sentence: 'La clé et le certificat ne vont pas ensemble.',
    next: 'Exportez la clé avec son propre certificat.',
  },
  key_out_of_time: {
    sentence: 'Le certificat n’est pas valable aujourd’hui.',
    next: 'Demandez-en un nouveau à votre autorité de certification.',
  },
  key_in_use: {
    sentence: 'Cette clé est ou a déjà été le sceau de ce livre.',
    next: 'Choisissez le fichier de la nouvelle clé.',
  },
  signature_field_missing: {
    sentence: 'Le fichier n’a pas de place libre pour cette signature.',
    next: 'Utilisez le fichier tel qu’il a été établi ici.',
  },
  seal_refused: {
    sentence: 'Aucun sceau ne peut être ajouté à ce fichier.',
    next: 'Utilisez le fichier tel qu’il a été établi ici.',
  },
  time_stamp_refused: {
    sentence: 'L’horodatage a été refusé ou ne convient pas.',
    next: 'Réessayez plus tard, ou scellez sans lui.',
  },
  time_stamp_unreachable: {
    sentence: 'L’autorité d’horodatage n’a pas répondu\u202f; rien n’a été scellé.',
    next: 'Réessayez plus tard, ou désactivez l’horodatage dans les réglages\u00a0: le sceau tient sans lui.',
  },
  scan_unreadable: {
    sentence: 'Cette numérisation ne peut pas être lue.',
    next: 'Numérisez de nouveau en PDF, PNG ou JPEG.',
  },
  already_signed: {
    sentence: 'Cette partie a déjà signé.',
    next: 'Il n’y a plus rien à faire pour elle.',
  },
  signature_name_missing: {
    sentence: 'Une signature demande le nom de la personne qui signe.',
    next: 'Écrivez le nom.',
  },
  cancelled: {
    sentence: 'C’est arrêté, comme vous l’avez demandé. Rien n’a été écrit.',
    next: 'Recommencez quand vous voulez.',
  },
  file_unreadable: {
    sentence: 'Le fichier n’est plus là, ou ne s’ouvre pas.',
    next: 'Fermez-le dans les autres programmes, ou choisissez-le de nouveau.',
  },
  file_empty: {
    sentence: 'Le fichier est vide.',
    next: 'Exportez la liste de nouveau.',
  },
  file_too_large: {
    sentence:
      'Le fichier dépasse ce que nous lisons\u00a0: 64 Mo, deux millions de lignes ou mille colonnes.',
    next: 'Exportez une période plus courte, ou divisez le fichier.',
  },
  file_not_text: {
    sentence: 'Le fichier contient des données qui ne sont pas du texte.',
    next: 'Exportez la liste en CSV et choisissez ce fichier.',
  },
  file_kind_unsupported: {
    sentence: 'C’est un autre genre de fichier, non un tableau de texte comme un CSV.',
    next: 'Enregistrez la liste en CSV dans le logiciel d’où elle vient, et choisissez ce fichier.',
  },
  grouped_report: {
    sentence:
      'Ce rapport est groupé sous des titres avec sous-totaux\u202f; ses lignes ne se suffisent donc pas.',
    next: 'Exportez plutôt la simple liste des factures, clients ou paiements.',
  },
  summary_report: {
    sentence: 'Cet état ne donne que des sommes\u202f; il ne nomme aucune facture.',
    next: 'Exportez plutôt l’état détaillé du même logiciel.',
  },
  statement_missing: {
    sentence: 'Ce fichier ne contient pas de relevé.',
    next: 'Téléchargez de nouveau les mouvements du compte auprès de votre banque.',
  },
  sheet_unknown: {
    sentence: 'Le classeur n’a pas de feuille de ce nom.',
    next: 'Choisissez l’une de ses feuilles.',
  },
  sheet_ambiguous: {
    sentence: 'Plusieurs feuilles du classeur peuvent convenir.',
    next: 'Enregistrez celle que vous voulez dans un fichier à part, et choisissez-le.',
  },
  header_not_found: {
    sentence: 'Aucune ligne du fichier ne nomme ses colonnes.',
    next: 'Ajoutez une première ligne avec les noms des colonnes, et choisissez le fichier de nouveau.',
  },
  columns_unrecognised: {
    sentence: 'Les noms des colonnes ne disent pas s’il s’agit de clients, de factures ou de paiements.',
    next: 'Dites ce qu’il en est.',
  },
  column_missing: {
    sentence: 'Il manque une colonne sans laquelle le fichier ne peut être lu.',
    next: 'Dites laquelle c’est.',
  },
  column_unknown: {
    sentence: 'Le fichier n’a pas de colonne de ce nom.',
    next: 'Choisissez l’une de ses colonnes.',
  },
  column_ambiguous: {
    sentence: 'Plusieurs colonnes portent ce nom.',
    next: 'Donnez-leur des noms différents dans le fichier, et choisissez-le de nouveau.',
  },
  kind_ambiguous: {
    sentence: 'Ces lignes peuvent être des factures comme des paiements.',
    next: 'Dites ce qu’il en est.',
  },
  date_order_ambiguous: {
    sentence: 'Rien dans le fichier ne dit si le jour ou le mois vient d’abord.',
    next: 'Dites lequel.',
  },
  date_order_contradicted: {
    sentence: 'Des lignes du fichier prouvent un autre ordre du jour et du mois.',
    next: 'Lisez-le comme le fichier le prouve, ou corrigez ces lignes.',
  },
  decimal_mark_ambiguous: {
    sentence: 'Rien dans le fichier ne dit quel signe précède les décimales.',
    next: 'Dites lequel.',
  },
  decimal_mark_contradicted: {
    sentence: 'Des lignes du fichier prouvent un autre signe décimal.',
    next: 'Lisez-le comme le fichier le prouve, ou corrigez ces lignes.',
  },
  field_unknown: {
    sentence: 'Une colonne ne peut être prise pour cela.',
    next: 'Choisissez autre chose dans la liste.',
  },
  import_option_unknown: {
    sentence: 'Ce choix ne figure pas parmi ceux qui existent.',
    next: 'Choisissez-en un dans la liste.',
  },
  import_unknown: {
    sentence: 'Cette importation n’est pas dans ce livre.',
    next: 'Cherchez le fichier sous Importation.',
  },
  import_already_undone: {
    sentence: 'Cette importation a déjà été reprise.',
    next: 'Il ne reste rien à faire.',
  },
  import_on_plan: {
    sentence: 'Un échéancier porte sur des factures venues de ce fichier\u202f; elles restent donc.',
    next: 'Corrigez plutôt une à une\u00a0: reprenez un paiement, ou réglez une facture à la main.',
  },
  import_matched: {
    sentence: 'Des lignes de ce relevé paient des factures.',
    next: 'Dissociez d’abord ces lignes, puis reprenez le fichier.',
  },
  import_whole_book: {
    sentence: 'Ce fichier a apporté le livre entier, et tout ce qui suit repose dessus.',
    next: 'Commencez plutôt un nouveau livre et laissez celui-ci de côté.',
  },
  bank_account_unknown: {
    sentence: 'Aucun relevé de ce compte n’a été importé.',
    next: 'Choisissez un compte dans la liste.',
  },
  bank_account_ambiguous: {
    sentence: 'Plusieurs comptes portent ce numéro.',
    next: 'Choisissez celui de la bonne devise.',
  },
  bank_line_unknown: {
    sentence: 'Cette ligne bancaire n’est plus là.',
    next: 'Regardez de nouveau la liste.',
  },
  bank_line_out: {
    sentence: 'C’est de l’argent sorti\u202f; il ne paie aucune facture.',
    next: 'Choisissez une ligne d’argent reçu.',
  },
  bank_line_spent: {
    sentence: 'Cette ligne est déjà entièrement associée.',
    next: 'Dissociez-la d’abord pour l’associer autrement.',
  },
  bank_line_unmatched: {
    sentence: 'Cette ligne n’est associée à rien.',
    next: 'Il n’y a rien à reprendre.',
  },
  bank_line_doubtful: {
    sentence: 'Rien n’assure ce que paie cette ligne.',
    next: 'Associez-la seule en choisissant la facture.',
  },
  bank_match_too_much: {
    sentence: 'C’est plus que le reste de la ligne, ou plus que ce qui est dû.',
    next: 'Entrez un montant plus petit, ou gardez le reste en crédit du client.',
  },
  payment_matched: {
    sentence: 'Ce paiement est déjà une ligne d’un relevé bancaire.',
    next: 'Dissociez d’abord cette ligne si c’est l’autre qui convient.',
  },
  mail_sender_unknown: {
    sentence: 'L’adresse de ce courriel n’est celle d’aucun client.',
    next: 'Donnez cette adresse au client, puis importez de nouveau le courriel.',
  },
  mail_sender_missing: {
    sentence: 'Ce courriel ne dit pas de qui il est question.',
    next: 'Notez-le à la main sur la page du client.',
  },
  mail_sender_shared: {
    sentence: 'Plusieurs clients ont l’adresse de ce courriel.',
    next: 'Notez-le à la main sur la page du client concerné.',
  },
  export_format_unknown: {
    sentence: 'Ce n’est pas un format d’exportation.',
    next: 'Choisissez tableaux, classeur, JSON ou documents.',
  },
  export_folder_taken: {
    sentence: 'Ce dossier contient déjà quelque chose.',
    next: 'Choisissez un nouveau dossier\u202f; une exportation n’écrase jamais rien.',
  },
  export_unreadable: {
    sentence: 'Cette exportation n’est plus telle qu’elle a été écrite\u202f; elle ne peut pas être reprise.',
    next: 'Choisissez le fichier goodterms.json d’une exportation que personne n’a modifiée.',
  },
  book_not_empty: {
    sentence: 'Ce livre contient déjà quelque chose\u202f; une exportation complète va dans un livre vide.',
    next: 'Commencez un nouveau livre et importez-y l’exportation.',
  },
  nothing_imported: {
    sentence: 'Aucune ligne du fichier n’a pu servir.',
    next: 'Chaque ligne figure avec sa raison\u202f; corrigez le fichier et choisissez-le de nouveau.',
  },
  logo_too_large: {
    sentence: 'L’image est trop grande pour un en-tête.',
    next: 'Choisissez-en une d’au plus 2 Mo et 4 000 points de côté.',
  },
  logo_unreadable: {
    sentence: 'Nous n’avons pas pu lire cette image.',
    next: 'Choisissez un PNG ou un JPEG.',
  },
  policy_key_unknown: {
    sentence: 'La politique n’a rien de ce nom.',
    next: 'Choisissez parmi ce qui est montré.',
  },
  policy_value_refused: {
    sentence: 'Cela sort de ce qui peut être décidé ici.',
    next: 'Écrivez un nombre entier raisonnable\u00a0: au plus 10 rappels, 365 jours de conditions, 90 jours de grâce.',
  },
  document_unknown: {
    sentence: 'Ce document n’est pas dans ce livre.',
    next: 'Cherchez-le parmi les documents de son client.',
  },
  nothing_owed: {
    sentence: 'Rien n’est dû\u00a0: il n’y a rien à demander.',
    next: 'Un merci serait à sa place.',
  },
  nothing_overdue: {
    sentence: 'Rien n’est encore en retard.',
    next: 'Attendez que l’échéance soit passée\u00a0; un rappel amical avant elle est bienvenu.',
  },
  balance_too_small: {
    sentence: 'Votre politique tient ce montant en retard pour négligeable.',
    next: 'Passez-le en perte, ou abaissez ce seuil dans la politique.',
  },
  open_dispute: {
    sentence: 'Une partie de ce qui est dû est contestée.',
    next: 'Réglez d’abord le différend\u00a0; ce qui est convenu pourra alors être demandé.',
  },
  plan_on_track: {
    sentence: 'Un échéancier est en train d’être tenu.',
    next: 'Laissez-le faire son œuvre.',
  },
  promise_open: {
    sentence: 'Un paiement est promis pour un jour qui n’est pas passé.',
    next: 'Attendez que ce jour soit passé.',
  },
  too_few_reminders: {
    sentence: 'Trop peu de rappels écrits sont notés pour une mise en demeure.',
    next: 'Envoyez un rappel, ou notez celui qui est parti d’ailleurs.',
  },
  next_step_not_in_policy: {
    sentence: 'Cette suite ne figure pas dans votre politique.',
    next: 'Choisissez une suite que vous avez décidée, ou ajoutez-la à la politique.',
  },
  deadline_too_soon: {
    sentence: 'Ce jour laisse trop peu de temps pour répondre.',
    next: 'Choisissez le premier jour indiqué sous le champ, ou un jour plus tardif.',
  },
  statement_days: {
    sentence: 'Ce jour tombe après la fin du relevé.',
    next: 'Choisissez aujourd’hui ou un jour antérieur.',
  },
  letter_choice_unknown: {
    sentence: 'Cette lettre, cette étape ou ce ton n’existe pas.',
    next: 'Choisissez parmi ce qui est montré.',
  },
  letter_too_early: {
    sentence: 'La situation n’est pas celle que dirait cette lettre.',
    next: 'Écrivez-la selon la situation.',
  },
  no_letters: {
    sentence: 'Il n’y a personne à qui écrire.',
    next: 'Rien d’incontesté n’est en retard. La page Aujourd’hui dit pourquoi on laisse quelqu’un en paix.',
  },
};
