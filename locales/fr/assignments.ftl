### Confier les propositions d’un appel aux évaluateurs.

assignments-title = Désignations
assignments-lede = Qui évalue quoi dans cet appel. Un plan est présenté avant toute désignation.
assignments-none = Aucune proposition à confier pour l’instant
assignments-none-text = Les propositions apparaissent ici une fois soumises, sauf celles jugées irrecevables.
assignments-now = Actuellement
assignments-coverage =
    { $n ->
        [one] { $n } proposition
       *[other] { $n } propositions
    } avec { $reviews ->
        [0] aucun évaluateur
        [one] { $reviews } évaluateur
       *[other] { $reviews } évaluateurs
    }
assignments-plan = Proposer des désignations
assignments-plan-text = Le meilleur plan selon les souhaits des évaluateurs, leurs langues et thèmes, et une charge équilibrée. Les conflits d’intérêts, même soupçonnés, sont écartés.
assignments-plan-do = Afficher le plan
assignments-plan-note = Rien n’est encore attribué. Ce qui l’est déjà compte ; vous pouvez recommencer pour les manques.
assignments-reviews = Évaluations par proposition
assignments-most = Maximum par évaluateur
assignments-table = Désigner à partir d’un tableau
assignments-table-text = Une ligne par désignation : la référence de la proposition et l’adresse électronique ou le nom de l’évaluateur.
assignments-table-file = Fichier CSV
assignments-table-hint = Enregistré en UTF-8, avec virgules, points-virgules ou tabulations.
assignments-table-paste = Ou collez les lignes ici
assignments-table-do = Vérifier d’abord
assignments-table-encoding = Le fichier n’est pas en UTF-8. Dans le tableur, enregistrez-le en « CSV UTF-8 » et renvoyez-le.
assignments-table-empty = Choisissez un fichier ou collez des lignes.
assignments-table-long = Le tableau compte plus de lignes qu’un appel n’a d’évaluations.
assignments-reviewers = Évaluateurs
assignments-reviewers-none = Personne n’est encore évaluateur.
assignments-name = Évaluateur
assignments-has = En a dans cet appel
assignments-at-most = Limite personnelle

plan-title = Plan de désignations
plan-lede = { $n ->
        [one] { $n } désignation
       *[other] { $n } désignations
    } pour { $reviews ->
        [one] { $reviews } évaluation
       *[other] { $reviews } évaluations
    } par proposition, { $most } au plus par évaluateur. Rien n’est attribué avant votre confirmation.
plan-lede-table = { $n ->
        [one] { $n } désignation est possible.
       *[other] { $n } désignations sont possibles.
    } Rien n’est attribué avant votre confirmation.
plan-troubles = Ce qui n’a pas pu être satisfait
plan-refused = Ce qui ne peut pas être attribué
plan-gap-few = { $reference } : il manque { $n ->
        [one] { $n } évaluation
       *[other] { $n } évaluations
    }. Trop peu d’évaluateurs peuvent l’évaluer.
plan-gap-full = { $reference } : il manque { $n ->
        [one] { $n } évaluation
       *[other] { $n } évaluations
    }. Ceux qui peuvent l’évaluer sont au maximum de leur charge.
plan-slip-columns = Ligne { $line } : l’évaluateur manque.
plan-slip-proposal = Ligne { $line } : aucune proposition « { $said } » à confier dans cet appel.
plan-slip-reviewer = Ligne { $line } : aucun évaluateur « { $said } ».
plan-slip-ambiguous = Ligne { $line } : plusieurs évaluateurs s’appellent « { $said } ». Utilisez l’adresse électronique.
plan-slip-twice = Ligne { $line } : elle figure deux fois.
plan-slip-quote = Ligne { $line } : un guillemet n’est pas fermé sur la même ligne. Ce qui le suit n’a pas été lu.
plan-troubles-more = { $n ->
        [one] Et { $n } autre.
       *[other] Et { $n } autres.
    }
plan-barred-has = { $reference } : { $name } l’a déjà.
plan-barred-declined = { $reference } : { $name } l’a déclinée.
plan-barred-conflict = { $reference } : { $name } est en conflit d’intérêts.
plan-barred-writes = { $reference } : { $name } participe à sa rédaction.
plan-reason-wish = le souhaite
plan-reason-reluctant = préférerait éviter
plan-reason-theme = connaît le thème
plan-reason-language = lit la langue
plan-reason-other_language = n’a pas indiqué cette langue
plan-reason-free = est disponible
plan-empty = Rien à attribuer
plan-empty-text = Tout est attribué, ou personne n’entre en ligne de compte.
plan-back = Retour aux désignations
plan-give = Attribuer
plan-why = Pourquoi
plan-do = Attribuer ce qui est coché
plan-note = Chaque évaluateur reçoit un seul courriel avec toutes les siennes.
plan-nothing = Rien n’est coché.
plan-done =
    { $n ->
        [one] { $n } désignation est faite.
       *[other] { $n } désignations sont faites.
    }
plan-refused-more = { $n ->
        [one] { $n } autre désignation n’a pas pu être faite.
       *[other] { $n } autres désignations n’ont pas pu être faites.
    }
proposals-no-assign-twice = Cet évaluateur l’a déjà.
proposals-no-assign-gone = Elle ne peut plus être attribuée.

reviewers-title = Profil d’évaluateur
reviewers-lede = Ce sur quoi reposent les désignations.
reviewers-lede-own = Ce sur quoi le Secrétariat fonde vos désignations.
reviewers-languages = Langues
reviewers-languages-hint = Dans lesquelles des propositions peuvent être jugées. Aucune : toutes.
reviewers-themes = Thèmes
reviewers-themes-hint = Les mieux connus.
reviewers-organisation = Organisation
reviewers-organisation-hint = Organisation, ville et pays révèlent d’éventuels conflits d’intérêts.
reviewers-city = Ville
reviewers-country = Pays
reviewers-most = Au plus, dans un appel
reviewers-most-hint = Nombre de propositions. Vide : pas de limite.
reviewers-most-wrong = Écrivez un nombre de 1 à 500, ou rien.
reviewers-saved = Le profil est enregistré.

preferences-title = Que souhaitez-vous évaluer ?
preferences-text = Vos réponses guident les désignations, sans rien promettre. Déclarez ci-dessous tout conflit d’intérêts.
preferences-profile = Vos langues et thèmes
preferences-none = Rien à choisir pour l’instant
preferences-none-text = Les propositions apparaissent ici une fois soumises.
preferences-gladly = Volontiers
preferences-willing = D’accord
preferences-rather-not = Plutôt pas
preferences-saved = Vos préférences sont enregistrées.
preferences-closed = Cet appel ne demande pas de préférences en ce moment. Ce que vous avez enregistré compte. Un conflit d’intérêts peut être déclaré sur la page d’une proposition qui vous est confiée.

admin-did-reviewer-profile = Profil d’évaluateur modifié

preferences-asked = { $call } vous demande ce que vous souhaitez évaluer.
preferences-answer = Répondre
