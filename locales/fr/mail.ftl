### The frame around every letter.

mail-greeting = Bonjour { $name },
mail-greeting-nameless = Bonjour,
mail-closing = Bien cordialement,
mail-service = Metropolis Initiatives
mail-why-service = Vous recevez cette lettre car elle concerne votre compte ou une proposition à laquelle vous participez.
mail-why-announcement = Vous recevez cette lettre car vous avez été cité comme partenaire de cette Initiative ou avez demandé à la suivre.
mail-unsubscribe = Ne plus recevoir ces lettres
mail-not-sent-again = Cette lettre ne peut pas être renvoyée : elle est en cours d’envoi, ou son contenu a été effacé par sécurité.

# A letter that only tries whether letters arrive.
mail-test-subject = Lettre d’essai : { $note }
mail-test-body =
    Si vous lisez ceci, les lettres de { $host } vous parviennent. La personne qui l’a envoyé écrit :

    { $note }
mail-test-button = Ouvrir le service
