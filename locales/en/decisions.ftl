# The decisions of a call: prepared, published, and what their emails say.
decisions-title = Decisions
decisions-lede = Prepare the decisions on the proposals of this call, one by one or together. Nobody is told before you publish them.
decisions-show = Which are listed
decisions-show-open = To decide
decisions-show-prepared = Prepared
decisions-show-ordered = To be published
decisions-show-decided = Nothing to decide
decisions-show-all = All
decisions-none = Nothing here
decisions-none-text = No proposal of this call stands here now. Choose another list above.
decisions-choose-all = Select all shown
decisions-choose-none = Select none
decisions-choose-first = Select at least one proposal.
decisions-column-choose = Selected
decisions-column-advice = Recommended by reviews
decisions-column-prepared = Prepared decision
decisions-rank = Rank { $rank }
decisions-reviews = { $in } of { $asked } reviews are in
decisions-prepared = Prepared
decisions-published = Published
decisions-decide = Prepare
decisions-letters = Emails of the decision
decisions-letters-own = (own words in { $languages })
decisions-ordered-for = To be published: { $when }
decisions-remark-ineligible = It was found not to be eligible.
decisions-remark-unjudged = No review is in.
decisions-remark-reviews_open = Not all reviews are in.
decisions-remark-stuck = What is prepared cannot be published in its state now.
decisions-remark-due_passed = The date until which it would be returned is past.
decisions-with-chosen = With the selected proposals
decisions-with-chosen-note = Each of these leads to a page that asks first. Only “take back” acts at once.
decisions-prepare = Prepare
decisions-prepare-lede = The same requests and the same date for all of them. Nobody is told yet. The date is on the clock of:
decisions-prepare-lede-board = The same decision for all of them. Nobody is told yet; each can be changed by itself before it is published.
decisions-prepare-do = Prepare for all selected
decisions-prepare-note = Each proposal is prepared by itself: if one cannot be, the others are.
decisions-chosen = Selected
decisions-replaces = Replaces what is prepared: { $what }
decisions-prepared-now = { $count ->
    [0] No decision is prepared.
    [one] One decision is prepared.
   *[other] { $count } decisions are prepared.
}
decisions-left = For those below nothing was done, and your text is kept. Look at them, then send it again if it still holds.
decisions-changed = Somebody else changed it, or what is prepared for it, in the meantime.
decisions-gone = It is no longer here.
decisions-remove = Take back what is prepared
decisions-remove-confirm = Take back the prepared decisions of the selected proposals? Their texts are deleted.
decisions-removed = { $count ->
    [0] No prepared decision was taken back.
    [one] One prepared decision was taken back.
   *[other] { $count } prepared decisions were taken back.
}
decisions-no-placeholder = The text holds a placeholder that does not exist.
desk-outcome-returned = Returned
publishing-check = Look at and publish
publishing-title = Before publishing
publishing-lede = { $count ->
    [one] One decision
   *[other] { $count } decisions
}, { $letters ->
    [one] one email
   *[other] { $letters } emails
}. Nothing is published yet.
publishing-do = { $count ->
    [one] Publish one decision now
   *[other] Publish { $count } decisions now
}
publishing-refused = These will not be published
publishing-nothing = There is nothing to publish
publishing-nothing-text = None of the selected proposals has a decision that can be published now.
publishing-told = An email goes to
publishing-told-nobody = Nobody of this organisation has an account, so no email goes out.
publishing-when = When to publish
publishing-when-text = Each decision is published by itself, in your name, as you see it here. One that has changed by then is not published, and is shown to you.
publishing-at = Publish at
publishing-at-hint = Until then the order can be cancelled.
publishing-at-do = Publish at this moment
publishing-past = This moment is past. Choose a later one, or publish now.
publishing-none = Select between one and a thousand decisions.
publishing-no-prepared = Nothing is prepared for it.
publishing-no-ordered = It is to be published already.
publishing-no-due-before = The changes would be due before it is told. Choose an earlier moment, or move the date.
publishing-no-cancel = The order is carried out already, or was cancelled.
publishing-changed = Something has changed since you looked, so nothing was ordered. This is how it stands now: look at it, then publish it.
publishing-texts-changed = What the emails of this call say has changed since you looked, so nothing was ordered. Look at the emails again, then publish.
publishing-orders = Orders to publish
publishing-order = Ordered { $when }
publishing-order-title = Publishing decisions
publishing-ordered-by = Ordered by { $name }, { $when }
publishing-stands-waiting = To be published on { $when }
publishing-stands-running = Being published
publishing-stands-done = Carried out
publishing-stands-cancelled = Cancelled
publishing-published = { $count } of { $all } are published.
publishing-progress = How far it is
publishing-look-again = Look again
publishing-failed = These were not published
publishing-failed-text = Nothing of them has happened, and what was prepared is kept:
publishing-failed-state = In its state now, this decision cannot be published.
publishing-failed-changed = It, or what was prepared for it, has changed since it was ordered.
publishing-failed-person = Whoever ordered it may no longer do so.
publishing-failed-fault = Something went wrong on our side. Try again; the log says more.
publishing-failed-cancelled = The order was cancelled before its turn came.
publishing-cancel = Cancel what is not published yet
publishing-cancel-confirm = Cancel this order? What is published by now stays so.
publishing-cancelled = { $count ->
    [0] The order is cancelled; nothing of it was left.
    [one] The order is cancelled. One decision stays unpublished.
   *[other] The order is cancelled. { $count } decisions stay unpublished.
}
publishing-items = The decisions of this order
publishing-column-outcome = Decision
publishing-column-stands = How it stands
publishing-item-waiting = Waiting
publishing-item-done = Published
publishing-item-failed = Not published
texts-title = Texts of the emails
texts-lede = What the emails about decisions say in this call. A single proposal can say something else.
texts-subject = Subject
texts-body = Text
texts-body-hint = A blank line begins a new paragraph. What stands between braces is filled in for each email. Greeting and closing are added.
texts-to = To
texts-known = What can stand between braces
texts-column-written = Written
texts-column-means = Becomes
texts-column-kind = Kind
texts-kind-line = one line
texts-kind-text = text; a quotation where it stands alone
texts-kind-day = a day
texts-kind-instant = a day and a time
texts-kind-name = a name
texts-kind-number = a number
texts-kind-link = the address of a page
texts-kind-sentence = words of the service; nothing where there is nothing to say
texts-means-proposal = reference and title of the proposal
texts-means-reference = the reference of the proposal
texts-means-title = the title of the proposal
texts-means-organisation = the name of the organisation that leads it
texts-means-call = the title of the call
texts-means-seal = number and hash of the audit trail at that moment
texts-means-body = who decided
texts-means-session = the session
texts-means-decided_on = the day of the decision
texts-means-minute_reference = the reference in the minutes
texts-means-reason = the reason, as it was typed
texts-means-message = the message to the applicant, as it was typed
texts-means-requests = the list of what is to be changed
texts-means-due = until when, on the reader’s clock
texts-means-due_utc = the same in UTC
texts-look = Look at it
texts-example = As it will arrive
texts-example-text = With the values of a proposal of this call. Those of a decision that is not prepared yet stand for what will be typed.
texts-example-none = As soon as a proposal is submitted, you see here how the email will arrive.
texts-versions = What it said before
texts-version = Version { $number }
texts-bring-back = Begin from this version
texts-own = This call has words of its own here.
texts-usual = The usual words of the service.
texts-own-since = Own words, version { $number }, since { $when }
texts-reset = Back to the usual words
texts-reset-confirm = Use the usual words of the service again? What you see now is kept among the versions.
texts-reset-one = Back to the words of the call
texts-reset-one-confirm = Use the words of the call again for this proposal? Its own words are deleted.
texts-saved = The text is saved.
texts-was-reset = The email has its former words again.
texts-changed-meanwhile = Somebody else changed this in the meantime, so nothing was saved. Your text is kept below, and theirs stands beside it.
texts-theirs = What it says now
texts-unknown = There is no { $name }. You can use: { $known }.
texts-unknown-meant = There is no { $name }. Did you mean { $meant }?
texts-open = A brace is not closed: { $rest }
texts-too-long = { $name } can have several paragraphs and has no room in a subject.
texts-lacking = The text must say { $name }.
texts-languages = Languages
texts-readers = { $count ->
    [0] nobody reads it
    [one] one reader
   *[other] { $count } readers
}
texts-stands-own = This proposal has words of its own in this language.
texts-stands-call = The words of the call.
texts-stands-usual = The usual words of the service.
texts-looks = As they will arrive
texts-looks-text = One email for each of those who get it. Only the record of the audit trail will be that of the moment of publishing.
texts-ordered = This decision is to be published already. If you change its emails now, it is not published by that order.
texts-sample-session = (session and place)
texts-sample-minute_reference = (number in the minutes)
texts-sample-reason = (The reason, as it will be typed.)
texts-sample-message = (The message to the applicant, as it will be typed.)
texts-sample-request = (What is to be changed.)
