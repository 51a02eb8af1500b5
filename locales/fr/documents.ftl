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
documents-preview = Voir la proposition comme les évaluateurs
documents-preview-title = Aperçu
documents-preview-text = Voici ce que liront les évaluateurs si vous soumettez maintenant. Ils voient les questions dans leur propre langue.

# Les accusés de réception.
documents-verify = Confirmation publique
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
documents-hash-unknown = Aucune soumission ne correspond à cette empreinte. Comparez les 64 caractères avec ceux de l’accusé de réception.
documents-confirmed-title = Cette soumission a été reçue
documents-confirmed-text = Elle est conservée telle quelle sous cette empreinte.
documents-confirmed-check = Qui a le fichier du texte reçu peut vérifier qu’il s’agit de cette soumission : sha256sum doit donner la même empreinte.

# Les documents.
documents-pdf = PDF
documents-pdf-download = Télécharger en PDF
documents-draft-pdf = Le brouillon en PDF
documents-json = Les réponses en JSON
documents-pdf-form = Formulaire vierge en PDF
documents-pdf-draft = BROUILLON
documents-pdf-draft-notice = Brouillon, non soumis. Dernier enregistrement : { $when }
documents-pdf-blank = FORMULAIRE VIERGE
documents-pdf-blank-notice = Formulaire vierge, pour préparer une proposition sur papier. Les propositions se soumettent en ligne.
documents-pdf-call = Appel
documents-pdf-call-time = À l’heure de l’appel
documents-pdf-page = Page
documents-pdf-signatures = Signatures
documents-pdf-signatures-text = Pour circuler au sein de l’organisation. Ces signatures ne soumettent pas la proposition.
documents-pdf-signature = Signature
documents-pdf-undrawable = Les polices de ce document ne peuvent pas dessiner certains caractères. Le texte sur la page de la proposition et dans le fichier JSON est complet.

# Apporter des réponses.
documents-import = Commencer à partir d’un fichier
documents-import-text = Des réponses enregistrées en JSON, d’un brouillon ou d’une soumission, peuvent commencer un nouveau brouillon. Les images et les PDF n’en font pas partie : ajoutez-les de nouveau.
documents-import-call = Appel
documents-import-file = Fichier
documents-import-file-hint = Un fichier JSON de 2 Mo au plus.
documents-import-do = Commencer une proposition avec ce fichier
documents-import-none = Choisissez d’abord un fichier.
documents-import-no-json = Ce fichier n’est pas du JSON, ou il est trop imbriqué. Il ne peut être lu à partir de la ligne { $line }, colonne { $column }.
documents-import-no-answers = Ce fichier ne contient pas de réponses. Prenez-en un qui a été enregistré ici en JSON.
documents-imported = { $count ->
    [one] Un brouillon a été commencé avec { $count } réponse du fichier.
   *[other] Un brouillon a été commencé avec { $count } réponses du fichier.
}
documents-import-others = Le fichier suit d’autres lignes directrices, ou une autre version. Ce qui porte le même nom a été repris : relisez chaque rubrique.
documents-import-unknown = Les lignes directrices ne connaissent pas ces noms, qui ont été laissés de côté : { $names }.
documents-import-left-out = Ces réponses étaient d’une autre nature ou trop longues, et ont été laissées de côté, en tout ou en partie : { $names }.
documents-import-as-typed = Ces réponses ne peuvent être lues et sont gardées telles quelles. Corrigez-les : { $names }.
documents-import-files = Les fichiers ne sont pas importés. Ajoutez-les de nouveau : { $names }.
documents-import-more = et { $more } de plus
documents-no-lines = Ce brouillon a trop de lignes pour être mis en PDF. Raccourcissez les textes qui dépassent leur limite.
