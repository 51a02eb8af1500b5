### Les publications : telles que le secrétariat les ajoute et les modifie, et telles que tout le monde les lit.

# Dans l’espace de gestion.
publications-desk = Modifier les publications
publications-desk-lede = Dans l’ordre de la page publique. Seul le Secrétariat voit celles qui sont masquées, ainsi que leurs couvertures et leurs fichiers.
publications-none-desk = Ajoutez la première ci-dessous.
publications-add = Ajouter une publication
publications-lede = Paraît parmi les publications et est annoncée à toutes celles et ceux qui veulent tout suivre.
publications-edit = Modifier une publication
publications-edit-lede = Les modifications ne sont annoncées à personne.
publications-see = Voir sa page
publications-change = Modifier
publications-hide = Masquer
publications-show = Afficher
publications-up = Monter : { $title }
publications-down = Descendre : { $title }
publications-badge-hidden = Masquée
publications-is-hidden = Cette publication est masquée
publications-is-hidden-text = Seul le Secrétariat voit cette page, sa couverture et ses fichiers.

# Le formulaire.
publications-title = Titre
publications-summary = Résumé
publications-year = Année
publications-theme = Thème
publications-no-theme = Aucun thème en particulier
publications-link = Adresse web
publications-link-hint = Où la lire ailleurs, si c’est possible.
publications-initiatives = Initiatives
publications-initiatives-hint = Celles auxquelles elle se rattache, une par ligne : la référence, comme MI-2014-005, ou l’adresse de la page publique. La suite de la ligne est à votre usage.
publications-cover = Couverture
publications-cover-image = Image de la couverture
publications-cover-hint = JPEG, PNG ou WebP, 10 Mo au plus. Le lieu et l’appareil enregistrés dans une photographie sont supprimés. Sans image, une couverture simple est dessinée.
publications-cover-now = La couverture actuelle
publications-files = Fichiers
publications-files-hint = Un PDF par langue, 25 Mo au plus chacun. Un nouveau fichier remplace le précédent.
publications-file-en = PDF en anglais
publications-file-fr = PDF en français
publications-file-es = PDF en espagnol
publications-other-language = Une autre langue
publications-no-other = Aucune
publications-file-other = PDF dans cette langue
publications-remove = Retirer
publications-publish = Publier et annoncer

# Ce qui ne va pas.
publications-title-missing = Donnez le titre dans cette langue.
publications-summary-missing = Donnez le résumé dans cette langue.
publications-year-wrong = Écrivez l’année en quatre chiffres, comme 2014.
publications-initiative-wrong = « { $line } » ne désigne aucune Initiative. Commencez la ligne par sa référence, comme MI-2014-005, ou par l’adresse de sa page.
publications-initiative-unknown = Il n’y a pas d’Initiative publique { $line }.
publications-initiatives-many = { $limit } Initiatives au plus, s’il vous plaît.
publications-other-missing = Choisissez le PDF dans la langue indiquée, ou n’indiquez aucune langue.
publications-language-missing = Choisissez la langue de ce PDF.
publications-language-twice = Il y a un autre PDF dans cette langue : choisissez l’un des deux.
publications-conflict = Quelqu’un d’autre a modifié cette publication entre-temps. Rien n’a été remplacé, et ce que vous avez saisi est toujours dans le formulaire. Enregistrez de nouveau pour le mettre à la place.
publications-conflict-text = Quelqu’un d’autre a enregistré cette publication entre-temps. Rien n’a été remplacé. Les différences figurent côte à côte ; votre texte est toujours dans le formulaire. Enregistrez de nouveau pour le mettre à la place.

# Ce qui a été fait.
publications-added = La publication est ajoutée.
publications-saved = La publication est enregistrée.
publications-moved = La publication est déplacée.
publications-hidden = La publication est masquée.
publications-shown = La publication est visible par tous.

# Ce que tout le monde lit.
publications-languages = Langues :
publications-read = Lire la publication
publications-file-size = (PDF, { $size })
publications-elsewhere = Lire ailleurs sur le web
publications-no-files = Cette publication n’est pas conservée ici. Veuillez en demander un exemplaire au Secrétariat général de Metropolis.
publications-guidelines-text = Ce qui est demandé à une proposition et comment elle est évaluée : à lire, à imprimer, et pour les programmes.
publications-guidelines-json = JSON
