# Lettres aux partenaires.
mail-partners-ask-subject = { $partner } : vous êtes cité dans { $reference }
mail-partners-ask-body =
    { $lead } a soumis la proposition « { $title } » ({ $reference }) aux Initiatives Metropolis et cite { $partner } comme partenaire.

    Dites-nous en un clic si vous confirmez votre participation, si vous souhaitez seulement recevoir des nouvelles, ou ni l’un ni l’autre. Sans réponse de votre part, nous ne vous écrirons plus au sujet de cette proposition.
mail-partners-approved-subject = { $title } a été approuvée
mail-partners-approved-body =
    L’Initiative Metropolis « { $title } », dirigée par { $lead }, a été approuvée. Elle figure désormais dans le catalogue public.
mail-partners-running-subject = { $title } a démarré
mail-partners-running-body =
    L’Initiative Metropolis « { $title } », dirigée par { $lead }, a démarré.
mail-partners-completed-subject = { $title } est achevée
mail-partners-completed-body =
    L’Initiative Metropolis « { $title } », dirigée par { $lead }, est achevée. Sa page dans le catalogue en présente les résultats.
mail-partners-discontinued-subject = { $title } a pris fin avant son terme
mail-partners-discontinued-body =
    L’Initiative Metropolis « { $title } », dirigée par { $lead }, a pris fin avant son terme. Sa page reste au catalogue et l’indique.
mail-partners-answer-button = Donner votre réponse
mail-partners-read-button = Voir l’Initiative
