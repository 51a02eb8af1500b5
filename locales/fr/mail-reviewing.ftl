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
