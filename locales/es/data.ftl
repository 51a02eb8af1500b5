# Lo que pueden leer los programas: datos abiertos, canales y calendarios, y lo que se dice de una página a quien no la abre.
data-association = Metropolis, Asociación Mundial de las Grandes Metrópolis
data-heading = Datos abiertos
data-lede = Lo que cualquiera puede leer sobre las Iniciativas, en una forma que entienden los programas: archivos, un canal de noticias y calendarios.
data-feed-link = Canal de noticias

data-files = Archivos
data-files-text = Todas las Iniciativas públicas, tal como están ahora. Al programa que vuelve a pedirlas se le dice si no ha cambiado nada.
data-json = Iniciativas en JSON
data-csv = Iniciativas en tabla (CSV)
data-geojson = Iniciativas para mapas (GeoJSON)
data-version = Versión { $version }.
data-schema = Esquema JSON del primer archivo
data-versions-text = El primer número de la versión aumenta cuando se quita un valor o cambia su significado; el segundo, cuando se añade uno. Un programa que lea estos archivos debe pasar por alto lo que no conozca.

data-licence = Licencia
data-licence-text = Cualquiera puede usar, modificar y compartir lo que Metropolis publica aquí, siempre que cite su origen:
data-licence-name = Creative Commons Atribución 4.0 Internacional (CC BY 4.0)
data-licence-open = La asociación aún debe confirmar esta licencia. Las imágenes y los documentos de las ciudades, así como las páginas de otros sitios, no forman parte de los datos.

data-values = Valores
data-values-text = Estos son los nombres en JSON y en las propiedades de GeoJSON. Los códigos son los mismos en todos los idiomas. En la tabla, cada texto tiene una columna por idioma, y un texto que una hoja de cálculo pudiera tomar por una fórmula empieza con un apóstrofo.
data-column-name = Nombre
data-column-meaning = Significado
data-value-reference = El nombre de la Iniciativa en cartas y actas. No cambia nunca.
data-value-slug = La última parte de la dirección de su página.
data-value-url = La dirección de su página.
data-value-title = El título, por idiomas. Falta el idioma al que no se haya traducido.
data-value-language = El idioma en que se escribió.
data-value-lead = La organización que la lidera.
data-value-city = La ciudad líder.
data-value-country = El país, con sus dos letras de la norma ISO 3166-1.
data-value-region = La región del mundo, según la división de las Naciones Unidas.
data-value-theme = El tema principal.
data-value-state = Aprobada (approved), en curso (running), completada (completed) o terminada antes de plazo (discontinued).
data-value-year = El año de su convocatoria de propuestas.
data-value-coordinates = Dónde está: latitud y longitud en grados. En GeoJSON, la geometría, que pone primero la longitud.
data-value-partners = Sus socios que son ciudades, con sus países, en la medida en que se sabe dónde están.
data-value-aim = Lo que quiere conseguir, por idiomas.
data-value-published_at = Cuándo se hizo pública, en tiempo universal (UTC).
data-value-changed_at = Cuándo cambió algo de esto por última vez, en tiempo universal (UTC).
data-value-example = Si es un ejemplo inventado.

data-filters = Una parte de los datos
data-filters-text = Las direcciones de los archivos admiten los mismos filtros que la lista de Iniciativas, uno o varios a la vez, por ejemplo theme=governance&country=ES tras un signo de interrogación.
data-filter-theme = El código de un tema.
data-filter-region = El código de una región del mundo.
data-filter-country = Las dos letras de un país, en mayúsculas.
data-filter-state = El código de un estado.
data-filter-year = El año de una convocatoria.

data-feeds = Canal de noticias y calendarios
data-feeds-text = El canal (Atom) anuncia las nuevas Iniciativas, sus avances y la apertura de las convocatorias. Puede limitarse a un tema o a una ciudad (theme=governance, city=es-barcelona) y leerse en inglés, francés o español (lang=es). El calendario contiene las fechas límite de todas las convocatorias abiertas o anunciadas, y se actualiza cuando se amplían.
data-feed-all = Todo lo que ocurre (Atom)
data-feed-call = Convocatoria abierta
data-calendar-all = Calendario de las fechas límite de todas las convocatorias
data-calendar-one = Fecha límite para su calendario
data-calendar-name = Fechas límite de las Iniciativas Metropolis

data-guidelines = Bases
data-guidelines-text = Lo que una convocatoria pide a una propuesta y los criterios con que se evalúa: la definición de la que salen los formularios y las comprobaciones, en JSON. La dirección admite version=1 para una versión anterior.

data-examples = Ejemplos
data-example-table = Guardar la tabla de un tema
data-example-python = Enumerar las Iniciativas en Python
data-example-again = Descargar el archivo solo si ha cambiado
