### Dates limites : soumissions tardives, prolongations, rappels, réponses aux questions.

# Trop tard.
deadlines-late-held = Votre texte est conservé tel que vous l’avez soumis. Le Secrétariat en a été informé et peut l’admettre avec cette heure. Vous n’avez rien à faire ; vous recevrez un courriel.
deadlines-late-refused = Votre texte est conservé. Le Secrétariat a décidé de ne pas l’admettre.
deadlines-late-incomplete = Votre texte est conservé comme brouillon. Il y manque encore quelque chose : il n’a donc pas pu être remis au Secrétariat. S’il vous faut plus de temps, écrivez au Secrétariat.
deadlines-check-late = Vérifier et remettre hors délai
deadlines-to-late = Passer à la remise hors délai
deadlines-confirm-late = La date limite est passée
deadlines-confirm-late-text = Ce que vous remettez maintenant est conservé tel quel, avec son heure. Le Secrétariat en est informé et décide s’il l’admet.
deadlines-submit-late = Remettre hors délai
deadlines-attempt = { $when }, { $late } après la date limite
deadlines-attempt-held = Votre soumission du { $when }, { $late } après la date limite, est conservée telle quelle. Le Secrétariat en a été informé et peut l’admettre.
deadlines-attempt-refused =
    Le Secrétariat a décidé de ne pas admettre votre soumission du { $when }, { $late } après la date limite.
    { $reason }
deadlines-closing-own = Vous pouvez soumettre jusqu’au
deadlines-fact-own = Date limite propre à l’organisation

# Soumissions tardives dans l’espace de gestion.
deadlines-late-title = Soumissions tardives
deadlines-late-text = Elles sont arrivées après la date limite et sont conservées telles qu’elles ont été remises. Ce qui a été écrit depuis reste à la ville.
deadlines-late-missed = Date limite : { $deadline }
deadlines-late-stays-out = Non admise : { $reason }
deadlines-admission-which = Le texte à admettre
deadlines-admission-which-hint = Il devient la soumission, avec son heure et son auteur.
desk-wait-late = Arrivée trop tard : l’admettre ou non
desk-do-admit = Admettre la soumission tardive
desk-do-refuse_late = Ne pas admettre
desk-done-admission = La soumission tardive est admise. La ville a son accusé de réception.
desk-done-late-refusal = La soumission tardive n’est pas admise. La ville en a été informée.
desk-lede-admission = Vous admettez une soumission arrivée après la date limite.
desk-lede-late-refusal = La soumission arrivée après la date limite n’est pas admise.
desk-effect-admission = Ce texte devient une soumission numérotée, avec son heure et son empreinte. Ce que la ville a écrit depuis reste dans l’historique de son brouillon.
desk-effect-late-refusal = La proposition reste telle qu’elle est. La ville garde son texte.

date-zone-anywhere = partout sur Terre
calls-zone-anywhere = Partout sur Terre (UTC−12)

# Lettres.
mail-came_late-subject = Trop tard : { $proposal }, { $organisation }
mail-came_late-body =
    { $organisation } a essayé de soumettre { $proposal } après la date limite.

    Date limite : { $deadline }
    Reçue : { $when }
    Retard : { $late }

    Le texte est conservé tel qu’il a été remis. Dans l’espace de gestion, vous pouvez le lire, et l’admettre ou non.

mail-admitted-subject = Admise : { $proposal }
mail-admitted-body =
    Le Secrétariat a admis votre soumission tardive de { $proposal }. Elle compte comme reçue le { $when }.
    Le même instant en UTC : { $utc }

    Le motif :

    { $reason }

mail-late_refused-subject = Non admise : { $proposal }
mail-late_refused-body =
    Votre soumission de { $proposal } du { $when } est arrivée après la date limite. Le Secrétariat a décidé de ne pas l’admettre. Le motif :

    { $reason }

    Votre texte est conservé.

# Plus de temps.
deadlines-extend = Prolonger la date limite
deadlines-extend-elsewhere = Des propositions ont été commencées dans cet appel. Prolongez la date limite sur sa propre page, pour que les personnes qui ont un brouillon en soient informées.
deadlines-for-all = Pour tous
deadlines-for-one = Pour une organisation
deadlines-for-one-text = C’est la date limite de cette organisation seule : pour commencer, soumettre et reprendre. Ses membres reçoivent un courriel ; personne d’autre ne la voit.
deadlines-told =
    { $count ->
        [0] Personne n’a de brouillon dans cet appel : personne ne reçoit de courriel.
        [one] Une personne qui a un brouillon reçoit un courriel.
       *[other] { $count } personnes qui ont un brouillon reçoivent un courriel.
    }
deadlines-clock = Les heures sont dans le fuseau horaire de l’appel : { $zone }.
deadlines-new = Nouvelle date limite
deadlines-own = Date limite de cette organisation
deadlines-reason = Motif
deadlines-reason-hint = Il est cité dans le courriel.
deadlines-grant = Donner plus de temps à cette organisation
deadlines-not-later = Choisissez une date et une heure à venir, après la date limite de l’appel.
deadlines-granted = Prolongations jusqu’ici
deadlines-moved = Du { $was } au { $closes }
deadlines-replaced = remplacée par une plus récente
deadlines-extended-now = La nouvelle date limite est le { $when }. Les courriels sont en route.
deadlines-granted-now = L’organisation a du temps jusqu’au { $when }. Les courriels sont en route.

mail-open-proposals = Ouvrir vos propositions

mail-call_extended-subject = Plus de temps : { $call }
mail-call_extended-body =
    La date limite de « { $call } » a été prolongée. Vous avez un brouillon dans cet appel.

    Nouvelle date limite : { $when }
    { $own_clock }
    En UTC : { $utc }
    Ancienne date limite : { $was }

    Le motif :

    { $reason }

mail-extension_granted-subject = Plus de temps pour votre organisation : { $call }
mail-extension_granted-body =
    Le Secrétariat a donné plus de temps à votre organisation dans « { $call } ». La date limite de l’appel lui-même n’a pas changé.

    Votre date limite : { $when }
    { $own_clock }
    En UTC : { $utc }

    Le motif :

    { $reason }

mail-reminder-subject = Encore { $left } : { $proposal }
mail-reminder-body =
    { $proposal } est un brouillon et n’a pas été soumise. Vous pouvez la soumettre jusqu’au { $when }.
    Le même instant en UTC : { $utc }

    Une proposition soumise peut être reprise et soumise de nouveau jusque-là.

mail-reminder_last-subject = Plus que { $left } : { $proposal }
mail-reminder_last-body =
    { $proposal } n’a pas été soumise, et il reste { $left } : jusqu’au { $when }.
    Le même instant en UTC : { $utc }

    N’attendez pas les dernières minutes. Soumettez ce que vous avez ; jusqu’à la date limite, vous pouvez la reprendre, la modifier et la soumettre de nouveau.

mail-returned_reminder-subject = Encore { $left } pour vos modifications : { $proposal }
mail-returned_reminder-body =
    { $proposal } vous a été renvoyée pour modifications et n’a pas été soumise de nouveau. Vous pouvez la soumettre jusqu’au { $when }.
    Le même instant en UTC : { $utc }

    Les demandes figurent sur la page de la proposition. Répondez à chacune d’elles, puis soumettez de nouveau la proposition.

mail-returned_last-subject = Plus que { $left } pour vos modifications : { $proposal }
mail-returned_last-body =
    { $proposal } vous a été renvoyée pour modifications et n’a pas été soumise de nouveau. Il reste { $left } : jusqu’au { $when }.
    Le même instant en UTC : { $utc }

    Ensuite, vous ne pourrez que la remettre hors délai, et le Secrétariat décidera s’il l’admet. S’il vous faut plus de temps, écrivez au Secrétariat d’ici là.
