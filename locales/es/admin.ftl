### Administración: el estado del servicio, sus cartas, su registro de auditoría.

admin-title = Administración
admin-lede = Cómo está el servicio y de qué se compone.
admin-parts = De qué se compone
admin-version = Versión
admin-database = Base de datos
admin-database-sqlite = SQLite
admin-database-postgresql = PostgreSQL
admin-schema = Pasos del esquema
admin-schema-current = { $taken ->
        [one] 1 hecho, ninguno pendiente
       *[other] { $taken } hechos, ninguno pendiente
    }
admin-schema-pending = { $taken } hechos, { $pending } pendientes: ejecute «initiatives migrate»
admin-public-url = Dirección para los visitantes
admin-mail-target = Los correos electrónicos salen hacia
admin-files-target = Los archivos se guardan en
admin-target-folder = Una carpeta del servidor
admin-letters = Correos electrónicos
admin-letters-note = Un correo electrónico consta como enviado cuando un servidor de correo lo ha aceptado.
admin-waiting = Estos correos electrónicos requieren atención
admin-waiting-failed =
    { $count ->
        [one] 1 correo electrónico no se entregó
       *[other] { $count } correos electrónicos no se entregaron
    }
admin-waiting-bounced =
    { $count ->
        [one] Se devolvió 1 correo electrónico
       *[other] Se devolvieron { $count } correos electrónicos
    }
admin-waiting-unknown =
    { $count ->
        [one] No se sabe si llegó 1 correo electrónico
       *[other] No se sabe si llegaron { $count } correos electrónicos
    }
admin-now = En este momento
admin-announcements = Anuncios cuyos correos electrónicos aún se están escribiendo
admin-sessions = Navegadores con una sesión iniciada
admin-unsealed = Sucesos a la espera de sellado
admin-head = Último suceso sellado
admin-head-number = Número { $position }
admin-head-none = Aún no hay nada sellado

admin-means-queued = Saldrá en cuanto el servicio se ocupe de él.
admin-means-deferred = El servidor de correo aún no lo ha aceptado. El servicio vuelve a intentarlo por sí solo, durante tres días como máximo.
admin-means-sending = Se está entregando al servidor de correo en este momento.
admin-means-sent = El servidor de correo lo ha aceptado. Si aun así no llega, pida al destinatario que mire en su correo no deseado.
admin-means-bounced = Un servidor de correo lo había aceptado y después volvió: no se pudo entregar.
admin-means-unknown-again = La conexión se cortó durante la entrega, así que puede haber llegado. El servicio lo enviará una vez más por sí solo.
admin-means-unknown = La conexión se cortó durante la entrega, así que puede haber llegado.
admin-advice-unknown = Pregunte al destinatario o envíelo de nuevo: quizá lo reciba dos veces.
admin-means-failed = El servidor de correo lo rechazó, o no se pudo contactar con él durante tres días.
admin-advice-failed = Cuando la causa esté resuelta, envíelo de nuevo. Saldrá hacia la misma dirección.
admin-means-cancelled = Se detuvo antes de salir y no se enviará.

admin-mail-lede = Todos los correos electrónicos que el servicio ha escrito, del más reciente al más antiguo, y si han salido.
admin-mail-search = Nombre, dirección o asunto
admin-mail-proposal = Propuesta (referencia)
admin-mail-state = Estado
admin-mail-any = Todos
admin-mail-none = Aún no hay correos electrónicos
admin-mail-none-text = Los correos electrónicos aparecen aquí en cuanto hay que informar a alguien: una invitación, una presentación, una decisión. Para comprobar que llegan, pida una contraseña nueva en la página de inicio de sesión.
admin-mail-not-found = No se ha encontrado ningún correo electrónico
admin-mail-not-found-text = Escriba el comienzo de un nombre, de una dirección o de una palabra del asunto, quite un filtro o muestre todos los correos electrónicos. Los correos a suscriptores y socios no se encuentran por su asunto: elija su tipo o su propuesta.
admin-mail-unknown-text = Ese estado, tipo o referencia no existe. Una referencia se escribe así: MI-2014-001. Corrija los filtros de arriba o muestre todos los correos electrónicos.
admin-mail-column-subject = Asunto
admin-mail-column-to = Para
admin-mail-column-state = Estado
admin-mail-column-written = Escrito

admin-days = Correos electrónicos de los últimos { $count } días
admin-days-text = Según el día en que se escribieron ({ $zone }) y su estado actual.
admin-days-note = Sin los que se cancelaron.
admin-days-none = No se ha escrito ningún correo electrónico en los últimos 30 días. Los anteriores figuran abajo.
admin-days-description = Una columna por cada día, del { $first } al { $last }: abajo, los correos electrónicos enviados; encima, los que alguien debería revisar; arriba, los que esperan.
admin-days-axis = Día en que se escribieron
admin-days-day = Día
admin-days-sent = Enviados
admin-days-amiss = No entregados, devueltos o de llegada desconocida
admin-days-waiting = En espera

admin-letter = Correo electrónico
admin-letter-proposal = Propuesta
admin-letter-kind = Tipo
admin-letter-language = Idioma
admin-letter-sent = Enviado
admin-letter-attempts = Intentos
admin-letter-answer = Última respuesta del servidor de correo
admin-letter-answer-none = Aún ninguna
admin-letter-returned = Devuelto
admin-letter-next = Próximo intento
admin-letter-text = Lo que dice
admin-letter-text-note = Los enlaces que actúan en nombre del destinatario aparecen aquí recortados.
admin-text-secret = Su texto no se muestra: contiene un enlace que abre la cuenta del destinatario. Solo el destinatario lo lee.
admin-text-deleted = Su texto se borró porque contenía un enlace que abre la cuenta del destinatario. Si el correo electrónico no ha llegado, haga enviar otro: una invitación desde la página de la persona, una contraseña nueva desde la página de inicio de sesión.
admin-send-again = Enviar de nuevo
admin-sent-again = El correo electrónico está de nuevo en camino.
admin-letter-happened = Lo que ha ocurrido con él
admin-letter-as-page = Como lo muestran los programas de correo
admin-letter-is-copy = Copia
admin-letter-is-copy-of = Es la copia de un correo electrónico ya enviado. El primero:
admin-letter-copied = Enviado una vez más
admin-letter-others = Otros correos electrónicos a esta dirección
admin-letter-others-none = No hay ningún otro.
admin-letter-others-all = Todos los correos electrónicos a esta dirección
admin-letters-about = Todos los correos electrónicos sobre { $reference }
admin-copy = Enviar una vez más
admin-copy-confirm = ¿Enviar el mismo correo electrónico una vez más? Si el primero llegó, el destinatario lo tendrá dos veces.
admin-copied = Una copia del correo electrónico está en camino. Esta es su página.
admin-not-copied-closed = No puede enviarse una vez más: su destinatario tiene un conflicto de interés en la propuesta.
admin-not-copied-taken_back = No puede enviarse una vez más: lo que anunciaba se anuló antes de que saliera.
admin-not-copied-stopped = No puede enviarse una vez más: su destinatario ha detenido estos correos electrónicos.
admin-not-copied-suppressed = No puede enviarse una vez más: nada llega a su dirección. Primero, permita de nuevo los envíos a esa dirección.
admin-cancel = Cancelar el envío
admin-cancel-confirm = ¿Cancelar este correo electrónico? No se enviará.
admin-cancelled = El correo electrónico se ha cancelado. No se enviará.
admin-suppressed = Nada llega a esta dirección
admin-suppressed-text = Un servidor de correo lo dijo el { $when }. Ya no se le envían anuncios; los correos electrónicos que alguien espera se siguen intentando. Si la dirección es correcta y su buzón vuelve a funcionar, permita de nuevo los envíos.
admin-lift = Enviar de nuevo a esta dirección
admin-lifted = Los correos electrónicos salen de nuevo hacia esta dirección.

admin-audit = Registro de auditoría
admin-audit-lede = Todo lo que se ha hecho, de lo más reciente a lo más antiguo. Nadie puede cambiar ni borrar nada aquí.
admin-audit-subject = Acerca de
admin-audit-subject-hint = La referencia de una propuesta, como MI-2014-001, o exactamente lo que figura en la lista
admin-audit-none = No se ha encontrado ningún suceso
admin-audit-none-text = Compruebe la referencia o muestre todos los sucesos.
admin-audit-column-number = Número
admin-audit-column-when = Cuándo
admin-audit-column-what = Qué
admin-audit-column-subject = Acerca de
admin-audit-column-who = Quién
admin-audit-unsealed = aún sin sellar
admin-audit-check = ¿Se ha cambiado algo?
admin-audit-check-text = Cada suceso se sella junto con el anterior. En el servidor, esta orden comprueba todo el registro y nombra el primer suceso cambiado, eliminado o añadido:
admin-audit-check-head = El último suceso sellado es el número { $position }. Anote su huella en otro lugar: con --head y esta huella, la orden también descubre si se eliminó el final del registro.
admin-who-system = El servicio ({ $part })
admin-who-anyone = Una persona sin sesión iniciada

admin-did-call-answer_edited = Respuesta a una pregunta modificada
admin-did-call-answer_moved = Orden de las respuestas a preguntas cambiado
admin-did-call-answer_published = Respuesta a una pregunta publicada
admin-did-call-answer_removed = Respuesta a una pregunta retirada
admin-did-call-created = Convocatoria creada
admin-did-call-edited = Convocatoria modificada
admin-did-call-extended = Fecha límite ampliada para todos
admin-did-call-extended_for = Fecha límite ampliada para una organización
admin-did-call-letter_sent = Correo electrónico enviado a los solicitantes
admin-did-call-letter_text = Texto de los correos sobre decisiones cambiado
admin-did-call-moved = Fechas de una convocatoria de ejemplo adelantadas
admin-did-call-opened = Apertura de una convocatoria anunciada
admin-did-call-publication_cancelled = Publicación de decisiones cancelada
admin-did-call-publication_done = Publicación de decisiones cumplida
admin-did-call-publication_ordered = Publicación de decisiones ordenada
admin-did-contact-asked = Confirmación de un mensaje pedida a una dirección
admin-did-contact-sent = Mensaje de las páginas públicas transmitido
admin-did-contact-refused = Mensaje rechazado por su supuesto autor
admin-did-contact-answered = Mensaje marcado como respondido
admin-did-contact-reopened = Mensaje marcado como sin responder
admin-did-content-change = Textos de una página pública cambiados
admin-did-content-reset = Textos de una página pública restablecidos
admin-did-guidelines-stored = Bases guardadas
admin-did-initiative-featured = Iniciativa destacada en la página de inicio
admin-did-initiative-news = Noticia de una Iniciativa publicada
admin-did-initiative-news_changed = Noticia de una Iniciativa modificada
admin-did-initiative-news_put_back = Noticia de una Iniciativa publicada de nuevo
admin-did-initiative-news_taken_back = Noticia de una Iniciativa retirada
admin-did-initiative-unfeatured = Iniciativa que ya no se destaca en la página de inicio
admin-did-letter-cancelled = Correo electrónico cancelado
admin-did-letter-copied = Correo electrónico enviado una vez más
admin-did-letter-returned = Correo electrónico devuelto
admin-did-letter-sent_again = Correo electrónico enviado de nuevo
admin-did-letter_text-changed = Texto de los correos cambiado
admin-did-letter_text-reset = Texto de los correos restablecido
admin-did-organisation-added = Organización añadida
admin-did-organisation-edited = Organización modificada
admin-did-organisation-member = Función asignada en una organización
admin-did-organisation-member_left = Miembro que dejó una organización
admin-did-organisation-member_removed = Miembro quitado de una organización
admin-did-partner-answered = Respuesta de un socio
admin-did-proposal-assigned = Persona evaluadora asignada
admin-did-proposal-came_late = Presentación llegada tarde
admin-did-proposal-co_editor_accepted = Invitación a coeditar aceptada
admin-did-proposal-co_editor_declined = Invitación a coeditar rechazada
admin-did-proposal-co_editor_invited = Persona coeditora invitada
admin-did-proposal-co_editor_left = Persona coeditora que se retiró
admin-did-proposal-co_editor_removed = Persona coeditora retirada
admin-did-proposal-comment = Comentario escrito
admin-did-proposal-comment_edited = Mensaje modificado
admin-did-proposal-comment_taken_back = Mensaje retirado antes de salir
admin-did-proposal-decision_held = Decisión anotada, sin publicar
admin-did-proposal-decision_letter = Correo de una decisión preparada cambiado
admin-did-proposal-decision_not_published = Decisión preparada no publicada
admin-did-proposal-decision_taken_back = Decisión preparada retirada
admin-did-proposal-due_moved = Fecha de los cambios aplazada
admin-did-proposal-eligibility = Admisibilidad comprobada
admin-did-proposal-late_refused = Presentación tardía no admitida
admin-did-proposal-registered_text = Texto de una propuesta registrada escrito
admin-did-proposal-thread_reopened = Conversación abierta de nuevo
admin-did-proposal-thread_resolved = Conversación marcada como resuelta
admin-did-proposal-unassigned = Persona evaluadora relevada
admin-did-public_text-change = Texto publicado modificado
admin-did-publication-added = Publicación añadida
admin-did-publication-changed = Publicación modificada
admin-did-publication-hidden = Publicación ocultada
admin-did-publication-moved = Orden de las publicaciones cambiado
admin-did-publication-shown = Publicación mostrada de nuevo
admin-did-review-submitted = Evaluación entregada
admin-did-session-begun = Inicio de sesión
admin-did-session-ended = Sesión terminada
admin-did-session-left = Cierre de sesión
admin-did-staff-appointed = Función del equipo asignada
admin-did-staff-dismissed = Función del equipo retirada
admin-did-subscriber-asked = Confirmación pedida a una dirección
admin-did-subscriber-changed = Suscripción cambiada
admin-did-subscriber-confirmed = Suscripción confirmada
admin-did-subscriber-followed = Suscripción desde una cuenta
admin-did-subscriber-refused = Suscripción rechazada
admin-did-subscriber-stopped = Correos a un suscriptor detenidos
admin-did-subscribers-imported = Lista de suscriptores traída
admin-did-suppression-lifted = Envíos a una dirección permitidos de nuevo
admin-did-suppression-set = Envíos a una dirección detenidos, porque nada llega a ella
admin-did-text-added = Texto de una página pública añadido
admin-did-user-accepted = Invitación aceptada
admin-did-user-added = Cuenta añadida
admin-did-user-disabled = Cuenta desactivada
admin-did-user-enabled = Cuenta reactivada
admin-did-user-invited = Persona invitada
admin-did-user-notices = Avisos elegidos
admin-did-user-password = Contraseña cambiada
admin-did-user-profile = Datos propios modificados
admin-did-user-reset_asked = Contraseña nueva solicitada
admin-did-user-told = Persona informada de una función nueva
