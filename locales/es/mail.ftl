### The frame around every letter.

mail-greeting = Hola, { $name }:
mail-greeting-nameless = Hola:
mail-closing = Un cordial saludo,
mail-service = Iniciativas Metropolis
mail-why-service = Recibe este correo electrónico porque se refiere a su cuenta o a una propuesta en la que participa. Estos correos llegan siempre, porque quizá tenga que actuar.
mail-why-announcement = Recibe este correo electrónico porque se le nombró como socio de esta Iniciativa o pidió seguirla.
mail-why-asked = Recibe este correo porque pidió noticias de: { $what }.
mail-why-notice = Recibe este aviso por lo que hace aquí. Usted elige qué avisos llegan y con qué frecuencia.
mail-why-typed = Recibe este correo porque esta dirección se escribió en el sitio de las Iniciativas Metropolis.
mail-manage = Cambiar lo que recibe
mail-unsubscribe = Dejar de recibir estos correos electrónicos
mail-not-sent-again = Este correo electrónico no puede enviarse de nuevo: está en camino o su contenido se borró por seguridad.
mail-not-copied = Este correo electrónico no puede enviarse una vez más: está en camino o no se ha entregado. Si no se ha entregado, elija «Enviar de nuevo» en su página.
mail-not-copied-deleted = Este correo electrónico no puede enviarse una vez más: su contenido se borró por seguridad, porque contenía un enlace que abre la cuenta del destinatario.

# Where a letter stands.
mail-stage-queued = A la espera de envío
mail-stage-deferred = Se volverá a intentar
mail-stage-sending = Enviándose
mail-stage-sent = Enviado
mail-stage-bounced = Devuelto
mail-stage-unknown = Llegada desconocida
mail-stage-failed = No entregado
mail-stage-cancelled = Cancelado

# A letter that only tries whether letters arrive.
mail-test-subject = Correo electrónico de prueba: { $note }
mail-test-body =
    Si lee esto, los correos electrónicos de { $host } le llegan. La persona que lo envió escribe:

    { $note }
mail-test-button = Abrir el servicio
