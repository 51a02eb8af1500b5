guidelines-difference-gone = Eliminado:
guidelines-difference-new = Añadido:
guidelines-difference-row = Fila
guidelines-difference-row-changed = Fila { $number }: modificada
guidelines-difference-row-moved = Fila { $number }: cambiada de lugar
guidelines-difference-row-gone = Fila { $number }: eliminada
guidelines-difference-row-new = Fila { $number }: nueva
guidelines-difference-row-was = antes fila { $number }
guidelines-difference-rows-same =
    { $count ->
        [one] Una fila no ha cambiado.
       *[other] { $count } filas no han cambiado.
    }
