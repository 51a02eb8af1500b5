## Ce que le Secrétariat demande de modifier dans une proposition renvoyée

requests-title = Demandes du Secrétariat
requests-intro = Le Secrétariat vous a renvoyé la proposition avec ces demandes. Faites les modifications dans les rubriques concernées et dites ici, pour chaque demande, ce que vous avez modifié ou pourquoi vous ne l’avez pas fait. Les évaluateurs lisent chaque réponse à côté de la demande.
requests-label = Demande { $number }
requests-label-field = Demande { $number } : { $field }
requests-origin = Demandé par le Secrétariat, pour cette seule proposition.
requests-none = Rédigez au moins une demande.
requests-form = Message et demandes

# Le formulaire du Secrétariat
requests-list = Ce qui est à modifier
requests-list-hint = Une demande pour chaque point à modifier. La ville répond à chacune ; les évaluateurs voient côte à côte la demande, la réponse et la modification.
requests-row = Demande { $row }
requests-add = Ajouter une demande
requests-remove = Supprimer la demande { $row }
requests-move-up = Monter la demande { $row }
requests-move-down = Descendre la demande { $row }
requests-about = Question
requests-about-hint = Laissez ce champ vide pour une demande qui porte sur toute la proposition.
requests-text = Demande
requests-text-missing = Dites ce qui est à modifier, ou supprimez cette demande.
requests-question = { $number }. { $section } : { $field }

# À côté de la proposition
requests-to-do = Ce que le Secrétariat vous demande de modifier
requests-change = Faire la modification
requests-answer = Répondre à cette demande
requests-edit-answer = Voir ou modifier votre réponse
requests-is-answered = Réponse donnée
requests-is-open = Sans réponse
requests-waiting = Ce que la ville doit modifier
requests-came-of = Ce qui a été demandé, et la suite donnée
requests-asked = Demande
requests-answered = Réponse de la ville
requests-changed = Modifié dans « { $field } »
requests-unchanged = Rien n’a changé dans cette réponse.
requests-counted =
    { $count ->
        [one] { $count } demande
       *[other] { $count } demandes
    }
