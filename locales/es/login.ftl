login-title = Iniciar sesión
login-email = Correo electrónico
login-password = Contraseña
login-forgotten = ¿Ha olvidado su contraseña?
error-sign-in = Inicie sesión para ver esta página.
error-sign-in-kept = Su sesión ha terminado. Inicie sesión de nuevo: recuperará lo que escribió y no se enviará nada hasta que usted lo envíe.
