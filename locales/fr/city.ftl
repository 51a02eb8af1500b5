### La ville comme compte : sa page et ses membres, et les personnes d’autres villes qui écrivent avec elle.

# Corédaction.
proposals-no-lead = Vous rédigez cette proposition avec une autre organisation. Ce sont ses membres qui la soumettent.
proposals-no-co-disabled = Le compte de cette personne est fermé. Demandez au secrétariat de le rouvrir.
proposals-no-co-member = Cette personne appartient à votre organisation et peut déjà rédiger la proposition.
proposals-no-co-staff = Les personnes du secrétariat et les évaluateurs ne peuvent pas rédiger de proposition.
proposals-no-co-already = Cette personne participe déjà à la rédaction.
proposals-no-co-more = Il y a déjà 20 corédacteurs et invitations. Retirez-en un d’abord.
proposals-together = Rédiger ensemble
proposals-co-editors = Corédacteurs d’autres organisations
proposals-co-edited = En corédaction
proposals-co-lede = Des personnes d’une ville partenaire qui rédigent cette proposition avec vous. Elles voient cette seule proposition et rien d’autre de votre organisation. Elles ne peuvent ni la soumettre ni la retirer, et ne lisent pas vos messages avec le secrétariat.
proposals-co-none = Personne pour l’instant.
proposals-co-since = Depuis le { $when }
proposals-co-until = L’invitation peut être acceptée jusqu’au { $when }
proposals-co-invite = Inviter quelqu’un
proposals-co-invite-text = La personne reçoit un courrier, se connecte ou crée son compte, et accepte. Si elle n’a pas répondu, vous pouvez l’inviter à nouveau à la même adresse.
proposals-co-locale-hint = La langue du courrier, pour une personne qui n’a pas encore de compte.
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
proposals-co-invitation-lede = { $name }, de { $organisation }, vous invite à rédiger une proposition.
proposals-co-invitation-text = Si vous acceptez, vous pourrez lire et rédiger cette proposition jusqu’à ce qu’elle soit soumise, et voir ce qui a été soumis. C’est l’organisation chef de file qui la soumet. Vous pouvez cesser à tout moment.
proposals-co-accept = Accepter l’invitation
proposals-co-decline = Décliner
proposals-co-accepted = Vous pouvez maintenant rédiger cette proposition.
proposals-co-declined = Vous avez décliné l’invitation.

# Courriers.
mail-co-open = Voir l’invitation
mail-co_invited-subject = { $organisation } vous invite à corédiger { $proposal }
mail-co_invited-body =
    { $by }, de { $organisation }, vous invite à rédiger ensemble la proposition { $proposal } pour les Initiatives Metropolis.

    Vous pourriez lire et rédiger cette seule proposition. C’est { $organisation } qui la soumet.

    { $account ->
        [new] Vous n’avez pas encore de compte : choisissez d’abord un mot de passe par ce lien, qui sert une seule fois. Acceptez ensuite l’invitation sous « Vos propositions ».
       *[known] Connectez-vous comme d’habitude, regardez l’invitation, puis acceptez-la ou déclinez-la.
    }

    Elle peut être acceptée jusqu’au { $when }. Si vous n’attendiez pas ce courrier, vous n’avez rien à faire.
mail-co_removed-subject = Vous ne corédigez plus { $proposal }
mail-co_removed-body =
    { $organisation } a mis fin à votre participation à la rédaction de { $proposal }. Ce que vous avez écrit reste dans la proposition ; vous ne la voyez plus.

    Si vous pensez que c’est une erreur, écrivez aux personnes de { $organisation } avec qui vous avez travaillé.
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
