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
documents-preview = Verla como la verán quienes evalúan
documents-preview-title = Vista previa
documents-preview-text = Esto es lo que leerán las personas evaluadoras si la presenta ahora. Ven las preguntas en su propio idioma.

# Los acuses de recibo.
documents-verify = Confirmación para cualquiera
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
documents-confirmed-title = Esta presentación se recibió
documents-confirmed-text = Se conserva sin cambios bajo esta huella.
documents-confirmed-check = Quien tenga el archivo del texto recibido puede comprobar que es esta presentación: sha256sum debe dar la misma huella.
