## Lo que la Secretaría pide modificar en una propuesta devuelta

requests-title = Lo que se le ha pedido
requests-intro = La Secretaría le ha devuelto la propuesta con estas peticiones. Haga los cambios en los apartados correspondientes e indique aquí, para cada petición, qué ha cambiado o por qué no lo ha hecho. Las personas evaluadoras leen cada respuesta junto a su petición.
requests-label = Petición { $number }
requests-label-field = Petición { $number }: { $field }
requests-origin = Pedido por la Secretaría, solo para esta propuesta.
requests-none = Escriba al menos una petición.

# El formulario de la Secretaría
requests-list = Qué hay que modificar
requests-list-hint = Una petición por cada punto que haya que modificar. La ciudad responde a cada una, y las personas evaluadoras ven juntos la petición, la respuesta y el cambio.
requests-about = Pregunta
requests-text = Petición

# Junto a la propuesta
requests-to-do = Lo que la Secretaría le pide modificar
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
