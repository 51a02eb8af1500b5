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

# The map of the Initiatives, and the same as a list.

map-title = Map of the Initiatives
map-lede = Where metropolises lead Initiatives, and which cities take part in them.
map-description = Land without borders. Circles stand where cities lead Initiatives, dots where their partner cities are, and lines join the two. All of it can be read as a list, too.
map-room = Map of the world
map-skip = Skip the map
map-moves = Move the map
map-nearer = Zoom in
map-farther = Zoom out
map-left = Move left
map-right = Move right
map-up = Move up
map-down = Move down
map-whole = Whole world
map-keys = While the map has the focus, plus and minus zoom, the arrow keys move it, Home shows the whole world, and Escape leads on to the list. With Ctrl (on a Mac, Cmd), the mouse wheel zooms; on a touch screen, two fingers do.
map-legend = A number: so many Initiatives close together. Four blocks, one of them filled: a single Initiative and its theme. A small ring: a partner city, joined by a line to the city that leads.
map-as-list = The same as a list
map-part = Initiatives in this part of the map: { $shown } of { $all }
map-places = { $more ->
    [one] { $place } and one more city
   *[other] { $place } and { $more } more cities
}
map-with = with { $cities }
map-elsewhere = Elsewhere
map-no-country = Country not recorded
map-unplaced = Not on the map
map-unplaced-text = It is not recorded where these are.
map-unplaced-more = { $more ->
    [one] One more stands in the list of the Initiatives
   *[other] { $more } more stand in the list of the Initiatives
}
map-nothing = No Initiative lies here.
map-open = Open the map and its list
map-cards = See these Initiatives one by one
