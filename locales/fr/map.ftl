# Placer un point : par le nom d’une ville, sur la carte, par des coordonnées.

map-city = Trouver votre ville
map-city-hint = Les villes de 100 000 habitants ou plus, et toutes les capitales. Écrivez le nom dans votre langue si vous le souhaitez ; une virgule et le pays distinguent les villes du même nom.
map-find = Chercher
map-found = { $count ->
    [one] Une ville trouvée. Choisissez-la pour y placer le point.
   *[other] { $count } villes trouvées. Choisissez la vôtre pour y placer le point.
}
map-none = Aucune ville trouvée sous ce nom. Vérifiez l’orthographe, cliquez sur la carte ou saisissez les coordonnées.
map-say-found = Villes trouvées : { $count }
map-say-none = Aucune ville trouvée
map-also = { $city } ({ $name })
map-credit = Noms et positions des villes :
map-geonames = GeoNames
map-licence = CC BY 4.0

map-world = Carte du monde : cliquez là où se trouve le point
map-around = La carte autour du point : cliquez pour le déplacer
map-live-world = Carte du monde. Cliquez là où se trouve le point, ou déplacez-le avec les touches fléchées ; avec la touche majuscule, il va plus loin.
map-live-around = La carte autour du point. Cliquez pour le déplacer, ou utilisez les touches fléchées ; avec la touche majuscule, il va plus loin.
map-place = { $city } ({ $country })
map-near = À { $city } ou à proximité
map-from = Ville la plus proche : { $city }, à { $away } km

map-wrong-no-latitude = Il manque la latitude.
map-wrong-no-longitude = Il manque la longitude.
map-wrong-swapped = Une latitude va de -90 à 90. La latitude et la longitude sont-elles inversées ?
map-wrong-off-globe = Une latitude va de -90 à 90, une longitude de -180 à 180.

# La carte des Initiatives, et la même chose en liste.

map-title = Carte des Initiatives
map-lede = Où des métropoles dirigent des Initiatives, et quelles villes y participent.
map-description = Les terres, sans frontières. Des cercles indiquent les villes qui dirigent des Initiatives, des points leurs villes partenaires, et des lignes relient les unes aux autres. Tout cela existe aussi sous forme de liste.
map-room = Carte du monde
map-skip = Passer la carte
map-moves = Déplacer la carte
map-nearer = Zoom avant
map-farther = Zoom arrière
map-left = Vers la gauche
map-right = Vers la droite
map-up = Vers le haut
map-down = Vers le bas
map-whole = Monde entier
map-keys = Quand la carte a le focus, les touches plus et moins changent l’échelle, les flèches déplacent la carte, Début montre le monde entier et Échap mène à la liste. Avec Ctrl (Cmd sur Mac), la molette de la souris change l’échelle ; sur un écran tactile, utilisez deux doigts.
map-legend = Un nombre : autant d’Initiatives proches les unes des autres. Quatre blocs, dont un plein : une seule Initiative et son thème. Un petit anneau : une ville partenaire, reliée par une ligne à la ville chef de file.
map-as-list = La même chose en liste
map-part = Initiatives dans cette partie de la carte : { $shown } sur { $all }
map-places = { $more ->
    [one] { $place } et une autre ville
   *[other] { $place } et { $more } autres villes
}
map-with = avec { $cities }
map-elsewhere = Ailleurs
map-no-country = Pays non consigné
map-unplaced = Hors de la carte
map-unplaced-text = Leur emplacement n’est pas consigné.
map-unplaced-more = { $more ->
    [one] Une autre figure dans la liste des Initiatives
   *[other] { $more } autres figurent dans la liste des Initiatives
}
map-nothing = Aucune Initiative ne se trouve ici.
map-open = Ouvrir la carte et sa liste
map-cards = Voir ces Initiatives une par une
