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

# Lettres à celles et ceux qui ont demandé des nouvelles.
mail-subscription-confirm-subject = À confirmer : les courriels des Initiatives Metropolis
mail-subscription-confirm-body =
    Quelqu’un, vous-même espérons-nous, a demandé que cette adresse reçoive des courriels des Initiatives Metropolis.

    Ouvrez la page derrière le bouton : elle montre ce qui a été demandé. Rien n’est envoyé avant que vous ne l’y confirmiez. Si ce n’était pas vous, vous n’avez rien à faire.
mail-subscription-confirm-button = Voir et confirmer
mail-partners-call-opened-subject = Appel à propositions : { $call }
mail-partners-call-opened-body =
    Un appel à propositions est ouvert : « { $call } ». Les propositions peuvent être soumises jusqu’au { $closes }.

    { $summary }
mail-partners-call-extended-subject = Délai prolongé : { $call }
mail-partners-call-extended-body =
    L’échéance de l’appel à propositions « { $call } » est reportée. Les propositions peuvent être soumises jusqu’au { $closes }.
mail-partners-call-button = Voir l’appel
mail-partners-publication-subject = Nouvelle publication : { $title }
mail-partners-publication-body =
    Les Initiatives Metropolis ont une nouvelle publication : « { $title } ».

    { $summary }
mail-partners-publication-button = Voir la publication
mail-digest-subject = { $first }{ $more_news }
mail-digest-body = Voici ce qu’il y a de nouveau aux Initiatives Metropolis.
mail-notices-subject = { $first }{ $more_notices }
mail-notices-body = Voici ce qui s’est passé autour de votre travail aux Initiatives Metropolis.
mail-partners-news-subject = { $title } : { $headline }
mail-partners-news-body =
    { $what_is_new }

    { $text }
