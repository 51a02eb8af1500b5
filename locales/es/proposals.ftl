### Propuestas: escribirlas, presentarlas y lo que es de ellas.

# Por qué algo no se puede hacer.
proposals-no-not-now = Esto no es posible en el estado actual de la propuesta. Vuelva a mirarla: quizá alguien se le ha adelantado.
proposals-no-writing = En su estado actual, esta propuesta no se puede modificar.
proposals-no-submitter = Puede escribir, pero no presentar. Pídaselo a una persona responsable de su organización.
proposals-no-owner = Solo puede hacerlo quien es titular de la cuenta de su organización.
proposals-no-closed = La convocatoria se ha cerrado. Su texto se conserva; escriba a la Secretaría si necesita más tiempo.
proposals-no-due-passed = El plazo para modificaciones ha terminado. Su texto se conserva; escriba a la Secretaría si necesita más tiempo.
proposals-no-reopen-returned = La propuesta ya se devolvió una vez para modificaciones, así que no se puede retomar.
proposals-no-reopen-closed = La convocatoria se ha cerrado, así que la propuesta no se puede retomar.
proposals-no-discard-submitted = La propuesta ya se presentó una vez, así que no se puede borrar. Puede retirarla.
proposals-no-eligibility-open = Compruebe primero si la propuesta es admisible.
proposals-no-eligibility-failed = La propuesta no es admisible.
proposals-no-review-closed = La evaluación no está abierta.
proposals-no-own-review-first = Entregue primero su propia evaluación; después podrá leer las de los demás.
proposals-no-incomplete = Faltan respuestas o hay que corregirlas. Compruebe la propuesta y preséntela después.
proposals-no-reason = Indique un motivo.
proposals-no-comment = Escriba algo primero.
proposals-no-due-past = Ese momento ya ha pasado. Elija uno posterior.
proposals-no-decision-incomplete = Una decisión necesita quién decidió, qué día y, salvo si aprueba, el motivo.
proposals-no-source = Indique por dónde se conoce la propuesta.
proposals-no-register-state = Una propuesta se registra como presentada, aprobada o en marcha.
proposals-no-call-later = Esta convocatoria aún no está abierta.
proposals-no-call-closed = Esta convocatoria se ha cerrado.
proposals-no-call-admits = Esta convocatoria no admite organizaciones de su tipo.
