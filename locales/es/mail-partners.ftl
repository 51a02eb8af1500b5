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
