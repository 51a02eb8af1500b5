### Reviewing: eligibility, conflicts of interest, assignments, confidentiality.

desk-column-gap = Widest gap
desk-found-more = More than { $n } proposals
desk-waiting-more = More than { $n } wait for you
desk-applicant-hidden = Applicant not shown

desk-eligibility-why-not = If not, why
desk-eligibility-remark = Remark
desk-eligibility-remark-hint = For the Secretariat. The reasons of what is not met stand above.
desk-eligibility-earlier = This was checked on submission { $n }. Submission { $last } has come since: look at it again.

desk-conflicts = Conflicts of interest
desk-conflicts-text = Whoever has a conflict of interest does not see this proposal anywhere, and gets no email about it.
desk-conflicts-suspected = Suspected: please decide
desk-suspected-organisation = Same organisation: { $what }
desk-suspected-city = Same city: { $what }
desk-suspected-partner = Named among the partners: { $what }
desk-suspected-domain = Email address of the same domain: { $what }
desk-suspected-country = Same country: { $what }
desk-conflict-declared = Declared by the reviewer
desk-conflict-set = Set by the Secretariat
desk-conflict-dismissed = No conflict
desk-conflict-add = Set a conflict of interest
desk-conflict-person = Who
desk-conflict-person-missing = Choose a person.
desk-conflict-reason = Reason
desk-conflict-reason-hint = Only the Secretariat reads it.
desk-conflict-set-hint = It stays in the audit trail. A review that is asked for ends.
desk-conflict-reason-missing = Say why.
desk-conflict-do-set = It is a conflict
desk-conflict-do-dismiss = No conflict
desk-conflict-do-lift = Lift
desk-conflict-lifted = Lifted by the Secretariat.
desk-conflict-lift-confirm = This person will see the proposal again if it is assigned to them. Lift the conflict?
desk-conflict-declare = Declare a conflict of interest
desk-conflict-declare-text = If you belong to the applicant or to a partner, work with them, or gain from the outcome. The proposal disappears from your desk at once, and only the Secretariat can give it back.

desk-assign-due = Due
desk-assign-due-hint = Only if it differs from the date of the phase.
desk-assign-until = due { $when }
desk-assign-late = late: was due { $when }
desk-declined = Declined
desk-review-accepted = accepted, not in yet
desk-review-abstained = abstained
desk-answer-title = You are asked to review this proposal
desk-answer-accepted = You have accepted this review
desk-answer-accept = Accept the review
desk-answer-decline = Decline the review
desk-answer-reason = Why you decline
desk-answer-reason-hint = The Secretariat reads it and looks for somebody else.
desk-done-review-due = The due date is changed.
desk-done-accepted = You have accepted. Thank you.
desk-done-declined = You have declined. The Secretariat is told.
desk-done-declared = Your conflict of interest is kept. The proposal is no longer at your desk.
desk-done-conflict = The decision on the conflict of interest is kept.

desk-pledge-title = Confidentiality
desk-pledge-first = Before you read the proposals of this call, you promise once to keep them to yourself.
desk-pledge-read = Read and promise
desk-pledge-text = As a reviewer of this call:
desk-pledge-keep = I show the proposals, the reviews and the names of the reviewers to nobody.
desk-pledge-use = I use what I read for the review alone, and keep no copies afterwards.
desk-pledge-contact = I do not write to applicants; the Secretariat does.
desk-pledge-conflict = I declare every conflict of interest before I read on.
desk-pledge-agree = I promise this
desk-pledge-do = Promise and go on
desk-pledge-missing = Tick the box to promise it.
desk-pledge-given = Thank you. You can read the proposals of this call now.
desk-pledge-done = You have promised this already.

proposals-no-check = Say of each condition whether it is met.
proposals-no-pledge = Promise confidentiality for this call first.
proposals-no-applicant = In this phase reviewers do not know who applies.
proposals-no-review-phase = Reviews are not written in the present phase of the call.
proposals-no-reviews-phase = In this phase you do not see the reviews of others.
proposals-no-comments-phase = In this phase reviewers do not see comments.
proposals-no-assign-conflict = This person has a conflict of interest with the proposal.

admin-did-call-phases = Phases of the review set
admin-did-call-phase_begun = Phase of the review begun
admin-did-call-pledged = Confidentiality promised
admin-did-proposal-assignment_accepted = Review accepted
admin-did-proposal-assignment_declined = Review declined
admin-did-proposal-abstained = Reviewer abstained
admin-did-proposal-review_due_moved = Due date of a review changed
admin-did-proposal-conflict = Conflict of interest decided
