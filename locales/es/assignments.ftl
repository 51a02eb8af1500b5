### Dar las propuestas de una convocatoria a quienes evalúan.

assignments-title = Asignaciones
assignments-lede = Quién evalúa qué en esta convocatoria. Se muestra un plan antes de asignar nada.
assignments-none = Aún no hay propuestas que asignar
assignments-none-text = Las propuestas aparecen aquí cuando están presentadas y no son inadmisibles.
assignments-now = Ahora
assignments-coverage =
    { $n ->
        [one] { $n } propuesta
       *[other] { $n } propuestas
    } con { $reviews ->
        [one] { $reviews } evaluación asignada
       *[other] { $reviews } evaluaciones asignadas
    }
assignments-plan = Proponer asignaciones
assignments-plan-text = El mejor plan según lo que desean quienes evalúan, sus idiomas y temas, y un reparto equilibrado. Se excluyen los conflictos de interés, también los posibles.
assignments-plan-do = Mostrar el plan
assignments-plan-note = Aún no se asigna nada. Lo ya asignado cuenta; puede repetirlo para lo que falte.
assignments-reviews = Evaluaciones por propuesta
assignments-most = Máximo por persona
assignments-table = Asignar desde una tabla
assignments-table-text = Una línea por asignación: la referencia de la propuesta y el correo o el nombre de quien evalúa.
assignments-table-file = Archivo CSV
assignments-table-hint = Guardado en UTF-8, con comas, puntos y comas o tabuladores.
assignments-table-paste = O pegue las líneas aquí
assignments-table-do = Revisar primero
assignments-table-encoding = El archivo no está en UTF-8. En la hoja de cálculo, guárdelo como «CSV UTF-8» y envíelo de nuevo.
assignments-table-empty = Elija un archivo o pegue líneas.
assignments-table-long = La tabla tiene más líneas que evaluaciones una convocatoria.
assignments-reviewers = Personas evaluadoras
assignments-reviewers-none = Aún no hay personas evaluadoras.
assignments-name = Evalúa
assignments-has = Tiene de esta convocatoria
assignments-at-most = Límite propio

plan-title = Plan de asignaciones
plan-lede = { $n ->
        [one] { $n } asignación
       *[other] { $n } asignaciones
    } para { $reviews ->
        [one] { $reviews } evaluación
       *[other] { $reviews } evaluaciones
    } por propuesta, como máximo { $most } por persona. No se asigna nada hasta que confirme.
plan-lede-table = { $n ->
        [one] Se puede hacer { $n } asignación.
       *[other] Se pueden hacer { $n } asignaciones.
    } No se asigna nada hasta que confirme.
plan-troubles = Lo que no se pudo cumplir
plan-refused = Lo que no se puede asignar
plan-gap-few = { $reference }: { $n ->
        [one] falta { $n } evaluación
       *[other] faltan { $n } evaluaciones
    }. Muy pocas personas pueden evaluarla.
plan-gap-full = { $reference }: { $n ->
        [one] falta { $n } evaluación
       *[other] faltan { $n } evaluaciones
    }. Quienes pueden evaluarla ya tienen el máximo.
plan-slip-columns = Línea { $line }: falta quién evalúa.
plan-slip-proposal = Línea { $line }: en esta convocatoria no se puede asignar «{ $said }».
plan-slip-reviewer = Línea { $line }: nadie que evalúe se llama «{ $said }».
plan-slip-ambiguous = Línea { $line }: varias personas se llaman «{ $said }». Use el correo.
plan-slip-twice = Línea { $line }: está repetida.
plan-slip-quote = Línea { $line }: hay unas comillas que no se cierran en la misma línea. Lo que sigue no se ha leído.
plan-troubles-more = Y { $n } más.
plan-barred-has = { $reference }: { $name } ya la tiene.
plan-barred-declined = { $reference }: { $name } la ha declinado.
plan-barred-conflict = { $reference }: { $name } tiene un conflicto de interés.
plan-barred-writes = { $reference }: { $name } participa en su redacción.
plan-reason-wish = lo desea
plan-reason-reluctant = preferiría no
plan-reason-theme = conoce el tema
plan-reason-language = lee el idioma
plan-reason-other_language = no ha indicado el idioma
plan-reason-free = está disponible
plan-empty = Nada que asignar
plan-empty-text = Todo está asignado o nadie entra en consideración.
plan-back = Volver a las asignaciones
plan-give = Asignar
plan-why = Por qué
plan-do = Asignar lo marcado
plan-note = Cada persona recibe un solo correo con todas las suyas.
plan-nothing = No hay nada marcado.
plan-done =
    { $n ->
        [one] Se ha hecho { $n } asignación.
       *[other] Se han hecho { $n } asignaciones.
    }
plan-refused-more = { $n ->
        [one] No se ha podido hacer { $n } asignación más.
       *[other] No se han podido hacer { $n } asignaciones más.
    }
proposals-no-assign-twice = Esta persona ya la tiene.
proposals-no-assign-gone = Ya no se puede asignar.

reviewers-title = Perfil de evaluación
reviewers-lede = En lo que se basan las asignaciones.
reviewers-lede-own = En lo que la Secretaría basa sus asignaciones.
reviewers-languages = Idiomas
reviewers-languages-hint = En los que se pueden valorar propuestas. Ninguno: todos.
reviewers-themes = Temas
reviewers-themes-hint = Los que mejor se conocen.
reviewers-organisation = Organización
reviewers-organisation-hint = Organización, ciudad y país revelan posibles conflictos de interés.
reviewers-city = Ciudad
reviewers-country = País
reviewers-most = Máximo en una convocatoria
reviewers-most-hint = Número de propuestas. Vacío: sin límite.
reviewers-most-wrong = Escriba un número de 1 a 500, o nada.
reviewers-saved = El perfil se ha guardado.

preferences-title = ¿Qué le gustaría evaluar?
preferences-text = Sus respuestas orientan las asignaciones, sin prometer nada. Declare abajo todo conflicto de interés.
preferences-profile = Sus idiomas y temas
preferences-none = Aún no hay nada que elegir
preferences-none-text = Las propuestas aparecen aquí cuando están presentadas.
preferences-gladly = Con gusto
preferences-willing = De acuerdo
preferences-rather-not = Mejor no
preferences-saved = Sus preferencias se han guardado.
preferences-closed = Esta convocatoria no pide preferencias en este momento. Lo que haya guardado cuenta. Un conflicto de interés se puede declarar en la página de una propuesta que se le haya asignado.

admin-did-reviewer-profile = Perfil de evaluación cambiado

preferences-asked = { $call } le pregunta qué le gustaría evaluar.
preferences-answer = Responder
