# Las bases, para leer y para imprimir.
guidelines-page-version = Versión { $version }
guidelines-page-contents = Contenido
guidelines-page-note = Una reconstrucción
guidelines-page-source = De dónde procede
guidelines-page-public = se publica si se aprueba
guidelines-page-why = Por qué se pregunta:
guidelines-page-rules = Reglas del conjunto
guidelines-page-warns = (recomendado, no obligatorio)
guidelines-page-eligibility = Admisibilidad
guidelines-page-eligibility-text = La Secretaría comprueba estos puntos antes de la evaluación.
guidelines-page-criteria = Cómo se evalúan las propuestas
guidelines-page-criterion = Criterio
guidelines-page-weight = Peso, de 100
guidelines-page-scale = Qué significan las puntuaciones
guidelines-page-reviews = { $count ->
    [one] Cada propuesta recibe al menos una evaluación.
   *[other] Cada propuesta recibe al menos { $count } evaluaciones.
}
guidelines-page-recommended = Una propuesta se recomienda a partir de un total ponderado de { $total } sobre 100, si ningún criterio tiene menos de { $score }.
guidelines-page-consensus = Cuando dos totales se separan en más de { $gap } puntos, las personas evaluadoras buscan una posición común.
