# Las decisiones de una convocatoria: preparadas, publicadas, y lo que dicen sus correos.
decisions-title = Decisiones
decisions-lede = Prepare las decisiones sobre las propuestas de esta convocatoria, una a una o juntas. No se informa a nadie hasta que las publique.
decisions-show = Cuáles se muestran
decisions-show-open = Por decidir
decisions-show-prepared = Preparadas
decisions-show-ordered = Por publicar
decisions-show-decided = Nada que decidir
decisions-show-all = Todas
decisions-none = No hay nada aquí
decisions-none-text = Ahora no hay aquí ninguna propuesta de esta convocatoria. Elija otra lista arriba.
decisions-choose-all = Seleccionar todo lo que se muestra
decisions-choose-none = No seleccionar nada
decisions-choose-first = Seleccione al menos una propuesta.
decisions-column-choose = Selección
decisions-column-advice = Recomendado por las evaluaciones
decisions-column-prepared = Decisión preparada
decisions-rank = Puesto { $rank }
decisions-reviews = { $in } de { $asked } evaluaciones entregadas
decisions-prepared = Preparado
decisions-published = Publicada
decisions-decide = Preparar
decisions-letters = Correos de la decisión
decisions-letters-own = (texto propio en { $languages })
decisions-ordered-for = Por publicar: { $when }
decisions-remark-ineligible = Se consideró no admisible.
decisions-remark-unjudged = No hay ninguna evaluación entregada.
decisions-remark-reviews_open = No están entregadas todas las evaluaciones.
decisions-remark-stuck = Lo preparado no se puede publicar en su estado actual.
decisions-remark-due_passed = La fecha fijada para los cambios ya ha pasado.
decisions-with-chosen = Con las propuestas seleccionadas
decisions-with-chosen-note = Cada botón lleva a una página que pregunta primero. Solo «Retirar» actúa enseguida.
decisions-prepare = Preparar
decisions-prepare-lede = Las mismas peticiones y la misma fecha para todas. Aún no se informa a nadie. La fecha sigue la hora de:
decisions-prepare-lede-board = La misma decisión para todas. Aún no se informa a nadie; cada una se puede cambiar por separado antes de publicarla.
decisions-prepare-do = Preparar para toda la selección
decisions-prepare-note = Cada propuesta se prepara por separado: si una no se puede, las demás sí.
decisions-chosen = Seleccionadas
decisions-replaces = Sustituye lo preparado: { $what }
decisions-prepared-now = { $count ->
    [0] No se ha preparado ninguna decisión.
    [one] Se ha preparado una decisión.
   *[other] Se han preparado { $count } decisiones.
}
decisions-left = Con las siguientes no se ha hecho nada, y su texto se conserva. Mírelas y envíelo de nuevo si sigue siendo válido.
decisions-changed = Otra persona la cambió entretanto, o lo que está preparado para ella.
decisions-gone = Ya no está aquí.
decisions-remove = Retirar lo preparado
decisions-remove-confirm = ¿Retirar las decisiones preparadas de las propuestas seleccionadas? Se borran sus textos.
decisions-removed = { $count ->
    [0] No se ha retirado ninguna decisión preparada.
    [one] Se ha retirado una decisión preparada.
   *[other] Se han retirado { $count } decisiones preparadas.
}
decisions-no-placeholder = El texto contiene una variable que no existe.
desk-outcome-returned = Devuelta
publishing-check = Revisar y publicar
publishing-title = Antes de publicar
publishing-lede = { $count ->
    [one] Una decisión
   *[other] { $count } decisiones
}, { $letters ->
    [one] un correo electrónico
   *[other] { $letters } correos electrónicos
}. Aún no se ha publicado nada.
publishing-do = { $count ->
    [one] Publicar una decisión ahora
   *[other] Publicar { $count } decisiones ahora
}
publishing-refused = Estas no se publicarán
publishing-nothing = No hay nada que publicar
publishing-nothing-text = Ninguna de las propuestas seleccionadas tiene una decisión que se pueda publicar ahora.
publishing-told = Se envía un correo electrónico a
publishing-told-nobody = Nadie de esta organización tiene cuenta, así que no sale ningún correo electrónico.
publishing-when = Cuándo publicar
publishing-when-text = Cada decisión se publica por separado, en su nombre, tal como la ve aquí. La que haya cambiado hasta entonces no se publica, y se le muestra.
publishing-at = Publicar el
publishing-at-hint = Hasta entonces la orden se puede cancelar.
publishing-at-do = Publicar en ese momento
publishing-past = Ese momento ya ha pasado. Elija uno posterior o publique ahora.
publishing-none = Seleccione entre una y mil decisiones.
publishing-no-prepared = No hay nada preparado para ella.
publishing-no-ordered = Su publicación ya está ordenada.
publishing-no-due-before = Los cambios vencerían antes de anunciarse. Elija un momento anterior o mueva la fecha.
publishing-no-cancel = La orden ya se ha cumplido o se canceló.
publishing-changed = Algo ha cambiado desde que lo revisó, así que no se ha ordenado nada. Así está ahora: mírelo y publíquelo.
publishing-texts-changed = El texto de los correos de esta convocatoria ha cambiado desde que lo revisó, así que no se ha ordenado nada. Mire de nuevo los correos y publique.
publishing-orders = Órdenes de publicación
publishing-order = Ordenada el { $when }
publishing-order-title = Publicación de decisiones
publishing-ordered-by = Ordenada por { $name }, el { $when }
publishing-stands-waiting = Se publicará el { $when }
publishing-stands-running = Publicándose
publishing-stands-done = Cumplida
publishing-stands-cancelled = Cancelada
publishing-published = { $count } de { $all } están publicadas.
publishing-progress = Avance
publishing-look-again = Actualizar
publishing-failed = Estas no se publicaron
publishing-failed-text = No se ha hecho nada con ellas, y lo preparado se conserva:
publishing-failed-state = En su estado actual, esta decisión no se puede publicar.
publishing-failed-changed = Ella, o lo que estaba preparado para ella, ha cambiado desde la orden.
publishing-failed-person = Quien lo ordenó ya no puede hacerlo.
publishing-failed-fault = Algo falló por nuestra parte. Inténtelo de nuevo; el registro dice más.
publishing-failed-cancelled = La orden se canceló antes de que llegara su turno.
publishing-cancel = Cancelar lo que aún no se ha publicado
publishing-cancel-confirm = ¿Cancelar esta orden? Lo que ya está publicado sigue así.
publishing-cancelled = { $count ->
    [0] La orden se ha cancelado; no quedaba nada.
    [one] La orden se ha cancelado. Una decisión queda sin publicar.
   *[other] La orden se ha cancelado. { $count } decisiones quedan sin publicar.
}
publishing-items = Las decisiones de esta orden
publishing-column-outcome = Decisión
publishing-column-stands = Estado
publishing-item-waiting = En espera
publishing-item-done = Publicada
publishing-item-failed = No publicada
texts-title = Textos de los correos
texts-lede = Lo que dicen los correos sobre las decisiones de esta convocatoria. Una propuesta puede decir otra cosa.
texts-subject = Asunto
texts-body = Texto
texts-body-hint = Una línea vacía empieza un párrafo nuevo. Lo que está entre llaves se rellena en cada correo. El saludo y la despedida se añaden.
texts-to = Para
texts-known = Lo que puede ir entre llaves
texts-column-written = Se escribe
texts-column-means = Se convierte en
texts-column-kind = Tipo
texts-kind-line = una línea
texts-kind-text = texto; una cita si va solo
texts-kind-day = un día
texts-kind-instant = un día y una hora
texts-kind-name = un nombre
texts-kind-number = un número
texts-kind-link = la dirección de una página
texts-kind-sentence = texto del servicio; nada si no hay nada que decir
texts-means-proposal = la referencia y el título de la propuesta
texts-means-reference = la referencia de la propuesta
texts-means-title = el título de la propuesta
texts-means-organisation = el nombre de la organización que la dirige
texts-means-call = el título de la convocatoria
texts-means-seal = el número y la huella del registro de auditoría en ese instante
texts-means-body = quién decidió
texts-means-session = la sesión
texts-means-decided_on = el día de la decisión
texts-means-minute_reference = la referencia en el acta
texts-means-reason = el motivo, tal como se escribió
texts-means-message = el mensaje al solicitante, tal como se escribió
texts-means-requests = la lista de lo que hay que cambiar
texts-means-due = hasta cuándo, a la hora de quien lee
texts-means-due_utc = lo mismo en UTC
texts-look = Vista previa
texts-example = Como llegará
texts-example-text = Con los valores de una propuesta de esta convocatoria. Los de una decisión aún no preparada representan lo que se escribirá.
texts-example-none = En cuanto se presente una propuesta, verá aquí cómo llegará el correo.
texts-versions = Lo que decía antes
texts-version = Versión { $number }
texts-bring-back = Empezar desde esta versión
texts-own = Esta convocatoria tiene aquí su propio texto.
texts-usual = El texto habitual del servicio.
texts-own-since = Texto propio, versión { $number }, desde el { $when }
texts-reset = Volver al texto habitual
texts-reset-confirm = ¿Usar de nuevo el texto habitual del servicio? El texto actual se conserva entre las versiones.
texts-reset-one = Volver al texto de la convocatoria
texts-reset-one-confirm = ¿Usar de nuevo el texto de la convocatoria para esta propuesta? Se borra su propio texto.
texts-saved = El texto se ha guardado.
texts-was-reset = El correo vuelve a tener su texto anterior.
texts-changed-meanwhile = Otra persona cambió esto entretanto, así que no se ha guardado nada. Su texto se conserva abajo, y el suyo está al lado.
texts-theirs = Lo que dice ahora
texts-unknown = { $name } no existe. Puede usar: { $known }.
texts-unknown-meant = { $name } no existe. ¿Quería decir { $meant }?
texts-open = Una llave no está cerrada: { $rest }
texts-too-long = { $name } puede tener varios párrafos y no cabe en un asunto.
texts-lacking = El texto debe contener { $name }.
texts-languages = Lenguas
texts-readers = { $count ->
    [0] nadie lo lee
    [one] un lector
   *[other] { $count } lectores
}
texts-stands-own = Esta propuesta tiene su propio texto en esta lengua.
texts-stands-call = El texto de la convocatoria.
texts-stands-usual = El texto habitual del servicio.
texts-looks = Como llegarán
texts-looks-text = Un correo para cada destinatario. Solo la huella del registro de auditoría será la del momento de la publicación.
texts-ordered = La publicación de esta decisión ya está ordenada. Si cambia ahora sus correos, esa orden no la publica.
texts-sample-session = (sesión y lugar)
texts-sample-minute_reference = (número en el acta)
texts-sample-reason = (El motivo, tal como se escriba.)
texts-sample-message = (El mensaje al solicitante, tal como se escriba.)
texts-sample-request = (Lo que hay que cambiar.)
