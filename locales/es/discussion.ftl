### Las conversaciones sobre una propuesta: cada una para un solo público.

discussion-title = Debate
discussion-open = Abrir el debate
discussion-conversations = Conversaciones
discussion-none = Aquí nadie ha dicho nada todavía.
discussion-begin = Abrir una conversación
discussion-own-begin = Escribir sobre otro asunto
discussion-others-hidden = Podrá leer lo que dicen los demás cuando entregue su evaluación.

# Quién lee una conversación, de menos a más personas
discussion-who-reads = ¿Quién lo leerá?
discussion-internal = Interna
discussion-reviewers = Con quienes evalúan
discussion-applicant = Con la entidad solicitante
discussion-internal-audience = Esto solo lo lee la Secretaría. Ni las personas evaluadoras ni la entidad solicitante.
discussion-reviewers-audience = Esto lo lee la Secretaría y, en la medida en que la fase lo muestra, las personas que evalúan esta propuesta. La entidad solicitante no.
discussion-applicant-audience = La entidad solicitante lee esto y lo recibe por correo electrónico. Las personas evaluadoras no.
discussion-internal-send = Publicar internamente
discussion-reviewers-send = Publicar para quienes evalúan
discussion-applicant-send = Enviar a la entidad solicitante
discussion-own-send = Enviar a la Secretaría
discussion-send = Publicar para el público elegido arriba
discussion-internal-untitled = Conversación interna
discussion-reviewers-untitled = Conversación con quienes evalúan
discussion-applicant-untitled = Mensajes con la entidad solicitante
discussion-side-applicant = Entidad solicitante

# Los mensajes
discussion-subject = Asunto
discussion-message = Mensaje
discussion-reply = Responder
discussion-new = Nuevo
discussion-unread = { $count ->
    [one] { $count } mensaje nuevo
   *[other] { $count } mensajes nuevos
}
discussion-mark-unread = Marcar como no leída
discussion-edited = modificado
discussion-edit-kept = Lo que decía antes se puede seguir leyendo.
discussion-versions = { $count ->
    [one] { $count } versión anterior
   *[other] { $count } versiones anteriores
}
discussion-version = Tal como se escribió el { $when }
discussion-changed = Este mensaje se ha modificado en otra ventana. Guarde de nuevo para poner este texto en su lugar.
discussion-stays = Este mensaje ya salió y queda como está. Para rectificar algo, escriba otro.
discussion-attach = Adjuntar archivos
discussion-attached = Ya adjuntos
discussion-files = Archivos
discussion-files-hint = Tres como máximo, de hasta 10 MB cada uno: PDF, JPEG, PNG o WebP. Quien lee el mensaje puede abrirlos.
discussion-files-many = Con un mensaje van { $limit } archivos como máximo.
discussion-notify = Avisar también a
discussion-notify-hint = Reciben un correo electrónico que lleva aquí. En el texto, @ y un nombre completo hacen lo mismo.
discussion-mention-list = Personas a las que puede nombrar

# Un momento para pensarlo mejor
discussion-goes-at = Sale hacia la entidad solicitante el { $when }. Hasta entonces solo lo ve usted.
discussion-goes-in = Sale hacia la entidad solicitante en {"{"}seconds{"}"} s. Hasta entonces solo lo ve usted.
discussion-gone = Enviado a la entidad solicitante.
discussion-undo = Deshacer
discussion-taken-back = Retirado: nadie lo ha visto. Cambie el texto y envíelo, o deséchelo.
discussion-discard = Desechar
discussion-discard-ask = ¿Desechar este mensaje con sus archivos?

# Qué se hace con una conversación
discussion-resolve = Marcar como resuelta
discussion-reopen = Abrir de nuevo
discussion-resolved = Resuelta
discussion-resolved-since = { $count ->
    [one] Resuelta desde el { $when }: mostrar { $count } mensaje
   *[other] Resuelta desde el { $when }: mostrar { $count } mensajes
}
discussion-follow = Seguir
discussion-unfollow = Dejar de seguir

# Qué se ha hecho
discussion-done-posted = Se ha publicado su mensaje.
discussion-done-held = Su mensaje sale hacia la entidad solicitante dentro de un minuto. Hasta entonces puede deshacerlo.
discussion-done-undone = Se ha retirado su mensaje. El texto está de nuevo en el formulario.
discussion-done-discarded = Se ha desechado el mensaje.
discussion-done-edited = Se ha modificado el mensaje.
discussion-done-resolved = Se ha marcado la conversación como resuelta.
discussion-done-reopened = Se ha abierto la conversación de nuevo.
discussion-done-followed = Se le avisará por correo electrónico de los mensajes nuevos de esta conversación.
discussion-done-left = Ya no se le avisará de los mensajes nuevos de esta conversación, salvo que alguien le nombre.
discussion-done-unread = Se ha marcado la conversación como no leída.

# Por qué algo no se puede
discussion-no-audience = Elija quién lo leerá.
discussion-no-reader = Una de las personas elegidas no puede leer esta conversación. Elija de nuevo.
discussion-no-reviewer-named = El texto nombra a una persona que evalúa esta propuesta, y la entidad solicitante lo leería. Quite el nombre.
discussion-no-edit = Lo que ha ido a la entidad solicitante o viene de ella no se modifica. Escriba otro mensaje.
discussion-no-undo = Es tarde para deshacerlo: el mensaje ya salió.
discussion-gone-meanwhile = El mensaje que había retirado se envió o se desechó en otra ventana. Su texto se conserva abajo.

# Las cartas
mail-discussion-open = Abrir la conversación
mail-mentioned-subject = Le nombran en un debate: { $proposal }
mail-mentioned-body =
    { $writer } le ha nombrado en un debate sobre { $proposal }.

    Lo que se dice allí queda dentro del servicio. Abra la conversación para leerlo y responder.
mail-discussed-subject = Novedades en un debate: { $proposal }
mail-discussed-body =
    { $writer } ha escrito en un debate que usted sigue, sobre { $proposal }.

    Lo que se dice allí queda dentro del servicio. Abra la conversación para leerlo y responder.
mail-message_waits-subject = Una entidad solicitante ha escrito
mail-message_waits-body =
    Una entidad solicitante ha escrito sobre una propuesta. No todas las personas que leen este buzón deben saber cuál, por eso esta carta no lo dice: en Gestión, la propuesta muestra un mensaje nuevo.
