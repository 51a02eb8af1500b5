### La Secretaría registra las propuestas que llegaron en papel o por correo.

proposals-register-lede = Para una propuesta que llegó en papel o por correo postal. Nadie recibe un correo electrónico sobre ella.
proposals-register-call = Convocatoria
proposals-register-organisation-hint = La organización que lidera la propuesta. ¿No está en la lista?
proposals-register-on = Continuar
proposals-register-other-call = Elegir otra convocatoria
proposals-register-guidelines = Bases de esta convocatoria
proposals-register-state = En qué estado está
proposals-register-state-hint = Lo aprobado o en curso es público de inmediato. La evaluación de lo presentado puede empezar aquí.
proposals-register-number = Su número en la convocatoria
proposals-register-number-hint = Si se conoce. Sin número, la propuesta recibe el siguiente.
proposals-register-source = De dónde se conoce
proposals-register-source-hint = Una fuente por línea, por ejemplo: Carta del 3 de abril de 2014, expediente 12. En cuanto la propuesta es pública, las fuentes también lo son.
proposals-register-answers = Lo que dice la fuente
proposals-register-answers-hint = Lo que queda vacío aparece como «no consta». Copie enteros los textos demasiado largos: los límites son para quienes escriben aquí por sí mismos.
proposals-register-files = Los archivos todavía no se pueden introducir aquí: { $fields }
proposals-register-look = Ver lo escrito
proposals-register-not-yet = Todavía no se ha registrado nada.
proposals-register-go-on = Seguir en la tabla
proposals-register-done = Se ha registrado la propuesta.
proposals-no-organisation = Elija la organización que lidera la propuesta.
proposals-no-number = Indique un número del 1 al 9999, en cifras.
proposals-no-number-taken = Otra propuesta de este año tiene este número. Indique otro, o ninguno para tomar el siguiente.
