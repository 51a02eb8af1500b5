### Propositions : les écrire, les soumettre, et ce qu’elles deviennent.

# Pourquoi quelque chose ne peut pas se faire.
proposals-no-not-now = Cela n’est pas possible dans l’état actuel de la proposition. Regardez-la de nouveau : quelqu’un a peut-être été plus rapide.
proposals-no-writing = Dans son état actuel, cette proposition ne peut pas être modifiée.
proposals-no-submitter = Vous pouvez écrire, mais pas soumettre. Demandez-le à un responsable de votre organisation.
proposals-no-owner = Seul un propriétaire du compte de votre organisation peut le faire.
proposals-no-closed = L’appel est clos. Votre texte est conservé ; écrivez au Secrétariat s’il vous faut plus de temps.
proposals-no-due-passed = Le délai de modification est passé. Votre texte est conservé ; écrivez au Secrétariat s’il vous faut plus de temps.
proposals-no-reopen-returned = La proposition a déjà été renvoyée pour modifications : elle ne peut plus être reprise.
proposals-no-reopen-closed = L’appel est clos : la proposition ne peut plus être reprise.
proposals-no-discard-submitted = La proposition a déjà été soumise : elle ne peut pas être supprimée. Vous pouvez la retirer.
proposals-no-eligibility-open = Vérifiez d’abord si la proposition est recevable.
proposals-no-eligibility-failed = La proposition n’est pas recevable.
proposals-no-review-closed = L’évaluation n’est pas ouverte.
proposals-no-own-review-first = Remettez d’abord votre propre évaluation ; vous pourrez ensuite lire celles des autres.
proposals-no-incomplete = Des réponses manquent ou sont à corriger. Vérifiez la proposition, puis soumettez-la.
proposals-no-reason = Indiquez un motif.
proposals-no-comment = Écrivez d’abord quelque chose.
proposals-no-due-past = Ce moment est passé. Choisissez-en un plus tardif.
proposals-no-decision-incomplete = Une décision indique qui a décidé, quel jour et, sauf si elle approuve, pour quel motif.
proposals-no-source = Indiquez d’où la proposition est connue.
proposals-no-register-state = Une proposition s’enregistre comme soumise, approuvée ou en cours.
proposals-no-call-later = Cet appel n’est pas encore ouvert.
proposals-no-call-closed = Cet appel est clos.
proposals-no-call-admits = Cet appel ne s’adresse pas aux organisations de votre type.
