### Administration : l’état du service, ses lettres, son journal d’audit.

admin-title = Administration
admin-lede = Comment se porte le service, et de quoi il se compose.
admin-parts = De quoi il se compose
admin-version = Version
admin-database = Base de données
admin-database-sqlite = SQLite
admin-database-postgresql = PostgreSQL
admin-schema = Étapes du schéma
admin-schema-current = { $taken ->
        [one] 1 faite, aucune en attente
       *[other] { $taken } faites, aucune en attente
    }
admin-schema-pending = { $taken } faites, { $pending } en attente : lancez « initiatives migrate »
admin-public-url = Adresse pour les visiteurs
admin-mail-target = Les courriels partent vers
admin-files-target = Les fichiers sont conservés dans
admin-target-folder = Un dossier du serveur
admin-letters = Courriels
admin-letters-note = Un courriel est dit envoyé lorsqu’un serveur de messagerie l’a accepté.
admin-waiting = Ces courriels demandent votre attention
admin-waiting-failed =
    { $count ->
        [one] 1 courriel n’a pas été remis
       *[other] { $count } courriels n’ont pas été remis
    }
admin-waiting-bounced =
    { $count ->
        [one] 1 courriel est revenu
       *[other] { $count } courriels sont revenus
    }
admin-waiting-unknown =
    { $count ->
        [one] On ignore si 1 courriel est arrivé
       *[other] On ignore si { $count } courriels sont arrivés
    }
admin-now = En ce moment
admin-announcements = Annonces dont les courriels sont encore en cours d’écriture
admin-sessions = Navigateurs dans lesquels quelqu’un est connecté
admin-unsealed = Événements en attente de scellement
admin-head = Dernier événement scellé
admin-head-number = Numéro { $position }
admin-head-none = Rien n’est encore scellé

admin-means-queued = Il partira dès que le service s’en occupera.
admin-means-deferred = Le serveur de messagerie ne l’a pas encore accepté. Le service réessaie de lui-même, pendant trois jours au plus.
admin-means-sending = Il est en train d’être transmis au serveur de messagerie.
admin-means-sent = Le serveur de messagerie l’a accepté. S’il n’arrive pas, demandez au destinataire de regarder parmi ses courriels indésirables.
admin-means-bounced = Un serveur de messagerie l’avait accepté, puis il est revenu : il n’a pas pu être remis.
admin-means-unknown-again = La connexion s’est interrompue pendant la transmission : il est peut-être arrivé. Le service l’enverra une fois encore de lui-même.
admin-means-unknown = La connexion s’est interrompue pendant la transmission : il est peut-être arrivé.
admin-advice-unknown = Demandez au destinataire, ou renvoyez-le : il le recevra peut-être deux fois.
admin-means-failed = Le serveur de messagerie l’a refusé, ou n’a pas pu être joint pendant trois jours.
admin-advice-failed = Une fois la cause réglée, renvoyez-le. Il part vers la même adresse.
admin-means-cancelled = Il a été arrêté avant son départ et ne sera pas envoyé.

admin-mail-lede = Tous les courriels que le service a écrits, du plus récent au plus ancien, et s’ils sont partis.
admin-mail-search = Nom, adresse ou objet
admin-mail-proposal = Proposition (référence)
admin-mail-state = État
admin-mail-any = Tous
admin-mail-none = Pas encore de courriel
admin-mail-none-text = Les courriels apparaissent ici dès que quelqu’un doit être informé : une invitation, une soumission, une décision. Pour vérifier qu’ils arrivent, demandez un nouveau mot de passe sur la page de connexion.
admin-mail-not-found = Aucun courriel trouvé
admin-mail-not-found-text = Saisissez le début d’un nom, d’une adresse ou d’un mot de l’objet, enlevez un filtre, ou affichez tous les courriels. Les courriels aux abonnés et aux partenaires ne se trouvent pas par leur objet : choisissez leur type ou leur proposition.
admin-mail-unknown-text = Cet état, ce type ou cette référence n’existe pas. Une référence s’écrit ainsi : MI-2014-001. Corrigez les filtres ci-dessus, ou affichez tous les courriels.
admin-mail-column-subject = Objet
admin-mail-column-to = À
admin-mail-column-state = État
admin-mail-column-written = Écrit

admin-days = Courriels des { $count } derniers jours
admin-days-text = Selon le jour où ils ont été écrits ({ $zone }) et leur état actuel.
admin-days-note = Sans ceux qui ont été annulés.
admin-days-none = Aucun courriel n’a été écrit ces 30 derniers jours. Les plus anciens figurent ci-dessous.
admin-days-description = Une colonne pour chaque jour, du { $first } au { $last } : en bas les courriels envoyés, au-dessus ceux dont quelqu’un devrait s’occuper, en haut ceux qui attendent.
admin-days-axis = Jour où ils ont été écrits
admin-days-day = Jour
admin-days-sent = Envoyés
admin-days-amiss = Non remis, revenus ou d’arrivée inconnue
admin-days-waiting = En attente

admin-letter = Courriel
admin-letter-proposal = Proposition
admin-letter-kind = Type
admin-letter-language = Langue
admin-letter-sent = Envoyé
admin-letter-attempts = Tentatives
admin-letter-answer = Dernière réponse du serveur de messagerie
admin-letter-answer-none = Aucune pour l’instant
admin-letter-returned = Revenu
admin-letter-next = Prochaine tentative
admin-letter-text = Ce qu’il dit
admin-letter-text-note = Les liens qui agissent au nom du destinataire sont abrégés ici.
admin-text-secret = Son texte n’est pas affiché : il contient un lien qui ouvre le compte du destinataire. Seul le destinataire le lit.
admin-text-deleted = Son texte a été effacé, car il contenait un lien qui ouvre le compte du destinataire. Si le courriel n’est pas arrivé, faites-en envoyer un nouveau : une invitation depuis la page de la personne, un nouveau mot de passe depuis la page de connexion.
admin-send-again = Renvoyer
admin-sent-again = Le courriel est de nouveau en route.
admin-letter-happened = Ce qu’il est devenu
admin-letter-as-page = Tel que le montrent les messageries
admin-letter-is-copy = Copie
admin-letter-is-copy-of = C’est la copie d’un courriel déjà envoyé. Le premier :
admin-letter-copied = Envoyé une fois de plus
admin-letter-others = Autres courriels à cette adresse
admin-letter-others-none = Il n’y en a pas d’autre.
admin-letter-others-all = Tous les courriels à cette adresse
admin-letters-about = Tous les courriels au sujet de { $reference }
admin-copy = Envoyer une fois de plus
admin-copy-confirm = Envoyer le même courriel une fois de plus ? Si le premier est arrivé, le destinataire l’aura deux fois.
admin-copied = Une copie du courriel est en route. Voici sa page.
admin-not-copied-closed = Il ne peut pas être envoyé une fois de plus : son destinataire a un conflit d’intérêts pour cette proposition.
admin-not-copied-taken_back = Il ne peut pas être envoyé une fois de plus : ce qu’il annonçait a été annulé avant son départ.
admin-not-copied-stopped = Il ne peut pas être envoyé une fois de plus : son destinataire ne veut plus recevoir ces courriels.
admin-not-copied-suppressed = Il ne peut pas être envoyé une fois de plus : rien n’arrive à son adresse. Rétablissez d’abord les envois à cette adresse.
admin-cancel = Annuler l’envoi
admin-cancel-confirm = Annuler ce courriel ? Il ne sera pas envoyé.
admin-cancelled = Le courriel a été annulé. Il ne sera pas envoyé.
admin-suppressed = Rien n’arrive à cette adresse
admin-suppressed-text = Un serveur de messagerie l’a dit le { $when }. Les annonces ne lui sont plus envoyées ; les courriels que quelqu’un attend sont encore tentés. Si l’adresse est juste et que sa boîte fonctionne de nouveau, rétablissez les envois.
admin-lift = Envoyer de nouveau à cette adresse
admin-lifted = Les courriels partent de nouveau vers cette adresse.

admin-audit = Journal d’audit
admin-audit-lede = Tout ce qui a été fait, du plus récent au plus ancien. Personne ne peut rien y modifier ni supprimer ici.
admin-audit-subject = À propos de
admin-audit-subject-hint = La référence d’une proposition, par exemple MI-2014-001, ou exactement ce que dit la liste
admin-audit-none = Aucun événement trouvé
admin-audit-none-text = Vérifiez la référence, ou affichez tous les événements.
admin-audit-column-number = Numéro
admin-audit-column-when = Quand
admin-audit-column-what = Quoi
admin-audit-column-subject = À propos de
admin-audit-column-who = Qui
admin-audit-unsealed = pas encore scellé
admin-audit-check = Quelque chose a-t-il été modifié ?
admin-audit-check-text = Chaque événement est scellé avec celui qui le précède. Sur le serveur, cette commande vérifie tout le journal et désigne le premier événement modifié, supprimé ou ajouté :
admin-audit-check-head = Le dernier événement scellé porte le numéro { $position }. Notez son empreinte ailleurs : avec --head et cette empreinte, la commande découvre aussi si la fin du journal a été supprimée.
admin-who-system = Le service ({ $part })
admin-who-anyone = Une personne non connectée

admin-did-call-answer_edited = Réponse à une question modifiée
admin-did-call-answer_moved = Ordre des réponses aux questions changé
admin-did-call-answer_published = Réponse à une question publiée
admin-did-call-answer_removed = Réponse à une question retirée
admin-did-call-created = Appel créé
admin-did-call-edited = Appel modifié
admin-did-call-extended = Date limite reportée pour tous
admin-did-call-extended_for = Date limite reportée pour une organisation
admin-did-call-letter_sent = Courriel envoyé aux candidats
admin-did-call-letter_text = Texte des courriels de décision modifié
admin-did-call-moved = Dates d’un appel d’exemple avancées
admin-did-call-opened = Ouverture d’un appel annoncée
admin-did-call-publication_cancelled = Publication de décisions annulée
admin-did-call-publication_done = Publication de décisions exécutée
admin-did-call-publication_ordered = Publication de décisions ordonnée
admin-did-contact-asked = Confirmation d’un message demandée à une adresse
admin-did-contact-sent = Message des pages publiques transmis
admin-did-contact-refused = Message refusé par son auteur présumé
admin-did-contact-answered = Message marqué comme traité
admin-did-contact-reopened = Message marqué comme à traiter
admin-did-content-change = Textes d’une page publique modifiés
admin-did-content-reset = Textes d’une page publique rétablis
admin-did-guidelines-stored = Lignes directrices enregistrées
admin-did-initiative-featured = Initiative mise à la une
admin-did-initiative-news = Actualité d’une Initiative publiée
admin-did-initiative-news_changed = Actualité d’une Initiative modifiée
admin-did-initiative-news_put_back = Actualité d’une Initiative publiée de nouveau
admin-did-initiative-news_taken_back = Actualité d’une Initiative retirée
admin-did-initiative-unfeatured = Initiative retirée de la une
admin-did-letter-cancelled = Courriel annulé
admin-did-letter-copied = Courriel envoyé une fois de plus
admin-did-letter-returned = Courriel revenu
admin-did-letter-sent_again = Courriel renvoyé
admin-did-letter_text-changed = Texte des courriels modifié
admin-did-letter_text-reset = Texte des courriels rétabli
admin-did-organisation-added = Organisation ajoutée
admin-did-organisation-edited = Organisation modifiée
admin-did-organisation-member = Rôle donné dans une organisation
admin-did-organisation-member_left = Membre parti d’une organisation
admin-did-organisation-member_removed = Membre retiré d’une organisation
admin-did-partner-answered = Réponse d’un partenaire
admin-did-proposal-assigned = Évaluateur désigné
admin-did-proposal-came_late = Soumission arrivée trop tard
admin-did-proposal-co_editor_accepted = Invitation à corédiger acceptée
admin-did-proposal-co_editor_declined = Invitation à corédiger déclinée
admin-did-proposal-co_editor_invited = Corédacteur invité
admin-did-proposal-co_editor_left = Corédacteur parti
admin-did-proposal-co_editor_removed = Corédacteur retiré
admin-did-proposal-comment = Commentaire écrit
admin-did-proposal-comment_edited = Message modifié
admin-did-proposal-comment_taken_back = Message retiré avant son départ
admin-did-proposal-decision_held = Décision notée, non publiée
admin-did-proposal-decision_letter = Courriel d’une décision préparée modifié
admin-did-proposal-decision_not_published = Décision préparée non publiée
admin-did-proposal-decision_taken_back = Décision préparée retirée
admin-did-proposal-due_moved = Date des modifications déplacée
admin-did-proposal-eligibility = Recevabilité vérifiée
admin-did-proposal-late_refused = Soumission tardive non admise
admin-did-proposal-registered_text = Texte d’une proposition enregistrée écrit
admin-did-proposal-thread_reopened = Échange rouvert
admin-did-proposal-thread_resolved = Échange marqué comme réglé
admin-did-proposal-unassigned = Évaluateur déchargé
admin-did-public_text-change = Texte publié modifié
admin-did-publication-added = Publication ajoutée
admin-did-publication-changed = Publication modifiée
admin-did-publication-hidden = Publication masquée
admin-did-publication-moved = Ordre des publications changé
admin-did-publication-shown = Publication de nouveau visible
admin-did-review-submitted = Évaluation remise
admin-did-session-begun = Connexion
admin-did-session-ended = Session terminée
admin-did-session-left = Déconnexion
admin-did-staff-appointed = Fonction donnée
admin-did-staff-dismissed = Fonction retirée
admin-did-subscriber-asked = Confirmation demandée à une adresse
admin-did-subscriber-changed = Abonnement modifié
admin-did-subscriber-confirmed = Abonnement confirmé
admin-did-subscriber-followed = Abonnement depuis un compte
admin-did-subscriber-refused = Abonnement refusé
admin-did-subscriber-stopped = Courriels à un abonné arrêtés
admin-did-subscribers-imported = Liste d’abonnés importée
admin-did-suppression-lifted = Envois à une adresse rétablis
admin-did-suppression-set = Envois à une adresse arrêtés, car rien n’y arrive
admin-did-text-added = Texte d’une page publique ajouté
admin-did-user-accepted = Invitation acceptée
admin-did-user-added = Compte ajouté
admin-did-user-disabled = Compte désactivé
admin-did-user-enabled = Compte réactivé
admin-did-user-invited = Personne invitée
admin-did-user-notices = Avis choisis
admin-did-user-password = Mot de passe changé
admin-did-user-profile = Données personnelles modifiées
admin-did-user-reset_asked = Nouveau mot de passe demandé
admin-did-user-told = Personne informée d’un nouveau rôle
