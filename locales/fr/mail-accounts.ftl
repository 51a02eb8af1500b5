### Les courriers des comptes.

mail-invitation-subject = Votre invitation aux Initiatives Metropolis
mail-invitation-body =
    Vous êtes invité à prendre part aux Initiatives Metropolis, où les villes soumettent des propositions et les suivent de l’évaluation au résultat.

    Votre rôle : { $part }

    Acceptez l’invitation pour choisir votre mot de passe. Le lien sert une seule fois, jusqu’au { $until }.

    Si vous n’attendiez pas ce courriel, vous n’avez rien à faire : sans votre réponse, il n’y a pas de compte.
mail-invitation-action = Accepter l’invitation

mail-new-part-subject = Vous avez un nouveau rôle dans les Initiatives Metropolis
mail-new-part-body =
    Votre compte des Initiatives Metropolis a un nouveau rôle : { $part }

    Vous le trouverez après vous être connecté, comme toujours avec votre mot de passe.
mail-new-part-action = Se connecter

mail-password-reset-subject = Votre nouveau mot de passe
mail-password-reset-body =
    Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour votre compte. Choisissez-le par ce lien, une seule fois, jusqu’au { $until }.

    Si ce n’était pas vous, vous n’avez rien à faire : votre mot de passe reste tel qu’il est.
mail-password-reset-action = Choisir un nouveau mot de passe

mail-password-changed-subject = Votre mot de passe a été changé
mail-password-changed-body =
    Le mot de passe de votre compte a été changé le { $at }, et tous les autres navigateurs ont été déconnectés.

    Si c’était vous, tout va bien. Sinon, demandez tout de suite un nouveau mot de passe et prévenez le Secrétariat.
mail-password-changed-action = Demander un nouveau mot de passe
