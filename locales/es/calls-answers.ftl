# Respuestas a preguntas sobre una convocatoria: en su página y en Gestión, donde se redactan.
calls-answers = Preguntas y respuestas
calls-answers-lede = Todo el mundo las lee en la página de la convocatoria, en este orden.
calls-answers-none = Aún no hay respuestas
calls-answers-none-text = Lo que pregunta una ciudad puede interesar a las demás: publique abajo la pregunta con su respuesta. Aparecen de inmediato en la página de la convocatoria.
calls-answers-full = En una convocatoria caben 200 respuestas. Retire alguna que ya no haga falta o reúna dos en una.
calls-answer-published = Publicada el { $when }
calls-answer-changed = Última modificación: { $when }
calls-answer-link = Enlace a esta respuesta
calls-answer-new = Publicar una respuesta
calls-answer-publish = Publicar
calls-answer-edit = Editar
calls-answer-edit-title = Editar una respuesta
calls-answer-up = Subir: { $question }
calls-answer-down = Bajar: { $question }
calls-answer-remove = Retirar
calls-answer-remove-title = ¿Retirar esta respuesta?
calls-answer-remove-text = La pregunta y su respuesta desaparecerán de la página de la convocatoria en los tres idiomas. No se podrán recuperar.
calls-answer-remove-now = Retirar la respuesta
calls-in-en = Inglés
calls-in-fr = Francés
calls-in-es = Español
calls-question-en = Pregunta en inglés
calls-question-fr = Pregunta en francés
calls-question-es = Pregunta en español
calls-question-hint = Tal como podría hacerla cualquiera: sin el nombre de una persona ni de una ciudad.
calls-answer-en = Respuesta en inglés
calls-answer-fr = Respuesta en francés
calls-answer-es = Respuesta en español

# Lo que se ha hecho y lo que ocurrió entretanto.
calls-answer-published-now = La respuesta figura en la página de la convocatoria.
calls-answer-saved = La respuesta se ha guardado y todos pueden verla.
calls-answer-moved-now = Las respuestas están en su nuevo orden.
calls-answer-removed-now = La respuesta se ha retirado de la página de la convocatoria.
calls-answer-removed-before = Alguien ya había retirado esta respuesta.
calls-answer-gone = Alguien retiró esta respuesta mientras usted la tenía abierta. Lo que escribió está en el formulario de abajo: publíquelo si debe volver a figurar en la página.
calls-answer-conflict-text = Alguien guardó esta respuesta mientras usted la tenía abierta. No se ha sobrescrito nada. Lo que difiere está lado a lado; su texto sigue en el formulario. Guarde de nuevo para ponerlo en lugar del otro.
