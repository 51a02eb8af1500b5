# Lignes directrices et formulaire qui en découle : questions, vérifications, réponses.
guidelines-person-name = Nom
guidelines-person-post = Fonction
guidelines-person-email = Adresse électronique
guidelines-person-phone = Téléphone
guidelines-person-date = Date

# Où se trouve ce qui manque ou ne va pas.
guidelines-place-cell = { $field }, ligne { $row } : { $column }
guidelines-place-part = { $field } : { $part }

# Pas encore de réponse.
guidelines-missing-answer = Rédigez une réponse.
guidelines-missing-choice = Choisissez une option.
guidelines-missing-choices = Choisissez au moins une option.
guidelines-missing-more = Choisissez-en au moins { $limit } ; { $count } pour l’instant.
guidelines-missing-money = Indiquez un montant.
guidelines-missing-month = Indiquez un mois.
guidelines-missing-date = Indiquez une date.
guidelines-missing-email = Indiquez une adresse électronique.
guidelines-missing-point = Placez le point : cherchez votre ville, cliquez sur la carte ou saisissez les coordonnées.
guidelines-missing-row = Remplissez au moins une ligne.
guidelines-missing-rows = Remplissez au moins { $limit } lignes.
guidelines-missing-image = Ajoutez une image.
guidelines-missing-pdf = Ajoutez le PDF.
guidelines-missing-alt = Dites ce que montre l’image.
guidelines-missing-tick = Cochez la case pour accepter.
guidelines-missing-period = L’appel à propositions n’a pas encore fixé la période. Écrivez au Secrétariat.

# Une réponse qui ne convient pas.
guidelines-wrong-answer = Cette réponse est illisible. Saisissez-la de nouveau.
guidelines-wrong-option = Choisissez l’une des options.
guidelines-wrong-too-many = { $count }, c’est trop : au plus { $limit }.
guidelines-wrong-rows = { $count } lignes, c’est trop : au plus { $limit }.
guidelines-wrong-tag = « { $tag } » est trop long : au plus { $limit } caractères.
guidelines-wrong-too-long-chars = Raccourcissez le texte : { $count } caractères, au plus { $limit }.
guidelines-wrong-too-long-words = Raccourcissez le texte : { $count } mots, au plus { $limit }.
guidelines-wrong-email = Saisissez l’adresse en entier, par exemple nom@ville.org.
guidelines-wrong-phone = Saisissez le numéro avec l’indicatif du pays, par exemple +34 93 342 94 60.
guidelines-wrong-number = Saisissez un nombre entier, par exemple 60000.
guidelines-wrong-number-range = Le nombre doit être compris entre { $min } et { $max }.
guidelines-wrong-money = Saisissez un montant en euros, par exemple 1234,50.
guidelines-wrong-money-ambiguous = « { $typed } » peut désigner des milliers ou des décimales. Supprimez le séparateur ou écrivez deux décimales.
guidelines-wrong-money-decimals = Au plus deux décimales, par exemple 1234,50.
guidelines-wrong-money-large = Ce montant est trop élevé.
guidelines-wrong-month = Saisissez l’année et le mois, par exemple 2015-03.
guidelines-wrong-date = Saisissez l’année, le mois et le jour, par exemple 2015-03-31.
guidelines-wrong-point = Saisissez la latitude et la longitude en degrés, par exemple 41,39 et 2,17, ou 41°23′15″N et 2°10′7″E.
guidelines-wrong-period = L’appel à propositions fixe la période : { $period }.
guidelines-wrong-image-type = « { $file } » est d’un autre type : ajoutez une image JPEG, PNG ou WebP.
guidelines-wrong-pdf-type = « { $file } » est d’un autre type : ajoutez un PDF.
guidelines-wrong-file-size = « { $file } » est trop volumineux : au plus { $limit }.

# Trop grand, même pour un brouillon.
guidelines-refused-text = Ce texte est trop long pour être enregistré : au plus { $limit } caractères.
guidelines-refused-rows = Il y a trop de lignes pour les enregistrer ; au plus { $max } peuvent être soumises.
guidelines-refused-tags = Il y en a trop pour les enregistrer ; au plus { $max } peuvent être soumis.

# Règles entre plusieurs champs.
guidelines-rule-sum-below = Le total des montants est de { $sum } : { $difference } de moins que « { $field } », { $total }.
guidelines-rule-sum-above = Le total des montants est de { $sum } : { $difference } de plus que « { $field } », { $total }.
guidelines-rule-order = La fin doit venir après le début, { $start }.
guidelines-rule-not-before = Le début doit être en { $month } ou plus tard.
guidelines-rule-longest = { $count } mois, c’est plus que les { $limit } recommandés.
guidelines-rule-not-repeating = « { $option } » est déjà le thème principal. Choisissez-en d’autres, ou aucun.

# Le formulaire.
guidelines-choose = Choisir…
guidelines-limit-words = Au plus { $words } mots
guidelines-limit-chars = Au plus { $chars } caractères
guidelines-limit-choices = Au plus { $max }
guidelines-limit-rows-up-to = Au plus { $max } lignes
guidelines-limit-rows = De { $min } à { $max } lignes
guidelines-limit-images = Au plus { $max } images (JPEG, PNG ou WebP), chacune de { $size } au maximum
guidelines-limit-pdf = Un PDF de { $size } au maximum
guidelines-row = { $field }, ligne { $row }
guidelines-add-row = Ajouter une ligne
guidelines-remove-row = Supprimer la ligne { $row }
guidelines-of-list = de « { $field } »
guidelines-move-row-up = Monter la ligne { $row }
guidelines-move-row-down = Descendre la ligne { $row }
guidelines-add-image = Ajouter des images
guidelines-add-pdf = Choisir un PDF
guidelines-replace-pdf = Choisir un autre PDF
guidelines-remove-file = Supprimer { $file }
guidelines-image-alt = Ce que montre l’image
guidelines-latitude = Latitude
guidelines-longitude = Longitude
guidelines-period-unfixed = Pas encore fixée

# Les réponses, à la lecture.
guidelines-yes = Oui
guidelines-no = Non
guidelines-declared = Accepté
guidelines-unanswered = Sans réponse
guidelines-not-recorded = Non consigné
guidelines-total = Total

# D’où viennent les questions d’une reconstitution.
guidelines-origin-published = D’après ce qui a été publié en 2014
guidelines-origin-comparable = D’après des appels comparables
guidelines-origin-judgement = Selon notre jugement

# Types de réponses, sur la page des lignes directrices.
guidelines-kind-text = Ligne de { $chars } caractères au plus
guidelines-kind-long-text = Texte de { $words } mots au plus
guidelines-kind-lists = Texte de { $words } mots au plus, avec listes simples
guidelines-kind-choice = Une option au choix
guidelines-kind-choices = Au plus { $max } options au choix
guidelines-kind-any-choices = Autant d’options que voulu
guidelines-kind-tags = Au plus { $max } mots clés
guidelines-kind-country = Pays
guidelines-kind-language = Anglais, français ou espagnol
guidelines-kind-point = Latitude et longitude
guidelines-kind-person = Personne : { $parts }
guidelines-kind-money = Montant en euros, au centime près
guidelines-kind-number = Nombre entier
guidelines-kind-month = Mois
guidelines-kind-date = Date
guidelines-kind-email = Adresse électronique
guidelines-kind-phone = Numéro de téléphone
guidelines-kind-yes-no = Oui ou non
guidelines-kind-rows = Tableau de { $min } à { $max } lignes
guidelines-kind-rows-up-to = Tableau de { $max } lignes au plus
guidelines-kind-images = Au plus { $max } images, chacune avec un texte pour les personnes qui ne peuvent pas la voir
guidelines-kind-pdf = Un PDF de { $size } au plus
guidelines-kind-declaration = Déclaration à accepter
guidelines-kind-period = Fixé par l’appel à propositions
