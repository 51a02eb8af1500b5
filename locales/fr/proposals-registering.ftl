### Le Secrétariat enregistre les propositions reçues sur papier ou par courrier.

proposals-register-lede = Pour une proposition reçue sur papier ou par la poste. Personne ne reçoit de courriel à son sujet.
proposals-register-call = Appel
proposals-register-organisation-hint = L’organisation qui porte la proposition. Elle n’est pas dans la liste ?
proposals-register-on = Continuer
proposals-register-other-call = Choisir un autre appel
proposals-register-guidelines = Lignes directrices de cet appel
proposals-register-state = Où elle en est
proposals-register-state-hint = Ce qui est approuvé ou en cours est public aussitôt. L’évaluation de ce qui a été soumis peut commencer ici.
proposals-register-number = Son numéro dans l’appel
proposals-register-number-hint = S’il est connu. Sans numéro, la proposition reçoit le suivant.
proposals-register-source = D’où elle est connue
proposals-register-source-hint = Une source par ligne, par exemple : Lettre du 3 avril 2014, dossier 12. Dès que la proposition est publique, les sources le sont aussi.
proposals-register-answers = Ce que dit la source
proposals-register-answers-hint = Ce qui reste vide apparaît comme « non consigné ». Recopiez les textes trop longs en entier : les limites valent pour qui écrit ici soi-même.
proposals-register-files = Les fichiers ne peuvent pas encore être saisis ici : { $fields }
proposals-register-look = Revoir la saisie
proposals-register-not-yet = Rien n’est encore enregistré.
proposals-register-go-on = Continuer dans le tableau
proposals-register-done = La proposition a été enregistrée.
proposals-no-organisation = Choisissez l’organisation qui porte la proposition.
proposals-no-number = Indiquez un numéro de 1 à 9999, en chiffres.
proposals-no-number-taken = Une autre proposition de cette année porte ce numéro. Indiquez-en un autre, ou aucun pour prendre le suivant.
