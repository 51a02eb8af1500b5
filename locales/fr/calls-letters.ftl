# Courriels du Secrétariat à tous les candidats d’un appel dans un état.
calls-letters = Écrire aux candidats
calls-letters-states = À toutes les personnes dont la proposition en est là
calls-letters-states-hint = Chaque personne reçoit le courriel une fois, dans la langue de son compte. Sans choix, personne ne le reçoit.
calls-letters-choose = Choisissez au moins un état : sans choix, personne ne le reçoit.
calls-letters-people = { $count ->
    [one] une personne
   *[other] { $count } personnes
}
calls-letters-nobody = Personne n’a de proposition dans cet appel
calls-letters-nobody-text = Il n’y a personne à qui écrire. Dès qu’une ville aura commencé une proposition, vous pourrez écrire ici à ses responsables.
calls-letters-nobody-now = Plus aucune proposition ne se trouve là : rien n’a été envoyé. Votre texte est toujours dans le formulaire.
calls-letters-sent = Courriels jusqu’ici
calls-letter-new = Nouveau courriel
calls-letter-subject = Objet
calls-letter-subject-en = Objet en anglais
calls-letter-subject-fr = Objet en français
calls-letter-subject-es = Objet en espagnol
calls-letter-subject-hint = 150 caractères au plus.
calls-letter-text-en = Texte en anglais
calls-letter-text-fr = Texte en français
calls-letter-text-es = Texte en espagnol
calls-letter-text-hint = Une ligne vide commence un nouveau paragraphe. La formule d’appel et la formule de politesse sont ajoutées. Les adresses web arrivent comme du texte : seules celles de ce service sont cliquables.
calls-letter-preview = Aperçu
calls-letter-preview-note = Rien n’est encore envoyé.
calls-letter-preview-title = Aperçu du courriel
calls-letter-preview-lede = Le courriel arrivera ainsi. Rien n’a encore été envoyé.
calls-letter-readers = { $count ->
    [one] Une personne le lit dans cette langue.
   *[other] { $count } personnes le lisent dans cette langue.
}
calls-letter-to = Destinataire, par exemple
calls-letter-people = Toutes les personnes qui le reçoivent dans cette langue
calls-letter-as-text = En texte
calls-letter-as-html = Tel que le montrent les messageries
calls-letter-send = { $count ->
    [one] Envoyer à une personne
   *[other] Envoyer à { $count } personnes
}
calls-letter-change = Modifier
calls-letter-sent-now = { $count ->
    [one] Le courriel est en route vers une personne.
   *[other] Le courriel est en route vers { $count } personnes.
}
calls-letter-sent-to-others = { $count ->
    [one] Le courriel est en route vers une personne, la seule dont la proposition se trouve là à présent. L’aperçu en comptait { $was }.
   *[other] Le courriel est en route vers { $count } personnes : autant ont une proposition là à présent. L’aperçu en comptait { $was }.
}
calls-letter-sent-before = Ce courriel a déjà été envoyé le { $when }. Personne ne le reçoit deux fois.
calls-letter-writing = Les courriels sont en cours de rédaction.
calls-letter-reached = { $count ->
    [0] Il n’est encore parvenu à personne.
    [one] Il est parvenu à une personne.
   *[other] Il est parvenu à { $count } personnes.
}
calls-letter-waiting = { $count ->
    [one] Un autre courriel est en route.
   *[other] { $count } autres courriels sont en route.
}
calls-letter-missed = { $count ->
    [one] Un courriel n’est peut-être pas arrivé.
   *[other] { $count } courriels ne sont peut-être pas arrivés.
}
calls-letter-log = Voir le journal des courriels
calls-letter-read = Lire le courriel

mail-call_letter-subject = { $subject }
mail-call_letter-body =
    Le Secrétariat écrit à toutes les personnes qui ont une proposition dans « { $call } » dans cet état : { $states }.

    { $text }
