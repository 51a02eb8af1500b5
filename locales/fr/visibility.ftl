### Ce qu’un lecteur ne doit pas savoir, dit à sa place.

visibility-reviewer = Évaluateur { $n }
visibility-nameless = Nom non affiché à cette étape
