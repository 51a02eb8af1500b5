# Suscripciones: recibir noticias de las Iniciativas por correo, sin cuenta.
subscriptions-title = Reciba noticias de las Iniciativas
subscriptions-lede = Elija lo que desea seguir. No necesita cuenta, y puede cambiar o detener los correos en cualquier momento.
subscriptions-email = Correo electrónico
subscriptions-email-hint = Enviaremos un solo correo para que confirme. Antes de eso no se envía nada más.
subscriptions-email-own = La dirección de su cuenta no necesita confirmación. A cualquier otra enviamos un correo que pide confirmar.
subscriptions-what = ¿Qué desea seguir?
subscriptions-how = ¿Cómo desea recibirlo?
subscriptions-one = La Iniciativa de la que viene
subscriptions-general = En general
subscriptions-everything = Todas las Iniciativas, convocatorias y publicaciones
subscriptions-calls = Las convocatorias de propuestas
subscriptions-themes = Las Iniciativas por tema
subscriptions-regions = Las Iniciativas por región
subscriptions-countries = Las Iniciativas por país
subscriptions-cities = Las Iniciativas por ciudad
subscriptions-followed = Las Iniciativas que sigue
subscriptions-add-country = Las Iniciativas de un país
subscriptions-add-city = Las Iniciativas de una ciudad
subscriptions-none = Ninguna opción
subscriptions-this-initiative = esta Iniciativa
subscriptions-unnamed-initiative = Una propuesta que le nombra como socio
subscriptions-rhythm = Frecuencia
subscriptions-rhythm-hint = Un resumen reúne todas las noticias en un solo correo. Llega a las siete de la mañana, hora de Barcelona, y solo si hay noticias.
subscriptions-rhythm-at_once = Al momento, un correo por noticia
subscriptions-rhythm-daily = Cada día, como resumen
subscriptions-rhythm-weekly = Cada lunes, como resumen
subscriptions-language = Idioma de los correos
subscriptions-subscribe = Suscribirse
subscriptions-promise = Usamos su dirección solo para estos correos y no la damos a nadie.
subscriptions-choose = Elija al menos una cosa que desee seguir.
subscriptions-asked-title = Mire en su buzón, por favor
subscriptions-asked-lede = Le hemos enviado un correo. Abra su enlace y pulse «Confirmar» para recibir lo que ha elegido.
subscriptions-asked-spam = ¿No llega nada tras unos minutos? Mire entre el correo no deseado y compruebe que la dirección está bien escrita.
subscriptions-asked-once = Una dirección recibe este correo como máximo una vez por hora. Si ya lo había pedido, el enlace del correo anterior confirma también esto.
subscriptions-see-initiatives = Ver las Iniciativas
subscriptions-yours = Sus correos
subscriptions-yours-lede = Lo que { $email } recibe de las Iniciativas Metropolis.
subscriptions-waiting = Confirme, por favor
subscriptions-waiting-text = Alguien ha pedido que usted reciba estos correos. ¿Ha sido usted?
subscriptions-confirm = Confirmar
subscriptions-refuse = Yo no lo he pedido
subscriptions-confirmed = Confirmado. Le escribiremos cuando haya noticias.
subscriptions-refused = Gracias. No se le enviará nada.
subscriptions-noted = Guardado. Le escribiremos cuando haya noticias.
subscriptions-stopped = Los correos se han detenido.
subscriptions-came-back = Los correos a su dirección nos fueron devueltos
subscriptions-came-back-text = Un servidor de correo indicó que nada llega a su dirección, así que dejamos de enviarle lo que había pedido. Si lee esto, díganos que vuelve a funcionar.
subscriptions-reads = Volver a enviarme correos
subscriptions-nothing = No recibe ningún correo
subscriptions-nothing-text = Elija algo a continuación si desea recibir de nuevo noticias nuestras.
subscriptions-forgotten = Lo pedido no se confirmó en treinta días y se ha borrado. Puede pedirlo de nuevo.
subscriptions-expired = Aquí no hay nada pendiente
subscriptions-expired-text = Lo pedido no se confirmó en treinta días, o se rechazó. Puede pedirlo de nuevo:
subscriptions-stop-title = No recibir nada más
subscriptions-stop-text = Detiene todos estos correos al momento. Los que conciernen a una cuenta, como acuses de recibo y decisiones, no están entre ellos.
subscriptions-stop = Detener todos los correos
subscriptions-stop-all-text = No enviaremos más noticias de Iniciativas, convocatorias y publicaciones a { $email }.
subscriptions-stopped-text = Ya no se enviarán noticias de Iniciativas, convocatorias y publicaciones a { $email }.
subscriptions-again = Recibir correos de nuevo
subscriptions-rather-change = Prefiero cambiar lo que recibo
subscriptions-follow = Seguir por correo
subscriptions-follow-text = Entérese por correo de lo que ocurra, sin necesidad de cuenta.
subscriptions-follow-initiative = Seguir esta Iniciativa
subscriptions-follow-city = Seguir { $city }
subscriptions-follow-theme = Seguir { $theme }

# Los suscriptores, vistos por la secretaría.
subscribers-title = Suscriptores
subscribers-reached = { $count ->
    [one] { $count } dirección recibe noticias de las Iniciativas por correo.
   *[other] { $count } direcciones reciben noticias de las Iniciativas por correo.
}
subscribers-search = La dirección empieza por
subscribers-none = Aún no hay suscriptores
subscribers-none-text = Los visitantes se suscriben ellos mismos en las páginas públicas. Una lista que llevaba en otro lugar puede traerse aquí.
subscribers-not-found = No hay tal dirección
subscribers-not-found-text = Pruebe con menos letras: la búsqueda compara el principio de las direcciones.
subscribers-who = Dirección
subscribers-what = Recibe
subscribers-since = Conocida desde
subscribers-wishes = { $count ->
    [one] { $count } tema
   *[other] { $count } temas
}
subscribers-stopped = Detuvo todos los correos
subscribers-nothing = Nada
subscribers-unconfirmed = Sin confirmar
subscribers-origin = Procedencia
subscribers-origin-form = El formulario, confirmado por correo
subscribers-origin-account = Su cuenta
subscribers-origin-partner = Su respuesta como socio
subscribers-origin-import = Una lista traída aquí
subscribers-asked = Pedido
subscribers-confirmed = Confirmado
subscribers-letters = Correos a esta dirección
subscribers-stop-title = Detener los correos a petición suya
subscribers-stop-text = Si esta persona le ha escrito o llamado, detenga aquí los correos. Ninguna lista los reanuda; puede suscribirse de nuevo por su cuenta.
subscribers-stop-sure = ¿Detener todos los correos a esta dirección?
subscribers-import = Traer una lista
subscribers-import-lede = Para personas que ya aceptaron recibir noticias suyas. Ahora no se envía ningún correo; cada uno de los que vengan después dice cómo detenerlos.
subscribers-import-what = ¿Qué aceptaron seguir?
subscribers-import-how = ¿Cómo lo reciben?
subscribers-list = Personas
subscribers-list-hint = Una por línea: la dirección y, si quiere, el nombre y el idioma (en, fr, es), separados por comas, puntos y comas o tabuladores. Puede pegar desde una hoja de cálculo.
subscribers-list-missing = Pegue aquí la lista.
subscribers-list-empty = En esta lista no hay ninguna dirección de correo.
subscribers-consent = Su consentimiento
subscribers-consent-hint = Cuándo y cómo dieron su acuerdo estas personas, para poder mostrarlo a quien lo pida. Por ejemplo: formulario de inscripción del congreso de Hyderabad, octubre de 2014.
subscribers-consent-missing = Diga cuándo y cómo dieron su acuerdo.
subscribers-imported = La lista está aquí
subscribers-did-new = { $count ->
    [one] { $count } dirección nueva.
   *[other] { $count } direcciones nuevas.
}
subscribers-did-known = { $count ->
    [one] { $count } dirección ya se conocía: se añadió lo que aporta la lista.
   *[other] { $count } direcciones ya se conocían: se añadió lo que aporta la lista.
}
subscribers-did-stopped = { $count ->
    [one] { $count } dirección había detenido todos los correos, y así sigue.
   *[other] { $count } direcciones habían detenido todos los correos, y así siguen.
}
subscribers-did-again = { $count ->
    [one] { $count } línea repetía una dirección.
   *[other] { $count } líneas repetían una dirección.
}
subscribers-unread = Líneas sin dirección
subscribers-unread-text = Se dejaron fuera. Corríjalas y tráigalas de nuevo: nadie se inscribe dos veces.
