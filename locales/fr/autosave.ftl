# Le formulaire d’une section pendant la saisie.
autosave-saved = Enregistré à { $when }
autosave-saving = Enregistrement…
autosave-waiting = Pas encore enregistré
autosave-offline = Hors ligne : conservé dans ce navigateur
autosave-signed-out = Vous n’êtes pas connecté : conservé dans ce navigateur
autosave-clash = Quelqu’un d’autre a modifié la même réponse : choisissez le texte à garder
autosave-refused = Non enregistré : un texte est trop long. Voyez le message à côté
autosave-forbidden = Non enregistré : la proposition ne peut plus être modifiée. Votre saisie est conservée dans ce navigateur
autosave-unkept = Non enregistré, et ce navigateur ne garde aucune copie : ne quittez pas cette page
autosave-other = { $name } a enregistré dans cette rubrique à { $when }.
autosave-put-back = Ce que vous aviez saisi ici ne nous était pas parvenu. Votre saisie est rétablie et s’enregistre maintenant.
autosave-again-title = Reconnectez-vous
autosave-again-text = Votre session est terminée. Rien de votre saisie n’est perdu : connectez-vous, et elle sera enregistrée.
autosave-again-later = Plus tard
autosave-unreachable = Le service est injoignable. Réessayez dans un instant.

# Deux textes d’une même réponse.
autosave-clash-title = { $label } : deux textes
autosave-clash-marked = Ce que seul l’un des textes contient est souligné.
autosave-only-here = [seulement ici :
autosave-only-here-end = ]
autosave-combined = Les deux réunis
autosave-combined-clean = Une version qui réunit les modifications des deux. Corrigez-la à votre gré.
autosave-combined-overlaps = Vous avez tous deux modifié les mêmes mots : le texte enregistré y précède le vôtre. Faites-en un seul texte.
autosave-combine = Garder ce texte

# Partir alors qu’une saisie n’est pas envoyée.
autosave-leave = Une partie de votre saisie est conservée dans ce navigateur et n’a pas encore été envoyée. Si vous vous déconnectez maintenant, elle y reste jusqu’à votre prochaine connexion dans ce navigateur. Se déconnecter quand même ?

# Sur l’accusé de réception.
autosave-receipt-title = Modifié pendant votre confirmation
autosave-receipt-text = Ces réponses ont été enregistrées après l’ouverture de la page de confirmation. Elles font partie de cette soumission.
autosave-receipt-line = { $label } : { $name }, { $when }

# Lignes.
autosave-row-added = La ligne { $row } a été ajoutée
autosave-row-removed = La ligne { $row } a été retirée
autosave-row-moved = C’est maintenant la ligne { $row }
guidelines-sum-below = { $difference } de moins que « { $field } »
guidelines-sum-above = { $difference } de plus que « { $field } »
guidelines-sum-equal = Égal à « { $field } »
proposals-other-account = Vous êtes connecté sous un autre compte que celui de cette page. Rien n’a été enregistré. Enregistrez de nouveau pour écrire sous votre propre nom.
autosave-left-title = Ce que vous avez saisi et qui n’a pas pu être enregistré
autosave-left-text = Ce navigateur conserve ces textes. La proposition ne peut plus être modifiée ; copiez ce dont vous avez besoin, puis supprimez-les.
autosave-left-delete = Supprimer cette copie
