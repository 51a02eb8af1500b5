# Les décisions d’un appel : préparées, publiées, et ce que disent leurs courriels.
decisions-title = Décisions
decisions-lede = Préparez les décisions sur les propositions de cet appel, une à une ou ensemble. Personne n’en est informé avant que vous les publiiez.
decisions-show = Lesquelles sont affichées
decisions-show-open = À décider
decisions-show-prepared = Préparées
decisions-show-ordered = À publier
decisions-show-decided = Rien à décider
decisions-show-all = Toutes
decisions-none = Rien ici
decisions-none-text = Aucune proposition de cet appel ne se trouve ici à présent. Choisissez une autre liste ci-dessus.
decisions-choose-all = Sélectionner tout ce qui est affiché
decisions-choose-none = Ne rien sélectionner
decisions-choose-first = Sélectionnez au moins une proposition.
decisions-column-choose = Sélection
decisions-column-advice = Recommandé par les évaluations
decisions-column-prepared = Décision préparée
decisions-rank = Rang { $rank }
decisions-reviews = { $in } évaluations rendues sur { $asked }
decisions-prepared = Préparé
decisions-published = Publiée
decisions-decide = Préparer
decisions-letters = Courriels de la décision
decisions-letters-own = (texte propre en { $languages })
decisions-ordered-for = À publier : { $when }
decisions-remark-ineligible = Elle a été jugée non recevable.
decisions-remark-unjudged = Aucune évaluation n’est rendue.
decisions-remark-reviews_open = Toutes les évaluations ne sont pas rendues.
decisions-remark-stuck = Ce qui est préparé ne peut pas être publié dans son état actuel.
decisions-remark-due_passed = La date limite prévue pour les modifications est passée.
decisions-with-chosen = Avec les propositions sélectionnées
decisions-with-chosen-note = Chacun de ces boutons mène à une page qui demande d’abord. Seul « Retirer » agit aussitôt.
decisions-prepare = Préparer
decisions-prepare-lede = Les mêmes demandes et la même date pour toutes. Personne n’en est encore informé. La date suit l’heure de :
decisions-prepare-lede-board = La même décision pour toutes. Personne n’en est encore informé ; chacune peut être modifiée à part avant sa publication.
decisions-prepare-do = Préparer pour toute la sélection
decisions-prepare-note = Chaque proposition est préparée à part : si l’une ne peut pas l’être, les autres le sont.
decisions-chosen = Sélectionnées
decisions-replaces = Remplace ce qui est préparé : { $what }
decisions-prepared-now = { $count ->
    [0] Aucune décision n’est préparée.
    [one] Une décision est préparée.
   *[other] { $count } décisions sont préparées.
}
decisions-left = Pour celles qui suivent, rien n’a été fait, et votre texte est conservé. Regardez-les, puis renvoyez-le s’il vaut toujours.
decisions-changed = Quelqu’un d’autre l’a modifiée entre-temps, ou ce qui est préparé pour elle.
decisions-gone = Elle n’est plus là.
decisions-remove = Retirer ce qui est préparé
decisions-remove-confirm = Retirer les décisions préparées des propositions sélectionnées ? Leurs textes sont supprimés.
decisions-removed = { $count ->
    [0] Aucune décision préparée n’a été retirée.
    [one] Une décision préparée a été retirée.
   *[other] { $count } décisions préparées ont été retirées.
}
decisions-no-placeholder = Le texte contient une variable qui n’existe pas.
desk-outcome-returned = Renvoyée
publishing-check = Vérifier et publier
publishing-title = Avant de publier
publishing-lede = { $count ->
    [one] Une décision
   *[other] { $count } décisions
}, { $letters ->
    [0] aucun courriel
    [one] un courriel
   *[other] { $letters } courriels
}. Rien n’est encore publié.
publishing-do = { $count ->
    [one] Publier une décision maintenant
   *[other] Publier { $count } décisions maintenant
}
publishing-refused = Celles-ci ne seront pas publiées
publishing-nothing = Il n’y a rien à publier
publishing-nothing-text = Aucune des propositions sélectionnées n’a de décision qui puisse être publiée à présent.
publishing-told = Un courriel est envoyé à
publishing-told-nobody = Personne de cette organisation n’a de compte : aucun courriel ne part.
publishing-when = Quand publier
publishing-when-text = Chaque décision est publiée à part, en votre nom, telle que vous la voyez ici. Celle qui aura changé d’ici là n’est pas publiée, et vous est montrée.
publishing-at = Publier le
publishing-at-hint = D’ici là, l’ordre peut être annulé.
publishing-at-do = Publier à ce moment
publishing-past = Ce moment est passé. Choisissez-en un plus tardif, ou publiez maintenant.
publishing-none = Sélectionnez entre une et mille décisions.
publishing-no-prepared = Rien n’est préparé pour elle.
publishing-no-ordered = Sa publication est déjà ordonnée.
publishing-no-due-before = Les modifications seraient dues avant l’annonce. Choisissez un moment plus proche, ou déplacez la date.
publishing-no-cancel = L’ordre est déjà exécuté, ou a été annulé.
publishing-changed = Quelque chose a changé depuis votre vérification : rien n’a été ordonné. Voici l’état présent : regardez-le, puis publiez.
publishing-texts-changed = Le texte des courriels de cet appel a changé depuis votre vérification : rien n’a été ordonné. Regardez de nouveau les courriels, puis publiez.
publishing-orders = Ordres de publication
publishing-order = Ordonné le { $when }
publishing-order-title = Publication de décisions
publishing-ordered-by = Ordonné par { $name }, le { $when }
publishing-stands-waiting = Publication prévue le { $when }
publishing-stands-running = En cours de publication
publishing-stands-done = Exécuté
publishing-stands-cancelled = Annulé
publishing-published = { $count } sur { $all } sont publiées.
publishing-progress = Avancement
publishing-look-again = Actualiser
publishing-failed = Celles-ci n’ont pas été publiées
publishing-failed-text = Rien n’a été fait pour elles, et ce qui était préparé est conservé :
publishing-failed-state = Dans son état actuel, cette décision ne peut pas être publiée.
publishing-failed-changed = Elle, ou ce qui était préparé pour elle, a changé depuis l’ordre.
publishing-failed-person = La personne qui l’a ordonné n’en a plus le droit.
publishing-failed-fault = Une erreur s’est produite de notre côté. Réessayez ; le journal en dit plus.
publishing-failed-cancelled = L’ordre a été annulé avant que vienne son tour.
publishing-cancel = Annuler ce qui n’est pas encore publié
publishing-cancel-confirm = Annuler cet ordre ? Ce qui est déjà publié le reste.
publishing-cancelled = { $count ->
    [0] L’ordre est annulé ; il n’en restait rien.
    [one] L’ordre est annulé. Une décision reste non publiée.
   *[other] L’ordre est annulé. { $count } décisions restent non publiées.
}
publishing-items = Les décisions de cet ordre
publishing-column-outcome = Décision
publishing-column-stands = État
publishing-item-waiting = En attente
publishing-item-done = Publiée
publishing-item-failed = Non publiée
texts-title = Textes des courriels
texts-lede = Ce que disent les courriels de décision de cet appel. Une proposition peut dire autre chose.
texts-subject = Objet
texts-body = Texte
texts-body-hint = Une ligne vide commence un nouveau paragraphe. Ce qui figure entre accolades est rempli pour chaque courriel. La formule d’appel et la formule de politesse sont ajoutées.
texts-to = À
texts-known = Ce qui peut figurer entre accolades
texts-column-written = S’écrit
texts-column-means = Devient
texts-column-kind = Type
texts-kind-line = une ligne
texts-kind-text = texte ; une citation s’il est seul
texts-kind-day = un jour
texts-kind-instant = un jour et une heure
texts-kind-name = un nom
texts-kind-number = un nombre
texts-kind-link = l’adresse d’une page
texts-kind-sentence = texte du service ; rien s’il n’y a rien à dire
texts-means-proposal = la référence et le titre de la proposition
texts-means-reference = la référence de la proposition
texts-means-title = le titre de la proposition
texts-means-organisation = le nom de l’organisation chef de file
texts-means-call = le titre de l’appel
texts-means-seal = le numéro et l’empreinte du journal d’audit à cet instant
texts-means-body = qui a décidé
texts-means-session = la séance
texts-means-decided_on = le jour de la décision
texts-means-minute_reference = la référence au procès-verbal
texts-means-reason = le motif, tel qu’il a été saisi
texts-means-message = le message au candidat, tel qu’il a été saisi
texts-means-requests = la liste de ce qui est à modifier
texts-means-due = jusqu’à quand, à l’heure du lecteur
texts-means-due_utc = le même instant en UTC
texts-look = Aperçu
texts-example = Tel qu’il arrivera
texts-example-text = Avec les valeurs d’une proposition de cet appel. Celles d’une décision qui n’est pas encore préparée représentent ce qui sera saisi.
texts-example-none = Dès qu’une proposition sera soumise, vous verrez ici comment le courriel arrivera.
texts-versions = Ce qu’il disait avant
texts-version = Version { $number }
texts-bring-back = Repartir de cette version
texts-own = Cet appel a ici son propre texte.
texts-usual = Le texte habituel du service.
texts-own-since = Texte propre, version { $number }, depuis le { $when }
texts-reset = Revenir au texte habituel
texts-reset-confirm = Reprendre le texte habituel du service ? Le texte présent reste parmi les versions.
texts-reset-one = Revenir au texte de l’appel
texts-reset-one-confirm = Reprendre le texte de l’appel pour cette proposition ? Son propre texte est supprimé.
texts-saved = Le texte est enregistré.
texts-was-reset = Le courriel a retrouvé son texte précédent.
texts-changed-meanwhile = Quelqu’un d’autre a modifié ceci entre-temps : rien n’a été enregistré. Votre texte est conservé ci-dessous, et le sien figure à côté.
texts-theirs = Ce qu’il dit à présent
texts-unknown = { $name } n’existe pas. Vous pouvez utiliser : { $known }.
texts-unknown-meant = { $name } n’existe pas. Vouliez-vous dire { $meant } ?
texts-open = Une accolade n’est pas fermée : { $rest }
texts-too-long = { $name } peut avoir plusieurs paragraphes et n’a pas sa place dans un objet.
texts-lacking = Le texte doit contenir { $name }.
texts-languages = Langues
texts-readers = { $count ->
    [0] personne ne le lit
    [one] un lecteur
   *[other] { $count } lecteurs
}
texts-stands-own = Cette proposition a son propre texte dans cette langue.
texts-stands-call = Le texte de l’appel.
texts-stands-usual = Le texte habituel du service.
texts-looks = Tels qu’ils arriveront
texts-looks-text = Un courriel pour chaque destinataire. Seule l’empreinte du journal d’audit sera celle du moment de la publication.
texts-ordered = La publication de cette décision est déjà ordonnée. Si vous modifiez ses courriels maintenant, cet ordre ne la publie pas.
texts-sample-session = (séance et lieu)
texts-sample-minute_reference = (numéro au procès-verbal)
texts-sample-reason = (Le motif, tel qu’il sera saisi.)
texts-sample-message = (Le message au candidat, tel qu’il sera saisi.)
texts-sample-request = (Ce qui est à modifier.)
