### Lettres sur l’évaluation.

mail-assigned-subject = À évaluer : { $proposal }
mail-assigned-body =
    Le Secrétariat vous demande d’évaluer { $proposal }.
    { $until ->
        [set] Merci de remettre votre évaluation avant le { $when }.
       *[none] Aucune date n’est encore fixée.
    }

    Sur la page de la proposition, vous pouvez accepter ou décliner, et déclarer un conflit d’intérêts.
mail-review_due-subject = Plus que { $left } pour votre évaluation : { $proposal }
mail-review_due-body =
    Votre évaluation de { $proposal } n’est pas encore remise. Elle est attendue pour le { $when }.

    Si vous ne pouvez pas la rédiger, déclinez-la sur la page de la proposition pour que quelqu’un d’autre s’en charge.
mail-review_late-subject = Votre évaluation est en retard : { $proposal }
mail-review_late-body =
    Votre évaluation de { $proposal } était attendue pour le { $when } et n’est pas remise. Vous pouvez encore la remettre.

    Si vous ne pouvez pas la rédiger, déclinez-la sur la page de la proposition pour que quelqu’un d’autre s’en charge.
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
    Le Secrétariat vous demande d’évaluer ces propositions de { $call } :

    { $list }

    { $until ->
        [set] Merci de remettre vos évaluations avant le { $when }.
       *[none] Aucune date n’est encore fixée.
    }

    Sur la page de chaque proposition, vous pouvez accepter ou décliner, et déclarer un conflit d’intérêts.
