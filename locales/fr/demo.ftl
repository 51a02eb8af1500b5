# Les pages propres à la démonstration.
demo-mail = Lettres
demo-mail-lede = Ce que cette démonstration aurait envoyé, à qui que ce soit, en commençant par la plus récente. Rien ne quitte cette machine.
demo-mail-none = Aucune lettre pour le moment
demo-mail-none-text = Soumettez une proposition ou invitez quelqu’un, puis revenez voir.
demo-mail-waits = pas encore envoyée
demo-letter = Lettre
demo-letter-to = À
demo-letter-written = Écrite
demo-letter-stands = Envoi
demo-letter-sent = Déposée dans le dossier du courrier
demo-letter-waiting = En attente
demo-letter-text = En texte
demo-letter-html = Dans une messagerie
