login-title = Se connecter
login-email = Adresse électronique
login-password = Mot de passe
login-forgotten = Mot de passe oublié ?
error-sign-in = Connectez-vous pour voir cette page.
error-sign-in-over = Votre session est terminée : rien n’a été fait pendant 30 minutes, ou la connexion date de 12 heures.
error-sign-in-ended = Il a été mis fin à votre session : depuis un autre navigateur, par un nouveau mot de passe, ou parce que le compte a été désactivé.
error-sign-in-kept = Reconnectez-vous : votre saisie sera rétablie, et rien ne sera envoyé sans vous.
login-wrong = L’adresse électronique ou le mot de passe n’est pas exact. Vérifiez les deux, puis réessayez.
login-wait = { $minutes ->
    [one] Trop de tentatives ont échoué. Patientez une minute, puis réessayez.
   *[other] Trop de tentatives ont échoué. Patientez { $minutes } minutes, puis réessayez.
}
login-left = Vous êtes déconnecté.
login-email-missing = Indiquez votre adresse électronique.
login-password-missing = Indiquez votre mot de passe.
login-other-account = Cette page appartient à un autre compte. Connectez-vous avec celui-ci, ou ouvrez la page de connexion.
