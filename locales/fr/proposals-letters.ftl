### Les lettres au sujet des propositions. Une ligne vide sépare les paragraphes ; une valeur seule est une citation.

proposals-named = { $reference } « { $title } »
mail-listed = { $list } ; { $more }
mail-open-proposal = Ouvrir la proposition
mail-open-desk = Ouvrir dans l’espace de gestion

mail-received-subject = Reçue : { $proposal }
mail-received-body =
    Votre proposition { $proposal } a bien été reçue. Conservez ce courriel : c’est votre accusé de réception.

    Référence : { $reference }
    Soumission : { $number }
    Reçue : { $when }
    Le même instant en UTC : { $utc }

    Voici l’empreinte SHA-256 du texte soumis. La page de la proposition permet de télécharger exactement ces octets et de les vérifier :
    { $sha256 }

    Cette page confirme à toute personne qui a cette empreinte que la soumission a été reçue, et quand ; elle ne dit rien d’autre :

    { $verify }

    { $changed_answers }

    { $record }

mail-arrived-subject = Soumise : { $proposal }, { $organisation }
mail-arrived-body =
    { $organisation } a soumis { $proposal }.

    Soumission : { $number }
    Reçue : { $when }

mail-taken_back-subject = Reprise : { $proposal }, { $organisation }
mail-taken_back-body =
    { $organisation } a repris { $proposal } comme brouillon. La proposition peut être soumise de nouveau avant la date limite.

mail-review_started-subject = L’évaluation a commencé : { $proposal }
mail-review_started-body =
    Le Secrétariat a vérifié votre proposition { $proposal } : elle est recevable, et son évaluation a commencé.

    Vous n’avez rien à faire pour l’instant. Nous vous écrirons s’il faut modifier quelque chose, puis dès qu’une décision sera prise.

mail-returned-subject = Modifications demandées : { $proposal }
mail-returned-body =
    Votre proposition { $proposal } vous est renvoyée pour modifications. Le Secrétariat écrit :

    { $message }

    { $requests }

    Veuillez faire ces modifications, répondre à chaque demande et soumettre de nouveau la proposition au plus tard le { $due }.
    Le même instant en UTC : { $due_utc }

mail-due_moved-subject = Nouvelle date pour vos modifications : { $proposal }
mail-due_moved-body =
    La date prévue pour les modifications de votre proposition { $proposal } a changé. Veuillez la soumettre de nouveau au plus tard le { $when }.
    Le même instant en UTC : { $utc }

mail-approved-subject = Approuvée : { $proposal }
mail-approved-body =
    Félicitations : votre proposition { $proposal } a été approuvée.

    Décision prise par : { $body }
    Date : { $decided_on }
    Session : { $session }
    Procès-verbal : { $minute_reference }

    { $message }

    L’Initiative figure désormais au catalogue public. Le Secrétariat vous écrira au sujet de la suite.

    { $record }

mail-not_selected-subject = Décision sur { $proposal }
mail-not_selected-body =
    Nous vous remercions de votre proposition { $proposal }. Elle a été lue avec attention. Elle n’a pas été retenue.

    Décision prise par : { $body }
    Date : { $decided_on }
    Session : { $session }
    Procès-verbal : { $minute_reference }

    Le motif :

    { $reason }

    { $message }

    { $record }

mail-ineligible-subject = Décision sur { $proposal }
mail-ineligible-body =
    Nous vous remercions de votre proposition { $proposal }. Le Secrétariat a constaté qu’elle ne remplit pas les conditions de l’appel : elle ne peut donc pas être retenue. Le motif :

    { $reason }

    { $message }

    { $record }

mail-revised-subject = La décision est réexaminée : { $proposal }
mail-revised-body =
    La décision sur votre proposition { $proposal } est retirée, et la proposition est de nouveau en cours d’évaluation. Le motif :

    { $reason }

    Nous vous écrirons dès qu’une nouvelle décision sera prise.

mail-running-subject = En cours : { $proposal }
mail-running-body =
    L’Initiative { $proposal } est en cours. Elle a commencé le { $day }.

    Les personnes qui la suivent en sont informées elles aussi.

mail-completed-subject = Achevée : { $proposal }
mail-completed-body =
    L’Initiative { $proposal } est achevée. Son résultat :

    { $outcome }

    Merci de l’avoir menée.

mail-ended_early-subject = Arrêtée avant terme : { $proposal }
mail-ended_early-body =
    L’Initiative { $proposal } s’est arrêtée avant terme. Le motif :

    { $reason }

mail-withdrawn-subject = Retirée : { $proposal }
mail-withdrawn-body =
    La proposition { $proposal } ({ $organisation }) a été retirée. Le motif :

    { $reason }

    S’il s’agit d’une erreur, le Secrétariat peut la rétablir.

mail-reinstated-subject = Rétablie : { $proposal }
mail-reinstated-body =
    Votre proposition { $proposal } est rétablie : elle se trouve de nouveau là où elle en était. Le motif :

    { $reason }

mail-comment-subject = Nouveau message au sujet de { $proposal }
mail-comment-body =
    { $author } a écrit au sujet de { $proposal } :

    { $text }

    Répondez sur la page de la proposition : une réponse à ce courriel n’y parviendrait pas.
