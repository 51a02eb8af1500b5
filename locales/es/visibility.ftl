### Lo que un lector no debe saber, dicho en su lugar.

visibility-reviewer = Persona evaluadora { $n }
visibility-nameless = Nombre no mostrado en esta fase
