# Lettres du secrétariat à toutes les personnes qui ont un brouillon dans un appel.
calls-letters = Écrire à toutes les personnes qui ont un brouillon
calls-letters-told = { $count ->
    [0] Plus personne n’a de brouillon dans cet appel.
    [one] Une personne a un brouillon dans cet appel, et reçoit la lettre dans la langue de son compte.
   *[other] { $count } personnes ont un brouillon dans cet appel. Chacune reçoit la lettre une fois, dans la langue de son compte.
}
calls-letters-nobody = Personne n’a de brouillon dans cet appel
calls-letters-nobody-text = Il n’y a personne à qui écrire. Dès qu’une ville aura commencé une proposition, vous pourrez écrire ici à ses responsables.
calls-letters-nobody-now = Plus personne n’a de brouillon dans cet appel : rien n’a été envoyé. Votre texte est toujours dans le formulaire.
calls-letters-sent = Lettres jusqu’ici
calls-letter-new = Nouvelle lettre
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
calls-letter-preview-title = Aperçu de la lettre
calls-letter-preview-lede = La lettre arrivera ainsi. Rien n’a encore été envoyé.
calls-letter-readers = { $count ->
    [one] Une personne la lit dans cette langue.
   *[other] { $count } personnes la lisent dans cette langue.
}
calls-letter-to = Destinataire, par exemple
calls-letter-as-text = En texte
calls-letter-as-html = Telle que la montrent les messageries
calls-letter-send = { $count ->
    [one] Envoyer à une personne
   *[other] Envoyer à { $count } personnes
}
calls-letter-change = Modifier
calls-letter-sent-now = { $count ->
    [one] La lettre est en route vers une personne.
   *[other] La lettre est en route vers { $count } personnes.
}
calls-letter-sent-to-others = { $count ->
    [one] La lettre est en route vers une personne, la seule à avoir un brouillon à présent. L’aperçu en comptait { $was }.
   *[other] La lettre est en route vers { $count } personnes : autant ont un brouillon à présent. L’aperçu en comptait { $was }.
}
calls-letter-sent-before = Cette lettre a déjà été envoyée le { $when }. Personne ne la reçoit deux fois.
calls-letter-writing = Les lettres sont en cours de rédaction.
calls-letter-reached = { $count ->
    [0] Elle n’est encore parvenue à personne.
    [one] Elle est parvenue à une personne.
   *[other] Elle est parvenue à { $count } personnes.
}
calls-letter-waiting = { $count ->
    [one] Une autre lettre est en route.
   *[other] { $count } autres lettres sont en route.
}
calls-letter-missed = { $count ->
    [one] Une lettre n’est peut-être pas arrivée.
   *[other] { $count } lettres ne sont peut-être pas arrivées.
}
calls-letter-log = Voir le journal du courrier
calls-letter-read = Lire la lettre

mail-call_letter-subject = { $subject }
mail-call_letter-body =
    Le secrétariat écrit à toutes les personnes qui ont un brouillon dans { $call } :

    { $text }
