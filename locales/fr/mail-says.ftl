### Ce que les courriels ne disent que si les valeurs le demandent. Les textes que modifie le Secrétariat le nomment par { $name }.

mail-says-record =
    { $sealed ->
        [none] { "" }
       *[other] Empreinte du journal d’audit à cet instant : { $seal }
    }
mail-says-changed_answers =
    { $changed ->
        [none] { "" }
       *[other] Ces réponses ont été enregistrées après l’ouverture de la page de confirmation et font partie de ce qui a été soumis : { $fields }
    }
mail-says-way_in =
    { $account ->
        [new] Vous n’avez pas encore de compte : choisissez d’abord un mot de passe par ce lien, qui sert une seule fois. Acceptez ensuite l’invitation sous « Vos propositions ».
       *[known] Connectez-vous comme d’habitude, regardez l’invitation, puis acceptez-la ou déclinez-la.
    }
mail-says-own_clock =
    { $clock ->
        [same] { "" }
       *[other] À votre heure : { $yours }
    }
mail-says-review_due =
    { $until ->
        [set] Merci de remettre votre évaluation avant le { $when }.
       *[none] Aucune date n’est encore fixée.
    }
mail-says-reviews_due =
    { $until ->
        [set] Merci de remettre vos évaluations avant le { $when }.
       *[none] Aucune date n’est encore fixée.
    }
mail-says-reviews =
    { $count ->
        [one] Une évaluation
       *[other] { $count } évaluations
    }
mail-says-open_reviews =
    { $count ->
        [one] Une de vos évaluations pour { $call } n’est pas encore remise. Merci de la remettre avant le { $when }.
       *[other] { $count } de vos évaluations pour { $call } ne sont pas encore remises. Merci de les remettre avant le { $when }.
    }
mail-says-late_reviews =
    { $count ->
        [one] Une évaluation est en retard
       *[other] { $count } évaluations sont en retard
    }
mail-says-overdue_reviews =
    { $count ->
        [one] Une de vos évaluations pour { $call } était attendue avant le { $when }. Vous pouvez encore la remettre.
       *[other] { $count } de vos évaluations pour { $call } étaient attendues avant le { $when }. Vous pouvez encore les remettre.
    }
mail-says-writer =
    { $who ->
        [known] { $author }
       *[none] Quelqu’un
    }
mail-says-what_is_new =
    { $kind ->
        [report] Un rapport est paru sur l’Initiative Metropolis « { $title } », menée par { $lead } : { $headline }
       *[other] L’Initiative Metropolis « { $title } », menée par { $lead }, a franchi une étape : { $headline }
    }
mail-says-more_news =
    { $more ->
        [0] { "" }
        [one] { "" }, et une autre nouvelle
       *[other] { "" }, et { $more } autres nouvelles
    }
mail-says-more_notices =
    { $more ->
        [0] { "" }
        [one] { "" }, et un autre avis
       *[other] { "" }, et { $more } autres avis
    }
mail-says-wait_eligibility =
    { $waits_eligibility ->
        [0] { "" }
        [one] Une soumission attend la vérification de sa recevabilité depuis plus de { $days_eligibility } jours.
       *[other] { $waits_eligibility } soumissions attendent la vérification de leur recevabilité depuis plus de { $days_eligibility } jours.
    }
mail-says-wait_late =
    { $waits_late ->
        [0] { "" }
        [one] Une soumission tardive est conservée et attend votre décision depuis plus de { $days_late } jours.
       *[other] { $waits_late } soumissions tardives sont conservées et attendent votre décision depuis plus de { $days_late } jours.
    }
mail-says-wait_question =
    { $waits_question ->
        [0] { "" }
        [one] Un candidat a écrit et attend une réponse depuis plus de { $days_question } jours.
       *[other] Dans { $waits_question } échanges, des candidats attendent une réponse depuis plus de { $days_question } jours.
    }
mail-says-wait_publication =
    { $waits_publication ->
        [0] { "" }
        [one] Une décision est préparée depuis plus de { $days_publication } jours et n’est pas publiée.
       *[other] { $waits_publication } décisions sont préparées depuis plus de { $days_publication } jours et ne sont pas publiées.
    }
mail-says-wait_missing =
    { $waits_missing ->
        [0] { "" }
        [one] Une évaluation est en retard de plus de { $days_missing } jours.
       *[other] { $waits_missing } évaluations sont en retard de plus de { $days_missing } jours.
    }
