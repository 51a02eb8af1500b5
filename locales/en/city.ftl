### The city as an account: its own page and people, and those of other cities who write with it.

# Co-editors.
proposals-no-lead = You write this proposal with another organisation. Its own people submit it.
proposals-no-co-disabled = The account of this person is closed. Ask the Secretariat to open it again.
proposals-no-co-member = This person belongs to your organisation and can write the proposal already.
proposals-no-co-staff = This person cannot be added here. Please ask the Secretariat.
accounts-no-more-invitations = Several invitations went there lately. Please wait an hour before you send another.
proposals-no-co-already = This person is a co-editor already.
proposals-no-co-more = There are 20 co-editors and invitations already. Remove one first.
proposals-together = Writing together
proposals-co-editors = Co-editors from other organisations
proposals-co-edited = Co-edited
proposals-co-lede = People of a partner city who write in this proposal with you. They see this proposal and nothing else of your organisation. They cannot submit or withdraw it, and do not read your messages with the Secretariat.
proposals-co-none = Nobody yet.
proposals-co-since = Since { $when }
proposals-co-until = The invitation can be accepted until { $when }
proposals-co-invite = Invite someone
proposals-co-invite-text = They get an email, log in or set up an account, and accept. Whoever did not answer can be invited again with the same address.
proposals-co-locale-hint = The language of the email, for somebody who has no account yet.
proposals-co-invited = The invitation is on its way.
proposals-co-remove = Remove
proposals-co-withdraw = Take the invitation back
proposals-co-remove-ask = Remove this person? From now on they no longer see the proposal.
proposals-co-removed = The person no longer sees the proposal.
proposals-co-leave = Stop co-editing
proposals-co-leave-ask = Stop co-editing? You will no longer see this proposal.
proposals-co-left = You no longer write in this proposal.
proposals-co-waiting = Invitations to write with another city
proposals-co-invitation = Invitation to co-edit
proposals-co-invitation-lede = { $name } of { $organisation } invites you to write in a proposal.
proposals-co-invitation-text = If you accept, you can read and write this proposal until it is submitted, and see what was submitted. Submitting stays with the organisation that leads it. You can stop at any time.
proposals-co-accept = Accept the invitation
proposals-co-decline = Decline
proposals-co-accepted = You can write in this proposal now.
proposals-co-declined = You have declined the invitation.

# Letters.
mail-co-open = Look at the invitation
mail-co-password = Set a password
mail-co_invited-subject = { $organisation } invites you to co-edit { $proposal }
mail-co_invited-body =
    { $by } of { $organisation } invites you to write together in the proposal { $proposal } to the Metropolis Initiatives.

    You will be able to read and write this proposal, and no other. Submitting it stays with { $organisation }.

    { $way_in }

    It can be accepted until { $when }. If you did not expect this, you need do nothing.
mail-co_removed-subject = You no longer co-edit { $proposal }
mail-co_removed-body =
    { $organisation } has ended your part as a co-editor of { $proposal }. What you wrote stays in the proposal; you no longer see it.

    If you think this is a mistake, write to the people of { $organisation } with whom you worked.
mail-co_left-subject = { $name } no longer co-edits { $proposal }
mail-co_left-body =
    { $name } has stopped co-editing { $proposal } and no longer sees it. What was written stays.

    You can invite somebody else on the page of the proposal.
mail-co_submitted-subject = Submitted: { $proposal }
mail-co_submitted-body =
    { $organisation } has submitted { $proposal }, in which you write.

    Submission: { $number }
    Received: { $when }

    You can read it on its page. The acknowledgement of receipt went to { $organisation }.

# The organisation’s own page, its members, what it says of itself.
layout-nav-city = Your organisation
accounts-no-last-owner = This is the only owner. Make another member owner first.
accounts-no-leaving = You cannot leave: you are the only owner. Invite a member and hand ownership over first.
accounts-no-successor = An owner must be able to log in: this person has not accepted the invitation yet, or the account is disabled.
accounts-no-other-role = This person is a member already. Change the role on the page of the members.
accounts-member-you = You
accounts-role-change = Change role
accounts-role-changed = The role is changed.
accounts-member-remove = Remove
accounts-member-remove-ask = Remove this person? From now on they see nothing of the organisation.
accounts-member-removed = The person is no longer a member.
accounts-roles = What each role may do
accounts-own-part = Your role
accounts-leave = Leave the organisation
accounts-leave-ask = Leave the organisation? You will no longer see its proposals.
accounts-member-left = You have left the organisation.
accounts-hand-over = Hand over ownership
accounts-hand-over-text = The person you choose becomes owner, and you become submitter. Both happen at once; only the new owner can give it back.
accounts-hand-over-to = New owner
accounts-hand-over-missing = Choose who becomes owner.
accounts-handed-over = Ownership is handed over. You are submitter now.
accounts-organisation-edit = Edit details
accounts-organisation-manage = Change roles, remove members
accounts-profile-lede = New proposals start with these details. You can change them in each proposal.
accounts-endorser = Mayor or head of organisation
accounts-manager = Project manager
proposals-of-organisation = Proposals
proposals-by-state = By state
proposals-all-states = All
proposals-prefilled = What is known of your organisation is filled in already. Change it wherever this proposal differs.
proposals-prefilled-fields =
    { $own ->
        [yes] Filled in from the page of your organisation: { $fields }. What you change here changes this proposal alone.
       *[no] Filled in from the page of { $organisation }: { $fields }. What you change here changes this proposal alone.
    }
proposals-prefilled-page = Your organisation’s page
proposals-no-assign-writer = This person writes the proposal, or is invited to write in it, and cannot review it.

# Private notes.
proposals-notes = Private notes
proposals-notes-open = { $count ->
    [one] { $count } open note
   *[other] { $count } open notes
}
proposals-notes-audience = Only those who write this proposal read this: your organisation and its co-editors. It is never submitted.
proposals-notes-none = No notes yet.
proposals-note = Note
proposals-note-section = About
proposals-note-whole = The whole proposal
proposals-note-write = Add note
proposals-note-written = The note is saved.
proposals-note-edited = edited
proposals-note-edit = Edit
proposals-note-changed = This note was changed in another window. Save again to put this text in its place.
proposals-note-remove = Delete
proposals-note-remove-ask = Delete this note?
proposals-note-removed = The note is deleted.
proposals-note-done = Done
proposals-note-resolve = Mark as done
proposals-note-resolved = The note is marked as done.
proposals-note-reopen = Open again
proposals-note-opened = The note is open again.

mail-role-changed-subject = Your role in the Metropolis Initiatives has changed
mail-role-changed-body =
    Your role has changed. It is now: { $part }

    You will find it when you log in, as always with your own password.
mail-role-changed-action = Log in
mail-member-removed-subject = You are no longer a member of { $organisation }
mail-member-removed-body =
    You have been removed from the members of { $organisation } in the Metropolis Initiatives. You no longer see its proposals; what you wrote stays.

    If you think this is a mistake, write to its owners.
mail-member-left-subject = { $name } has left { $organisation }
mail-member-left-body =
    { $name } has left { $organisation } in the Metropolis Initiatives, and no longer sees its proposals. What was written stays.
mail-member-left-action = Look at the members
mail-co_reminder-subject = Not answered yet: { $organisation } invites you to co-edit { $proposal }
mail-co_reminder-body =
    You are invited to write in the proposal { $proposal } of { $organisation }, and have not answered yet. The invitation can be accepted until { $when }.

    The button leads to it; if you have no account yet, first to a page on which you choose a password. An earlier link to such a page no longer works.

    If you do not want to take part, decline the invitation or do nothing. You will not be reminded again.
