# What programs can read: open data, feeds and calendars, and what is told of a page to those who do not open it.
data-association = Metropolis, World Association of the Major Metropolises
data-heading = Open data
data-lede = What everybody may read of the Initiatives, for programs: as files, as a feed, and as calendars.
data-feed-link = Feed

data-files = Files
data-files-text = All public Initiatives, as they are now. Whoever asks again is told if nothing has changed.
data-json = Initiatives as JSON
data-csv = Initiatives as a table (CSV)
data-geojson = Initiatives for maps (GeoJSON)
data-version = Version { $version }.
data-schema = JSON Schema of the first file
data-versions-text = The first number of the version rises when a value is taken away or means something else, the second when one is added. A program that reads the files should pass over what it does not know.

data-licence = Licence
data-licence-text = What Metropolis publishes here may be used, changed and passed on by anybody, if its origin is named:
data-licence-name = Creative Commons Attribution 4.0 International (CC BY 4.0)
data-licence-open = The association has yet to confirm this licence. Pictures and documents of cities, and pages elsewhere, are not part of the data.

data-values = Values
data-values-text = These are the names in JSON, and in the properties of GeoJSON. Codes are the same in every language. In the table, texts have a column for each language, and texts that a spreadsheet could take for a formula begin with an apostrophe.
data-column-name = Name
data-column-meaning = Meaning
data-value-reference = The name of the Initiative in letters and minutes. It never changes.
data-value-slug = The last part of the address of its page.
data-value-url = The address of its page.
data-value-title = The title, by languages. A language into which it was not translated is missing.
data-value-language = The language in which it was written.
data-value-lead = The organisation that leads it.
data-value-city = The lead city.
data-value-country = The country, by its two letters in ISO 3166-1.
data-value-region = The part of the world, as the United Nations divide it.
data-value-theme = The main theme.
data-value-state = One of approved, running, completed and discontinued (ended early).
data-value-year = The year of its call for proposals.
data-value-coordinates = Where it is: latitude and longitude in degrees. In GeoJSON the geometry, which has the longitude first.
data-value-partners = Its partners that are cities, with their countries, as far as it is known where they lie.
data-value-aim = What it wants to reach, by languages.
data-value-published_at = When it became public, in UTC.
data-value-changed_at = When something of this changed last, in UTC.
data-value-example = Whether it is an invented example.

data-filters = A part of the data
data-filters-text = The addresses of the files take the same filters as the list of Initiatives, one or several of them: ?theme=governance&country=ES.
data-filter-theme = The code of a theme.
data-filter-region = The code of a part of the world.
data-filter-country = The two letters of a country, in capitals.
data-filter-state = The code of a state.
data-filter-year = The year of a call.

data-feeds = Feed and calendars
data-feeds-text = The feed (Atom) tells of new Initiatives, of what happens to them, and of calls that open. It can be had of one theme or one city: ?theme=governance, ?city=es-barcelona; and in English, French or Spanish: ?lang=fr. The calendar holds the deadlines of all calls that are open or announced, and follows them when they are extended.
data-feed-all = Everything that happens (Atom)
data-feed-call = Call opened
data-calendar-all = Deadlines of all calls as a calendar
data-calendar-one = Deadline as a calendar entry
data-calendar-name = Deadlines of the Metropolis Initiatives

data-guidelines = Guidelines
data-guidelines-text = What a call asks of a proposal, and by which criteria it is judged: the definition from which forms and checks are made, as JSON. The address takes ?version=1 for an older version.

data-examples = Examples
data-example-table = Save a table of one theme
data-example-python = List the Initiatives in Python
data-example-again = Fetch the file only if it has changed
