### Cartas sobre la evaluación.

mail-assigned-subject = Para evaluar: { $proposal }
mail-assigned-body =
    La Secretaría le pide que evalúe { $proposal }.
    { $until ->
        [set] Entregue su evaluación antes del { $when }.
       *[none] Aún no hay fecha.
    }

    En la página de la propuesta puede aceptar o declinar, y declarar un conflicto de interés.
mail-declined-subject = { $name } no evalúa { $proposal }
mail-declined-body =
    { $name } declina evaluar { $proposal }:

    { $reason }

    Asigne a otra persona en la página de la propuesta.
mail-conflict_declared-subject = Conflicto de interés declarado: { $proposal }
mail-conflict_declared-body =
    { $name } ha declarado un conflicto de interés con { $proposal } y ya no la ve:

    { $reason }

mail-assigned_several-subject = Para evaluar: { $count } propuestas de { $call }
mail-assigned_several-body =
    La Secretaría le pide que evalúe { $count } propuestas de { $call }. Le esperan en su lista.

    { $until ->
        [set] Entregue sus evaluaciones antes del { $when }.
       *[none] Aún no hay fecha.
    }

    En la página de cada propuesta puede aceptar o declinar, y declarar un conflicto de interés.
