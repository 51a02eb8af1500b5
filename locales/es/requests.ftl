## Lo que la Secretaría pide modificar en una propuesta devuelta

requests-title = Peticiones de la Secretaría
requests-intro = La Secretaría le ha devuelto la propuesta con estas peticiones. Haga los cambios en los apartados correspondientes e indique aquí, para cada petición, qué ha cambiado o por qué no lo ha hecho. Las personas evaluadoras leen cada respuesta junto a su petición.
requests-label = Petición { $number }
requests-label-field = Petición { $number }: { $field }
requests-origin = Pedido por la Secretaría, solo para esta propuesta.
requests-none = Escriba al menos una petición.
requests-form = Mensaje y peticiones

# El formulario de la Secretaría
requests-list = Qué hay que cambiar
requests-list-hint = Una petición por cada punto que haya que cambiar. La ciudad responde a cada una, y las personas evaluadoras ven juntos la petición, la respuesta y el cambio.
requests-row = Petición { $row }
requests-add = Añadir una petición
requests-remove = Quitar la petición { $row }
requests-move-up = Subir la petición { $row }
requests-move-down = Bajar la petición { $row }
requests-about = Pregunta
requests-about-hint = Déjelo vacío para una petición sobre toda la propuesta.
requests-text = Petición
requests-text-missing = Escriba qué hay que cambiar o quite esta petición.
requests-question = { $number }. { $section }: { $field }

# Junto a la propuesta
requests-to-do = Lo que la Secretaría le pide cambiar
requests-change = Hacer el cambio
requests-answer = Responder a esta petición
requests-edit-answer = Ver o cambiar su respuesta
requests-is-answered = Respondida
requests-is-open = Sin responder
requests-waiting = Lo que se ha pedido a la ciudad
requests-came-of = Qué se pidió y qué se hizo
requests-asked = Petición
requests-answered = Respuesta de la ciudad
requests-changed = Cambios en «{ $field }»
requests-unchanged = Esta respuesta no ha cambiado.
requests-counted =
    { $count ->
        [one] { $count } petición
       *[other] { $count } peticiones
    }
