### Lo que dicen las páginas públicas: las páginas en las que la Secretaría lo cambia, y lo que dicen por sí mismas (Markdown).

content-title = Textos de las páginas públicas
content-lede = Lo que los visitantes leen en las páginas públicas, en cada idioma. Lo que usted cambie puede leerse enseguida.
content-page-home = Página de inicio
content-page-participation = Cómo participar
content-page-benefits = Beneficios
content-page-about = Acerca de las Iniciativas
content-page-privacy = Privacidad
content-page-accessibility = Accesibilidad
content-page-publications = Publicaciones
content-name-association = Nombre de la asociación
content-name-heading = Título de la página
content-name-lede = Línea bajo ese título
content-name-title = Título
content-name-text = Texto
content-name-note = Introducción
content-name-item = Beneficio { $number }
content-change = Editar
content-edit = Editar los textos de esta página
content-see = Ver la página pública
content-nothing = Vacío
content-hint = Cada texto debe figurar en los tres idiomas. Un texto opcional puede quedar vacío en todos ellos: entonces no se muestra.
content-markdown = En Markdown: una línea vacía empieza un párrafo nuevo, «- » una lista, «## » un encabezado; **negrita**, *cursiva*, [texto de un enlace](/calls). El HTML se muestra tal como se escribe.
content-in-all = Escríbalo también en este idioma.
content-shown = El formulario contiene la versión { $number }. Los visitantes volverán a leerla en cuanto usted la guarde.
content-look = Lo que leerán los visitantes
content-look-wrong = Esto no puede guardarse todavía:
content-versions = Lo que estos textos decían antes
content-changed = Cambios:
content-saved = Los textos se han guardado. Los visitantes los leen desde ahora.
content-same = No había ningún cambio, así que no se ha guardado nada.
content-was-reset = La página vuelve a tener el texto habitual del servicio.

content-text-head-heading = Proyectos de las ciudades, para las ciudades
content-text-head-lede = Una metrópoli lidera una Iniciativa; otras ciudades, empresas, universidades y asociaciones se suman, y todas aprenden de ella.
content-text-what-title = ¿Qué son las Iniciativas Metropolis?
content-text-what-text =
    Las Iniciativas Metropolis son proyectos y servicios de las ciudades, para las ciudades. Cada una está liderada por un miembro o socio de Metropolis, la asociación mundial de las grandes metrópolis; otras ciudades, empresas, universidades y asociaciones se suman a ella.

    Pertenecen a cuatro temas: gobernanza, inclusión social, innovación urbana y sostenibilidad. [Más sobre las Iniciativas](/about)

content-text-participation-title = Cómo participar
content-text-participation-text =
    - **Liderar una Iniciativa.** Mientras una convocatoria está abierta, una organización que la convocatoria admita redacta aquí su propuesta, con sus socios, y la presenta antes de la fecha límite. [Ver las convocatorias](/calls)
    - **Sumarse a una Iniciativa.** Las Iniciativas están abiertas a nuevos socios: sus páginas dicen quién las lidera y qué se proponen. [Ver las Iniciativas](/initiatives) y después [escribirnos](/contact).
    - **Seguir una Iniciativa.** Puede recibir por correo noticias de una Iniciativa, de una ciudad, de un tema o de las nuevas convocatorias. No hace falta una cuenta, y puede dejarlo en cualquier momento. [Elegir lo que desea recibir](/subscriptions)

content-text-benefits-title = ¿Cuáles son los beneficios?
content-text-benefits-text = Lo que una ciudad o un socio gana al liderar una Iniciativa o al participar en ella:

content-text-about-title = Acerca de las Iniciativas
content-text-about-text =
    Las Iniciativas Metropolis son proyectos y servicios de las ciudades, para las ciudades. Desde 2012, miembros y socios de Metropolis, la asociación mundial de las grandes metrópolis, las lideran junto con otras ciudades, empresas, universidades y asociaciones. Cada una tiene sus propios objetivos, sus propios socios y su propia financiación, y todas las ciudades pueden aprender de ella.

    ## Cuatro temas

    - **Gobernanza**: cómo se gestionan las metrópolis, y quién lo hace
    - **Inclusión social**: una ciudad para todas las personas que viven en ella
    - **Innovación urbana**: nuevas maneras de hacer lo que hacen las ciudades
    - **Sostenibilidad**: clima, agua, movilidad, energía

    ## De la propuesta a la Iniciativa

    1. Una convocatoria indica quién puede presentar una propuesta, hasta cuándo y qué se pide.
    2. Una ciudad u otra organización redacta aquí su propuesta, con sus socios, y la presenta. Recibe un acuse de recibo.
    3. La Secretaría comprueba si la propuesta es admisible. Las personas evaluadoras la leen y la puntúan.
    4. El Consejo de Administración de Metropolis decide. Lo que se aprueba se convierte en una Iniciativa, con su propia página aquí.
    5. Sus hitos e informes se publican en esa página, hasta que concluye.

content-text-privacy-title = Privacidad
content-text-privacy-text =
    Esta página indica qué guarda este servicio sobre las personas, por qué, y a quién puede dirigirse.

    ## Si solo lee

    Puede leer todas las páginas públicas sin una cuenta. Su visita no se mide ni se rastrea, y no se carga nada de otros sitios.

    Hay dos cookies. Una guarda durante un año el idioma que eligió. La otra, la cookie de sesión, se crea cuando inicia sesión o cuando una página tiene que decirle que su formulario ha llegado; desaparece al cerrar el navegador.

    Para mantener fuera a las máquinas que adivinan contraseñas o envían correo no deseado, los inicios de sesión fallidos y los correos pedidos se cuentan mediante una huella de la dirección de red, durante un día como máximo.

    ## Si tiene una cuenta

    - Su nombre, su correo electrónico, su idioma y su zona horaria, sus organizaciones y sus funciones. Su contraseña se guarda de una forma que no permite leerla.
    - Cada inicio de sesión, con su hora, la dirección de red y el nombre que se da su navegador: ve sus sesiones abiertas en la página de su cuenta, y puede cerrarlas. Una sesión termina tras media hora sin uso y, en todo caso, a las doce horas.
    - Lo que escribe: propuestas con sus versiones anteriores y sus archivos, mensajes, evaluaciones. Mientras escribe, su propio navegador guarda una copia de lo que aún no nos ha llegado.
    - Lo que se hizo con una propuesta, quién lo hizo y cuándo. Este registro no puede cambiarse después: una decisión debe poder verificarse.

    ## Si una propuesta le menciona

    Una propuesta menciona a quienes responden de ella y a sus socios, con sus correos electrónicos. A los socios se les pregunta por correo si desean recibir noticias de ella; cada correo tiene un enlace que detiene todos los siguientes.

    ## Si recibe nuestros correos

    Guardamos su dirección, lo que desea recibir, con qué frecuencia y en qué idioma, desde cuándo, y dónde consta su consentimiento. Lo que no confirma se elimina a los treinta días. Cada correo tiene un enlace con el que cambia lo que recibe o lo detiene todo. Si lo detiene, guardamos la dirección con un solo fin: que ninguna lista vuelva a suscribirle. Lo enviado se conserva, para poder decir qué se le comunicó.

    ## Si nos escribe

    Guardamos su nombre, su dirección y su mensaje, para responderle, y los eliminamos dos años después de responderle. Un mensaje que se le pide confirmar por correo, y que no confirma, se elimina al cabo de una semana. Un mensaje sobre una Iniciativa llega también a la organización que la lidera.

    ## Lo que es público

    De una propuesta aprobada solo se publican las respuestas que las bases de su convocatoria señalan como públicas. Todo lo demás lo leen quienes trabajan en ella: sus autores, la Secretaría y las personas evaluadoras a quienes se les asigna.

    ## A quién dirigirse

    La Secretaría General de Metropolis responde de este servicio. Puede [escribirnos](/contact) si quiere saber qué se guarda sobre usted, pedir que se corrija o se elimine, u oponerse a su uso. Si nuestra respuesta no le satisface, puede presentar una reclamación ante la autoridad de protección de datos de su país.

content-text-accessibility-title = Accesibilidad
content-text-accessibility-text =
    Todas las personas deben poder leer estas páginas y participar. Están hechas para cumplir las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, niveles A y AA.

    ## Qué se ha comprobado

    - Cada cambio de este servicio se comprueba de forma automática antes de usarse: las páginas se examinan según las reglas de las WCAG 2.0 a 2.2, niveles A y AA, que una máquina puede comprobar; en ventanas anchas y estrechas, en claro y en oscuro, ampliadas al 400 %, y con colores forzados.
    - Todo el camino, del borrador a la Iniciativa en curso, se recorre solo con el teclado, y otra vez sin JavaScript.
    - A mano, en un navegador: el orden y el indicador del foco, el pegado de texto, el tamaño de botones y enlaces, un espaciado del texto más amplio, la ampliación al 400 % y los colores forzados.

    ## Límites conocidos

    - Aún no se ha probado ningún lector de pantalla, y nadie que dependa de uno ha examinado estas páginas.
    - La accesibilidad de los archivos que adjuntan las ciudades depende de sus autores. Los documentos que crea el servicio llevan etiquetas para los lectores de pantalla.
    - Las propuestas figuran en el idioma en que se escribieron, y ese idioma está señalado.
    - Una sesión termina doce horas después de iniciarla y no puede prolongarse más. Lo que estaba escribiendo vuelve cuando inicia sesión de nuevo.

    ## Si algo no le funciona

    Puede [escribirnos](/contact) e indicar en qué página y qué ocurrió. Le responderemos, y le daremos de otra manera lo que necesita. Si nuestra respuesta no le ayuda, puede presentar una reclamación ante la autoridad que vela por la accesibilidad de los sitios web públicos en su país.
