### Lettres sur l’évaluation.

mail-assigned-subject = À évaluer : { $proposal }
mail-assigned-body =
    Le Secrétariat vous demande d’évaluer { $proposal }.
    { $review_due }

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

    { $reviews_due }

    Sur la page de chaque proposition, vous pouvez accepter ou décliner, et déclarer un conflit d’intérêts.

mail-review_reminder-subject = { $reviews } à remettre avant le { $when }
mail-review_reminder-body =
    { $open_reviews }

    Si vous ne pouvez pas juger une proposition, vous pouvez vous abstenir sur sa page, en indiquant pourquoi.

mail-review_late-subject = { $late_reviews }
mail-review_late-body =
    { $overdue_reviews }

    Si vous ne pouvez pas juger une proposition, merci de décliner ou de vous abstenir sur sa page, afin que quelqu’un d’autre puisse être sollicité.

mail-waiting-subject = En attente au Secrétariat ({ $count })
mail-waiting-body =
    Au { $as_of }, voici ce qui est en attente au Secrétariat depuis un certain temps :

    { $wait_late }
    { $wait_eligibility }
    { $wait_question }
    { $wait_missing }
    { $wait_publication }

    Chaque élément est signalé une fois lorsqu’il attend depuis trop longtemps, puis une seconde fois si, plus tard, il attend toujours. La liste de l’espace de gestion montre tout ce qui est en attente.
