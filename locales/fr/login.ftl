login-title = Se connecter
login-email = Adresse électronique
login-password = Mot de passe
login-forgotten = Mot de passe oublié ?
error-sign-in = Connectez-vous pour voir cette page.
error-sign-in-kept = Votre session a pris fin. Reconnectez-vous : votre saisie sera rétablie, et rien ne sera envoyé sans vous.
login-wrong = L’adresse électronique ou le mot de passe n’est pas exact. Vérifiez les deux, puis réessayez.
login-wait = { $minutes ->
    [one] Trop de tentatives ont échoué. Patientez une minute, puis réessayez.
   *[other] Trop de tentatives ont échoué. Patientez { $minutes } minutes, puis réessayez.
}
login-left = Vous êtes déconnecté.
