### The city as an account: its own page and people, and those of other cities who write with it.

# Co-editors.
proposals-no-lead = You write this proposal with another organisation. Its own people submit it.
proposals-no-co-disabled = The account of this person is closed. Ask the Secretariat to open it again.
proposals-no-co-member = This person belongs to your organisation and can write the proposal already.
proposals-no-co-staff = People of the Secretariat and reviewers cannot write in a proposal.
proposals-no-co-already = This person is a co-editor already.
proposals-no-co-more = There are 20 co-editors and invitations already. Remove one first.
proposals-together = Writing together
proposals-co-editors = Co-editors from other organisations
proposals-co-edited = Co-edited
proposals-co-lede = People of a partner city who write in this proposal with you. They see this one proposal and nothing else of your organisation. They cannot submit or withdraw it, and do not read your messages with the Secretariat.
proposals-co-none = Nobody yet.
proposals-co-since = Since { $when }
proposals-co-until = The invitation can be accepted until { $when }
proposals-co-invite = Invite someone
proposals-co-invite-text = They get a letter, log in or set up an account, and accept. Whoever did not answer can be invited again with the same address.
proposals-co-locale-hint = The language of the letter, for somebody who has no account yet.
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
mail-co_invited-subject = { $organisation } invites you to co-edit { $proposal }
mail-co_invited-body =
    { $by } of { $organisation } invites you to write together in the proposal { $proposal } to the Metropolis Initiatives.

    You would read and write this one proposal. Submitting it stays with { $organisation }.

    { $account ->
        [new] You have no account yet: set a password first, by this link, which can be used once. Then accept the invitation under “Your proposals”.
       *[known] Log in as always, look at the invitation, and accept or decline it.
    }

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
