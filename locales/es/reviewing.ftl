### Evaluar: admisibilidad, conflictos de interés, asignaciones, confidencialidad.

desk-column-gap = Mayor diferencia
desk-found-more = Más de { $n } propuestas
desk-waiting-more = Más de { $n } pendientes de usted
desk-applicant-hidden = Solicitante oculto

desk-eligibility-why-not = Si no, por qué
desk-eligibility-remark = Observación
desk-eligibility-remark-hint = Para la Secretaría. Los motivos de lo que no se cumple figuran arriba.
desk-eligibility-earlier = Se comprobó con la presentación { $n }. Después llegó la presentación { $last }: vuelva a comprobarla.

desk-conflicts = Conflictos de interés
desk-conflicts-text = Quien tiene un conflicto de interés no ve esta propuesta en ningún sitio ni recibe correos sobre ella.
desk-conflicts-suspected = Posibles: decida usted
desk-suspected-organisation = Misma organización: { $what }
desk-suspected-city = Misma ciudad: { $what }
desk-suspected-partner = Citada entre los socios: { $what }
desk-suspected-domain = Correo electrónico del mismo dominio: { $what }
desk-suspected-country = Mismo país: { $what }
desk-conflict-declared = Declarado por la persona evaluadora
desk-conflict-set = Establecido por la Secretaría
desk-conflict-dismissed = Sin conflicto
desk-conflict-add = Establecer un conflicto de interés
desk-conflict-person = Quién
desk-conflict-person-missing = Elija a una persona.
desk-conflict-reason = Motivo
desk-conflict-reason-hint = Solo lo lee la Secretaría.
desk-conflict-set-hint = Queda en el registro de auditoría. Una evaluación pedida termina.
desk-conflict-reason-missing = Diga por qué.
desk-conflict-do-set = Es un conflicto
desk-conflict-do-dismiss = Sin conflicto
desk-conflict-do-lift = Levantar
desk-conflict-lifted = Levantado por la Secretaría.
desk-conflict-lift-confirm = Esta persona volverá a ver la propuesta si se le asigna. ¿Levantar el conflicto?
desk-conflict-declare = Declarar un conflicto de interés
desk-conflict-declare-text = Si pertenece a la entidad solicitante o a un socio, trabaja con ellos o le beneficia el resultado. La propuesta desaparece al momento de su lista; solo la Secretaría puede devolvérsela.

desk-assign-due = Plazo
desk-assign-due-hint = Solo si es distinto del de la fase.
desk-assign-until = plazo: { $when }
desk-assign-late = con retraso: plazo { $when }
desk-declined = Han declinado
desk-review-accepted = aceptada, aún no entregada
desk-review-abstained = se ha abstenido
desk-answer-title = Se le pide evaluar esta propuesta
desk-answer-accepted = Ha aceptado esta evaluación
desk-answer-accept = Aceptar la evaluación
desk-answer-decline = Declinar la evaluación
desk-answer-reason = Por qué declina
desk-answer-reason-hint = La Secretaría lo lee y busca a otra persona.
desk-done-review-due = El plazo ha cambiado.
desk-done-accepted = Ha aceptado. Gracias.
desk-done-declined = Ha declinado. La Secretaría queda informada.
desk-done-declared = Su conflicto de interés queda registrado. La propuesta ya no está en su lista.
desk-done-conflict = La decisión sobre el conflicto de interés queda registrada.

desk-pledge-title = Confidencialidad
desk-pledge-first = Antes de leer las propuestas de esta convocatoria, se compromete una vez a no divulgarlas.
desk-pledge-read = Leer y comprometerse
desk-pledge-text = Como persona evaluadora de esta convocatoria:
desk-pledge-keep = No muestro a nadie las propuestas, las evaluaciones ni los nombres de quienes evalúan.
desk-pledge-use = Uso lo que leo solo para evaluar y no guardo copias después.
desk-pledge-contact = No escribo a las entidades solicitantes; lo hace la Secretaría.
desk-pledge-conflict = Declaro todo conflicto de interés antes de seguir leyendo.
desk-pledge-agree = Me comprometo a ello
desk-pledge-do = Comprometerse y continuar
desk-pledge-missing = Marque la casilla para comprometerse.
desk-pledge-given = Gracias. Ya puede leer las propuestas de esta convocatoria.
desk-pledge-done = Ya se ha comprometido.

proposals-no-check = Diga de cada condición si se cumple.
proposals-no-pledge = Comprométase antes a la confidencialidad de esta convocatoria.
proposals-no-applicant = En esta fase, quienes evalúan no saben quién presenta la propuesta.
proposals-no-review-phase = En la fase actual de la convocatoria no se escriben evaluaciones.
proposals-no-reviews-phase = En esta fase no ve las evaluaciones de otras personas.
proposals-no-comments-phase = En esta fase quienes evalúan no ven los comentarios.
proposals-no-assign-conflict = Esta persona tiene un conflicto de interés con la propuesta.

admin-did-call-phases = Fases de la evaluación fijadas
admin-did-call-phase_begun = Fase de la evaluación iniciada
admin-did-call-pledged = Confidencialidad prometida
admin-did-proposal-assignment_accepted = Evaluación aceptada
admin-did-proposal-assignment_declined = Evaluación declinada
admin-did-proposal-abstained = Abstención de una persona evaluadora
admin-did-proposal-review_due_moved = Plazo de una evaluación cambiado
admin-did-proposal-conflict = Conflicto de interés resuelto
