### La ville comme compte : sa page et ses membres, et les personnes d’autres villes qui écrivent avec elle.

# Corédaction.
proposals-no-lead = Vous rédigez cette proposition avec une autre organisation. Ce sont ses membres qui la soumettent.
proposals-no-co-disabled = Le compte de cette personne est fermé. Demandez au Secrétariat de le rouvrir.
proposals-no-co-member = Cette personne appartient à votre organisation et peut déjà rédiger la proposition.
proposals-no-co-staff = Cette personne ne peut pas être ajoutée ici. Adressez-vous au Secrétariat.
accounts-no-more-invitations = Plusieurs invitations sont parties à cette adresse récemment. Attendez une heure avant d’en envoyer une autre.
proposals-no-co-already = Cette personne participe déjà à la rédaction.
proposals-no-co-more = Il y a déjà 20 corédacteurs et invitations. Retirez-en un d’abord.
proposals-together = Rédiger ensemble
proposals-co-editors = Corédacteurs d’autres organisations
proposals-co-edited = En corédaction
proposals-co-lede = Des personnes d’une ville partenaire qui rédigent cette proposition avec vous. Elles ne voient que cette proposition, et rien d’autre de votre organisation. Elles ne peuvent ni la soumettre ni la retirer, et ne lisent pas vos messages avec le Secrétariat.
proposals-co-none = Personne pour l’instant.
proposals-co-since = Depuis le { $when }
proposals-co-until = L’invitation peut être acceptée jusqu’au { $when }
proposals-co-invite = Inviter quelqu’un
proposals-co-invite-text = La personne reçoit un courriel, se connecte ou crée son compte, et accepte. Si elle n’a pas répondu, vous pouvez l’inviter de nouveau à la même adresse.
proposals-co-locale-hint = La langue du courriel, pour une personne qui n’a pas encore de compte.
proposals-co-invited = L’invitation est en route.
proposals-co-remove = Retirer
proposals-co-withdraw = Annuler l’invitation
proposals-co-remove-ask = Retirer cette personne ? Dès maintenant, elle ne voit plus la proposition.
proposals-co-removed = Cette personne ne voit plus la proposition.
proposals-co-leave = Ne plus participer
proposals-co-leave-ask = Ne plus participer ? Vous ne verrez plus cette proposition.
proposals-co-left = Vous ne participez plus à la rédaction de cette proposition.
proposals-co-waiting = Invitations à rédiger avec une autre ville
proposals-co-invitation = Invitation à corédiger
proposals-co-invitation-lede = { $name } ({ $organisation }) vous invite à rédiger une proposition.
proposals-co-invitation-text = Si vous acceptez, vous pourrez lire et rédiger cette proposition jusqu’à ce qu’elle soit soumise, et voir ce qui a été soumis. C’est l’organisation chef de file qui la soumet. Vous pouvez cesser à tout moment.
proposals-co-accept = Accepter l’invitation
proposals-co-decline = Décliner
proposals-co-accepted = Vous pouvez maintenant rédiger cette proposition.
proposals-co-declined = Vous avez décliné l’invitation.

# Courriers.
mail-co-open = Voir l’invitation
mail-co-password = Choisir un mot de passe
mail-co_invited-subject = { $organisation } vous invite à corédiger { $proposal }
mail-co_invited-body =
    { $by } ({ $organisation }) vous invite à rédiger ensemble la proposition { $proposal } pour les Initiatives Metropolis.

    Vous pourrez lire et rédiger cette proposition, et elle seule. C’est { $organisation } qui la soumet.

    { $way_in }

    Elle peut être acceptée jusqu’au { $when }. Si vous n’attendiez pas ce courriel, vous n’avez rien à faire.
mail-co_removed-subject = Vous ne corédigez plus { $proposal }
mail-co_removed-body =
    { $organisation } a mis fin à votre participation à la rédaction de { $proposal }. Ce que vous avez écrit reste dans la proposition ; vous ne la voyez plus.

    Si vous pensez que c’est une erreur, écrivez aux personnes avec qui vous avez travaillé ({ $organisation }).
mail-co_left-subject = { $name } ne corédige plus { $proposal }
mail-co_left-body =
    { $name } ne participe plus à la rédaction de { $proposal } et ne la voit plus. Ce qui a été écrit reste.

    Vous pouvez inviter une autre personne sur la page de la proposition.
mail-co_submitted-subject = Soumise : { $proposal }
mail-co_submitted-body =
    { $organisation } a soumis { $proposal }, que vous corédigez.

    Soumission : { $number }
    Reçue : { $when }

    Vous pouvez la lire sur sa page. L’accusé de réception a été adressé à { $organisation }.

# La page de l’organisation, ses membres, ce qu’elle dit d’elle-même.
layout-nav-city = Votre organisation
accounts-no-last-owner = C’est la seule personne responsable. Nommez-en d’abord une autre parmi les membres.
accounts-no-leaving = Vous ne pouvez pas partir : vous êtes la seule personne responsable. Invitez d’abord un membre et transmettez-lui la responsabilité.
accounts-no-successor = Une personne responsable doit pouvoir se connecter : celle-ci n’a pas encore accepté l’invitation, ou son compte est désactivé.
accounts-no-other-role = Cette personne est déjà membre. Changez son rôle sur la page des membres.
accounts-member-you = Vous
accounts-role-change = Changer le rôle
accounts-role-changed = Le rôle a été modifié.
accounts-member-remove = Retirer
accounts-member-remove-ask = Retirer cette personne ? Dès maintenant, elle ne voit plus rien de l’organisation.
accounts-member-removed = Cette personne n’est plus membre.
accounts-roles = Ce que permet chaque rôle
accounts-own-part = Votre rôle
accounts-leave = Quitter l’organisation
accounts-leave-ask = Quitter l’organisation ? Vous ne verrez plus ses propositions.
accounts-member-left = Vous avez quitté l’organisation.
accounts-hand-over = Transmettre la responsabilité
accounts-hand-over-text = La personne choisie devient responsable et vous devenez déposant(e). Les deux se font en même temps ; seule la nouvelle personne responsable peut vous rendre la responsabilité.
accounts-hand-over-to = Nouvelle personne responsable
accounts-hand-over-missing = Choisissez qui devient responsable.
accounts-handed-over = La responsabilité est transmise. Vous êtes maintenant déposant(e).
accounts-organisation-edit = Modifier les données
accounts-organisation-manage = Changer les rôles, retirer des membres
accounts-profile-lede = Les nouvelles propositions commencent avec ce qui figure ici. Vous pouvez le modifier dans chacune.
accounts-endorser = Maire ou responsable de l’organisation
accounts-manager = Chef de projet
proposals-of-organisation = Propositions
proposals-by-state = Par état
proposals-all-states = Toutes
proposals-prefilled = Ce que l’on sait de votre organisation est déjà rempli. Modifiez ce qui diffère dans cette proposition.
proposals-prefilled-fields =
    { $own ->
        [yes] Repris de la page de votre organisation : { $fields }. Ce que vous changez ici ne change que cette proposition.
       *[no] Repris de la page de l’organisation ({ $organisation }) : { $fields }. Ce que vous changez ici ne change que cette proposition.
    }
proposals-prefilled-page = La page de votre organisation
proposals-no-assign-writer = Cette personne rédige la proposition, ou est invitée à y écrire, et ne peut pas l’évaluer.

# Notes privées.
proposals-notes = Notes privées
proposals-notes-open = { $count ->
    [one] { $count } note ouverte
   *[other] { $count } notes ouvertes
}
proposals-notes-audience = Seules les personnes qui rédigent cette proposition lisent ceci : votre organisation et ses corédacteurs. Rien n’en est soumis.
proposals-notes-none = Pas encore de note.
proposals-note = Note
proposals-note-section = Au sujet de
proposals-note-whole = Toute la proposition
proposals-note-write = Ajouter la note
proposals-note-written = La note est enregistrée.
proposals-note-edited = modifiée
proposals-note-edit = Modifier
proposals-note-changed = Cette note a été modifiée dans une autre fenêtre. Enregistrez de nouveau pour mettre ce texte à la place.
proposals-note-remove = Supprimer
proposals-note-remove-ask = Supprimer cette note ?
proposals-note-removed = La note est supprimée.
proposals-note-done = Réglée
proposals-note-resolve = Marquer comme réglée
proposals-note-resolved = La note est marquée comme réglée.
proposals-note-reopen = Rouvrir
proposals-note-opened = La note est de nouveau ouverte.

mail-role-changed-subject = Votre rôle dans les Initiatives Metropolis a changé
mail-role-changed-body =
    Votre rôle a changé. C’est maintenant : { $part }

    Vous le trouverez en vous connectant, comme toujours avec votre mot de passe.
mail-role-changed-action = Se connecter
mail-member-removed-subject = Vous n’êtes plus membre : { $organisation }
mail-member-removed-body =
    Vous ne figurez plus parmi les membres de l’organisation { $organisation } dans les Initiatives Metropolis. Vous ne voyez plus ses propositions ; ce que vous avez écrit reste.

    Si vous pensez que c’est une erreur, écrivez à ses responsables.
mail-member-left-subject = { $name } a quitté { $organisation }
mail-member-left-body =
    { $name } a quitté { $organisation } dans les Initiatives Metropolis et ne voit plus ses propositions. Ce qui a été écrit reste.
mail-member-left-action = Voir les membres
mail-co_reminder-subject = Invitation sans réponse : corédiger { $proposal } avec { $organisation }
mail-co_reminder-body =
    Vous avez reçu une invitation à participer à la rédaction de la proposition { $proposal } ({ $organisation }) et n’avez pas encore répondu. L’invitation peut être acceptée jusqu’au { $when }.

    Le bouton y mène ; si vous n’avez pas encore de compte, il mène d’abord à une page où vous choisissez un mot de passe. Si vous aviez déjà reçu un lien vers cette page, il ne fonctionne plus.

    Si vous ne souhaitez pas participer, déclinez l’invitation ou ne faites rien. Vous ne recevrez pas d’autre rappel.
