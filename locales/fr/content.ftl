### Ce que disent les pages publiques : les pages où le Secrétariat le modifie, et ce qu’elles disent d’elles-mêmes (Markdown).

content-title = Textes des pages publiques
content-lede = Ce que les visiteurs lisent sur les pages publiques, dans chaque langue. Ce que vous modifiez est lisible aussitôt.
content-page-home = Page d’accueil
content-page-participation = Comment participer
content-page-benefits = Avantages
content-page-about = À propos des Initiatives
content-page-privacy = Vie privée
content-page-accessibility = Accessibilité
content-page-publications = Publications
content-name-association = Nom de l’association
content-name-heading = Titre de la page
content-name-lede = Ligne sous ce titre
content-name-title = Titre
content-name-text = Texte
content-name-note = Introduction
content-name-item = Avantage { $number }
content-change = Modifier
content-edit = Modifier les textes de cette page
content-see = Voir la page publique
content-nothing = Vide
content-hint = Chaque texte doit figurer dans les trois langues. Un texte facultatif peut rester vide dans toutes les langues : il n’est alors pas affiché.
content-markdown = En Markdown : une ligne vide commence un nouveau paragraphe, « - » une liste, « ## » un intertitre ; **gras**, *italique*, [texte d’un lien](/calls). Le HTML s’affiche tel qu’il est saisi.
content-in-all = Veuillez écrire ce texte dans cette langue aussi.
content-shown = Le formulaire contient la version { $number }. Les visiteurs la liront de nouveau dès que vous l’aurez enregistrée.
content-look = Ce que liront les visiteurs
content-look-wrong = Ceci ne peut pas encore être enregistré :
content-versions = Ce que ces textes disaient avant
content-changed = Modifications :
content-saved = Les textes sont enregistrés. Les visiteurs les lisent dès maintenant.
content-same = Rien n’a été modifié : rien n’a été enregistré.
content-was-reset = La page a de nouveau le texte habituel du service.

content-text-head-heading = Des projets conçus par les villes, pour les villes
content-text-head-lede = Une métropole dirige une Initiative, d’autres villes, entreprises, universités et associations s’y joignent, et toutes en tirent des leçons.
content-text-what-title = Que sont les Initiatives Metropolis ?
content-text-what-text =
    Les Initiatives Metropolis sont des projets et des services conçus par les villes, pour les villes. Chacune est dirigée par un membre ou un partenaire de Metropolis, l’association mondiale des grandes métropoles ; d’autres villes, des entreprises, des universités et des associations s’y joignent.

    Elles relèvent de quatre thèmes : la gouvernance, l’inclusion sociale, l’innovation urbaine et le développement durable. [En savoir plus sur les Initiatives](/about)

content-text-participation-title = Comment participer
content-text-participation-text =
    - **Diriger une Initiative.** Tant qu’un appel est ouvert, une organisation admise à y répondre rédige ici sa proposition avec ses partenaires, puis la soumet avant la date limite. [Voir les appels](/calls)
    - **Rejoindre une Initiative.** Les Initiatives sont ouvertes aux partenaires : leurs pages indiquent qui les dirige et quels sont leurs objectifs. [Voir les Initiatives](/initiatives), puis [nous écrire](/contact).
    - **Suivre une Initiative.** Vous pouvez recevoir par courriel des nouvelles d’une Initiative, d’une ville, d’un thème ou des nouveaux appels. Aucun compte n’est nécessaire, et vous pouvez arrêter à tout moment. [Choisir ce que vous souhaitez recevoir](/subscriptions)

content-text-benefits-title = Quels sont les avantages ?
content-text-benefits-text = Ce qu’une ville ou un partenaire gagne à diriger une Initiative, ou à y participer :

content-text-about-title = À propos des Initiatives
content-text-about-text =
    Les Initiatives Metropolis sont des projets et des services conçus par les villes, pour les villes. Depuis 2012, des membres et des partenaires de Metropolis, l’association mondiale des grandes métropoles, les dirigent avec d’autres villes, des entreprises, des universités et des associations. Chacune a ses propres objectifs, ses propres partenaires et son propre financement, et toutes les villes peuvent en tirer des leçons.

    ## Quatre thèmes

    - **Gouvernance** : comment les métropoles sont gérées, et par qui
    - **Inclusion sociale** : une ville pour toutes celles et ceux qui y vivent
    - **Innovation urbaine** : de nouvelles manières de faire ce que font les villes
    - **Développement durable** : climat, eau, mobilité, énergie

    ## De la proposition à l’Initiative

    1. Un appel indique qui peut soumettre une proposition, jusqu’à quand, et ce qui est demandé.
    2. Une ville ou une autre organisation rédige ici sa proposition avec ses partenaires et la soumet. Elle reçoit un accusé de réception.
    3. Le Secrétariat vérifie que la proposition est recevable. Des évaluateurs la lisent et la notent.
    4. Le Conseil d’administration de Metropolis décide. Ce qui est approuvé devient une Initiative, avec sa propre page ici.
    5. Ses étapes et ses rapports sont publiés sur cette page, jusqu’à ce qu’elle soit achevée.

content-text-privacy-title = Vie privée
content-text-privacy-text =
    Cette page indique ce que ce service conserve sur les personnes, pourquoi, et à qui vous pouvez vous adresser.

    ## Si vous ne faites que lire

    Vous pouvez lire toutes les pages publiques sans compte. Votre visite n’est ni mesurée ni suivie, et rien n’est chargé depuis d’autres sites.

    Il y a deux cookies. L’un garde pendant un an la langue que vous avez choisie. L’autre, le cookie de session, est déposé quand vous vous connectez, ou quand une page doit vous dire que votre formulaire est arrivé ; il disparaît quand vous fermez le navigateur.

    Pour écarter les machines qui devinent des mots de passe ou envoient des courriels indésirables, les échecs de connexion et les courriels demandés sont comptés au moyen d’une empreinte de l’adresse réseau, pendant un jour au plus.

    ## Si vous avez un compte

    - Votre nom, votre adresse électronique, votre langue et votre fuseau horaire, vos organisations et vos rôles. Votre mot de passe est conservé sous une forme qui ne permet pas de le lire.
    - Chaque connexion, avec son heure, l’adresse réseau et le nom que se donne votre navigateur : vous voyez vos sessions ouvertes sur la page de votre compte, et pouvez y mettre fin. Une session se termine après une demi-heure sans activité, et dans tous les cas après douze heures.
    - Ce que vous écrivez : propositions avec leurs versions antérieures et leurs fichiers, messages, évaluations. Pendant que vous écrivez, votre navigateur garde lui-même une copie de ce qui ne nous est pas encore parvenu.
    - Ce qui a été fait d’une proposition, par qui et quand. Ce registre ne peut pas être modifié après coup : une décision doit pouvoir être vérifiée.

    ## Si une proposition vous cite

    Une proposition cite les personnes qui en répondent ainsi que ses partenaires, avec leurs adresses électroniques. Les partenaires sont interrogés par courriel pour savoir s’ils souhaitent en recevoir des nouvelles ; chaque courriel contient un lien qui arrête tous les suivants.

    ## Si vous recevez nos courriels

    Nous conservons votre adresse, ce que vous souhaitez recevoir, à quel rythme et dans quelle langue, depuis quand, et d’où nous tenons votre consentement. Ce que vous ne confirmez pas est supprimé après trente jours. Chaque courriel contient un lien par lequel vous changez ce que vous recevez, ou arrêtez tout. Si vous arrêtez, nous gardons l’adresse dans un seul but : qu’aucune liste importée ne vous réinscrive. Ce qui a été envoyé est conservé, afin que nous puissions dire ce qui vous a été annoncé.

    ## Si vous nous écrivez

    Nous conservons votre nom, votre adresse et votre message, pour y répondre, et les supprimons deux ans après y avoir répondu. Un message qu’un courriel vous demande de confirmer, et que vous ne confirmez pas, est supprimé au bout d’une semaine. Un message au sujet d’une Initiative parvient aussi à l’organisation qui la dirige.

    ## Ce qui est public

    D’une proposition approuvée, seules sont publiées les réponses que les lignes directrices de l’appel désignent comme publiques. Tout le reste n’est lu que par les personnes qui y travaillent : ses auteurs, le Secrétariat, et les évaluateurs à qui elle est confiée.

    ## À qui s’adresser

    Le Secrétariat général de Metropolis répond de ce service. Vous pouvez [nous écrire](/contact) pour savoir ce qui est conservé à votre sujet, le faire corriger ou supprimer, ou vous opposer à son utilisation. Si notre réponse ne vous satisfait pas, vous pouvez saisir l’autorité de protection des données de votre pays.

content-text-accessibility-title = Accessibilité
content-text-accessibility-text =
    Tout le monde doit pouvoir lire ces pages et participer. Elles sont conçues pour respecter les Règles pour l’accessibilité des contenus Web (WCAG) 2.2, niveaux A et AA.

    ## Ce qui a été vérifié

    - Chaque changement de ce service est contrôlé automatiquement avant d’être mis en service : les pages sont examinées selon les règles des WCAG 2.0 à 2.2, niveaux A et AA, qu’une machine peut vérifier ; dans des fenêtres larges et étroites, en clair et en sombre, agrandies à 400 %, et avec des couleurs forcées.
    - Tout le chemin, du brouillon à l’Initiative en cours, est parcouru au clavier seul, puis une nouvelle fois sans JavaScript.
    - À la main, dans un navigateur : l’ordre et l’indicateur du focus, le collage de texte, la taille des boutons et des liens, un espacement du texte plus large, l’agrandissement à 400 % et les couleurs forcées.

    ## Limites connues

    - Aucun lecteur d’écran n’a encore été essayé, et aucune personne qui en dépend n’a testé ces pages.
    - L’accessibilité des fichiers joints par les villes dépend de leurs auteurs. Les documents que produit le service sont balisés pour les lecteurs d’écran.
    - Les propositions figurent dans la langue où elles ont été écrites, et cette langue est signalée.
    - Une session se termine douze heures après la connexion et ne peut pas être prolongée au-delà. Ce que vous étiez en train de saisir revient quand vous vous connectez à nouveau.

    ## Si quelque chose ne fonctionne pas pour vous

    Veuillez [nous écrire](/contact) en indiquant la page et ce qui s’est passé. Nous vous répondrons, et vous donnerons autrement ce dont vous avez besoin. Si notre réponse ne vous aide pas, vous pouvez saisir l’autorité qui veille à l’accessibilité des sites publics dans votre pays.
