### Si une proposition est prête, ses accusés de réception, et ses documents.

# Prête à être soumise ?
documents-sections-complete = Rubriques complètes
documents-mark-missing = À remplir
documents-mark-over = Au-delà de la limite
documents-mark-wrong = À corriger
documents-mark-warning = À regarder de plus près
documents-count-missing = { $count } à remplir
documents-count-over = { $count } au-delà de la limite
documents-count-wrong = { $count } à corriger
documents-count-warning = { $count } à regarder de plus près
documents-no-button = Vous ne pouvez pas la soumettre maintenant
documents-submitters = Ces personnes le peuvent : { $names }.
documents-contents-label = Contenu
documents-contents = { $answers ->
    [one] { $answers } réponse
   *[other] { $answers } réponses
}, { $files ->
    [0] aucun fichier
    [one] { $files } fichier
   *[other] { $files } fichiers
}

# L’aperçu.
documents-preview = La voir comme la verront les évaluateurs
documents-preview-title = Aperçu
documents-preview-text = Voici ce que liront les évaluateurs si vous soumettez maintenant. Ils voient les questions dans leur propre langue.

# Les accusés de réception.
documents-verify = Confirmation pour tous
documents-verify-text = Cette page donne à toute personne qui a l’empreinte la référence, le numéro et l’heure, et rien d’autre.
documents-taking-back = Voulez-vous changer quelque chose ?
documents-taking-back-until = Vous pouvez reprendre la proposition comme brouillon et la soumettre de nouveau. Clôture de l’appel :
documents-receipts-title = Vérifier un accusé de réception
documents-receipts-text = Chaque soumission reçoit un accusé de réception avec une empreinte SHA-256. Qui a l’empreinte peut vérifier ici que la soumission a été reçue, et quand.
documents-receipts-ask = Vérifier
documents-receipts-another = Vérifier un autre accusé de réception
documents-hash = Empreinte SHA-256
documents-hash-hint = 64 chiffres et lettres de a à f, comme sur l’accusé de réception.
documents-hash-wrong = Ce n’est pas une empreinte SHA-256. Copiez les 64 caractères de l’accusé de réception.
documents-confirmed-title = Cette soumission a été reçue
documents-confirmed-text = Elle est conservée telle quelle sous cette empreinte.
documents-confirmed-check = Qui a le fichier du texte reçu peut vérifier qu’il s’agit de cette soumission : sha256sum doit donner la même empreinte.
