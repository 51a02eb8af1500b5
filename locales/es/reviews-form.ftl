### El formulario de evaluación.

reviews-confidence = ¿Qué seguridad tiene?
reviews-confidence-hint = De su valoración, según lo que conoce del asunto.
reviews-confidence-low = Poca
reviews-confidence-medium = Bastante
reviews-confidence-high = Mucha
reviews-confidence-missing = Diga qué seguridad tiene.
reviews-submit-next = Entregar e ir a la siguiente
reviews-none-open = Era su última evaluación pendiente. Gracias.
reviews-abstain = Abstenerse
reviews-abstain-text = Si la ha leído y no puede valorarla. Cuenta como respondida, sin puntuación; más tarde aún puede evaluarla.
reviews-abstain-reason = Por qué se abstiene
reviews-done-abstained = Se ha abstenido. Aún puede escribir una evaluación.
reviews-since = Lo que ha cambiado desde su evaluación
reviews-since-text = Su evaluación valoró una presentación anterior. Confirme o cambie cada puntuación.
reviews-since-none = No ha cambiado nada de lo que puede leer.
reviews-confirm = Mi puntuación sigue valiendo
reviews-unconfirmed = { $criterion }: confirme su puntuación o cámbiela.
reviews-clash = Se guardó en otro lugar: recargue la página. Su texto se conserva en este navegador
reviews-forbidden = Sin guardar: ahora no se puede escribir la evaluación. Su texto se conserva en este navegador
reviews-put-back = Lo que escribió aquí no nos había llegado. Se ha restablecido.
desk-own-outdated = Cambió desde su evaluación
desk-own-outdated-what = Cambió desde su evaluación: { $what }
desk-own-outdated-more = Cambió desde su evaluación: { $what } y { $n } más
desk-own-abstained = Se ha abstenido

reviews-confidence-short = Seguridad
reviews-no-unconfirmed = Ha llegado una presentación nueva. Confirme o cambie cada puntuación.
