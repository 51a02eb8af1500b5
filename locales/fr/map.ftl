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
