# What went wrong, and how to go on.
form-unreadable = Ce formulaire n’a pas pu être lu. Rechargez la page et remplissez-le de nouveau.
form-wrong = Veuillez vérifier cette réponse.
form-came-back = Votre saisie est rétablie. Rien n’a encore été envoyé : vérifiez-la, puis envoyez-la.
error-not-found = Cette page n’existe pas
error-not-found-text = L’adresse est peut-être mal saisie, ou ce qui se trouve ici ne vous est pas accessible.
error-refused = Ce n’est pas possible
error-conflict = Une autre personne a modifié ceci entre-temps
error-conflict-text = Rien de votre demande n’a été exécuté. Revenez en arrière, rechargez la page et regardez ce qui a changé avant de recommencer.
error-invalid = Il manque quelque chose ou une réponse n’est pas valable
error-too-many = Trop d’essais
error-too-many-text = { $minutes ->
    [one] Patientez une minute, puis réessayez.
   *[other] Patientez { $minutes } minutes, puis réessayez.
}
error-unavailable = Le service est momentanément indisponible
error-unavailable-text = Rien n’est perdu de notre côté. Gardez cette page ouverte et réessayez dans une minute.
error-internal = Un problème est survenu de notre côté
error-internal-text = Nous l’avons consigné. Veuillez réessayer ; s’il se reproduit, indiquez-nous le numéro ci-dessous.
error-other-origin = Ce formulaire ne vient pas de l’une de nos pages. Ouvrez la page ici et envoyez-le de nouveau.
error-not-executed = Rien n’a été fait : relisez le formulaire et envoyez-le.
error-part-changed = Votre rôle ici a changé pendant cet envoi. Ouvrez de nouveau la page.
form-too-slow = Cet envoi a pris trop de temps. Vérifiez votre connexion et envoyez de nouveau.
error-too-large = C’est plus que ce qui peut être envoyé en une fois.
error-written = Ce que vous avez écrit
error-written-text = Il se peut que cela n’ait pas été enregistré. Copiez ce que vous souhaitez garder.
error-written-one = Texte { $n } sur { $all }
