### Les échanges au sujet d’une proposition : chacun pour un seul public.

discussion-title = Discussion
discussion-open = Ouvrir la discussion
discussion-conversations = Échanges
discussion-none = Personne n’a encore rien écrit ici.
discussion-begin = Ouvrir un échange
discussion-own-begin = Écrire sur un autre sujet
discussion-others-hidden = Vous pourrez lire ce que les autres écrivent ici une fois votre évaluation remise.

# Qui lit un échange, du plus restreint au plus large
discussion-who-reads = Qui lira ceci ?
discussion-internal = Interne
discussion-reviewers = Avec les évaluateurs
discussion-applicant = Avec le candidat
discussion-internal-audience = Seul le Secrétariat lit ceci. Ni les évaluateurs ni le candidat ne le lisent.
discussion-reviewers-audience = Le Secrétariat lit ceci, ainsi que les évaluateurs de cette proposition dans la mesure où l’étape le montre. Le candidat ne le lit pas.
discussion-applicant-audience = Le candidat lit ceci et le reçoit par courriel. Les évaluateurs ne le lisent pas.
discussion-internal-send = Publier en interne
discussion-reviewers-send = Publier pour les évaluateurs
discussion-applicant-send = Envoyer au candidat
discussion-own-send = Envoyer au Secrétariat
discussion-send = Publier pour le public choisi ci-dessus
discussion-internal-untitled = Échange interne
discussion-reviewers-untitled = Échange avec les évaluateurs
discussion-applicant-untitled = Messages avec le candidat
discussion-side-applicant = Candidat

# Les messages
discussion-subject = Objet
discussion-message = Message
discussion-reply = Répondre
discussion-new = Nouveau
discussion-unread = { $count ->
    [one] { $count } nouveau message
   *[other] { $count } nouveaux messages
}
discussion-mark-unread = Marquer comme non lu
discussion-edited = modifié
discussion-edit-kept = Ce qui était écrit auparavant reste lisible.
discussion-versions = { $count ->
    [one] { $count } version antérieure
   *[other] { $count } versions antérieures
}
discussion-version = Tel qu’écrit le { $when }
discussion-changed = Ce message a été modifié dans une autre fenêtre. Enregistrez de nouveau pour mettre ce texte à la place.
discussion-stays = Ce message est parti et reste tel quel. Pour rectifier quelque chose, écrivez-en un autre.
discussion-attach = Joindre des fichiers
discussion-attached = Déjà joints
discussion-files = Fichiers
discussion-files-hint = Trois au plus, de 10 Mo chacun : PDF, JPEG, PNG ou WebP. Ceux qui lisent le message peuvent les ouvrir.
discussion-files-many = Un message est accompagné de { $limit } fichiers au maximum.
discussion-notify = Prévenir aussi
discussion-notify-hint = Ces personnes reçoivent un courriel qui mène ici. Dans le texte, @ suivi d’un nom complet a le même effet.
discussion-mention-list = Personnes que vous pouvez nommer

# Le temps de se raviser
discussion-goes-at = Part au candidat le { $when }. D’ici là, vous seul le voyez.
discussion-goes-in = Part au candidat dans {"{"}seconds{"}"} s. D’ici là, vous seul le voyez.
discussion-gone = Envoyé au candidat.
discussion-undo = Annuler l’envoi
discussion-taken-back = Envoi annulé : personne ne l’a vu. Modifiez le texte et envoyez-le, ou supprimez-le.
discussion-discard = Supprimer
discussion-discard-ask = Supprimer ce message et ses fichiers ?

# Ce que l’on fait d’un échange
discussion-resolve = Marquer comme réglé
discussion-reopen = Rouvrir
discussion-resolved = Réglé
discussion-resolved-since = { $count ->
    [one] Réglé depuis le { $when } : afficher { $count } message
   *[other] Réglé depuis le { $when } : afficher { $count } messages
}
discussion-follow = Suivre
discussion-unfollow = Ne plus suivre

# Ce qui a été fait
discussion-done-posted = Votre message est publié.
discussion-done-held = Votre message part au candidat dans une minute. D’ici là, vous pouvez annuler l’envoi.
discussion-done-undone = L’envoi est annulé. Le texte est de nouveau dans le formulaire.
discussion-done-discarded = Le message est supprimé.
discussion-done-edited = Le message est modifié.
discussion-done-resolved = L’échange est marqué comme réglé.
discussion-done-reopened = L’échange est de nouveau ouvert.
discussion-done-followed = Un courriel vous préviendra des nouveaux messages de cet échange.
discussion-done-left = Vous ne serez plus prévenu des nouveaux messages de cet échange, sauf si quelqu’un vous y nomme.
discussion-done-unread = L’échange est marqué comme non lu.

# Pourquoi quelque chose ne se peut pas
discussion-no-audience = Choisissez qui lira ceci.
discussion-no-reader = Une des personnes choisies ne peut pas lire cet échange. Choisissez de nouveau.
discussion-no-reviewer-named = Le texte nomme une personne qui évalue cette proposition, et le candidat le lirait. Retirez ce nom.
discussion-no-edit = Ce qui est parti au candidat, ou vient de lui, ne se modifie pas. Écrivez un autre message.
discussion-no-undo = Il est trop tard pour annuler : le message est parti.
discussion-gone-meanwhile = Le message dont vous aviez annulé l’envoi a été envoyé ou supprimé dans une autre fenêtre. Votre texte est conservé ci-dessous.

# Les lettres
mail-discussion-open = Ouvrir l’échange
mail-mentioned-subject = Vous êtes nommé dans une discussion : { $proposal }
mail-mentioned-body =
    { $writer } vous a nommé dans une discussion au sujet de { $proposal }.

    Ce qui s’y dit reste dans le service. Ouvrez l’échange pour le lire et y répondre.
mail-discussed-subject = Du nouveau dans une discussion : { $proposal }
mail-discussed-body =
    { $writer } a écrit dans une discussion que vous suivez, au sujet de { $proposal }.

    Ce qui s’y dit reste dans le service. Ouvrez l’échange pour le lire et y répondre.
mail-message_waits-subject = Un candidat a écrit
mail-message_waits-body =
    Un candidat a écrit au sujet d’une proposition. Tous ceux qui lisent cette boîte ne doivent pas savoir laquelle : cette lettre ne le dit donc pas. Dans l’espace de gestion, la proposition signale un nouveau message.
