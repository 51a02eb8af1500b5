# Les pages propres à la démonstration.
demo-mail = Courriels
demo-mail-lede = Ce que cette démonstration aurait envoyé, à qui que ce soit, en commençant par le plus récent. Rien ne quitte cette machine. Les récapitulatifs arrivent une minute après ce qu’ils annoncent, et non le matin.
demo-mail-none = Aucun courriel pour le moment
demo-mail-none-text = Soumettez une proposition ou invitez quelqu’un, puis revenez voir.
demo-mail-waits = pas encore envoyé
demo-mail-to = Adresse électronique du destinataire
demo-mail-all = Tous les courriels
demo-mail-none-to = Aucun courriel à cette adresse pour le moment
demo-mail-none-to-text = Vérifiez l’adresse. Les récapitulatifs arrivent plus tard : ici, une minute après ce qu’ils annoncent.
demo-letter = Courriel
demo-letter-to = À
demo-letter-written = Écrit
demo-letter-stands = Envoi
demo-letter-sent = Déposé dans le dossier du courrier
demo-letter-waiting = En attente
demo-letter-text = En texte
demo-letter-html = Dans une messagerie
