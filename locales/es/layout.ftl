### El marco de cada página, los estados, los temas y las palabras comunes a los formularios y a los errores.
### En los modelos para los scripts, {"{"}nombre{"}"} lo completa el script.

layout-service = Iniciativas Metropolis
layout-brand-second = Iniciativas
layout-skip = Ir al contenido
layout-new-tab = (se abre en una pestaña nueva)
layout-menu = Menú
layout-menu-close = Cerrar
layout-site-nav = Navegación principal
layout-work-nav = Su trabajo
layout-footer-nav = Otras páginas
layout-languages = Idioma
layout-account = Su cuenta:
layout-log-in = Iniciar sesión
layout-log-out = Cerrar sesión
layout-footer-about = Proyectos de las ciudades y para las ciudades, liderados por miembros de la asociación mundial de las grandes metrópolis.
layout-demo-label = Demostración
layout-demo = Demostración: nada de lo que hay aquí se envía a nadie.
layout-demo-mail = Leer los correos electrónicos en /demo/mail

layout-nav-initiatives = Iniciativas
layout-nav-map = Mapa
layout-nav-calls = Convocatorias
layout-nav-benefits = Beneficios
layout-nav-publications = Publicaciones
layout-nav-about = Acerca de las Iniciativas
layout-nav-privacy = Privacidad
layout-nav-accessibility = Accesibilidad
layout-nav-contact = Contacto
layout-nav-proposals = Sus propuestas
layout-nav-desk = Gestión
layout-nav-desk-calls = Gestionar convocatorias
layout-nav-organisations = Organizaciones
layout-nav-subscribers = Suscriptores
layout-nav-messages = Mensajes
layout-nav-people = Personas
layout-nav-mail = Correos
layout-nav-content = Páginas públicas
layout-nav-admin = Administración

layout-breadcrumb = Dónde está
layout-pager = Páginas de esta lista
layout-pager-previous = Anterior
layout-pager-next = Siguiente

layout-deadline-yours = En su hora:
layout-deadline-left = Tiempo restante: {"{"}left{"}"}
layout-deadline-passed = La fecha límite ha pasado mientras esta página estaba abierta. Vuelva a cargarla para ver qué puede hacer ahora.

layout-session-title = Su sesión está a punto de terminar
layout-session-text = Lleva un rato sin actividad. Mantenga la sesión abierta para seguir trabajando.
layout-session-left = Tiempo restante:
layout-session-extend = Mantener la sesión
layout-session-dismiss = Cerrar este mensaje
layout-session-failed = No se pudo prolongar la sesión. Copie su texto y vuelva a iniciar sesión.
layout-confirm-yes = Sí, continuar
layout-confirm-no = No, volver

layout-state-draft = Borrador
layout-state-submitted = Presentada
layout-state-under_review = En evaluación
layout-state-returned = Devuelta para cambios
layout-state-approved = Aprobada
layout-state-running = En curso
layout-state-completed = Completada
layout-state-discontinued = Terminada antes de plazo
layout-state-not_selected = No seleccionada
layout-state-withdrawn = Retirada

layout-theme-governance = Gobernanza
layout-theme-social_inclusion = Inclusión social
layout-theme-urban_innovation = Innovación urbana
layout-theme-sustainability = Sostenibilidad

form-required = obligatorio
form-optional = opcional
form-choose = Elija…
form-error-prefix = Error:
form-errors-title = Revise estas respuestas, por favor
form-error-at = { $place }: { $message }
form-limit-words = { $limit } palabras como máximo
form-limit-characters = { $limit } caracteres como máximo
form-counter-words = Palabras: {"{"}count{"}"} de {"{"}limit{"}"}
form-counter-characters = Caracteres: {"{"}count{"}"} de {"{"}limit{"}"}
form-counter-over = sobran {"{"}over{"}"}
form-save = Guardar
form-cancel = Cancelar
form-search = Buscar
form-filter = Mostrar
form-filter-clear = Quitar todo

form-missing = Complete este campo, por favor.
form-too-long = { $max } caracteres como máximo.
form-email-wrong = Escriba una dirección de correo, por ejemplo nombre@ciudad.example.
form-date-wrong = Escriba una fecha, por ejemplo 2014-05-15.
form-choice-wrong = Elija una de las respuestas de la página.

error-request-id = Si nos escribe, indique este número:
error-home = Ir a la página de inicio
error-back = Ver cómo está ahora
layout-pair = { $what }: { $name }
layout-about = : { $what }
