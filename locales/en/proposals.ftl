### Proposals: writing, submitting, and what becomes of them.

# Why something cannot be done.
proposals-no-not-now = This cannot be done in the present state of the proposal. Look at it again: somebody may have been faster.
proposals-no-writing = This proposal cannot be changed in its present state.
proposals-no-submitter = You can write, but not submit. Ask an owner or a submitter of your organisation to submit it.
proposals-no-owner = Only an owner of your organisation can do this.
proposals-no-closed = The call has closed. Your text is kept. Once it is complete you can still hand it in late; the Secretariat decides whether to admit it.
proposals-no-due-passed = The time for changes is over. Your text is kept. Once it is complete you can still hand it in late; the Secretariat decides whether to admit it.
proposals-no-reopen-returned = It was returned for changes once, so it can no longer be taken back.
proposals-no-reopen-closed = The call has closed, so it can no longer be taken back.
proposals-no-discard-submitted = It was submitted once, so it cannot be deleted. You can withdraw it.
proposals-no-eligibility-open = Check first whether the proposal is eligible.
proposals-no-eligibility-failed = The proposal is not eligible.
proposals-no-decision-prepared = A decision is prepared for this proposal. Take it back first.
proposals-no-review-closed = The review is not open.
proposals-no-own-review-first = Hand in your own review first; then you can read those of others.
proposals-no-incomplete = Some answers are missing or wrong. Check the proposal, then submit it.
proposals-no-reason = Give a reason.
proposals-no-comment = Write something first.
proposals-no-due-past = This moment is past. Choose a later one.
proposals-no-decision-incomplete = A decision needs who decided, on which day, and, unless it approves, a reason.
proposals-no-source = Say where the proposal is known from.
proposals-no-register-state = A proposal can be registered as submitted, approved or running.
proposals-no-call-later = This call has not opened yet.
proposals-no-call-closed = This call has closed.
proposals-no-call-admits = This call is not open to organisations of your kind.

# Buttons: the words of the workflow.
proposals-do-create = Start a proposal
proposals-do-register = Register a proposal
proposals-do-discard = Delete draft
proposals-do-submit = Submit proposal
proposals-do-admit = Admit late submission
proposals-do-reopen = Take back to draft
proposals-do-start_review = Start review
proposals-do-return = Return for changes
proposals-do-resubmit = Submit proposal
proposals-do-approve = Approve
proposals-do-not_select = Do not select
proposals-do-revise = Change decision
proposals-do-start_running = Start running
proposals-do-complete = Complete
proposals-do-end_early = End early
proposals-do-withdraw = Withdraw
proposals-do-reinstate = Reinstate

# The timeline.
proposals-did-create = Draft started
proposals-did-register = Registered from other sources
proposals-did-discard = Draft deleted
proposals-did-submit = Submitted
proposals-did-admit = Late submission admitted
proposals-did-reopen = Taken back to draft
proposals-did-start_review = Review started
proposals-did-return = Returned for changes
proposals-did-resubmit = Submitted again
proposals-did-approve = Approved
proposals-did-not_select = Not selected
proposals-did-revise = Decision taken back
proposals-did-start_running = Started running
proposals-did-complete = Completed
proposals-did-end_early = Ended early
proposals-did-withdraw = Withdrawn
proposals-did-reinstate = Reinstated
proposals-note-submission = Submission { $number }
proposals-note-due = Changes due by { $due }
proposals-note-starts = From { $day } on
proposals-note-ended = On { $day }
proposals-secretariat = Secretariat

# What to do next, by state.
proposals-next-draft = Write, check and submit it before the call closes.
proposals-next-late = The call has closed. Your text is kept.
proposals-next-submitted = It has been received. The Secretariat checks whether it is eligible.
proposals-next-under_review = It is being reviewed. You need not do anything now.
proposals-next-returned = Make the changes you were asked for, answer each request, then submit it again in time.
proposals-next-approved = It has been approved and stands in the public catalogue.
proposals-next-running = The Initiative is running.
proposals-next-completed = The Initiative is completed.
proposals-next-discontinued = The Initiative ended early.
proposals-next-not_selected = It has not been selected.
proposals-next-withdrawn = It has been withdrawn.

# One’s own proposals, and starting one.
proposals-untitled = Untitled proposal
proposals-empty = No proposals yet
proposals-empty-open = A call is open. Start a proposal and come back to it as often as you like, alone or with colleagues.
proposals-empty-closed = No call is open to your organisation at present.
proposals-start-text = Choose a call. You need not have anything ready: a draft can be incomplete in any way.
proposals-start-none = No call is open
proposals-start-guidelines = Read the guidelines first
proposals-organisation = Organisation
proposals-closing-call = The call closes
proposals-closing-due = Submit your changes by

# A proposal’s page.
proposals-sections = Sections
proposals-section-place = { $place } of { $count }: { $title }
proposals-answered = Required answers
proposals-answered-of = { $answered } of { $required }
proposals-section-complete = Complete
proposals-section-missing = { $count } missing
proposals-section-wrong = { $count } to correct
proposals-continue = Continue writing
proposals-check = Check and submit
proposals-public-page = See its public page
proposals-read = Read the whole proposal
proposals-text = The whole proposal
proposals-decision = Decision
proposals-decided-by = Decided by
proposals-decided-on = Date
proposals-decided-session = Session
proposals-decided-minutes = Minutes
proposals-reason = Reason
proposals-submissions = Submissions
proposals-letters = Emails that you were sent
proposals-letter-sent = Sent
proposals-letter-bounced = Came back: check your address
proposals-submission = Submission
proposals-submission-number = Submission { $number }
proposals-timeline = What happened
proposals-thread = Messages with the Secretariat
proposals-thread-audience = Your organisation and the Secretariat read this, and are told by email.
proposals-comment-sent = Your message has been sent.
proposals-back = Back to the proposal

# Writing a section.
proposals-section-hint = Save as often as you like. Several people can write at the same time; answers may be missing until you submit.
proposals-public-mark = published
proposals-sum = Sum
proposals-save-next = Save and go on
proposals-save-check = Save and check
proposals-saved = Last saved: { $when }
proposals-saved-now = Saved.
proposals-not-saved = Nothing was saved: meanwhile the proposal has moved on and cannot be changed any more. What you typed stands below, so that you can copy it.
proposals-clash-title = Someone else changed the same answers
proposals-clash-line = Two texts: decide which text stays.
proposals-clash-by = Saved by { $name }, { $when }
proposals-clash-yours = Your text, not saved yet
proposals-clash-theirs = Keep the saved text
proposals-clash-mine = Keep my text
proposals-clash-edit = You can also bring both together below, and then keep your text. Everything else on this page is saved.

# Checking and submitting.
proposals-check-title = Check
proposals-check-count = { $count ->
    [one] One answer is missing or has to be corrected.
   *[other] { $count } answers are missing or have to be corrected.
}
proposals-check-clear = Nothing is missing
proposals-check-clear-text = All required answers are there and within their limits.
proposals-look = Look at it
proposals-to-submission = Go on to submit
proposals-confirm-title = Submit this proposal?
proposals-confirm-text = What is written now will be submitted, numbered and kept unchanged. The people of your organisation who submit get a receipt by email. Until the call closes, you can take it back as long as its review has not started.
proposals-confirm-text-again = What is written now will be submitted, numbered and kept unchanged. The people of your organisation who submit get a receipt by email. What was returned once cannot be taken back after it is submitted again.
proposals-submitted-now = Your proposal has been submitted.
proposals-late-title = Too late to submit
proposals-late-by = This came { $span } after the deadline.
proposals-late-closed = Deadline
proposals-late-tried = Your attempt
proposals-span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
proposals-span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
proposals-span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
proposals-span-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}

# The receipt.
proposals-receipt-title = Receipt
proposals-receipt-reference = Reference
proposals-receipt-at = Received
proposals-receipt-by = Submitted by
proposals-receipt-hash = SHA-256 of the text
proposals-receipt-seal = Audit record at that moment
proposals-receipt-check = Check it yourself
proposals-receipt-check-text = This file holds exactly what was received: every answer, and each file by its own hash. Its hash must be the one on the receipt:
proposals-receipt-download = Download the text received
proposals-receipt-changes = What is different from the submission before
proposals-receipt-unchanged = Nothing.

# Taking back, withdrawing, deleting.
proposals-reopening-title = Take the proposal back?
proposals-reopening-text = It becomes a draft again, and counts as not submitted until you submit it again before the call closes.
proposals-reopened-now = The proposal is a draft again.
proposals-withdrawal-title = Withdraw the proposal?
proposals-withdrawal-text = It leaves the procedure. The Secretariat is told, and can reinstate it if you ask.
proposals-withdrawn-now = The proposal has been withdrawn.
proposals-deletion-title = Delete this draft?
proposals-deletion-text = All that was written in it is deleted for everyone, and cannot be brought back.
proposals-discarded-now = The draft has been deleted.
