### La ciudad como cuenta: su página y sus miembros, y las personas de otras ciudades que escriben con ella.

# Coedición.
proposals-no-lead = Usted redacta esta propuesta con otra organización. La presentan los miembros de esa organización.
proposals-no-co-disabled = La cuenta de esta persona está cerrada. Pida a la Secretaría que la abra de nuevo.
proposals-no-co-member = Esta persona pertenece a su organización y ya puede redactar la propuesta.
proposals-no-co-staff = No se puede añadir aquí a esta persona. Consulte a la Secretaría.
accounts-no-more-invitations = Se han enviado varias invitaciones a esta dirección hace poco. Espere una hora antes de enviar otra.
proposals-no-co-already = Esta persona ya participa en la redacción.
proposals-no-co-more = Ya hay 20 personas coeditoras e invitaciones. Quite antes una.
proposals-together = Redactar en común
proposals-co-editors = Personas coeditoras de otras organizaciones
proposals-co-edited = En coedición
proposals-co-lede = Personas de una ciudad socia que redactan esta propuesta con ustedes. Ven solo esta propuesta y nada más de su organización. No pueden presentarla ni retirarla, y no leen sus mensajes con la Secretaría.
proposals-co-none = Nadie todavía.
proposals-co-since = Desde el { $when }
proposals-co-until = La invitación se puede aceptar hasta el { $when }
proposals-co-invite = Invitar a alguien
proposals-co-invite-text = La persona recibe un correo electrónico, inicia sesión o crea su cuenta, y acepta. Si no ha respondido, puede invitarla de nuevo con la misma dirección.
proposals-co-locale-hint = El idioma del correo electrónico, para quien todavía no tiene cuenta.
proposals-co-invited = La invitación está en camino.
proposals-co-remove = Quitar
proposals-co-withdraw = Anular la invitación
proposals-co-remove-ask = ¿Quitar a esta persona? Desde ahora ya no verá la propuesta.
proposals-co-removed = Esta persona ya no ve la propuesta.
proposals-co-leave = Dejar de coeditar
proposals-co-leave-ask = ¿Dejar de coeditar? Ya no verá esta propuesta.
proposals-co-left = Usted ya no redacta esta propuesta.
proposals-co-waiting = Invitaciones a redactar con otra ciudad
proposals-co-invitation = Invitación a coeditar
proposals-co-invitation-lede = { $name }, de { $organisation }, le invita a redactar una propuesta.
proposals-co-invitation-text = Si acepta, podrá leer y redactar esta propuesta hasta que se presente, y ver lo que se presentó. La presenta la organización que la lidera. Puede dejarlo en cualquier momento.
proposals-co-accept = Aceptar la invitación
proposals-co-decline = Rechazar
proposals-co-accepted = Ahora puede redactar esta propuesta.
proposals-co-declined = Ha rechazado la invitación.

# Cartas.
mail-co-open = Ver la invitación
mail-co-password = Elegir una contraseña
mail-co_invited-subject = { $organisation } le invita a coeditar { $proposal }
mail-co_invited-body =
    { $by }, de { $organisation }, le invita a redactar en común la propuesta { $proposal } para las Iniciativas Metropolis.

    Podrá leer y redactar únicamente esta propuesta. La presenta { $organisation }.

    { $way_in }

    Se puede aceptar hasta el { $when }. Si no esperaba este correo electrónico, no tiene que hacer nada.
mail-co_removed-subject = Ya no coedita { $proposal }
mail-co_removed-body =
    { $organisation } ha puesto fin a su participación en la redacción de { $proposal }. Lo que escribió queda en la propuesta; usted ya no la ve.

    Si cree que es un error, escriba a las personas de { $organisation } con las que trabajó.
mail-co_left-subject = { $name } ya no coedita { $proposal }
mail-co_left-body =
    { $name } ha dejado de coeditar { $proposal } y ya no la ve. Lo escrito se conserva.

    Puede invitar a otra persona en la página de la propuesta.
mail-co_submitted-subject = Presentada: { $proposal }
mail-co_submitted-body =
    { $organisation } ha presentado { $proposal }, en la que usted escribe.

    Presentación: { $number }
    Recibida: { $when }

    Puede leerla en su página. El acuse de recibo se envió a { $organisation }.

# La página de la organización, sus miembros, lo que dice de sí misma.
layout-nav-city = Su organización
accounts-no-last-owner = Es la única persona responsable. Nombre antes responsable a otro miembro.
accounts-no-leaving = No puede dejar la organización: usted es la única persona responsable. Invite antes a un miembro y traspásele la responsabilidad.
accounts-no-successor = Quien es responsable debe poder iniciar sesión: esta persona aún no ha aceptado la invitación, o su cuenta está desactivada.
accounts-no-other-role = Esta persona ya es miembro. Cambie su función en la página de los miembros.
accounts-member-you = Usted
accounts-role-change = Cambiar la función
accounts-role-changed = Se ha cambiado la función.
accounts-member-remove = Quitar
accounts-member-remove-ask = ¿Quitar a esta persona? Desde ahora ya no verá nada de la organización.
accounts-member-removed = Esta persona ya no es miembro.
accounts-roles = Lo que permite cada función
accounts-own-part = Su función
accounts-leave = Dejar la organización
accounts-leave-ask = ¿Dejar la organización? Ya no verá sus propuestas.
accounts-member-left = Ha dejado la organización.
accounts-hand-over = Traspasar la responsabilidad
accounts-hand-over-text = La persona elegida pasa a ser responsable y usted podrá redactar y presentar. Ambas cosas ocurren a la vez; solo la nueva persona responsable puede devolverle la responsabilidad.
accounts-hand-over-to = Nueva persona responsable
accounts-hand-over-missing = Elija quién será responsable.
accounts-handed-over = Se ha traspasado la responsabilidad. Ahora usted puede redactar y presentar.
accounts-organisation-edit = Modificar los datos
accounts-organisation-manage = Cambiar funciones, quitar miembros
accounts-profile-lede = Las propuestas nuevas empiezan con estos datos. Puede cambiarlos en cada una.
accounts-endorser = Alcalde, alcaldesa o máximo responsable de la organización
accounts-manager = Persona a cargo del proyecto
proposals-of-organisation = Propuestas
proposals-by-state = Por estado
proposals-all-states = Todas
proposals-prefilled = Lo que se sabe de su organización ya está escrito. Cambie lo que sea distinto en esta propuesta.
proposals-prefilled-fields =
    { $own ->
        [yes] Tomado de la página de su organización: { $fields }. Lo que cambie aquí solo cambia esta propuesta.
       *[no] Tomado de la página de { $organisation }: { $fields }. Lo que cambie aquí solo cambia esta propuesta.
    }
proposals-prefilled-page = La página de su organización
proposals-no-assign-writer = Esta persona redacta la propuesta, o está invitada a hacerlo, y no puede evaluarla.

# Notas privadas.
proposals-notes = Notas privadas
proposals-notes-open = { $count ->
    [one] { $count } nota abierta
   *[other] { $count } notas abiertas
}
proposals-notes-audience = Solo lo leen quienes redactan esta propuesta: su organización y las personas coeditoras. Nunca se presenta.
proposals-notes-none = Todavía no hay notas.
proposals-note = Nota
proposals-note-section = Acerca de
proposals-note-whole = Toda la propuesta
proposals-note-write = Añadir la nota
proposals-note-written = Se ha guardado la nota.
proposals-note-edited = modificada
proposals-note-edit = Modificar
proposals-note-changed = Esta nota se ha modificado en otra ventana. Guarde de nuevo para poner este texto en su lugar.
proposals-note-remove = Borrar
proposals-note-remove-ask = ¿Borrar esta nota?
proposals-note-removed = Se ha borrado la nota.
proposals-note-done = Resuelta
proposals-note-resolve = Marcar como resuelta
proposals-note-resolved = Se ha marcado la nota como resuelta.
proposals-note-reopen = Abrir de nuevo
proposals-note-opened = Se ha abierto la nota de nuevo.

mail-role-changed-subject = Su función en las Iniciativas Metropolis ha cambiado
mail-role-changed-body =
    Su función ha cambiado. Ahora es: { $part }

    La encontrará al iniciar sesión, como siempre con su contraseña.
mail-role-changed-action = Iniciar sesión
mail-member-removed-subject = Ya no es miembro de { $organisation }
mail-member-removed-body =
    Ya no figura entre los miembros de { $organisation } en las Iniciativas Metropolis. Ya no ve sus propuestas; lo que escribió se conserva.

    Si cree que es un error, escriba a sus responsables.
mail-member-left-subject = { $name } ha dejado { $organisation }
mail-member-left-body =
    { $name } ha dejado { $organisation } en las Iniciativas Metropolis y ya no ve sus propuestas. Lo escrito se conserva.
mail-member-left-action = Ver los miembros
mail-co_reminder-subject = Invitación sin respuesta: coeditar { $proposal } con { $organisation }
mail-co_reminder-body =
    Tiene una invitación para participar en la redacción de la propuesta { $proposal } ({ $organisation }) y aún no ha respondido. Se puede aceptar hasta el { $when }.

    El botón lleva a la invitación; si aún no tiene cuenta, lleva primero a una página en la que elegirá una contraseña. Si ya había recibido un enlace a esa página, ha dejado de funcionar.

    Si no desea participar, rechace la invitación o no haga nada. No recibirá más recordatorios de esta invitación.
