# El formulario de una sección mientras se escribe.
autosave-saved = Guardado a las { $when }
autosave-saving = Guardando…
autosave-waiting = Aún sin guardar
autosave-offline = Sin conexión: conservado en este navegador
autosave-signed-out = No ha iniciado sesión: conservado en este navegador
autosave-clash = Otra persona ha cambiado la misma respuesta: decida qué texto se conserva
autosave-refused = No se ha guardado: un texto es demasiado largo. Vea el mensaje al lado
autosave-forbidden = No se ha guardado: la propuesta ya no se puede modificar. Lo que escribió se conserva en este navegador
autosave-unkept = No se ha guardado, y este navegador no conserva copia: no salga de esta página
autosave-other = { $name } ha guardado en este apartado a las { $when }.
autosave-put-back = Lo que escribió aquí antes no nos había llegado. Se ha recuperado y se está guardando ahora.
autosave-again-title = Inicie sesión de nuevo
autosave-again-text = Su sesión ha terminado. No se ha perdido nada de lo que escribió: inicie sesión y se guardará.
autosave-again-later = Más tarde
autosave-unreachable = No se puede acceder al servicio. Inténtelo de nuevo en un momento.

# Dos textos de una misma respuesta.
autosave-clash-title = { $label }: dos textos
autosave-clash-marked = Lo que solo contiene uno de los textos está subrayado.
autosave-only-here = [solo aquí:
autosave-only-here-end = ]
autosave-combined = Ambos reunidos
autosave-combined-clean = Una versión con los cambios de ambas personas. Modifíquela como quiera.
autosave-combined-overlaps = Ambos cambiaron las mismas palabras: ahí, las guardadas van antes que las suyas. Haga de ellas un solo texto.
autosave-combine = Conservar este texto

# Salir con algo sin enviar.
autosave-leave = Algo de lo que escribió se conserva en este navegador y aún no se ha enviado. Si cierra la sesión ahora, se queda aquí hasta que vuelva a iniciarla en este navegador. ¿Cerrar la sesión de todos modos?

# En el acuse de recibo.
autosave-receipt-title = Modificado durante su confirmación
autosave-receipt-text = Estas respuestas se guardaron después de que usted abriera la página de confirmación. Forman parte de esta presentación.
autosave-receipt-line = { $label }: { $name }, { $when }

# Filas.
autosave-row-added = Se ha añadido la fila { $row }
autosave-row-removed = Se ha quitado la fila { $row }
autosave-row-moved = Ahora es la fila { $row }
guidelines-sum-below = { $difference } menos que «{ $field }»
guidelines-sum-above = { $difference } más que «{ $field }»
guidelines-sum-equal = Igual que «{ $field }»
proposals-other-account = Ha entrado con otra cuenta que la de esta página. No se ha guardado nada. Guarde de nuevo para escribir con su propio nombre.
autosave-left-title = Lo que escribió y no se pudo guardar
autosave-left-text = Este navegador conserva estos textos suyos. La propuesta ya no se puede modificar; copie lo que necesite y bórrelos después.
autosave-left-delete = Borrar esta copia
