### Lo que los correos dicen solo si los valores lo piden. Los textos que edita la Secretaría lo nombran con { $name }.

mail-says-record =
    { $sealed ->
        [none] { "" }
       *[other] Huella del registro de auditoría en ese instante: { $seal }
    }
mail-says-changed_answers =
    { $changed ->
        [none] { "" }
       *[other] Estas respuestas se guardaron después de abrirse la página de confirmación y forman parte de lo presentado: { $fields }
    }
mail-says-way_in =
    { $account ->
        [new] Todavía no tiene cuenta: elija primero una contraseña con este enlace, que sirve una sola vez. Acepte después la invitación en «Sus propuestas».
       *[known] Inicie sesión como siempre, vea la invitación y acéptela o rechácela.
    }
mail-says-own_clock =
    { $clock ->
        [same] { "" }
       *[other] En su hora: { $yours }
    }
mail-says-review_due =
    { $until ->
        [set] Entregue su evaluación antes del { $when }.
       *[none] Aún no hay fecha.
    }
mail-says-reviews_due =
    { $until ->
        [set] Entregue sus evaluaciones antes del { $when }.
       *[none] Aún no hay fecha.
    }
mail-says-reviews =
    { $count ->
        [one] Una evaluación
       *[other] { $count } evaluaciones
    }
mail-says-open_reviews =
    { $count ->
        [one] Una de sus evaluaciones para { $call } aún no está entregada. Entréguela antes del { $when }.
       *[other] { $count } de sus evaluaciones para { $call } aún no están entregadas. Entréguelas antes del { $when }.
    }
mail-says-late_reviews =
    { $count ->
        [one] Una evaluación va con retraso
       *[other] { $count } evaluaciones van con retraso
    }
mail-says-overdue_reviews =
    { $count ->
        [one] Una de sus evaluaciones para { $call } debía entregarse antes del { $when }. Aún puede hacerlo.
       *[other] { $count } de sus evaluaciones para { $call } debían entregarse antes del { $when }. Aún puede hacerlo.
    }
mail-says-writer =
    { $who ->
        [known] { $author }
       *[none] Alguien
    }
mail-says-what_is_new =
    { $kind ->
        [report] Hay un informe sobre la Iniciativa Metropolis «{ $title }», liderada por { $lead }: { $headline }
       *[other] La Iniciativa Metropolis «{ $title }», liderada por { $lead }, ha alcanzado un hito: { $headline }
    }
mail-says-more_news =
    { $more ->
        [0] { "" }
        [one] { "" }, y una noticia más
       *[other] { "" }, y { $more } noticias más
    }
mail-says-more_notices =
    { $more ->
        [0] { "" }
        [one] { "" }, y un aviso más
       *[other] { "" }, y { $more } avisos más
    }
mail-says-wait_eligibility =
    { $waits_eligibility ->
        [0] { "" }
        [one] Una presentación espera la comprobación de su admisibilidad desde hace más de { $days_eligibility } días.
       *[other] { $waits_eligibility } presentaciones esperan la comprobación de su admisibilidad desde hace más de { $days_eligibility } días.
    }
mail-says-wait_late =
    { $waits_late ->
        [0] { "" }
        [one] Una presentación tardía se conserva y espera su decisión desde hace más de { $days_late } días.
       *[other] { $waits_late } presentaciones tardías se conservan y esperan su decisión desde hace más de { $days_late } días.
    }
mail-says-wait_question =
    { $waits_question ->
        [0] { "" }
        [one] Una entidad solicitante ha escrito y espera respuesta desde hace más de { $days_question } días.
       *[other] En { $waits_question } conversaciones hay entidades solicitantes que esperan respuesta desde hace más de { $days_question } días.
    }
mail-says-wait_publication =
    { $waits_publication ->
        [0] { "" }
        [one] Una decisión está preparada desde hace más de { $days_publication } días y no se ha publicado.
       *[other] { $waits_publication } decisiones están preparadas desde hace más de { $days_publication } días y no se han publicado.
    }
mail-says-wait_missing =
    { $waits_missing ->
        [0] { "" }
        [one] Una evaluación lleva más de { $days_missing } días de retraso.
       *[other] { $waits_missing } evaluaciones llevan más de { $days_missing } días de retraso.
    }
