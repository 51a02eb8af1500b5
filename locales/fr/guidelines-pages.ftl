# Les lignes directrices, à lire et à imprimer.
guidelines-page-version = Version { $version }
guidelines-page-contents = Sommaire
guidelines-page-note = Une reconstitution
guidelines-page-source = D’où vient ce texte
guidelines-page-public = publié en cas d’approbation
guidelines-page-why = Pourquoi cette question :
guidelines-page-rules = Règles d’ensemble
guidelines-page-warns = (recommandé, pas obligatoire)
guidelines-page-eligibility = Recevabilité
guidelines-page-eligibility-text = Le Secrétariat vérifie ces points avant l’évaluation.
guidelines-page-criteria = Comment les propositions sont évaluées
guidelines-page-criterion = Critère
guidelines-page-weight = Poids, sur 100
guidelines-page-scale = Ce que signifient les notes
guidelines-page-reviews = { $count ->
    [one] Chaque proposition reçoit au moins une évaluation.
   *[other] Chaque proposition reçoit au moins { $count } évaluations.
}
guidelines-page-recommended = Une proposition est recommandée à partir d’un total pondéré de { $total } sur 100, si aucun critère n’est noté au-dessous de { $score }.
guidelines-page-consensus = Lorsque deux totaux diffèrent de plus de { $gap } points, les évaluateurs cherchent une position commune.
