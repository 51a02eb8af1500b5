### Las publicaciones: como las añade y cambia la secretaría, y como las lee todo el mundo.

# En Gestión.
publications-desk = Editar las publicaciones
publications-desk-lede = En el orden de la página pública. Solo la Secretaría ve las que están ocultas, con sus portadas y archivos.
publications-none-desk = Añada la primera más abajo.
publications-add = Añadir una publicación
publications-lede = Aparece entre las publicaciones y se comunica a quienes quieren saberlo todo.
publications-edit = Editar una publicación
publications-edit-lede = Los cambios no se comunican a nadie.
publications-see = Ver su página
publications-change = Editar
publications-hide = Ocultar
publications-show = Mostrar
publications-up = Subir: { $title }
publications-down = Bajar: { $title }
publications-badge-hidden = Oculta
publications-is-hidden = Esta publicación está oculta
publications-is-hidden-text = Solo la Secretaría ve esta página, su portada y sus archivos.

# El formulario.
publications-title = Título
publications-summary = Resumen
publications-year = Año
publications-theme = Tema
publications-no-theme = Ningún tema en particular
publications-link = Dirección web
publications-link-hint = Dónde puede leerse en otro sitio, si es posible.
publications-initiatives = Iniciativas
publications-initiatives-hint = Aquellas a las que pertenece, una por línea: la referencia, como MI-2014-005, o la dirección de la página pública. Lo que siga en la línea es para su propio uso.
publications-cover = Portada
publications-cover-image = Imagen de la portada
publications-cover-hint = JPEG, PNG o WebP, de 10 MB como máximo. De una fotografía se quitan los datos del lugar y de la cámara. Sin imagen, se dibuja una portada sencilla.
publications-cover-now = La portada actual
publications-files = Archivos
publications-files-hint = Un PDF por idioma, de 25 MB como máximo cada uno. Uno nuevo ocupa el lugar del anterior.
publications-file-en = PDF en inglés
publications-file-fr = PDF en francés
publications-file-es = PDF en español
publications-other-language = Otro idioma
publications-no-other = Ninguno
publications-file-other = PDF en ese idioma
publications-remove = Quitar
publications-publish = Publicar y comunicar

# Lo que no está bien.
publications-title-missing = Escriba el título en este idioma.
publications-summary-missing = Escriba el resumen en este idioma.
publications-year-wrong = Escriba el año con cuatro cifras, como 2014.
publications-initiative-wrong = «{ $line }» no designa ninguna Iniciativa. Empiece la línea con su referencia, como MI-2014-005, o con la dirección de su página.
publications-initiative-unknown = No hay ninguna Iniciativa pública { $line }.
publications-initiatives-many = { $limit } Iniciativas como máximo, por favor.
publications-other-missing = Elija el PDF en el idioma indicado, o no indique ningún idioma.
publications-language-missing = Elija el idioma de este PDF.
publications-language-twice = Hay otro PDF en este idioma: elija uno de los dos.
publications-conflict = Otra persona ha cambiado esta publicación mientras tanto. No se ha sustituido nada, y lo que usted escribió sigue en el formulario. Guarde de nuevo para ponerlo en su lugar.
publications-conflict-text = Otra persona ha guardado esta publicación mientras tanto. No se ha sustituido nada. Las diferencias figuran una al lado de otra; su texto sigue en el formulario. Guarde de nuevo para ponerlo en su lugar.

# Lo que se ha hecho.
publications-added = La publicación se ha añadido.
publications-saved = La publicación se ha guardado.
publications-moved = La publicación se ha movido.
publications-hidden = La publicación está oculta.
publications-shown = La publicación es visible para todos.

# Lo que lee todo el mundo.
publications-languages = Idiomas:
publications-read = Leer la publicación
publications-file-size = (PDF, { $size })
publications-elsewhere = Leer en otro sitio web
publications-no-files = Esta publicación no se conserva aquí. Solicite un ejemplar a la Secretaría General de Metropolis.
publications-guidelines-text = Qué se pide a una propuesta y cómo se evalúa: para leer, para imprimir y para programas.
publications-guidelines-json = JSON
