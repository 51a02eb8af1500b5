### What a reader must not know, said in its place.

visibility-reviewer = Reviewer { $n }
visibility-nameless = Name not shown in this phase
