# Ce que des programmes peuvent lire : données ouvertes, flux et calendriers, et ce qui est dit d’une page à qui ne l’ouvre pas.
data-association = Metropolis, Association mondiale des grandes métropoles
data-heading = Données ouvertes
data-lede = Ce que chacun peut lire sur les Initiatives, sous une forme lisible par les programmes : des fichiers, un flux et des calendriers.
data-feed-link = Flux

data-files = Fichiers
data-files-text = Toutes les Initiatives publiques, dans leur état actuel. Un programme qui les demande de nouveau est informé si rien n’a changé.
data-json = Initiatives en JSON
data-csv = Initiatives en tableau (CSV)
data-geojson = Initiatives pour les cartes (GeoJSON)
data-version = Version { $version }.
data-schema = Schéma JSON du premier fichier
data-versions-text = Le premier nombre de la version augmente lorsqu’une valeur est retirée ou change de sens, le second lorsqu’une valeur est ajoutée. Un programme qui lit ces fichiers doit ignorer ce qu’il ne connaît pas.

data-licence = Licence
data-licence-text = Chacun peut utiliser, modifier et transmettre ce que Metropolis publie ici, à condition d’en citer l’origine :
data-licence-name = licence Creative Commons Attribution 4.0 International (CC BY 4.0)
data-licence-open = Cette licence reste à confirmer par l’association. Les images et documents des villes, ainsi que les pages d’autres sites, ne font pas partie des données.

data-values = Valeurs
data-values-text = Ces noms sont ceux du JSON et des propriétés du GeoJSON. Les codes sont les mêmes dans toutes les langues. Dans le tableau, chaque texte a une colonne par langue, et un texte qu’un tableur pourrait prendre pour une formule commence par une apostrophe.
data-column-name = Nom
data-column-meaning = Signification
data-value-reference = Le nom de l’Initiative dans les courriers et les procès-verbaux. Il ne change jamais.
data-value-slug = La dernière partie de l’adresse de sa page.
data-value-url = L’adresse de sa page.
data-value-title = Le titre, par langue. Une langue dans laquelle il n’a pas été traduit est absente.
data-value-language = La langue dans laquelle elle a été rédigée.
data-value-lead = L’organisation qui la dirige.
data-value-city = La ville chef de file.
data-value-country = Le pays, par ses deux lettres de la norme ISO 3166-1.
data-value-region = La région du monde, selon le découpage des Nations Unies.
data-value-theme = Le thème principal.
data-value-state = Approuvée (approved), en cours (running), achevée (completed) ou arrêtée avant terme (discontinued).
data-value-year = L’année de son appel à propositions.
data-value-coordinates = Sa situation : latitude et longitude en degrés. En GeoJSON, la géométrie, où la longitude vient en premier.
data-value-partners = Ses partenaires qui sont des villes, avec leur pays, pour autant que l’on sache où elles se trouvent.
data-value-aim = Ce qu’elle veut atteindre, par langue.
data-value-published_at = Le moment où elle est devenue publique, en temps universel (UTC).
data-value-changed_at = Le moment du dernier changement, en temps universel (UTC).
data-value-example = S’il s’agit d’un exemple inventé.

data-filters = Une partie des données
data-filters-text = Les adresses des fichiers acceptent les mêmes filtres que la liste des Initiatives, un ou plusieurs à la fois, par exemple theme=governance&country=ES après un point d’interrogation.
data-filter-theme = Le code d’un thème.
data-filter-region = Le code d’une région du monde.
data-filter-country = Les deux lettres d’un pays, en capitales.
data-filter-state = Le code d’un état.
data-filter-year = L’année d’un appel.

data-feeds = Flux et calendriers
data-feeds-text = Le flux (Atom) annonce les nouvelles Initiatives, leurs étapes et l’ouverture des appels. Il peut se limiter à un thème ou à une ville (theme=governance, city=es-barcelona) et se lit en anglais, en français ou en espagnol (lang=fr). Le calendrier contient les dates limites de tous les appels ouverts ou annoncés, et se met à jour lorsqu’elles sont reportées.
data-feed-all = Tout ce qui se passe (Atom)
data-feed-call = Appel ouvert
data-calendar-all = Calendrier des dates limites de tous les appels
data-calendar-one = Date limite, à ajouter au calendrier
data-calendar-name = Dates limites des Initiatives Metropolis

data-guidelines = Lignes directrices
data-guidelines-text = Ce qu’un appel demande à une proposition, et les critères selon lesquels elle est évaluée : la définition dont sont tirés les formulaires et les contrôles, en JSON. L’adresse accepte version=1 pour une version plus ancienne.

data-examples = Exemples
data-example-table = Enregistrer le tableau d’un thème
data-example-python = Énumérer les Initiatives en Python
data-example-again = Ne télécharger le fichier que s’il a changé
