# Correos electrónicos de la Secretaría a los solicitantes de una convocatoria en un estado.
calls-letters = Escribir a los solicitantes
calls-letters-states = A todas las personas cuya propuesta está aquí
calls-letters-states-hint = Cada persona recibe el correo electrónico una vez, en el idioma de su cuenta. Si no se elige nada, no lo recibe nadie.
calls-letters-choose = Elija al menos un estado: si no se elige nada, no lo recibe nadie.
calls-letters-people = { $count ->
    [one] una persona
   *[other] { $count } personas
}
calls-letters-nobody = Nadie tiene una propuesta en esta convocatoria
calls-letters-nobody-text = No hay a quién escribir. En cuanto una ciudad haya iniciado una propuesta, podrá escribir aquí a su personal.
calls-letters-nobody-now = Ya no hay ninguna propuesta ahí, así que no se ha enviado nada. Su texto sigue en el formulario.
calls-letters-sent = Correos electrónicos hasta ahora
calls-letter-new = Nuevo correo electrónico
calls-letter-subject = Asunto
calls-letter-subject-en = Asunto en inglés
calls-letter-subject-fr = Asunto en francés
calls-letter-subject-es = Asunto en español
calls-letter-subject-hint = 150 caracteres como máximo.
calls-letter-text-en = Texto en inglés
calls-letter-text-fr = Texto en francés
calls-letter-text-es = Texto en español
calls-letter-text-hint = Una línea vacía empieza un párrafo nuevo. El saludo y la despedida se añaden. Las direcciones web llegan como texto: solo se puede hacer clic en las de este servicio.
calls-letter-preview = Vista previa
calls-letter-preview-note = Todavía no se envía nada.
calls-letter-preview-title = Vista previa del correo electrónico
calls-letter-preview-lede = Así llegará el correo electrónico. Todavía no se ha enviado nada.
calls-letter-readers = { $count ->
    [one] Una persona lo lee en este idioma.
   *[other] { $count } personas lo leen en este idioma.
}
calls-letter-to = Para, por ejemplo
calls-letter-people = Todas las personas que lo reciben en este idioma
calls-letter-as-text = Como texto
calls-letter-as-html = Como lo muestran los programas de correo
calls-letter-send = { $count ->
    [one] Enviar a una persona
   *[other] Enviar a { $count } personas
}
calls-letter-change = Modificar
calls-letter-sent-now = { $count ->
    [one] El correo electrónico está en camino a una persona.
   *[other] El correo electrónico está en camino a { $count } personas.
}
calls-letter-sent-to-others = { $count ->
    [one] El correo electrónico está en camino a una persona, la única cuya propuesta está ahí ahora. En la vista previa eran { $was }.
   *[other] El correo electrónico está en camino a { $count } personas: tantas tienen propuestas ahí ahora. En la vista previa eran { $was }.
}
calls-letter-sent-before = Este correo electrónico ya se envió el { $when }. Nadie lo recibe dos veces.
calls-letter-writing = Los correos electrónicos se están redactando.
calls-letter-reached = { $count ->
    [0] Aún no ha llegado a nadie.
    [one] Ha llegado a una persona.
   *[other] Ha llegado a { $count } personas.
}
calls-letter-waiting = { $count ->
    [one] Otro correo electrónico está en camino.
   *[other] Otros { $count } correos electrónicos están en camino.
}
calls-letter-missed = { $count ->
    [one] Es posible que un correo electrónico no haya llegado.
   *[other] Es posible que { $count } correos electrónicos no hayan llegado.
}
calls-letter-log = Ver el registro de los correos
calls-letter-read = Leer el correo electrónico

mail-call_letter-subject = { $subject }
mail-call_letter-body =
    La Secretaría escribe a quienes tienen en «{ $call }» una propuesta en este estado: { $states }.

    { $text }
