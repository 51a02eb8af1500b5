# Écrire au secrétariat depuis les pages publiques.
contact-title = Nous écrire
contact-lede = Le Secrétariat des Initiatives Metropolis lit ce que vous écrivez et répond en français, en anglais ou en espagnol.
contact-lede-initiative = Votre message est transmis au Secrétariat et à l’organisation qui dirige cette Initiative : { $lead }.
contact-initiative = À propos de l’Initiative
contact-something-else = Écrire sur un autre sujet
contact-name = Votre nom
contact-name-missing = Indiquez votre nom.
contact-email = Votre adresse électronique
contact-email-hint = La réponse y sera envoyée.
contact-about = De quoi s’agit-il ?
contact-about-question = Une question
contact-about-joining = Rejoindre une Initiative
contact-about-press = Presse
contact-about-fault = Un problème sur ces pages
contact-about-other = Autre chose
contact-message = Votre message
contact-message-missing = Écrivez votre message.
contact-leave-empty = Laissez ce champ vide
contact-without-scripts = Votre navigateur n’exécute pas les scripts de cette page. Nous envoyons donc d’abord un lien à votre adresse : votre message nous parviendra dès que vous l’aurez confirmé par ce lien.
contact-send = Envoyer
contact-working = Un instant : votre message va être envoyé.
contact-promise = Votre adresse nous sert à vous répondre, et à rien d’autre.
contact-proof-expired = Cette page était ouverte depuis trop longtemps. Rien de votre message n’est perdu : appuyez encore une fois sur « Envoyer ».
contact-proof-refused = Nous n’avons pas pu vérifier que ce message est envoyé par une personne. Rien de votre message n’est perdu : appuyez encore une fois sur « Envoyer ».
contact-sent-title = Merci de votre message
contact-sent-lede = Il nous est parvenu. La réponse sera envoyée à l’adresse que vous avez indiquée.
contact-asked-title = Consultez votre messagerie
contact-asked-lede = Nous avons envoyé un courriel à l’adresse que vous avez indiquée. Ouvrez son lien et appuyez sur « Envoyer ce message » : c’est alors seulement que votre message nous parviendra.
contact-asked-spam = Rien au bout de quelques minutes ? Regardez parmi les courriels indésirables et vérifiez que l’adresse a été saisie correctement.
contact-asked-once = Une adresse reçoit ce courriel au plus une fois par heure. Si vous aviez déjà écrit, le lien du courriel précédent montre aussi ce message.
contact-asked-week = Un message qui n’est pas confirmé est supprimé au bout d’une semaine.
contact-see-initiatives = Voir les Initiatives
contact-waiting-title = Est-ce bien vous qui avez écrit ceci ?
contact-waiting-lede = Ceci a été écrit au nom de { $email }. Personne ne l’a encore reçu : envoyez ce qui est de vous et supprimez ce qui ne l’est pas.
contact-confirm = Envoyer ce message
contact-refuse = Je ne l’ai pas écrit : supprimer
contact-confirmed = Votre message nous est parvenu. Nous vous en avons envoyé une copie.
contact-refused = Merci. Ce message est supprimé et personne ne l’a reçu.
contact-nothing = Rien n’est en attente ici
contact-nothing-text = Ce qui avait été écrit a déjà été envoyé ou supprimé. Un message qui n’est pas confirmé est, lui aussi, supprimé au bout d’une semaine.

# Les mêmes messages, lus par le secrétariat.
messages-title = Messages
messages-lede = Ce que les visiteurs ont écrit sur les pages publiques, du plus récent au plus ancien. Chacun de ces messages vous est aussi parvenu par courriel.
messages-one = Message
messages-none = Aucun message pour l’instant
messages-none-text = Les visiteurs écrivent depuis une page dont le lien figure au bas de toutes les autres.
messages-open = À traiter
messages-answered = Traité
messages-from = De
messages-when = Reçu
messages-language = Langue
messages-initiative = Initiative
messages-answer = Marquer comme traité
messages-reopen = Marquer comme à traiter
messages-answered-by = Traité le { $when } : { $name }
messages-answered-now = Le message est marqué comme traité.
messages-reopened-now = Le message est marqué comme à traiter.

# Les courriels à ce sujet.
mail-contact-message-subject = { $name } écrit : { $about }
mail-contact-message-body =
    { $name } ({ $email }) a écrit sur les pages publiques des Initiatives Metropolis.

    Objet : { $about }

    { $text }

    Merci de répondre à { $email } : une réponse au présent courriel ne parviendrait pas à la personne qui a écrit.
mail-contact-message-button = Voir le message
mail-contact-confirm-subject = À confirmer : votre message aux Initiatives Metropolis
mail-contact-confirm-body =
    Quelqu’un, vous-même espérons-nous, a écrit un message aux Initiatives Metropolis en indiquant cette adresse.

    Ouvrez la page derrière le bouton : elle montre ce qui a été écrit. Personne ne le recevra avant que vous ne l’envoyiez depuis cette page. Si ce n’était pas vous, vous n’avez rien à faire : le message sera supprimé au bout d’une semaine.
mail-contact-confirm-button = Voir et envoyer
mail-contact-received-subject = Votre message nous est parvenu : { $about }
mail-contact-received-body =
    Votre message est parvenu aux Initiatives Metropolis. La réponse sera envoyée à cette adresse.

    Voici ce que vous avez écrit :

    { $text }
