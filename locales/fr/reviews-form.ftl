### Le formulaire d’évaluation.

reviews-confidence = Quel est votre degré de certitude ?
reviews-confidence-hint = De votre jugement, d’après ce que vous connaissez du sujet.
reviews-confidence-low = Faible
reviews-confidence-medium = Moyen
reviews-confidence-high = Élevé
reviews-confidence-missing = Indiquez votre degré de certitude.
reviews-submit-next = Remettre et passer à la suivante
reviews-none-open = C’était votre dernière évaluation en attente. Merci.
reviews-abstain = S’abstenir
reviews-abstain-text = Si vous l’avez lue et ne pouvez pas la juger. Cela vaut réponse, sans notes ; vous pourrez encore rédiger une évaluation.
reviews-abstain-reason = Pourquoi vous vous abstenez
reviews-done-abstained = Vous vous êtes abstenu. Vous pouvez encore rédiger une évaluation.
reviews-since = Ce qui a changé depuis votre évaluation
reviews-since-text = Votre évaluation portait sur une soumission antérieure. Confirmez ou modifiez chaque note.
reviews-since-none = Rien de ce que vous pouvez lire n’a changé.
reviews-confirm = Ma note reste valable
reviews-unconfirmed = { $criterion } : confirmez votre note ou modifiez-la.
reviews-clash = Enregistré ailleurs entre-temps : rechargez la page. Votre texte est conservé dans ce navigateur
reviews-forbidden = Non enregistré : l’évaluation ne peut pas être rédigée maintenant. Votre texte est conservé dans ce navigateur
reviews-put-back = Ce que vous aviez saisi ici ne nous était pas parvenu. Le texte a été rétabli.
desk-own-outdated = Modifiée depuis votre évaluation
desk-own-outdated-what = Modifiée depuis votre évaluation : { $what }
desk-own-outdated-more = Modifiée depuis votre évaluation : { $what } et { $n } de plus
desk-own-abstained = Abstention

reviews-confidence-short = Certitude
reviews-no-unconfirmed = Une nouvelle soumission est arrivée. Confirmez ou modifiez chaque note.
