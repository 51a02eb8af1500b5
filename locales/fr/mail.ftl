### The frame around every letter.

mail-greeting = Bonjour { $name },
mail-greeting-nameless = Bonjour,
mail-closing = Bien cordialement,
mail-service = Initiatives Metropolis
mail-why-service = Vous recevez ce courriel car il concerne votre compte ou une proposition à laquelle vous participez. Ces courriels arrivent toujours, car vous devrez peut-être agir.
mail-why-announcement = Vous recevez ce courriel car vous avez été cité comme partenaire de cette Initiative ou avez demandé à la suivre.
mail-why-asked = Vous recevez ce courriel parce que vous avez demandé des nouvelles de : { $what }.
mail-why-notice = Vous recevez cet avis en raison de ce que vous faites ici. Vous choisissez quels avis arrivent, et à quelle fréquence.
mail-why-typed = Vous recevez ce courriel parce que cette adresse a été saisie sur le site des Initiatives Metropolis.
mail-manage = Modifier ce que vous recevez
mail-unsubscribe = Ne plus recevoir ces courriels
mail-not-sent-again = Ce courriel ne peut pas être renvoyé : il est en cours d’envoi, ou son contenu a été effacé par sécurité.
mail-not-copied = Ce courriel ne peut pas être envoyé une fois de plus : il est en cours d’envoi, ou n’a pas été remis. S’il n’a pas été remis, choisissez « Renvoyer » sur sa page.
mail-not-copied-deleted = Ce courriel ne peut pas être envoyé une fois de plus : son contenu a été effacé par sécurité, car il contenait un lien qui ouvre le compte du destinataire.

# Where a letter stands.
mail-stage-queued = En attente d’envoi
mail-stage-deferred = À réessayer
mail-stage-sending = En cours d’envoi
mail-stage-sent = Envoyé
mail-stage-bounced = Revenu
mail-stage-unknown = Arrivée inconnue
mail-stage-failed = Non remis
mail-stage-cancelled = Annulé

# A letter that only tries whether letters arrive.
mail-test-subject = Courriel d’essai : { $note }
mail-test-body =
    Si vous lisez ceci, les courriels envoyés par { $host } vous parviennent. La personne qui l’a envoyé écrit :

    { $note }
mail-test-button = Ouvrir le service
