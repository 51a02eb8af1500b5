### Propuestas: escribirlas, presentarlas y lo que es de ellas.

# Por qué algo no se puede hacer.
proposals-no-not-now = Esto no es posible en el estado actual de la propuesta. Vuelva a mirarla: quizá alguien se le ha adelantado.
proposals-no-writing = En su estado actual, esta propuesta no se puede modificar.
proposals-no-submitter = Puede escribir, pero no presentar. Pídaselo a una persona responsable o a una persona que presenta en su organización.
proposals-no-owner = Solo puede hacerlo una persona responsable de su organización.
proposals-no-closed = La convocatoria está cerrada. Su texto se conserva. Cuando esté completo, todavía puede entregarlo fuera de plazo; la Secretaría decide si lo admite.
proposals-no-due-passed = El plazo para los cambios ha terminado. Su texto se conserva. Cuando esté completo, todavía puede entregarlo fuera de plazo; la Secretaría decide si lo admite.
proposals-no-reopen-returned = La propuesta ya se devolvió una vez para modificaciones, así que no se puede retomar.
proposals-no-reopen-closed = La convocatoria se ha cerrado, así que la propuesta no se puede retomar.
proposals-no-discard-submitted = La propuesta ya se presentó una vez, así que no se puede borrar. Puede retirarla.
proposals-no-eligibility-open = Compruebe primero si la propuesta es admisible.
proposals-no-eligibility-failed = La propuesta no es admisible.
proposals-no-decision-prepared = Hay una decisión preparada para esta propuesta. Retírela primero.
proposals-no-review-closed = La evaluación no está abierta.
proposals-no-own-review-first = Entregue primero su propia evaluación; después podrá leer las de los demás.
proposals-no-incomplete = Faltan respuestas o hay que corregirlas. Compruebe la propuesta y preséntela después.
proposals-no-reason = Indique un motivo.
proposals-no-comment = Escriba algo primero.
proposals-no-due-past = Ese momento ya ha pasado. Elija uno posterior.
proposals-no-decision-incomplete = Una decisión necesita quién decidió, qué día y, salvo si aprueba, el motivo.
proposals-no-source = Indique por dónde se conoce la propuesta.
proposals-no-register-state = Una propuesta se registra como presentada, aprobada o en curso.
proposals-no-call-later = Esta convocatoria aún no está abierta.
proposals-no-call-closed = Esta convocatoria se ha cerrado.
proposals-no-call-admits = Esta convocatoria no admite organizaciones de su tipo.

# Botones: las palabras del proceso.
proposals-do-create = Iniciar una propuesta
proposals-do-register = Registrar una propuesta
proposals-do-discard = Borrar el borrador
proposals-do-submit = Presentar la propuesta
proposals-do-admit = Admitir la presentación tardía
proposals-do-reopen = Retomar como borrador
proposals-do-start_review = Iniciar la evaluación
proposals-do-return = Devolver para cambios
proposals-do-resubmit = Presentar la propuesta
proposals-do-approve = Aprobar
proposals-do-not_select = No seleccionar
proposals-do-revise = Cambiar la decisión
proposals-do-start_running = Poner en marcha
proposals-do-complete = Completar
proposals-do-end_early = Terminar antes de plazo
proposals-do-withdraw = Retirar
proposals-do-reinstate = Restablecer

# La cronología.
proposals-did-create = Borrador iniciado
proposals-did-register = Registrada a partir de otras fuentes
proposals-did-discard = Borrador eliminado
proposals-did-submit = Presentada
proposals-did-admit = Presentación tardía admitida
proposals-did-reopen = Retomada como borrador
proposals-did-start_review = Evaluación empezada
proposals-did-return = Devuelta para cambios
proposals-did-resubmit = Presentada de nuevo
proposals-did-approve = Aprobada
proposals-did-not_select = No seleccionada
proposals-did-revise = Decisión retirada
proposals-did-start_running = Puesta en marcha
proposals-did-complete = Completada
proposals-did-end_early = Terminada antes de plazo
proposals-did-withdraw = Retirada
proposals-did-reinstate = Restablecida
proposals-note-submission = Presentación { $number }
proposals-note-due = Cambios a más tardar el { $due }
proposals-note-starts = Desde el { $day }
proposals-note-ended = El { $day }
proposals-secretariat = Secretaría

# Qué hacer a continuación, según el estado.
proposals-next-draft = Escríbala, compruébela y preséntela antes del cierre de la convocatoria.
proposals-next-late = La convocatoria se ha cerrado. Su texto se conserva.
proposals-next-submitted = Se ha recibido. La Secretaría comprueba si es admisible.
proposals-next-under_review = Se está evaluando. Por ahora no tiene que hacer nada.
proposals-next-returned = Haga los cambios solicitados, responda a cada petición y preséntela de nuevo a tiempo.
proposals-next-approved = Se ha aprobado y figura en el catálogo público.
proposals-next-running = La Iniciativa está en curso.
proposals-next-completed = La Iniciativa se ha completado.
proposals-next-discontinued = La Iniciativa terminó antes de plazo.
proposals-next-not_selected = No ha sido seleccionada.
proposals-next-withdrawn = Se ha retirado.

# Las propias propuestas, e iniciar una.
proposals-untitled = Propuesta sin título
proposals-empty = Aún no hay propuestas
proposals-empty-open = Hay una convocatoria abierta. Inicie una propuesta y vuelva a ella cuantas veces quiera, a solas o con sus colegas.
proposals-empty-closed = En este momento no hay ninguna convocatoria abierta para su organización.
proposals-start-text = Elija una convocatoria. No necesita tener nada preparado: un borrador puede estar incompleto en cualquier aspecto.
proposals-start-none = No hay ninguna convocatoria abierta
proposals-start-guidelines = Lea primero las bases
proposals-organisation = Organización
proposals-closing-call = Cierre de la convocatoria
proposals-closing-due = Presente sus cambios a más tardar el

# La página de una propuesta.
proposals-sections = Apartados
proposals-section-place = { $place } de { $count }: { $title }
proposals-answered = Respuestas obligatorias
proposals-answered-of = { $answered } de { $required }
proposals-section-complete = Completo
proposals-section-missing = { $count } por completar
proposals-section-wrong = { $count } por corregir
proposals-continue = Seguir escribiendo
proposals-check = Comprobar y presentar
proposals-public-page = Ver su página pública
proposals-read = Leer toda la propuesta
proposals-text = Toda la propuesta
proposals-decision = Decisión
proposals-decided-by = Decidido por
proposals-decided-on = Fecha
proposals-decided-session = Sesión
proposals-decided-minutes = Acta
proposals-reason = Motivo
proposals-submissions = Presentaciones
proposals-letters = Correos electrónicos que se le han enviado
proposals-letter-sent = Enviado
proposals-letter-bounced = Devuelto: compruebe su dirección
proposals-submission = Presentación
proposals-submission-number = Presentación { $number }
proposals-timeline = Lo que ha ocurrido
proposals-thread = Mensajes con la Secretaría
proposals-thread-audience = Su organización y la Secretaría leen estos mensajes y reciben un aviso por correo electrónico.
proposals-comment-sent = Se ha enviado su mensaje.
proposals-back = Volver a la propuesta

# Escribir un apartado.
proposals-section-hint = Guarde cuantas veces quiera. Varias personas pueden escribir a la vez; pueden faltar respuestas hasta la presentación.
proposals-public-mark = se publica
proposals-sum = Suma
proposals-save-next = Guardar y continuar
proposals-save-check = Guardar y comprobar
proposals-saved = Guardado por última vez: { $when }
proposals-saved-now = Guardado.
proposals-not-saved = No se ha guardado nada: entretanto la propuesta ha cambiado de estado y ya no puede modificarse. Lo que ha escrito figura más abajo, para que pueda copiarlo.
proposals-clash-title = Otra persona ha modificado las mismas respuestas
proposals-clash-line = Dos textos: decida qué texto se conserva.
proposals-clash-by = Guardado por { $name }, { $when }
proposals-clash-yours = Su texto, aún sin guardar
proposals-clash-theirs = Conservar el texto guardado
proposals-clash-mine = Conservar mi texto
proposals-clash-edit = También puede unir ambos aquí debajo y conservar después su texto. Todo lo demás de esta página se ha guardado.

# Comprobar y presentar.
proposals-check-title = Comprobación
proposals-check-count =
    { $count ->
        [one] Una respuesta falta o debe corregirse.
       *[other] { $count } respuestas faltan o deben corregirse.
    }
proposals-check-clear = No falta nada
proposals-check-clear-text = Todas las respuestas obligatorias están y respetan sus límites.
proposals-look = Ver la respuesta
proposals-to-submission = Pasar a la presentación
proposals-confirm-title = ¿Presentar esta propuesta?
proposals-confirm-text = Lo que está escrito ahora se presentará, se numerará y se conservará sin cambios. Las personas de su organización que presentan reciben un acuse de recibo por correo electrónico. Hasta el cierre de la convocatoria puede retomarla mientras no haya empezado su evaluación.
proposals-confirm-text-again = Lo que está escrito ahora se presentará, se numerará y se conservará sin cambios. Las personas de su organización que presentan reciben un acuse de recibo por correo electrónico. Una propuesta que fue devuelta ya no puede retomarse una vez presentada de nuevo.
proposals-submitted-now = Se ha presentado su propuesta.
proposals-late-title = Demasiado tarde para presentar
proposals-late-by = Este envío llegó { $span } después de la fecha límite.
proposals-late-closed = Fecha límite
proposals-late-tried = Su intento
proposals-span-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
proposals-span-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
proposals-span-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
proposals-span-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}

# El acuse de recibo.
proposals-receipt-title = Acuse de recibo
proposals-receipt-reference = Referencia
proposals-receipt-at = Recibida
proposals-receipt-by = Presentada por
proposals-receipt-hash = SHA-256 del texto
proposals-receipt-seal = Huella del registro de auditoría en ese instante
proposals-receipt-check = Compruébelo usted
proposals-receipt-check-text = Este archivo contiene exactamente lo recibido: cada respuesta, y cada archivo por su propia huella. Su huella debe ser la del acuse de recibo:
proposals-receipt-download = Descargar el texto recibido
proposals-receipt-changes = Lo que difiere de la presentación anterior
proposals-receipt-unchanged = Nada.

# Retomar, retirar, borrar.
proposals-reopening-title = ¿Retomar la propuesta?
proposals-reopening-text = Vuelve a ser un borrador y cuenta como no presentada hasta que la presente de nuevo antes del cierre de la convocatoria.
proposals-reopened-now = La propuesta vuelve a ser un borrador.
proposals-withdrawal-title = ¿Retirar la propuesta?
proposals-withdrawal-text = Sale del procedimiento. Se informa a la Secretaría, que puede restablecerla si usted lo pide.
proposals-withdrawn-now = La propuesta se ha retirado.
proposals-deletion-title = ¿Borrar este borrador?
proposals-deletion-text = Todo lo escrito en él se borra para todos y no se puede recuperar.
proposals-discarded-now = El borrador se ha borrado.
