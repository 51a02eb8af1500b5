### Lettres sur l’évaluation.

mail-assigned-subject = À évaluer : { $proposal }
mail-assigned-body =
    Le Secrétariat vous demande d’évaluer { $proposal }.
    { $until ->
        [set] Merci de remettre votre évaluation avant le { $when }.
       *[none] Aucune date n’est encore fixée.
    }

    Sur la page de la proposition, vous pouvez accepter ou décliner, et déclarer un conflit d’intérêts.
mail-declined-subject = { $name } n’évalue pas { $proposal }
mail-declined-body =
    { $name } décline l’évaluation de { $proposal } :

    { $reason }

    Désignez quelqu’un d’autre sur la page de la proposition.
mail-conflict_declared-subject = Conflit d’intérêts déclaré : { $proposal }
mail-conflict_declared-body =
    { $name } a déclaré un conflit d’intérêts avec { $proposal } et ne la voit plus :

    { $reason }

mail-assigned_several-subject = À évaluer : { $count } propositions de { $call }
mail-assigned_several-body =
    Le Secrétariat vous demande d’évaluer { $count } propositions de { $call }. Elles vous attendent dans votre espace.

    { $until ->
        [set] Merci de remettre vos évaluations avant le { $when }.
       *[none] Aucune date n’est encore fixée.
    }

    Sur la page de chaque proposition, vous pouvez accepter ou décliner, et déclarer un conflit d’intérêts.

mail-review_reminder-subject = { $count ->
    [one] Une évaluation à remettre avant le { $when }
   *[other] { $count } évaluations à remettre avant le { $when }
}
mail-review_reminder-body =
    { $count ->
        [one] Une de vos évaluations pour { $call } n’est pas encore remise. Merci de la remettre avant le { $when }.
       *[other] { $count } de vos évaluations pour { $call } ne sont pas encore remises. Merci de les remettre avant le { $when }.
    }

    Si vous ne pouvez pas juger une proposition, vous pouvez vous abstenir sur sa page, en indiquant pourquoi.

mail-review_late-subject = { $count ->
    [one] Une évaluation est en retard
   *[other] { $count } évaluations sont en retard
}
mail-review_late-body =
    { $count ->
        [one] Une de vos évaluations pour { $call } était attendue avant le { $when }. Vous pouvez encore la remettre.
       *[other] { $count } de vos évaluations pour { $call } étaient attendues avant le { $when }. Vous pouvez encore les remettre.
    }

    Si vous ne pouvez pas juger une proposition, merci de décliner ou de vous abstenir sur sa page, afin que quelqu’un d’autre puisse être sollicité.
