# What went wrong, and how to go on.
form-unreadable = No se pudo leer este formulario. Vuelva a cargar la página y rellénelo de nuevo.
form-wrong = Revise esta respuesta.
form-came-back = Hemos recuperado lo que escribió. Todavía no se ha enviado nada: revíselo y envíelo.
error-not-found = Esta página no existe
error-not-found-text = Puede que la dirección esté mal escrita o que usted no tenga acceso a lo que hay aquí.
error-refused = Esto no es posible
error-conflict = Otra persona ha cambiado esto mientras tanto
error-conflict-text = No se ha ejecutado nada de lo que pidió. Vuelva atrás, recargue la página y mire qué ha cambiado antes de intentarlo de nuevo.
error-invalid = Falta algo o hay una respuesta que no es válida
error-too-many = Demasiados intentos
error-too-many-text = { $minutes ->
    [one] Espere un minuto e inténtelo de nuevo.
   *[other] Espere { $minutes } minutos e inténtelo de nuevo.
}
error-unavailable = El servicio no está disponible en este momento
error-unavailable-text = Por nuestra parte no se ha perdido nada. Deje esta página abierta e inténtelo de nuevo dentro de un minuto.
error-internal = Algo ha fallado por nuestra parte
error-internal-text = Lo hemos anotado. Inténtelo de nuevo; si vuelve a ocurrir, indíquenos el número que aparece abajo.
error-other-origin = El formulario no procede de una de nuestras páginas. Ábralo aquí y envíelo de nuevo.
error-not-executed = No se ha hecho nada: revise el formulario y envíelo.
error-part-changed = Su función aquí ha cambiado durante el envío. Vuelva a abrir la página.
form-too-slow = Este envío ha tardado demasiado. Compruebe su conexión y envíelo de nuevo.
error-too-large = Es más de lo que se puede enviar de una vez.
error-written = Lo que ha escrito
error-written-text = Es posible que no se haya guardado. Copie lo que quiera conservar.
error-written-one = Texto { $n } de { $all }
