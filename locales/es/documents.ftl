### Si una propuesta está lista, sus acuses de recibo y sus documentos.

# ¿Lista para presentar?
documents-sections-complete = Apartados completos
documents-mark-missing = Por completar
documents-mark-over = Por encima del límite
documents-mark-wrong = Por corregir
documents-mark-warning = Conviene revisarlo
documents-count-missing = { $count } por completar
documents-count-over = { $count } por encima del límite
documents-count-wrong = { $count } por corregir
documents-count-warning = { $count } que conviene revisar
documents-no-button = No puede presentarla ahora
documents-submitters = Estas personas pueden: { $names }.
documents-contents-label = Contenido
documents-contents = { $answers ->
    [one] { $answers } respuesta
   *[other] { $answers } respuestas
}, { $files ->
    [0] sin archivos
    [one] { $files } archivo
   *[other] { $files } archivos
}

# La vista previa.
documents-preview = Ver la propuesta como las personas evaluadoras
documents-preview-title = Vista previa
documents-preview-text = Esto es lo que leerán las personas evaluadoras si la presenta ahora. Ven las preguntas en su propio idioma.

# Los acuses de recibo.
documents-verify = Confirmación pública
documents-verify-text = Esta página dice a quien tenga la huella la referencia, el número y la hora, y nada más.
documents-taking-back = ¿Quiere cambiar algo?
documents-taking-back-until = Puede retomar la propuesta como borrador y presentarla de nuevo. Cierre de la convocatoria:
documents-receipts-title = Comprobar un acuse de recibo
documents-receipts-text = Cada presentación recibe un acuse de recibo con una huella SHA-256. Quien tenga la huella puede comprobar aquí que la presentación se recibió, y cuándo.
documents-receipts-ask = Comprobar
documents-receipts-another = Comprobar otro acuse de recibo
documents-hash = Huella SHA-256
documents-hash-hint = 64 cifras y letras de la a a la f, tal como están en el acuse de recibo.
documents-hash-wrong = Esto no es una huella SHA-256. Copie los 64 caracteres del acuse de recibo.
documents-hash-unknown = Aquí no se ha recibido ninguna presentación con esta huella. Compare los 64 caracteres con los del acuse de recibo.
documents-confirmed-title = Esta presentación se recibió
documents-confirmed-text = Se conserva sin cambios bajo esta huella.
documents-confirmed-check = Quien tenga el archivo del texto recibido puede comprobar que es esta presentación: sha256sum debe dar la misma huella.

# Los documentos.
documents-pdf = PDF
documents-pdf-download = Descargar en PDF
documents-draft-pdf = El borrador en PDF
documents-json = Las respuestas en JSON
documents-pdf-form = Formulario en blanco en PDF
documents-pdf-draft = BORRADOR
documents-pdf-draft-notice = Borrador, no presentado. Guardado por última vez: { $when }
documents-pdf-blank = FORMULARIO EN BLANCO
documents-pdf-blank-notice = Formulario en blanco, para preparar una propuesta en papel. Las propuestas se presentan en línea.
documents-pdf-call = Convocatoria
documents-pdf-call-time = En la hora de la convocatoria
documents-pdf-page = Página
documents-pdf-signatures = Firmas
documents-pdf-signatures-text = Para circular dentro de la organización. Estas firmas no presentan la propuesta.
documents-pdf-signature = Firma
documents-pdf-undrawable = Las fuentes de este documento no pueden dibujar algunos caracteres. El texto en la página de la propuesta y en el archivo JSON está completo.

# Traer respuestas.
documents-import = Empezar desde un archivo
documents-import-text = Las respuestas guardadas en JSON, de un borrador o de una presentación, pueden empezar un nuevo borrador. Las imágenes y los PDF no forman parte del archivo: añádalos de nuevo.
documents-import-call = Convocatoria
documents-import-file = Archivo
documents-import-file-hint = Un archivo JSON de 2 MB como máximo.
documents-import-do = Empezar una propuesta con este archivo
documents-import-none = Elija primero un archivo.
documents-import-no-json = Este archivo no es JSON, o está anidado con demasiada profundidad. No se puede leer a partir de la línea { $line }, columna { $column }.
documents-import-no-answers = Este archivo no contiene respuestas. Tome uno que se haya guardado aquí en JSON.
documents-imported = { $count ->
    [one] Se ha empezado un borrador con { $count } respuesta del archivo.
   *[other] Se ha empezado un borrador con { $count } respuestas del archivo.
}
documents-import-others = El archivo sigue otras bases, u otra versión de ellas. Se ha tomado lo que lleva el mismo nombre: revise cada apartado.
documents-import-unknown = Las bases no conocen estos nombres, que se han dejado fuera: { $names }.
documents-import-left-out = Estas respuestas eran de otra clase o demasiado largas, y se han dejado fuera, por completo o en parte: { $names }.
documents-import-as-typed = Estas respuestas no se pueden leer y se conservan tal como se escribieron. Corríjalas: { $names }.
documents-import-files = Los archivos no se importan. Añádalos de nuevo: { $names }.
documents-import-more = y { $more } más
documents-no-lines = Este borrador tiene demasiadas líneas para un PDF. Acorte los textos que superan su límite.
