guidelines-difference-gone = Supprimé :
guidelines-difference-new = Ajouté :
guidelines-difference-row = Ligne
guidelines-difference-row-changed = Ligne { $number } : modifiée
guidelines-difference-row-moved = Ligne { $number } : déplacée
guidelines-difference-row-gone = Ligne { $number } : supprimée
guidelines-difference-row-new = Ligne { $number } : nouvelle
guidelines-difference-row-was = auparavant ligne { $number }
guidelines-difference-rows-same =
    { $count ->
        [one] Une ligne est inchangée.
       *[other] { $count } lignes sont inchangées.
    }
