### Las cartas de las cuentas.

mail-invitation-subject = Su invitación a las Iniciativas Metropolis
mail-invitation-body =
    Le invitamos a participar en las Iniciativas Metropolis, donde las ciudades presentan propuestas y las siguen desde la evaluación hasta el resultado.

    Su función: { $part }

    Acepte la invitación para elegir su contraseña. El enlace sirve una sola vez, hasta el { $until }.

    Si no esperaba este correo electrónico, no tiene que hacer nada: sin su respuesta no hay cuenta.
mail-invitation-action = Aceptar la invitación

mail-new-part-subject = Tiene una nueva función en las Iniciativas Metropolis
mail-new-part-body =
    Su cuenta de las Iniciativas Metropolis tiene una nueva función: { $part }

    La encontrará al iniciar sesión, como siempre con su contraseña.
mail-new-part-action = Iniciar sesión

mail-password-reset-subject = Su contraseña nueva
mail-password-reset-body =
    Alguien, seguramente usted, ha pedido una contraseña nueva para su cuenta. Elíjala con este enlace, una sola vez, hasta el { $until }.

    Si no fue usted, no tiene que hacer nada: su contraseña sigue siendo la misma.
mail-password-reset-action = Elegir una contraseña nueva

mail-password-changed-subject = Su contraseña ha cambiado
mail-password-changed-body =
    La contraseña de su cuenta se cambió el { $at }, y la sesión se cerró en todos los demás navegadores.

    Si fue usted, todo está bien. Si no, pida enseguida una contraseña nueva y avise a la Secretaría.
mail-password-changed-action = Pedir una contraseña nueva
