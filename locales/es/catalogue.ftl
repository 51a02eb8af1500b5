# The pages that everybody may read.
catalogue-home = Inicio
catalogue-home-heading = Proyectos de las ciudades, para las ciudades
catalogue-home-lede = Una metrópoli lidera una Iniciativa; otras ciudades, empresas, universidades y asociaciones se suman, y todas aprenden de ella.
catalogue-see-all = Ver las Iniciativas
catalogue-see-calls = Ver las convocatorias
catalogue-open-calls = Convocatorias abiertas
catalogue-all-calls = Todas las convocatorias
catalogue-no-open-call = Ahora mismo no hay ninguna convocatoria abierta.
catalogue-latest = Últimas Iniciativas
catalogue-themes = Cuatro temas
catalogue-more-benefits = Más sobre la participación
catalogue-lede = Lo que las metrópolis han emprendido juntas.
catalogue-search = Buscar
catalogue-theme = Tema
catalogue-all-themes = Todos los temas
catalogue-country = País
catalogue-all-countries = Todos los países
catalogue-count = { $count ->
    [one] { $count } Iniciativa
   *[other] { $count } Iniciativas
}
catalogue-nothing-found = Ninguna Iniciativa coincide
catalogue-nothing-found-text = Pruebe con menos palabras o con otras, o quite un filtro.
catalogue-none-yet = Todavía no hay Iniciativas
catalogue-none-yet-text = Aquí aparecen las propuestas aprobadas. Todo empieza con una convocatoria.
catalogue-example = Ejemplo
catalogue-lead = Líder de la Iniciativa
catalogue-call = Convocatoria
catalogue-facts = Datos
catalogue-steps = Hitos
catalogue-step-approve = Aprobada
catalogue-step-start_running = Puesta en marcha
catalogue-step-complete = Concluida
catalogue-step-end_early = Terminada antes de plazo
catalogue-sources = De dónde procede esta información
catalogue-publications = Publicaciones
catalogue-no-publications = Todavía no hay publicaciones
catalogue-no-publications-text = Aquí aparecen los informes y estudios sobre las Iniciativas.
