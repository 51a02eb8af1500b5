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

# El mapa de las Iniciativas, y lo mismo en una lista.

map-title = Mapa de las Iniciativas
map-lede = Dónde lideran Iniciativas las metrópolis y qué ciudades participan en ellas.
map-description = Las tierras, sin fronteras. Los círculos indican las ciudades que lideran Iniciativas; los puntos, sus ciudades socias; y las líneas unen unas con otras. Todo ello puede leerse también como lista.
map-room = Mapa del mundo
map-skip = Saltar el mapa
map-moves = Mover el mapa
map-nearer = Acercar
map-farther = Alejar
map-left = Hacia la izquierda
map-right = Hacia la derecha
map-up = Hacia arriba
map-down = Hacia abajo
map-whole = Mundo entero
map-keys = Cuando el mapa tiene el foco, las teclas más y menos lo acercan y lo alejan, las flechas lo mueven, Inicio muestra el mundo entero y Esc lleva a la lista. Con Ctrl (en Mac, Cmd), la rueda del ratón cambia la escala; en una pantalla táctil, use dos dedos.
map-legend = Un número: tantas Iniciativas próximas entre sí. Cuatro bloques, uno de ellos relleno: una sola Iniciativa y su tema. Un anillo pequeño: una ciudad socia, unida por una línea a la ciudad líder.
map-as-list = Lo mismo en una lista
map-part = Iniciativas en esta parte del mapa: { $shown } de { $all }
map-places = { $more ->
    [one] { $place } y una ciudad más
   *[other] { $place } y { $more } ciudades más
}
map-with = con { $cities }
map-elsewhere = En otros lugares
map-no-country = No consta el país
map-unplaced = Fuera del mapa
map-unplaced-text = No consta dónde están.
map-unplaced-more = { $more ->
    [one] Una más figura en la lista de las Iniciativas
   *[other] { $more } más figuran en la lista de las Iniciativas
}
map-nothing = Aquí no hay ninguna Iniciativa.
map-open = Abrir el mapa y su lista
map-cards = Ver estas Iniciativas una por una
