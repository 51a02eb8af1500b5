# Escribir a la secretaría desde las páginas públicas.
contact-title = Escríbanos
contact-lede = La Secretaría de las Iniciativas Metropolis lee lo que usted escribe y responde en español, en inglés o en francés.
contact-lede-initiative = Su mensaje llega a la Secretaría y a la organización que lidera esta Iniciativa: { $lead }.
contact-initiative = Sobre la Iniciativa
contact-something-else = Escribir sobre otra cosa
contact-name = Su nombre
contact-name-missing = Escriba su nombre.
contact-email = Su correo electrónico
contact-email-hint = La respuesta se enviará a esta dirección.
contact-about = ¿De qué se trata?
contact-about-question = Una pregunta
contact-about-joining = Sumarse a una Iniciativa
contact-about-press = Prensa
contact-about-fault = Algo no funciona en estas páginas
contact-about-other = Otra cosa
contact-message = Su mensaje
contact-message-missing = Escriba su mensaje.
contact-leave-empty = Deje este campo vacío
contact-without-scripts = Su navegador no ejecuta los scripts de esta página. Por eso enviamos primero un enlace a su dirección: su mensaje nos llegará cuando lo haya confirmado con ese enlace.
contact-send = Enviar
contact-working = Un momento: su mensaje está a punto de enviarse.
contact-promise = Usamos su dirección para responderle y para nada más.
contact-proof-expired = Esta página llevaba demasiado tiempo abierta. No se ha perdido nada de su mensaje: pulse «Enviar» una vez más.
contact-proof-refused = No hemos podido comprobar que este mensaje lo envía una persona. No se ha perdido nada de su mensaje: pulse «Enviar» una vez más.
contact-sent-title = Gracias por su mensaje
contact-sent-lede = Nos ha llegado. La respuesta se enviará a la dirección que ha indicado.
contact-asked-title = Mire en su buzón, por favor
contact-asked-lede = Hemos enviado un correo a la dirección que ha indicado. Abra su enlace y pulse «Enviar este mensaje»: solo entonces nos llegará su mensaje.
contact-asked-spam = ¿No llega nada tras unos minutos? Mire entre el correo no deseado y compruebe que la dirección está bien escrita.
contact-asked-once = Una dirección recibe este correo como máximo una vez por hora. Si ya había escrito antes, el enlace del correo anterior muestra también este mensaje.
contact-asked-week = Un mensaje que no se confirma se elimina al cabo de una semana.
contact-see-initiatives = Ver las Iniciativas
contact-waiting-title = ¿Ha escrito usted esto?
contact-waiting-lede = Esto se ha escrito en nombre de { $email }. Nadie lo ha recibido todavía: envíe lo que es suyo y elimine lo que no lo es.
contact-confirm = Enviar este mensaje
contact-refuse = Yo no lo he escrito: eliminar
contact-confirmed = Su mensaje nos ha llegado. Le hemos enviado una copia.
contact-refused = Gracias. Ese mensaje se ha eliminado y nadie lo ha recibido.
contact-nothing = Aquí no hay nada pendiente
contact-nothing-text = Lo que se había escrito ya se ha enviado o eliminado. Un mensaje que no se confirma también se elimina al cabo de una semana.

# Lo mismo, como lo lee la secretaría.
messages-title = Mensajes
messages-lede = Lo que los visitantes han escrito en las páginas públicas, de lo más reciente a lo más antiguo. Cada uno de estos mensajes le llegó también por correo.
messages-one = Mensaje
messages-none = Aún no hay mensajes
messages-none-text = Los visitantes escriben desde una página cuyo enlace está al pie de todas las demás.
messages-open = Sin responder
messages-answered = Respondido
messages-from = De
messages-when = Recibido
messages-language = Idioma
messages-initiative = Iniciativa
messages-answer = Marcar como respondido
messages-reopen = Marcar como sin responder
messages-answered-by = Respondido el { $when }: { $name }
messages-answered-now = El mensaje está marcado como respondido.
messages-reopened-now = El mensaje está marcado como sin responder.

# Los correos sobre ello.
mail-contact-message-subject = { $name } escribe: { $about }
mail-contact-message-body =
    { $name } ({ $email }) ha escrito en las páginas públicas de las Iniciativas Metropolis.

    De qué se trata: { $about }

    { $text }

    Responda, por favor, a { $email }: una respuesta a este correo no llega a la persona que escribió.
mail-contact-message-button = Ver el mensaje
mail-contact-confirm-subject = Confirme, por favor: su mensaje a las Iniciativas Metropolis
mail-contact-confirm-body =
    Alguien, esperamos que usted, ha escrito un mensaje a las Iniciativas Metropolis y ha indicado esta dirección.

    Abra la página que hay tras el botón: muestra lo que se ha escrito. Nadie lo recibe antes de que usted lo envíe desde allí. Si no ha sido usted, no tiene que hacer nada: se eliminará al cabo de una semana.
mail-contact-confirm-button = Ver y enviar
mail-contact-received-subject = Su mensaje ha llegado: { $about }
mail-contact-received-body =
    Su mensaje ha llegado a las Iniciativas Metropolis. La respuesta se enviará a esta dirección.

    Esto es lo que escribió:

    { $text }
