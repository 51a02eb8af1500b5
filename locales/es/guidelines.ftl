# Bases y formulario que resulta de ellas: preguntas, comprobaciones, respuestas.
guidelines-person-name = Nombre
guidelines-person-post = Cargo
guidelines-person-email = Correo electrónico
guidelines-person-phone = Teléfono
guidelines-person-date = Fecha

# Dónde está lo que falta o no es correcto.
guidelines-place-cell = { $field }, fila { $row }: { $column }
guidelines-place-part = { $field }: { $part }

# Aún sin respuesta.
guidelines-missing-answer = Escriba una respuesta.
guidelines-missing-choice = Elija una opción.
guidelines-missing-choices = Elija al menos una opción.
guidelines-missing-more = Elija al menos { $limit }; de momento hay { $count }.
guidelines-missing-money = Indique un importe.
guidelines-missing-month = Indique un mes.
guidelines-missing-date = Indique una fecha.
guidelines-missing-email = Indique un correo electrónico.
guidelines-missing-point = Sitúe el punto: busque su ciudad, pulse en el mapa o escriba las coordenadas.
guidelines-missing-row = Rellene al menos una fila.
guidelines-missing-rows = Rellene al menos { $limit } filas.
guidelines-missing-image = Añada una imagen.
guidelines-missing-pdf = Añada el PDF.
guidelines-missing-alt = Diga qué muestra la imagen.
guidelines-missing-tick = Marque la casilla para aceptar.
guidelines-missing-period = La convocatoria aún no ha fijado el período. Escriba a la Secretaría.

# Respuestas que no pueden quedar así.
guidelines-wrong-answer = No se puede leer esta respuesta. Escríbala de nuevo.
guidelines-wrong-option = Elija una de las opciones.
guidelines-wrong-too-many = { $count } son demasiados: como máximo { $limit }.
guidelines-wrong-rows = { $count } filas son demasiadas: como máximo { $limit }.
guidelines-wrong-tag = «{ $tag }» es demasiado largo: como máximo { $limit } caracteres.
guidelines-wrong-too-long-chars = Acorte el texto: tiene { $count } caracteres, como máximo { $limit }.
guidelines-wrong-too-long-words = Acorte el texto: tiene { $count } palabras, como máximo { $limit }.
guidelines-wrong-email = Escriba la dirección completa, por ejemplo nombre@ciudad.org.
guidelines-wrong-phone = Escriba el número con el prefijo del país, por ejemplo +34 93 342 94 60.
guidelines-wrong-number = Escriba un número entero, por ejemplo 60000.
guidelines-wrong-number-range = El número debe estar entre { $min } y { $max }.
guidelines-wrong-money = Escriba un importe en euros, por ejemplo 1234,50.
guidelines-wrong-money-ambiguous = «{ $typed }» puede referirse a miles o a decimales. Quite el separador o escriba dos decimales.
guidelines-wrong-money-decimals = Como máximo dos decimales, por ejemplo 1234,50.
guidelines-wrong-money-large = Este importe es demasiado alto.
guidelines-wrong-month = Escriba el año y el mes, por ejemplo 2015-03.
guidelines-wrong-date = Escriba el año, el mes y el día, por ejemplo 2015-03-31.
guidelines-wrong-point = Escriba la latitud y la longitud en grados, por ejemplo 41,39 y 2,17, o 41°23′15″N y 2°10′7″E.
guidelines-wrong-period = La convocatoria fija el período: { $period }.
guidelines-wrong-image-type = «{ $file }» es de otro tipo: añada una imagen JPEG, PNG o WebP.
guidelines-wrong-pdf-type = «{ $file }» es de otro tipo: añada un PDF.
guidelines-wrong-file-size = «{ $file }» es demasiado grande: como máximo { $limit }.

# Demasiado grande incluso para un borrador.
guidelines-refused-text = Este texto es demasiado largo para guardarlo: como máximo { $limit } caracteres.
guidelines-refused-rows = Hay demasiadas filas para guardarlas; se pueden presentar como máximo { $max }.
guidelines-refused-tags = Hay demasiados para guardarlos; se pueden presentar como máximo { $max }.

# Reglas entre varios campos.
guidelines-rule-sum-below = Los importes suman { $sum }: { $difference } menos que «{ $field }», { $total }.
guidelines-rule-sum-above = Los importes suman { $sum }: { $difference } más que «{ $field }», { $total }.
guidelines-rule-order = El fin debe ser posterior al inicio, { $start }.
guidelines-rule-not-before = El inicio debe ser en { $month } o más tarde.
guidelines-rule-longest = { $count } meses son más que los { $limit } recomendados.
guidelines-rule-not-repeating = «{ $option }» ya es el tema principal. Elija otros, o ninguno.

# El formulario.
guidelines-choose = Elegir…
guidelines-limit-words = Como máximo { $words } palabras
guidelines-limit-chars = Como máximo { $chars } caracteres
guidelines-limit-choices = Como máximo { $max }
guidelines-limit-rows-up-to = Como máximo { $max } filas
guidelines-limit-rows = De { $min } a { $max } filas
guidelines-limit-images = Como máximo { $max } imágenes (JPEG, PNG o WebP), de hasta { $size } cada una
guidelines-limit-pdf = Un PDF de hasta { $size }
guidelines-row = { $field }, fila { $row }
guidelines-add-row = Añadir una fila
guidelines-remove-row = Quitar la fila { $row }
guidelines-of-list = de «{ $field }»
guidelines-move-row-up = Subir la fila { $row }
guidelines-move-row-down = Bajar la fila { $row }
guidelines-add-image = Añadir imágenes
guidelines-add-pdf = Elegir un PDF
guidelines-replace-pdf = Elegir otro PDF
guidelines-remove-file = Quitar { $file }
guidelines-image-alt = Qué muestra la imagen
guidelines-latitude = Latitud
guidelines-longitude = Longitud
guidelines-period-unfixed = Aún sin fijar

# Las respuestas, al leerlas.
guidelines-yes = Sí
guidelines-no = No
guidelines-declared = Aceptado
guidelines-unanswered = Sin respuesta
guidelines-not-recorded = No consta
guidelines-total = Total

# De dónde vienen las preguntas de una reconstrucción.
guidelines-origin-published = De lo publicado en 2014
guidelines-origin-comparable = De convocatorias comparables
guidelines-origin-judgement = De criterio propio

# Tipos de respuesta, en la página de las bases.
guidelines-kind-text = Línea de { $chars } caracteres como máximo
guidelines-kind-long-text = Texto de { $words } palabras como máximo
guidelines-kind-lists = Texto de { $words } palabras como máximo, con listas sencillas
guidelines-kind-choice = Una opción a elegir
guidelines-kind-choices = Hasta { $max } opciones a elegir
guidelines-kind-any-choices = Tantas opciones como se quiera
guidelines-kind-tags = Como máximo { $max } palabras clave
guidelines-kind-country = País
guidelines-kind-language = Inglés, francés o español
guidelines-kind-point = Latitud y longitud
guidelines-kind-person = Persona: { $parts }
guidelines-kind-money = Importe en euros, al céntimo
guidelines-kind-number = Número entero
guidelines-kind-month = Mes
guidelines-kind-date = Fecha
guidelines-kind-email = Correo electrónico
guidelines-kind-phone = Número de teléfono
guidelines-kind-yes-no = Sí o no
guidelines-kind-rows = Tabla de { $min } a { $max } filas
guidelines-kind-rows-up-to = Tabla de { $max } filas como máximo
guidelines-kind-images = Como máximo { $max } imágenes, cada una con un texto para quienes no puedan verla
guidelines-kind-pdf = Un PDF de { $size } como máximo
guidelines-kind-declaration = Declaración que se acepta
guidelines-kind-period = Lo fija la convocatoria
