### Las cartas sobre propuestas. Una línea vacía separa los párrafos; un valor solo en un párrafo es una cita.

proposals-named = { $reference } «{ $title }»
mail-listed = { $list }; { $more }
mail-open-proposal = Abrir la propuesta
mail-open-desk = Abrirla en Gestión

mail-received-subject = Recibida: { $proposal }
mail-received-body =
    Hemos recibido su propuesta { $proposal }. Conserve este correo electrónico: es su acuse de recibo.

    Referencia: { $reference }
    Presentación: { $number }
    Recibida: { $when }
    El mismo instante en UTC: { $utc }

    Esta es la huella SHA-256 del texto presentado. La página de la propuesta permite descargar exactamente estos bytes y comprobarlos:
    { $sha256 }

    Esta página confirma a quien tenga esta huella que la presentación se recibió, y cuándo; no dice nada más:

    { $verify }

    { $changed_answers }

    { $record }

mail-arrived-subject = Presentada: { $proposal }, { $organisation }
mail-arrived-body =
    { $organisation } ha presentado { $proposal }.

    Presentación: { $number }
    Recibida: { $when }

mail-taken_back-subject = Retomada: { $proposal }, { $organisation }
mail-taken_back-body =
    { $organisation } ha retomado { $proposal } como borrador. Puede volver a presentarla antes de la fecha límite.

mail-review_started-subject = Ha empezado la evaluación: { $proposal }
mail-review_started-body =
    La Secretaría ha comprobado su propuesta { $proposal }: es admisible y su evaluación ha empezado.

    Por ahora no tiene que hacer nada. Le escribiremos si hay que cambiar algo y cuando se tome una decisión.

mail-returned-subject = Cambios necesarios: { $proposal }
mail-returned-body =
    Le devolvemos su propuesta { $proposal } para que la modifique. La Secretaría escribe:

    { $message }

    { $requests }

    Haga los cambios, responda a cada petición y presente de nuevo la propuesta a más tardar el { $due }.
    El mismo instante en UTC: { $due_utc }

mail-due_moved-subject = Nueva fecha para sus cambios: { $proposal }
mail-due_moved-body =
    Ha cambiado la fecha para los cambios de su propuesta { $proposal }. Preséntela de nuevo a más tardar el { $when }.
    El mismo instante en UTC: { $utc }

mail-approved-subject = Aprobada: { $proposal }
mail-approved-body =
    Enhorabuena: su propuesta { $proposal } ha sido aprobada.

    Decidido por: { $body }
    Fecha: { $decided_on }
    Sesión: { $session }
    Acta: { $minute_reference }

    { $message }

    La Iniciativa figura desde ahora en el catálogo público. La Secretaría le escribirá sobre los próximos pasos.

    { $record }

mail-not_selected-subject = Decisión sobre { $proposal }
mail-not_selected-body =
    Gracias por su propuesta { $proposal }. Se ha leído con atención. No ha sido seleccionada.

    Decidido por: { $body }
    Fecha: { $decided_on }
    Sesión: { $session }
    Acta: { $minute_reference }

    El motivo:

    { $reason }

    { $message }

    { $record }

mail-ineligible-subject = Decisión sobre { $proposal }
mail-ineligible-body =
    Gracias por su propuesta { $proposal }. La Secretaría ha comprobado que no cumple las condiciones de la convocatoria, por lo que no puede ser seleccionada. El motivo:

    { $reason }

    { $message }

    { $record }

mail-revised-subject = Se revisa la decisión: { $proposal }
mail-revised-body =
    Se ha retirado la decisión sobre su propuesta { $proposal }, que vuelve a estar en evaluación. El motivo:

    { $reason }

    Le escribiremos cuando haya una nueva decisión.

mail-running-subject = En curso: { $proposal }
mail-running-body =
    La Iniciativa { $proposal } está en curso. Comenzó el { $day }.

    También se informa a quienes la siguen.

mail-completed-subject = Completada: { $proposal }
mail-completed-body =
    La Iniciativa { $proposal } se ha completado. Su resultado:

    { $outcome }

    Gracias por liderarla.

mail-ended_early-subject = Terminada antes de plazo: { $proposal }
mail-ended_early-body =
    La Iniciativa { $proposal } ha terminado antes de plazo. El motivo:

    { $reason }

mail-withdrawn-subject = Retirada: { $proposal }
mail-withdrawn-body =
    Se ha retirado la propuesta { $proposal } de { $organisation }. El motivo:

    { $reason }

    Si se trata de un error, la Secretaría puede restablecerla.

mail-reinstated-subject = Restablecida: { $proposal }
mail-reinstated-body =
    Su propuesta { $proposal } se ha restablecido: vuelve a estar donde estaba. El motivo:

    { $reason }

mail-comment-subject = Nuevo mensaje sobre { $proposal }
mail-comment-body =
    { $author } ha escrito sobre { $proposal }:

    { $text }

    Responda en la página de la propuesta: una respuesta a este correo electrónico no llegaría a ella.
