login-title = Iniciar sesión
login-email = Correo electrónico
login-password = Contraseña
login-forgotten = ¿Ha olvidado su contraseña?
error-sign-in = Inicie sesión para ver esta página.
error-sign-in-over = Su sesión ha terminado: no hubo actividad durante 30 minutos o pasaron 12 horas desde que la inició.
error-sign-in-ended = Su sesión se cerró: desde otro navegador, por una contraseña nueva o porque la cuenta se desactivó.
error-sign-in-kept = Inicie sesión de nuevo: recuperará lo que escribió y no se enviará nada hasta que usted lo envíe.
login-wrong = El correo electrónico o la contraseña no es correcto. Compruebe ambos e inténtelo de nuevo.
login-wait = { $minutes ->
    [one] Fallaron demasiados intentos. Espere un minuto e inténtelo de nuevo.
   *[other] Fallaron demasiados intentos. Espere { $minutes } minutos e inténtelo de nuevo.
}
login-left = Ha cerrado la sesión.
login-email-missing = Escriba su correo electrónico.
login-password-missing = Escriba su contraseña.
login-other-account = Esta página pertenece a otra cuenta. Inicie sesión con ella o abra la página de inicio de sesión.
