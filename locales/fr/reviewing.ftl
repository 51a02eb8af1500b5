### Évaluer : recevabilité, conflits d’intérêts, désignations, confidentialité.

desk-column-gap = Plus grand écart
desk-found-more = Plus de { $n } propositions
desk-waiting-more = Plus de { $n } vous attendent
desk-applicant-hidden = Candidat non affiché

desk-eligibility-why-not = Sinon, pourquoi
desk-eligibility-remark = Remarque
desk-eligibility-remark-hint = Pour le Secrétariat. Les motifs de ce qui n’est pas rempli figurent ci-dessus.
desk-eligibility-earlier = Cette vérification porte sur la soumission { $n }. La soumission { $last } est arrivée depuis : vérifiez de nouveau.

desk-conflicts = Conflits d’intérêts
desk-conflicts-text = Une personne en conflit d’intérêts ne voit cette proposition nulle part et ne reçoit aucun courriel à son sujet.
desk-conflicts-suspected = Soupçonnés : à vous de décider
desk-suspected-organisation = Même organisation : { $what }
desk-suspected-city = Même ville : { $what }
desk-suspected-partner = Cité parmi les partenaires : { $what }
desk-suspected-domain = Adresse électronique du même domaine : { $what }
desk-suspected-country = Même pays : { $what }
desk-conflict-declared = Déclaré par l’évaluateur
desk-conflict-set = Établi par le Secrétariat
desk-conflict-dismissed = Pas de conflit
desk-conflict-add = Établir un conflit d’intérêts
desk-conflict-person = Qui
desk-conflict-person-missing = Choisissez une personne.
desk-conflict-reason = Motif
desk-conflict-reason-hint = Seul le Secrétariat le lit.
desk-conflict-set-hint = Il reste dans la piste d’audit. Une évaluation demandée prend fin.
desk-conflict-reason-missing = Dites pourquoi.
desk-conflict-do-set = C’est un conflit
desk-conflict-do-dismiss = Pas de conflit
desk-conflict-do-lift = Lever
desk-conflict-lifted = Levé par le Secrétariat.
desk-conflict-lift-confirm = Cette personne reverra la proposition si on la lui confie. Lever le conflit ?
desk-conflict-declare = Déclarer un conflit d’intérêts
desk-conflict-declare-text = Si vous appartenez au candidat ou à un partenaire, travaillez avec eux ou avez un intérêt au résultat. La proposition disparaît aussitôt de votre bureau ; seul le Secrétariat peut vous la rendre.

desk-assign-due = Échéance
desk-assign-due-hint = Seulement si elle diffère de celle de l’étape.
desk-assign-until = à rendre le { $when }
desk-assign-late = en retard : attendue le { $when }
desk-declined = Ont décliné
desk-review-accepted = acceptée, pas encore remise
desk-review-abstained = s’est abstenu
desk-answer-title = On vous demande d’évaluer cette proposition
desk-answer-accepted = Vous avez accepté cette évaluation
desk-answer-accept = Accepter l’évaluation
desk-answer-decline = Décliner l’évaluation
desk-answer-reason = Pourquoi vous déclinez
desk-answer-reason-hint = Le Secrétariat le lit et cherche quelqu’un d’autre.
desk-done-review-due = L’échéance est modifiée.
desk-done-accepted = Vous avez accepté. Merci.
desk-done-declined = Vous avez décliné. Le Secrétariat en est informé.
desk-done-declared = Votre conflit d’intérêts est enregistré. La proposition n’est plus sur votre bureau.
desk-done-conflict = La décision sur le conflit d’intérêts est enregistrée.

desk-pledge-title = Confidentialité
desk-pledge-first = Avant de lire les propositions de cet appel, vous vous engagez une fois à les garder pour vous.
desk-pledge-read = Lire et s’engager
desk-pledge-text = En tant qu’évaluateur de cet appel :
desk-pledge-keep = Je ne montre à personne les propositions, les évaluations ni les noms des évaluateurs.
desk-pledge-use = J’utilise ce que je lis uniquement pour l’évaluation et n’en garde aucune copie ensuite.
desk-pledge-contact = Je n’écris pas aux candidats ; le Secrétariat le fait.
desk-pledge-conflict = Je déclare tout conflit d’intérêts avant de poursuivre ma lecture.
desk-pledge-agree = Je m’y engage
desk-pledge-do = S’engager et continuer
desk-pledge-missing = Cochez la case pour vous engager.
desk-pledge-given = Merci. Vous pouvez maintenant lire les propositions de cet appel.
desk-pledge-done = Vous vous y êtes déjà engagé.

proposals-no-check = Indiquez pour chaque condition si elle est remplie.
proposals-no-pledge = Engagez-vous d’abord à la confidentialité pour cet appel.
proposals-no-applicant = À cette étape, les évaluateurs ne savent pas qui est candidat.
proposals-no-review-phase = Les évaluations ne se rédigent pas à l’étape actuelle de l’appel.
proposals-no-reviews-phase = À cette étape, vous ne voyez pas les évaluations des autres.
proposals-no-comments-phase = À cette étape, les évaluateurs ne voient pas les commentaires.
proposals-no-assign-conflict = Cette personne est en conflit d’intérêts avec la proposition.

admin-did-call-phases = Étapes de l’évaluation définies
admin-did-call-phase_begun = Étape de l’évaluation commencée
admin-did-call-pledged = Confidentialité promise
admin-did-proposal-assignment_accepted = Évaluation acceptée
admin-did-proposal-assignment_declined = Évaluation déclinée
admin-did-proposal-abstained = Abstention d’un évaluateur
admin-did-proposal-review_due_moved = Échéance d’une évaluation modifiée
admin-did-proposal-conflict = Conflit d’intérêts tranché
