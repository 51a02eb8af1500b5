# Cartas a los socios.
mail-partners-ask-subject = { $partner }: se le menciona en { $reference }
mail-partners-ask-body =
    { $lead } ha presentado la propuesta «{ $title }» ({ $reference }) a las Iniciativas Metropolis y menciona a { $partner } como socio.

    Díganos con un clic si confirma su participación, si solo desea recibir novedades o ninguna de las dos cosas. Si no responde, no volveremos a escribirle sobre esta propuesta.
mail-partners-approved-subject = { $title } ha sido aprobada
mail-partners-approved-body =
    La Iniciativa Metropolis «{ $title }», liderada por { $lead }, ha sido aprobada. Ya figura en el catálogo público.
mail-partners-running-subject = { $title } está en curso
mail-partners-running-body =
    La Iniciativa Metropolis «{ $title }», liderada por { $lead }, está en curso.
mail-partners-completed-subject = { $title } ha concluido
mail-partners-completed-body =
    La Iniciativa Metropolis «{ $title }», liderada por { $lead }, ha concluido. Su página en el catálogo muestra los resultados.
mail-partners-discontinued-subject = { $title } ha terminado antes de lo previsto
mail-partners-discontinued-body =
    La Iniciativa Metropolis «{ $title }», liderada por { $lead }, ha terminado antes de lo previsto. Su página permanece en el catálogo y así lo indica.
mail-partners-answer-button = Dar su respuesta
mail-partners-read-button = Ver la Iniciativa

# Cartas a quienes pidieron noticias.
mail-subscription-confirm-subject = Confirme, por favor: correos de las Iniciativas Metropolis
mail-subscription-confirm-body =
    Alguien, esperamos que usted, ha pedido que esta dirección reciba correos de las Iniciativas Metropolis.

    Abra la página que hay tras el botón: muestra lo que se ha pedido. No se envía nada antes de que lo confirme allí. Si no ha sido usted, no tiene que hacer nada.
mail-subscription-confirm-button = Ver y confirmar
mail-partners-call-opened-subject = Convocatoria de propuestas: { $call }
mail-partners-call-opened-body =
    Hay una convocatoria de propuestas abierta: «{ $call }». Se pueden presentar propuestas hasta el { $closes }.

    { $summary }
mail-partners-call-extended-subject = Más tiempo: { $call }
mail-partners-call-extended-body =
    El plazo de la convocatoria de propuestas «{ $call }» se ha ampliado. Se pueden presentar propuestas hasta el { $closes }.
mail-partners-call-button = Ver la convocatoria
mail-partners-publication-subject = Nueva publicación: { $title }
mail-partners-publication-body =
    Hay una nueva publicación de las Iniciativas Metropolis: «{ $title }».

    { $summary }
mail-partners-publication-button = Ver la publicación
mail-digest-subject = { $first }{ $more_news }
mail-digest-body = Esto es lo nuevo en las Iniciativas Metropolis.
mail-notices-subject = { $first }{ $more_notices }
mail-notices-body = Esto es lo que ha ocurrido en torno a su trabajo en las Iniciativas Metropolis.
mail-partners-news-subject = { $title }: { $headline }
mail-partners-news-body =
    { $what_is_new }

    { $text }
