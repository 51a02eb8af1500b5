# Situar un punto: por el nombre de una ciudad, en el mapa, por coordenadas.

map-city = Buscar su ciudad
map-city-hint = Ciudades de 100.000 habitantes o más, y todas las capitales. Escriba el nombre en su idioma si lo prefiere; una coma y el país distinguen las ciudades del mismo nombre.
map-find = Buscar
map-found = { $count ->
    [one] Se encontró una ciudad. Elíjala para situar allí el punto.
   *[other] Se encontraron { $count } ciudades. Elija la suya para situar allí el punto.
}
map-none = No se encontró ninguna ciudad con ese nombre. Revise la ortografía, pulse en el mapa o escriba las coordenadas.
map-say-found = Ciudades encontradas: { $count }
map-say-none = No se encontró ninguna ciudad
map-also = { $city } ({ $name })
map-credit = Nombres y posiciones de las ciudades:
map-geonames = GeoNames
map-licence = CC BY 4.0

map-world = Mapa del mundo: pulse donde está el punto
map-around = El mapa alrededor del punto: pulse para moverlo
map-live-world = Mapa del mundo. Pulse donde está el punto o muévalo con las flechas del teclado; con la tecla de mayúsculas avanza más.
map-live-around = El mapa alrededor del punto. Pulse para moverlo o use las flechas del teclado; con la tecla de mayúsculas avanza más.
map-place = { $city } ({ $country })
map-near = En { $city } o cerca
map-from = A { $away } km de { $city }

map-wrong-no-latitude = Falta la latitud.
map-wrong-no-longitude = Falta la longitud.
map-wrong-swapped = Una latitud va de -90 a 90. ¿Están la latitud y la longitud al revés?
map-wrong-off-globe = Una latitud va de -90 a 90, una longitud de -180 a 180.
