### Cartas sobre la evaluación.

mail-assigned-subject = Para evaluar: { $proposal }
mail-assigned-body =
    La Secretaría le pide que evalúe { $proposal }.
    { $review_due }

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

    { $reviews_due }

    En la página de cada propuesta puede aceptar o declinar, y declarar un conflicto de interés.

mail-review_reminder-subject = { $reviews } que entregar antes del { $when }
mail-review_reminder-body =
    { $open_reviews }

    Si no puede juzgar una propuesta, puede abstenerse en su página, indicando el motivo.

mail-review_late-subject = { $late_reviews }
mail-review_late-body =
    { $overdue_reviews }

    Si no puede juzgar una propuesta, decline o absténgase en su página, para que podamos pedírselo a otra persona.

mail-waiting-subject = Pendiente en la Secretaría ({ $count })
mail-waiting-body =
    A { $as_of }, esto lleva tiempo pendiente en la Secretaría:

    { $wait_late }
    { $wait_eligibility }
    { $wait_question }
    { $wait_missing }
    { $wait_publication }

    Cada asunto se menciona una vez cuando lleva demasiado tiempo esperando, y una vez más si más adelante sigue pendiente. La lista de Gestión muestra todo lo pendiente.
