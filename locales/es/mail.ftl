### The frame around every letter.

mail-greeting = Hola, { $name }:
mail-greeting-nameless = Hola:
mail-closing = Un cordial saludo,
mail-service = Metropolis Initiatives
mail-why-service = Recibe esta carta porque se refiere a su cuenta o a una propuesta en la que participa.
mail-why-announcement = Recibe esta carta porque se le nombró como socio de esta Iniciativa o pidió seguirla.
mail-unsubscribe = Dejar de recibir estas cartas
mail-not-sent-again = Esta carta no puede enviarse de nuevo: está en camino o su contenido se borró por seguridad.

# A letter that only tries whether letters arrive.
mail-test-subject = Carta de prueba: { $note }
mail-test-body =
    Si lee esto, las cartas de { $host } le llegan. La persona que lo envió escribe:

    { $note }
mail-test-button = Abrir el servicio
