guidelines-difference-gone = Removed:
guidelines-difference-new = Added:
guidelines-difference-row = Row
guidelines-difference-row-changed = Row { $number }: changed
guidelines-difference-row-moved = Row { $number }: moved
guidelines-difference-row-gone = Row { $number }: removed
guidelines-difference-row-new = Row { $number }: new
guidelines-difference-row-was = was row { $number }
guidelines-difference-rows-same =
    { $count ->
        [one] One row is unchanged.
       *[other] { $count } rows are unchanged.
    }
