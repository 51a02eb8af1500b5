# Las páginas propias de la demostración.
demo-mail = Cartas
demo-mail-lede = Lo que esta demostración habría enviado, a quien fuera, empezando por lo más reciente. Nada sale de esta máquina.
demo-mail-none = Aún no hay cartas
demo-mail-none-text = Presente una propuesta o invite a alguien, y vuelva a mirar.
demo-mail-waits = aún sin enviar
demo-letter = Carta
demo-letter-to = Para
demo-letter-written = Escrita
demo-letter-stands = Envío
demo-letter-sent = Depositada en la carpeta de correo
demo-letter-waiting = En espera
demo-letter-text = Como texto
demo-letter-html = Como la muestran los programas de correo
