# Abonnements : recevoir des nouvelles des Initiatives par courriel, sans compte.
subscriptions-title = Recevoir des nouvelles des Initiatives
subscriptions-lede = Choisissez ce que vous souhaitez suivre. Aucun compte n’est nécessaire ; vous pouvez modifier ou arrêter ces courriels à tout moment.
subscriptions-email = Adresse électronique
subscriptions-email-hint = Nous y envoyons un seul courriel, qui vous demande de confirmer. Rien d’autre n’est envoyé avant.
subscriptions-email-own = L’adresse de votre compte n’a pas besoin d’être confirmée. À toute autre, nous envoyons un courriel qui demande de confirmer.
subscriptions-what = Que souhaitez-vous suivre ?
subscriptions-how = Comment souhaitez-vous être informé ?
subscriptions-one = L’Initiative que vous venez de consulter
subscriptions-general = En général
subscriptions-everything = L’ensemble des Initiatives, appels et publications
subscriptions-calls = Les appels à propositions
subscriptions-themes = Les Initiatives par thème
subscriptions-regions = Les Initiatives par région
subscriptions-countries = Les Initiatives par pays
subscriptions-cities = Les Initiatives par ville
subscriptions-followed = Les Initiatives que vous suivez
subscriptions-add-country = Les Initiatives d’un pays
subscriptions-add-city = Les Initiatives d’une ville
subscriptions-none = Aucun choix
subscriptions-this-initiative = cette Initiative
subscriptions-unnamed-initiative = Une proposition qui vous cite comme partenaire
subscriptions-rhythm = Fréquence
subscriptions-rhythm-hint = Un récapitulatif réunit toutes les nouvelles en un seul courriel. Il part à sept heures, heure de Barcelone, et seulement s’il y a du nouveau.
subscriptions-rhythm-at_once = Immédiatement, un courriel par nouvelle
subscriptions-rhythm-daily = Chaque jour, en récapitulatif
subscriptions-rhythm-weekly = Chaque lundi, en récapitulatif
subscriptions-language = Langue des courriels
subscriptions-subscribe = S’abonner
subscriptions-promise = Votre adresse ne sert qu’à ces courriels et n’est transmise à personne.
subscriptions-choose = Choisissez au moins une chose à suivre.
subscriptions-asked-title = Consultez votre messagerie
subscriptions-asked-lede = Nous vous avons envoyé un courriel. Ouvrez son lien et appuyez sur « Confirmer » pour recevoir ce que vous avez choisi.
subscriptions-asked-spam = Rien au bout de quelques minutes ? Regardez parmi les courriels indésirables et vérifiez que l’adresse a été saisie correctement.
subscriptions-asked-once = Une adresse reçoit ce courriel au plus une fois par heure. Si vous aviez déjà fait une demande, le lien du courriel précédent confirme aussi celle-ci.
subscriptions-see-initiatives = Voir les Initiatives
subscriptions-yours = Vos courriels
subscriptions-yours-lede = Ce que { $email } reçoit des Initiatives Metropolis.
subscriptions-waiting = Merci de confirmer
subscriptions-waiting-text = Quelqu’un a demandé que vous receviez ces courriels. Est-ce bien vous ?
subscriptions-confirm = Confirmer
subscriptions-refuse = Je n’ai rien demandé
subscriptions-confirmed = C’est confirmé. Nous vous écrirons dès qu’il y aura du nouveau.
subscriptions-refused = Merci. Rien ne vous sera envoyé.
subscriptions-noted = C’est enregistré. Nous vous écrirons dès qu’il y aura du nouveau.
subscriptions-stopped = Les courriels sont arrêtés.
subscriptions-came-back = Des courriels à votre adresse nous sont revenus
subscriptions-came-back-text = Un serveur de messagerie a indiqué que rien n’arrive à votre adresse ; nous avons donc suspendu les envois que vous aviez demandés. Si vous lisez ceci, dites-nous qu’elle fonctionne de nouveau.
subscriptions-reads = Reprendre les envois
subscriptions-nothing = Vous ne recevez aucun courriel
subscriptions-nothing-text = Pour recevoir à nouveau de nos nouvelles, faites un choix ci-dessous.
subscriptions-forgotten = La demande n’a pas été confirmée dans les trente jours et a été effacée. Vous pouvez en faire une autre.
subscriptions-expired = Rien n’est en attente ici
subscriptions-expired-text = La demande n’a pas été confirmée dans les trente jours, ou a été refusée. Vous pouvez en faire une autre :
subscriptions-stop-title = Ne plus rien recevoir
subscriptions-stop-text = Arrête tous ces courriels immédiatement. Ceux qui concernent un compte, comme les accusés de réception et les décisions, n’en font pas partie.
subscriptions-stop = Arrêter tous les courriels
subscriptions-stop-all-text = Nous n’enverrons plus à { $email } de nouvelles des Initiatives, des appels et des publications.
subscriptions-stopped-text = Plus aucune nouvelle des Initiatives, des appels et des publications ne sera envoyée à { $email }.
subscriptions-again = Recevoir à nouveau des courriels
subscriptions-rather-change = Modifier plutôt ce que vous recevez
subscriptions-follow = Suivre par courriel
subscriptions-follow-text = Soyez informé de ce qui se passe, par courriel et sans compte.
subscriptions-follow-initiative = Suivre cette Initiative
subscriptions-follow-city = Suivre { $city }
subscriptions-follow-theme = Suivre { $theme }

# Les abonnés, vus par le secrétariat.
subscribers-title = Abonnés
subscribers-reached = { $count ->
    [one] { $count } adresse reçoit des nouvelles des Initiatives par courriel.
   *[other] { $count } adresses reçoivent des nouvelles des Initiatives par courriel.
}
subscribers-search = Début de l’adresse
subscribers-none = Aucun abonné pour l’instant
subscribers-none-text = Les visiteurs s’abonnent eux-mêmes sur les pages publiques. Une liste tenue ailleurs peut être importée ici.
subscribers-not-found = Adresse introuvable
subscribers-not-found-text = Essayez avec moins de lettres : la recherche compare le début des adresses.
subscribers-who = Adresse
subscribers-what = Reçoit
subscribers-since = Connue depuis
subscribers-wishes = { $count ->
    [one] { $count } sujet
   *[other] { $count } sujets
}
subscribers-stopped = A arrêté tous les courriels
subscribers-nothing = Rien
subscribers-unconfirmed = Pas encore confirmé
subscribers-origin = Origine
subscribers-origin-form = Le formulaire, confirmé par courriel
subscribers-origin-account = Son compte
subscribers-origin-partner = Sa réponse de partenaire
subscribers-origin-import = Une liste importée
subscribers-asked = Demandé
subscribers-confirmed = Confirmé
subscribers-letters = Courriels envoyés à cette adresse
subscribers-stop-title = Arrêter les courriels à sa demande
subscribers-stop-text = Si cette personne vous a écrit ou appelé, arrêtez les courriels ici. Aucune liste ne les rétablit ; elle peut se réabonner elle-même.
subscribers-stop-sure = Arrêter tous les courriels à cette adresse ?
subscribers-import = Importer une liste
subscribers-import-lede = Pour des personnes qui ont déjà accepté de recevoir de vos nouvelles. Aucun courriel ne part maintenant ; chacun de ceux qui suivront dit comment arrêter.
subscribers-import-what = Qu’ont-elles accepté de suivre ?
subscribers-import-how = Comment sont-elles informées ?
subscribers-list = Personnes
subscribers-list-hint = Une par ligne : l’adresse et, si vous le souhaitez, le nom et la langue (en, fr, es), séparés par des virgules, des points-virgules ou des tabulations. Vous pouvez coller depuis un tableur.
subscribers-list-missing = Collez la liste ici.
subscribers-list-empty = Cette liste ne contient aucune adresse électronique.
subscribers-consent = Leur consentement
subscribers-consent-hint = Quand et comment ces personnes ont donné leur accord, afin de pouvoir le montrer. Par exemple : formulaire d’inscription au congrès d’Hyderabad, octobre 2014.
subscribers-consent-missing = Indiquez quand et comment elles ont donné leur accord.
subscribers-imported = La liste est importée
subscribers-did-new = { $count ->
    [one] { $count } nouvelle adresse.
   *[other] { $count } nouvelles adresses.
}
subscribers-did-known = { $count ->
    [one] { $count } adresse était connue : ce que la liste apporte a été ajouté.
   *[other] { $count } adresses étaient connues : ce que la liste apporte a été ajouté.
}
subscribers-did-stopped = { $count ->
    [one] { $count } adresse avait arrêté tous les courriels ; cela ne change pas.
   *[other] { $count } adresses avaient arrêté tous les courriels ; cela ne change pas.
}
subscribers-did-again = { $count ->
    [one] { $count } ligne répétait une adresse.
   *[other] { $count } lignes répétaient une adresse.
}
subscribers-unread = Lignes sans adresse
subscribers-unread-text = Elles ont été laissées de côté. Corrigez-les et importez-les à nouveau : personne n’est inscrit deux fois.
