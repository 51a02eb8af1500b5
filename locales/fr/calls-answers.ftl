# Réponses aux questions sur un appel : sur sa page, et dans l’espace de gestion, où elles sont rédigées.
calls-answers = Questions et réponses
calls-answers-lede = Tout le monde les lit sur la page de l’appel, dans cet ordre.
calls-answers-none = Aucune réponse pour l’instant
calls-answers-none-text = Ce qu’une ville demande peut intéresser les autres : publiez ci-dessous la question et sa réponse. Elles figurent aussitôt sur la page de l’appel.
calls-answers-full = Un appel peut contenir 200 réponses. Retirez-en une qui n’est plus utile, ou réunissez-en deux.
calls-answer-published = Publiée le { $when }
calls-answer-changed = Dernière modification le { $when }
calls-answer-link = Lien vers cette réponse
calls-answer-new = Publier une réponse
calls-answer-publish = Publier
calls-answer-edit = Modifier
calls-answer-edit-title = Modifier une réponse
calls-answer-up = Monter : { $question }
calls-answer-down = Descendre : { $question }
calls-answer-remove = Retirer
calls-answer-remove-title = Retirer cette réponse ?
calls-answer-remove-text = La question et sa réponse disparaîtront de la page de l’appel, dans les trois langues. Il ne sera pas possible de les rétablir.
calls-answer-remove-now = Retirer la réponse
calls-in-en = Anglais
calls-in-fr = Français
calls-in-es = Espagnol
calls-question-en = Question en anglais
calls-question-fr = Question en français
calls-question-es = Question en espagnol
calls-question-hint = Telle que chacun aurait pu la poser : sans nom de personne ni de ville.
calls-answer-en = Réponse en anglais
calls-answer-fr = Réponse en français
calls-answer-es = Réponse en espagnol

# Ce qui a été fait, et ce qui s’est passé entre-temps.
calls-answer-published-now = La réponse figure sur la page de l’appel.
calls-answer-saved = La réponse est enregistrée, et visible de tous.
calls-answer-moved-now = Les réponses sont dans leur nouvel ordre.
calls-answer-removed-now = La réponse a été retirée de la page de l’appel.
calls-answer-removed-before = Quelqu’un avait déjà retiré cette réponse.
calls-answer-gone = Quelqu’un a retiré cette réponse pendant que vous l’aviez ouverte. Ce que vous avez écrit se trouve dans le formulaire ci-dessous : publiez-le si cela doit figurer de nouveau sur la page.
calls-answer-conflict-text = Quelqu’un a enregistré cette réponse pendant que vous l’aviez ouverte. Rien n’a été écrasé. Ce qui diffère est placé côte à côte ; votre texte est toujours dans le formulaire. Enregistrez de nouveau pour remplacer le leur.
