### Propositions : les écrire, les soumettre, et ce qu’elles deviennent.

# Pourquoi quelque chose ne peut pas se faire.
proposals-no-not-now = Cela n’est pas possible dans l’état actuel de la proposition. Regardez-la de nouveau : quelqu’un a peut-être été plus rapide.
proposals-no-writing = Dans son état actuel, cette proposition ne peut pas être modifiée.
proposals-no-submitter = Vous pouvez écrire, mais pas soumettre. Demandez-le à une personne responsable ou à un(e) déposant(e) de votre organisation.
proposals-no-owner = Seule une personne responsable de votre organisation peut le faire.
proposals-no-closed = L’appel est clos. Votre texte est conservé. Une fois complet, il peut encore être remis hors délai ; le Secrétariat décide s’il l’admet.
proposals-no-due-passed = Le délai des modifications est passé. Votre texte est conservé. Une fois complet, il peut encore être remis hors délai ; le Secrétariat décide s’il l’admet.
proposals-no-reopen-returned = La proposition a déjà été renvoyée pour modifications : elle ne peut plus être reprise.
proposals-no-reopen-closed = L’appel est clos : la proposition ne peut plus être reprise.
proposals-no-discard-submitted = La proposition a déjà été soumise : elle ne peut pas être supprimée. Vous pouvez la retirer.
proposals-no-eligibility-open = Vérifiez d’abord si la proposition est recevable.
proposals-no-eligibility-failed = La proposition n’est pas recevable.
proposals-no-decision-prepared = Une décision est préparée pour cette proposition. Retirez-la d’abord.
proposals-no-review-closed = L’évaluation n’est pas ouverte.
proposals-no-own-review-first = Remettez d’abord votre propre évaluation ; vous pourrez ensuite lire celles des autres.
proposals-no-incomplete = Des réponses manquent ou sont à corriger. Vérifiez la proposition, puis soumettez-la.
proposals-no-reason = Indiquez un motif.
proposals-no-comment = Écrivez d’abord quelque chose.
proposals-no-due-past = Ce moment est passé. Choisissez-en un plus tardif.
proposals-no-decision-incomplete = Une décision indique qui a décidé, quel jour et, sauf si elle approuve, pour quel motif.
proposals-no-source = Indiquez d’où la proposition est connue.
proposals-no-register-state = Une proposition s’enregistre comme soumise, approuvée ou en cours.
proposals-no-call-later = Cet appel n’est pas encore ouvert.
proposals-no-call-closed = Cet appel est clos.
proposals-no-call-admits = Cet appel ne s’adresse pas aux organisations de votre type.

# Boutons : les mots du processus.
proposals-do-create = Commencer une proposition
proposals-do-register = Enregistrer une proposition
proposals-do-discard = Supprimer le brouillon
proposals-do-submit = Soumettre la proposition
proposals-do-admit = Admettre la soumission tardive
proposals-do-reopen = Reprendre comme brouillon
proposals-do-start_review = Lancer l’évaluation
proposals-do-return = Renvoyer pour modifications
proposals-do-resubmit = Soumettre la proposition
proposals-do-approve = Approuver
proposals-do-not_select = Ne pas retenir
proposals-do-revise = Modifier la décision
proposals-do-start_running = Mettre en route
proposals-do-complete = Achever
proposals-do-end_early = Arrêter avant terme
proposals-do-withdraw = Retirer
proposals-do-reinstate = Rétablir

# La chronologie.
proposals-did-create = Brouillon commencé
proposals-did-register = Enregistrée d’après d’autres sources
proposals-did-discard = Brouillon supprimé
proposals-did-submit = Soumise
proposals-did-admit = Soumission tardive admise
proposals-did-reopen = Reprise comme brouillon
proposals-did-start_review = Évaluation commencée
proposals-did-return = Renvoyée pour modifications
proposals-did-resubmit = Soumise de nouveau
proposals-did-approve = Approuvée
proposals-did-not_select = Non retenue
proposals-did-revise = Décision retirée
proposals-did-start_running = Mise en route
proposals-did-complete = Achevée
proposals-did-end_early = Arrêtée avant terme
proposals-did-withdraw = Retirée
proposals-did-reinstate = Rétablie
proposals-note-submission = Soumission { $number }
proposals-note-due = Modifications attendues au plus tard le { $due }
proposals-note-starts = À partir du { $day }
proposals-note-ended = Le { $day }
proposals-secretariat = Secrétariat

# Que faire ensuite, selon l’état.
proposals-next-draft = Rédigez-la, vérifiez-la et soumettez-la avant la clôture de l’appel.
proposals-next-late = L’appel est clos. Votre texte est conservé.
proposals-next-submitted = Elle a été reçue. Le Secrétariat vérifie si elle est recevable.
proposals-next-under_review = Elle est en cours d’évaluation. Vous n’avez rien à faire pour l’instant.
proposals-next-returned = Faites les modifications demandées, répondez à chaque demande, puis soumettez-la de nouveau à temps.
proposals-next-approved = Elle a été approuvée et figure au catalogue public.
proposals-next-running = L’Initiative est en cours.
proposals-next-completed = L’Initiative est achevée.
proposals-next-discontinued = L’Initiative s’est arrêtée avant terme.
proposals-next-not_selected = Elle n’a pas été retenue.
proposals-next-withdrawn = Elle a été retirée.

# Ses propositions, et en commencer une.
proposals-untitled = Proposition sans titre
proposals-empty = Pas encore de proposition
proposals-empty-open = Un appel est ouvert. Commencez une proposition et revenez-y aussi souvent que vous voulez, seul ou avec des collègues.
proposals-empty-closed = Aucun appel n’est ouvert à votre organisation en ce moment.
proposals-start-text = Choisissez un appel. Rien ne doit être prêt : un brouillon peut être incomplet à tout point de vue.
proposals-start-none = Aucun appel n’est ouvert
proposals-start-guidelines = Lire d’abord les lignes directrices
proposals-organisation = Organisation
proposals-closing-call = Clôture de l’appel
proposals-closing-due = Soumettez vos modifications au plus tard le

# La page d’une proposition.
proposals-sections = Rubriques
proposals-section-place = { $place } sur { $count } : { $title }
proposals-answered = Réponses obligatoires
proposals-answered-of = { $answered } sur { $required }
proposals-section-complete = Complète
proposals-section-missing = { $count } à remplir
proposals-section-wrong = { $count } à corriger
proposals-continue = Continuer à écrire
proposals-check = Vérifier et soumettre
proposals-public-page = Voir sa page publique
proposals-read = Lire toute la proposition
proposals-text = Toute la proposition
proposals-decision = Décision
proposals-decided-by = Décision prise par
proposals-decided-on = Date
proposals-decided-session = Session
proposals-decided-minutes = Procès-verbal
proposals-reason = Motif
proposals-submissions = Soumissions
proposals-letters = Courriels qui vous ont été envoyés
proposals-letter-sent = Envoyé
proposals-letter-bounced = Revenu : vérifiez votre adresse
proposals-submission = Soumission
proposals-submission-number = Soumission { $number }
proposals-timeline = Ce qui s’est passé
proposals-thread = Messages avec le Secrétariat
proposals-thread-audience = Votre organisation et le Secrétariat lisent ces messages, et en sont prévenus par courriel.
proposals-comment-sent = Votre message est envoyé.
proposals-back = Retour à la proposition

# Écrire une rubrique.
proposals-section-hint = Enregistrez aussi souvent que vous voulez. Plusieurs personnes peuvent écrire en même temps ; des réponses peuvent manquer jusqu’à la soumission.
proposals-public-mark = rendu public
proposals-sum = Somme
proposals-save-next = Enregistrer et continuer
proposals-save-check = Enregistrer et vérifier
proposals-saved = Dernier enregistrement : { $when }
proposals-saved-now = Enregistré.
proposals-not-saved = Rien n’a été enregistré : entre-temps, la proposition a changé d’état et ne peut plus être modifiée. Votre texte figure ci-dessous ; vous pouvez le copier.
proposals-clash-title = Quelqu’un d’autre a modifié les mêmes réponses
proposals-clash-line = Deux textes : choisissez le texte à garder.
proposals-clash-by = Enregistré par { $name }, { $when }
proposals-clash-yours = Votre texte, pas encore enregistré
proposals-clash-theirs = Garder le texte enregistré
proposals-clash-mine = Garder mon texte
proposals-clash-edit = Vous pouvez aussi réunir les deux ci-dessous, puis garder votre texte. Tout le reste de cette page est enregistré.

# Vérifier et soumettre.
proposals-check-title = Vérification
proposals-check-count = { $count ->
    [one] Une réponse manque ou doit être corrigée.
   *[other] { $count } réponses manquent ou doivent être corrigées.
}
proposals-check-clear = Rien ne manque
proposals-check-clear-text = Toutes les réponses obligatoires sont là et respectent leurs limites.
proposals-look = Voir la réponse
proposals-to-submission = Passer à la soumission
proposals-confirm-title = Soumettre cette proposition ?
proposals-confirm-text = Ce qui est écrit maintenant sera soumis, numéroté et conservé tel quel. Les personnes de votre organisation qui soumettent reçoivent un accusé de réception par courriel. Jusqu’à la clôture de l’appel, vous pouvez reprendre la proposition tant que son évaluation n’a pas commencé.
proposals-confirm-text-again = Ce qui est écrit maintenant sera soumis, numéroté et conservé tel quel. Les personnes de votre organisation qui soumettent reçoivent un accusé de réception par courriel. Une proposition qui a été renvoyée ne peut plus être reprise une fois soumise de nouveau.
proposals-submitted-now = Votre proposition est soumise.
proposals-late-title = Trop tard pour soumettre
proposals-late-by = Cet envoi est arrivé { $span } après la date limite.
proposals-late-closed = Date limite
proposals-late-tried = Votre tentative
proposals-span-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
proposals-span-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
proposals-span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
proposals-span-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}

# L’accusé de réception.
proposals-receipt-title = Accusé de réception
proposals-receipt-reference = Référence
proposals-receipt-at = Reçue
proposals-receipt-by = Soumise par
proposals-receipt-hash = SHA-256 du texte
proposals-receipt-seal = Empreinte du journal d’audit à cet instant
proposals-receipt-check = Vérifiez vous-même
proposals-receipt-check-text = Ce fichier contient exactement ce qui a été reçu : chaque réponse, et chaque fichier par sa propre empreinte. Son empreinte doit être celle de l’accusé de réception :
proposals-receipt-download = Télécharger le texte reçu
proposals-receipt-changes = Ce qui diffère de la soumission précédente
proposals-receipt-unchanged = Rien.

# Reprendre, retirer, supprimer.
proposals-reopening-title = Reprendre la proposition ?
proposals-reopening-text = Elle redevient un brouillon, et compte comme non soumise jusqu’à ce que vous la soumettiez de nouveau avant la clôture de l’appel.
proposals-reopened-now = La proposition est de nouveau un brouillon.
proposals-withdrawal-title = Retirer la proposition ?
proposals-withdrawal-text = Elle quitte la procédure. Le Secrétariat en est informé, et peut la rétablir si vous le demandez.
proposals-withdrawn-now = La proposition est retirée.
proposals-deletion-title = Supprimer ce brouillon ?
proposals-deletion-text = Tout ce qui y a été écrit est supprimé pour tout le monde et ne peut pas être récupéré.
proposals-discarded-now = Le brouillon est supprimé.
