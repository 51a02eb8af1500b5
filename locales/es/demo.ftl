# Las páginas propias de la demostración.
demo-mail = Correos electrónicos
demo-mail-lede = Lo que esta demostración habría enviado, a quien fuera, empezando por lo más reciente. Nada sale de esta máquina. Los resúmenes llegan un minuto después de lo que cuentan, y no por la mañana.
demo-mail-none = Aún no hay correos electrónicos
demo-mail-none-text = Presente una propuesta o invite a alguien, y vuelva a mirar.
demo-mail-waits = aún sin enviar
demo-mail-to = Dirección de correo electrónico del destinatario
demo-mail-all = Todos los correos electrónicos
demo-mail-none-to = Aún no hay correos electrónicos para esta dirección
demo-mail-none-to-text = Compruebe la dirección. Los resúmenes llegan más tarde: aquí, un minuto después de lo que cuentan.
demo-letter = Correo electrónico
demo-letter-to = Para
demo-letter-written = Escrito
demo-letter-stands = Envío
demo-letter-sent = Depositado en la carpeta de correo
demo-letter-waiting = En espera
demo-letter-text = Como texto
demo-letter-html = Como lo muestran los programas de correo
