### Proposals: writing, submitting, and what becomes of them.

# Why something cannot be done.
proposals-no-not-now = This cannot be done in the present state of the proposal. Look at it again: somebody may have been faster.
proposals-no-writing = This proposal cannot be changed in its present state.
proposals-no-submitter = You can write, but not submit. Ask an owner or a submitter of your organisation to submit it.
proposals-no-owner = Only an owner of your organisation can do this.
proposals-no-closed = The call has closed. Your text is kept; write to the Secretariat if you need more time.
proposals-no-due-passed = The time for changes is over. Your text is kept; write to the Secretariat if you need more time.
proposals-no-reopen-returned = It was returned for changes once, so it can no longer be taken back.
proposals-no-reopen-closed = The call has closed, so it can no longer be taken back.
proposals-no-discard-submitted = It was submitted once, so it cannot be deleted. You can withdraw it.
proposals-no-eligibility-open = Check first whether the proposal is eligible.
proposals-no-eligibility-failed = The proposal is not eligible.
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
