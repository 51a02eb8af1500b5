# Bases y formulario que resulta de ellas: preguntas, comprobaciones, respuestas.
guidelines-person-name = Nombre
guidelines-person-post = Cargo
guidelines-person-email = Correo electrónico
guidelines-person-phone = Teléfono
guidelines-person-date = Fecha
