### Le cadre de chaque page, les états, les thèmes, et les mots communs aux formulaires et aux erreurs.
### Dans les modèles destinés aux scripts, {"{"}nom{"}"} est rempli par le script.

layout-service = Initiatives Metropolis
layout-brand-second = Initiatives
layout-skip = Aller au contenu
layout-new-tab = (s’ouvre dans un nouvel onglet)
layout-menu = Menu
layout-menu-close = Fermer
layout-site-nav = Navigation principale
layout-work-nav = Votre travail
layout-footer-nav = Autres pages
layout-languages = Langue
layout-account = Votre compte :
layout-log-in = Se connecter
layout-log-out = Se déconnecter
layout-footer-about = Des projets par et pour les villes, conduits par des membres de l’association mondiale des grandes métropoles.
layout-demo-label = Démonstration
layout-demo = Démonstration : rien de ce qui se trouve ici n’est envoyé à qui que ce soit.
layout-demo-mail = Lire les courriels sur /demo/mail

layout-nav-initiatives = Initiatives
layout-nav-map = Carte
layout-nav-calls = Appels
layout-nav-benefits = Avantages
layout-nav-publications = Publications
layout-nav-about = À propos des Initiatives
layout-nav-privacy = Vie privée
layout-nav-accessibility = Accessibilité
layout-nav-contact = Contact
layout-nav-proposals = Vos propositions
layout-nav-desk = Espace de gestion
layout-nav-desk-calls = Gérer les appels
layout-nav-organisations = Organisations
layout-nav-subscribers = Abonnés
layout-nav-messages = Messages
layout-nav-people = Personnes
layout-nav-mail = Courriels
layout-nav-content = Pages publiques
layout-nav-admin = Administration

layout-breadcrumb = Vous êtes ici
layout-pager = Pages de cette liste
layout-pager-previous = Précédent
layout-pager-next = Suivant

layout-deadline-yours = À votre heure :
layout-deadline-left = Temps restant : {"{"}left{"}"}
layout-deadline-passed = La date limite est passée pendant que cette page était ouverte. Rechargez la page pour voir ce que vous pouvez encore faire.

layout-session-title = Votre session va bientôt se terminer
layout-session-text = Vous n’avez rien fait depuis un moment. Restez connecté pour continuer à travailler.
layout-session-left = Temps restant :
layout-session-extend = Rester connecté
layout-session-dismiss = Fermer ce message
layout-session-failed = La session n’a pas pu être prolongée. Copiez votre texte, puis reconnectez-vous.
layout-confirm-yes = Oui, continuer
layout-confirm-no = Non, revenir

layout-state-draft = Brouillon
layout-state-submitted = Soumise
layout-state-under_review = En évaluation
layout-state-returned = Renvoyée pour modifications
layout-state-approved = Approuvée
layout-state-running = En cours
layout-state-completed = Achevée
layout-state-discontinued = Arrêtée avant terme
layout-state-not_selected = Non retenue
layout-state-withdrawn = Retirée

layout-theme-governance = Gouvernance
layout-theme-social_inclusion = Inclusion sociale
layout-theme-urban_innovation = Innovation urbaine
layout-theme-sustainability = Développement durable

form-required = obligatoire
form-optional = facultatif
form-choose = Choisissez…
form-error-prefix = Erreur :
form-errors-title = Veuillez vérifier ces réponses
form-error-at = { $place } : { $message }
form-limit-words = { $limit } mots au plus
form-limit-characters = { $limit } caractères au plus
form-counter-words = Mots : {"{"}count{"}"} sur {"{"}limit{"}"}
form-counter-characters = Caractères : {"{"}count{"}"} sur {"{"}limit{"}"}
form-counter-over = {"{"}over{"}"} de trop
form-save = Enregistrer
form-cancel = Annuler
form-search = Rechercher
form-filter = Afficher
form-filter-clear = Tout effacer

form-missing = Veuillez remplir ce champ.
form-too-long = { $max } caractères au plus.
form-email-wrong = Indiquez une adresse électronique, par exemple nom@ville.example.
form-date-wrong = Indiquez une date, par exemple 2014-05-15.
form-choice-wrong = Choisissez l’une des réponses proposées.

error-request-id = Si vous nous écrivez, indiquez ce numéro :
error-home = Aller à la page d’accueil
error-back = Voir l’état actuel
layout-pair = { $what } : { $name }
layout-about =  : { $what }
