### Fechas límite: presentaciones tardías, prórrogas, recordatorios, respuestas a preguntas.

# Demasiado tarde.
deadlines-late-held = Su texto se conserva tal como lo presentó. La Secretaría ha sido informada y puede admitirlo con esta hora. No tiene que hacer nada; recibirá un correo electrónico.
deadlines-late-refused = Su texto se conserva. La Secretaría ha decidido no admitirlo.
deadlines-late-incomplete = Su texto se conserva como borrador. Aún falta algo en él, por lo que no pudo entregarse a la Secretaría. Si necesita más tiempo, escriba a la Secretaría.
deadlines-check-late = Comprobar y entregar fuera de plazo
deadlines-to-late = Continuar con la entrega fuera de plazo
deadlines-confirm-late = El plazo ha terminado
deadlines-confirm-late-text = Lo que entregue ahora se conserva tal cual, con su hora. Se avisa a la Secretaría, que decide si lo admite.
deadlines-submit-late = Entregar fuera de plazo
deadlines-attempt = { $when }, { $late } después de la fecha límite
deadlines-attempt-held = Su presentación del { $when }, { $late } después de la fecha límite, se conserva tal como era. La Secretaría ha sido informada y puede admitirla.
deadlines-attempt-refused =
    La Secretaría ha decidido no admitir su presentación del { $when }, { $late } después de la fecha límite.
    { $reason }
deadlines-closing-own = Puede presentarla hasta
deadlines-fact-own = Fecha límite propia de la organización

# Presentaciones tardías en Gestión.
deadlines-late-title = Presentaciones tardías
deadlines-late-text = Llegaron después de la fecha límite y se conservan tal como se entregaron. Lo escrito desde entonces sigue siendo de la ciudad.
deadlines-late-missed = Fecha límite: { $deadline }
deadlines-late-stays-out = No admitida: { $reason }
deadlines-admission-which = El texto que se admite
deadlines-admission-which-hint = Se convierte en la presentación, con su propia hora y su propio autor.
desk-wait-late = Llegó demasiado tarde: admitirla o no
desk-do-admit = Admitir la presentación tardía
desk-do-refuse_late = No admitir
desk-done-admission = Se ha admitido la presentación tardía. La ciudad tiene su acuse de recibo.
desk-done-late-refusal = La presentación tardía no se admite. Se ha informado a la ciudad.
desk-lede-admission = Admite una presentación que llegó después de la fecha límite.
desk-lede-late-refusal = La presentación que llegó después de la fecha límite no se admite.
desk-effect-admission = Ese texto se convierte en una presentación numerada, con su propia hora y su huella. Lo que la ciudad escribió desde entonces queda en el historial de su borrador.
desk-effect-late-refusal = La propuesta queda como está. La ciudad conserva su texto.

date-zone-anywhere = en cualquier lugar de la Tierra
calls-zone-anywhere = En cualquier lugar de la Tierra (UTC−12)

# Cartas.
mail-came_late-subject = Demasiado tarde: { $proposal }, { $organisation }
mail-came_late-body =
    { $organisation } intentó presentar { $proposal } después de la fecha límite.

    Fecha límite: { $deadline }
    Recibida: { $when }
    Retraso: { $late }

    El texto se conserva tal como se entregó. En Gestión puede leerlo, y admitirlo o no.

mail-admitted-subject = Admitida: { $proposal }
mail-admitted-body =
    La Secretaría ha admitido su presentación tardía de { $proposal }. Cuenta como recibida el { $when }.
    El mismo instante en UTC: { $utc }

    El motivo:

    { $reason }

mail-late_refused-subject = No admitida: { $proposal }
mail-late_refused-body =
    Su presentación de { $proposal } del { $when } llegó después de la fecha límite. La Secretaría ha decidido no admitirla. El motivo:

    { $reason }

    Su texto se conserva.

# Más tiempo.
deadlines-extend = Prorrogar la fecha límite
deadlines-extend-elsewhere = Ya se han empezado propuestas en esta convocatoria. Prorrogue la fecha límite en su propia página, para que se informe a quienes tienen un borrador.
deadlines-for-all = Para todos
deadlines-for-one = Para una organización
deadlines-for-one-text = Es la fecha límite de esta organización únicamente: para empezar, presentar y retomar. Sus miembros reciben un correo electrónico; nadie más la ve.
deadlines-told =
    { $count ->
        [0] Nadie tiene un borrador en esta convocatoria, así que nadie recibe un correo electrónico.
        [one] Una persona que tiene un borrador recibe un correo electrónico.
       *[other] { $count } personas que tienen un borrador reciben un correo electrónico.
    }
deadlines-clock = Las horas están en la zona horaria de la convocatoria: { $zone }.
deadlines-new = Nueva fecha límite
deadlines-own = Fecha límite de esta organización
deadlines-reason = Motivo
deadlines-reason-hint = Se cita en el correo electrónico.
deadlines-grant = Dar más tiempo a esta organización
deadlines-not-later = Elija una fecha y una hora futuras, posteriores a la fecha límite de la convocatoria.
deadlines-granted = Prórrogas hasta ahora
deadlines-moved = De { $was } a { $closes }
deadlines-replaced = sustituida por otra posterior
deadlines-extended-now = La nueva fecha límite es el { $when }. Los correos electrónicos están en camino.
deadlines-granted-now = La organización tiene tiempo hasta el { $when }. Los correos electrónicos están en camino.

mail-open-proposals = Abrir sus propuestas

mail-call_extended-subject = Más tiempo: { $call }
mail-call_extended-body =
    La fecha límite de «{ $call }» se ha prorrogado. Usted tiene un borrador en esta convocatoria.

    Nueva fecha límite: { $when }
    { $own_clock }
    En UTC: { $utc }
    Fecha límite anterior: { $was }

    El motivo:

    { $reason }

mail-extension_granted-subject = Más tiempo para su organización: { $call }
mail-extension_granted-body =
    La Secretaría ha dado más tiempo a su organización en «{ $call }». La fecha límite de la convocatoria no ha cambiado.

    Su fecha límite: { $when }
    { $own_clock }
    En UTC: { $utc }

    El motivo:

    { $reason }

mail-reminder-subject = Quedan { $left }: { $proposal }
mail-reminder-body =
    { $proposal } es un borrador y no se ha presentado. Puede presentarla hasta el { $when }.
    El mismo instante en UTC: { $utc }

    Una propuesta presentada puede retomarse y volver a presentarse hasta entonces.

mail-reminder_last-subject = Solo quedan { $left }: { $proposal }
mail-reminder_last-body =
    { $proposal } no se ha presentado, y quedan { $left }: hasta el { $when }.
    El mismo instante en UTC: { $utc }

    No espere a los últimos minutos. Presente lo que tenga; hasta la fecha límite puede retomarla, cambiarla y volver a presentarla.

mail-returned_reminder-subject = Quedan { $left } para sus cambios: { $proposal }
mail-returned_reminder-body =
    Le devolvimos { $proposal } para que hiciera cambios y no se ha vuelto a presentar. Puede presentarla hasta el { $when }.
    El mismo instante en UTC: { $utc }

    Las peticiones están en la página de la propuesta. Responda a cada una y vuelva a presentar la propuesta.

mail-returned_last-subject = Solo quedan { $left } para sus cambios: { $proposal }
mail-returned_last-body =
    Le devolvimos { $proposal } para que hiciera cambios y no se ha vuelto a presentar. Quedan { $left }: hasta el { $when }.
    El mismo instante en UTC: { $utc }

    Después solo podrá entregarla fuera de plazo, y la Secretaría decidirá si la admite. Si necesita más tiempo, escriba antes a la Secretaría.
