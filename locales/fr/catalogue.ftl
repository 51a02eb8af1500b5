# The pages that everybody may read.
catalogue-home = Accueil
catalogue-home-heading = Des projets conçus par les villes, pour les villes
catalogue-home-lede = Une métropole dirige une Initiative, d’autres villes, entreprises, universités et associations s’y joignent, et toutes en tirent des leçons.
catalogue-see-all = Voir les Initiatives
catalogue-see-calls = Voir les appels à propositions
catalogue-open-calls = Appels ouverts
catalogue-all-calls = Tous les appels
catalogue-no-open-call = Aucun appel n’est ouvert en ce moment.
catalogue-latest = Dernières Initiatives
catalogue-themes = Quatre thèmes
catalogue-more-benefits = En savoir plus sur la participation
catalogue-lede = Ce que des métropoles ont entrepris ensemble.
catalogue-search = Rechercher
catalogue-theme = Thème
catalogue-all-themes = Tous les thèmes
catalogue-country = Pays
catalogue-all-countries = Tous les pays
catalogue-count = { $count ->
    [one] { $count } Initiative
   *[other] { $count } Initiatives
}
catalogue-nothing-found = Aucune Initiative ne correspond
catalogue-nothing-found-text = Essayez avec moins de mots ou d’autres mots, ou retirez un filtre.
catalogue-none-yet = Aucune Initiative pour l’instant
catalogue-none-yet-text = Les propositions approuvées paraissent ici. Tout commence par un appel à propositions.
catalogue-example = Exemple
catalogue-lead = Chef de file
catalogue-call = Appel
catalogue-facts = En bref
catalogue-steps = Étapes
catalogue-step-approve = Approuvée
catalogue-step-start_running = Lancée
catalogue-step-complete = Achevée
catalogue-step-end_early = Arrêtée avant terme
catalogue-sources = D’où viennent ces informations
catalogue-publications = Publications
catalogue-no-publications = Aucune publication pour l’instant
catalogue-no-publications-text = Les rapports et études sur les Initiatives paraissent ici.
