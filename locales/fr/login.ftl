login-title = Se connecter
login-email = Adresse électronique
login-password = Mot de passe
login-forgotten = Mot de passe oublié ?
error-sign-in = Connectez-vous pour voir cette page.
error-sign-in-kept = Votre session a pris fin. Reconnectez-vous : votre saisie sera rétablie, et rien ne sera envoyé sans vous.
