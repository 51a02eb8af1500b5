### Dates limites : soumissions tardives, prolongations, rappels, réponses aux questions.

# Trop tard.
deadlines-late-held = Votre texte est conservé tel que vous l’avez soumis. Le secrétariat en a été informé et peut l’admettre avec cette heure. Vous n’avez rien à faire ; vous recevrez une lettre.
deadlines-late-refused = Votre texte est conservé. Le secrétariat a décidé de ne pas l’admettre.
deadlines-late-incomplete = Votre texte est conservé comme brouillon. Il y manque encore quelque chose : il n’a donc pas pu être remis au secrétariat. S’il vous faut plus de temps, écrivez au secrétariat.
deadlines-attempt = { $when }, { $late } après la date limite
deadlines-attempt-held = Votre soumission du { $when }, { $late } après la date limite, est conservée telle quelle. Le secrétariat en a été informé et peut l’admettre.
deadlines-attempt-refused =
    Le secrétariat a décidé de ne pas admettre votre soumission du { $when }, { $late } après la date limite.
    { $reason }
deadlines-closing-own = Vous pouvez soumettre jusqu’au
deadlines-fact-own = Date limite propre à l’organisation

# Soumissions tardives au bureau.
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
calls-zone-anywhere = Partout sur Terre (UTC-12)

# Lettres.
mail-came_late-subject = Trop tard : { $proposal }, { $organisation }
mail-came_late-body =
    { $organisation } a essayé de soumettre { $proposal } après la date limite.

    Date limite : { $deadline }
    Reçue : { $when }
    Retard : { $late }

    Le texte est conservé tel qu’il a été remis. Au bureau, vous pouvez le lire, et l’admettre ou non.

mail-admitted-subject = Admise : { $proposal }
mail-admitted-body =
    Le secrétariat a admis votre soumission tardive de { $proposal }. Elle compte comme reçue le { $when }.
    Le même instant en UTC : { $utc }

    Le motif :

    { $reason }

mail-late_refused-subject = Non admise : { $proposal }
mail-late_refused-body =
    Votre soumission de { $proposal } du { $when } est arrivée après la date limite. Le secrétariat a décidé de ne pas l’admettre. Le motif :

    { $reason }

    Votre texte est conservé.
