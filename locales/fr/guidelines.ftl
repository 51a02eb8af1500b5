# Lignes directrices et formulaire qui en découle : questions, vérifications, réponses.
guidelines-person-name = Nom
guidelines-person-post = Fonction
guidelines-person-email = Adresse électronique
guidelines-person-phone = Téléphone
guidelines-person-date = Date
