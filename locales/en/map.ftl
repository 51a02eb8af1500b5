# Setting a point: by the name of a city, on the map, by coordinates.

map-city = Find your city
map-city-hint = Cities of 100,000 people or more, and all capitals. Write the name in your own language if you like; a comma and the country tell cities of one name apart.
map-find = Find
map-found = { $count ->
    [one] One city was found. Press it to set the point there.
   *[other] { $count } cities were found. Press yours to set the point there.
}
map-none = No city was found by this name. Look at the spelling, press on the map, or write the coordinates.
map-say-found = Cities found: { $count }
map-say-none = No city found
map-also = { $city } ({ $name })
map-credit = Names and places of cities:
map-geonames = GeoNames
map-licence = CC BY 4.0

map-world = Map of the world: press where the point lies
map-around = The map around the point: press to move it
map-live-world = Map of the world. Press where the point lies, or move it with the arrow keys; with the shift key it moves further.
map-live-around = The map around the point. Press to move it, or use the arrow keys; with the shift key it moves further.
map-place = { $city }, { $country }
map-near = In or near { $city }
map-from = { $away } km from { $city }

map-wrong-no-latitude = The latitude is missing.
map-wrong-no-longitude = The longitude is missing.
map-wrong-swapped = A latitude goes from -90 to 90. Are latitude and longitude the other way round?
map-wrong-off-globe = A latitude goes from -90 to 90, a longitude from -180 to 180.
