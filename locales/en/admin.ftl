### Administration: the state of the service, its letters, its audit trail.

admin-title = Administration
admin-lede = How the service is doing, and what it consists of.
admin-parts = What it consists of
admin-version = Version
admin-database = Database
admin-database-sqlite = SQLite
admin-database-postgresql = PostgreSQL
admin-schema = Steps of the schema
admin-schema-current = { $taken ->
        [one] 1 taken, none pending
       *[other] { $taken } taken, none pending
    }
admin-schema-pending = { $taken } taken, { $pending } pending: run “initiatives migrate”
admin-public-url = Address for visitors
admin-mail-target = Emails go to
admin-files-target = Files are kept in
admin-target-folder = A folder on the server
admin-letters = Emails
admin-letters-note = An email counts as sent when a mail server has taken it.
admin-waiting = Someone should look at these emails
admin-waiting-failed =
    { $count ->
        [one] 1 email was not delivered
       *[other] { $count } emails were not delivered
    }
admin-waiting-bounced =
    { $count ->
        [one] 1 email came back
       *[other] { $count } emails came back
    }
admin-waiting-unknown =
    { $count ->
        [one] Of 1 email nobody knows whether it arrived
       *[other] Of { $count } emails nobody knows whether they arrived
    }
admin-now = Right now
admin-announcements = Announcements whose emails are still being written
admin-sessions = Browsers in which someone is logged in
admin-unsealed = Events waiting to be sealed
admin-head = Last sealed event
admin-head-number = Number { $position }
admin-head-none = Nothing is sealed yet

admin-means-queued = It leaves as soon as the service gets to it.
admin-means-deferred = The mail server did not take it so far. The service tries again by itself, for up to three days.
admin-means-sending = It is being handed to the mail server right now.
admin-means-sent = The mail server has taken it. If it still does not arrive, ask the recipient to look in the spam folder.
admin-means-bounced = A mail server had taken it, and it came back: it could not be delivered.
admin-means-unknown-again = The connection broke while it was being handed over, so it may have arrived. The service sends it once more by itself.
admin-means-unknown = The connection broke while it was being handed over, so it may have arrived.
admin-advice-unknown = Ask the recipient, or send it again: they may then get it twice.
admin-means-failed = The mail server refused it, or could not be reached for three days.
admin-advice-failed = When the cause is mended, send it again. It goes to the same address.
admin-means-cancelled = It was stopped before it left, and will not be sent.

admin-mail-lede = Every email that the service has written, newest first, and whether it has left.
admin-mail-search = Name, address or subject
admin-mail-proposal = Proposal (reference)
admin-mail-state = State
admin-mail-any = Any
admin-mail-none = No emails yet
admin-mail-none-text = Emails appear here as soon as something happens that someone is told of: an invitation, a submission, a decision. To see whether they arrive, ask for a new password on the log-in page.
admin-mail-not-found = No email found
admin-mail-not-found-text = Write the beginning of a name, of an address or of a word of the subject, remove a filter, or show all emails. Emails to subscribers and partners are not found by their subject: choose their kind or their proposal.
admin-mail-unknown-text = There is no such state, kind or reference. A reference reads like MI-2014-001. Correct it above, or show all emails.
admin-mail-column-subject = Subject
admin-mail-column-to = To
admin-mail-column-state = State
admin-mail-column-written = Written

admin-days = Emails of the last { $count } days
admin-days-text = By the day on which they were written ({ $zone }), and where they stand now.
admin-days-note = Without those that were cancelled.
admin-days-none = No email was written in the last 30 days. Older ones stand below.
admin-days-description = A column for each day from { $first } to { $last }: at the bottom the emails that were sent, above them those that someone should look at, at the top those that wait.
admin-days-axis = Day on which they were written
admin-days-day = Day
admin-days-sent = Sent
admin-days-amiss = Not delivered, came back, or arrival not known
admin-days-waiting = Waiting

admin-letter = Email
admin-letter-proposal = Proposal
admin-letter-kind = Kind
admin-letter-language = Language
admin-letter-sent = Sent
admin-letter-attempts = Attempts
admin-letter-answer = Last answer of the mail server
admin-letter-answer-none = None yet
admin-letter-returned = Came back
admin-letter-next = Next attempt
admin-letter-text = What it says
admin-letter-text-note = Links that act for their recipient are cut short here.
admin-text-secret = Its text is not shown: it holds a link that opens its recipient’s account. Only the recipient reads it.
admin-text-deleted = Its text was deleted, because it held a link that opens its recipient’s account. If the email has not arrived, have a new one sent: an invitation from the person’s page, a new password from the log-in page.
admin-send-again = Send again
admin-sent-again = The email is on its way again.
admin-letter-happened = What happened to it
admin-letter-as-page = As mail programs show it
admin-letter-is-copy = Copy
admin-letter-is-copy-of = This email was sent once more. The first one:
admin-letter-copied = Sent once more
admin-letter-others = Other emails to this address
admin-letter-others-none = There is no other.
admin-letter-others-all = All emails to this address
admin-letters-about = All emails about { $reference }
admin-copy = Send once more
admin-copy-confirm = Send the same email once more? If the first one arrived, the recipient then has it twice.
admin-copied = A copy of the email is on its way. This is its page.
admin-not-copied-closed = It cannot be sent once more: its recipient has a conflict of interest in the proposal.
admin-not-copied-taken_back = It cannot be sent once more: what it told was undone before it left.
admin-not-copied-stopped = It cannot be sent once more: its recipient has stopped such emails.
admin-not-copied-suppressed = It cannot be sent once more: nothing arrives at its address. Let emails go to the address again first.
admin-cancel = Cancel it
admin-cancel-confirm = Cancel this email? It will not be sent.
admin-cancelled = The email was cancelled. It will not be sent.
admin-suppressed = Nothing arrives at this address
admin-suppressed-text = A mail server said so on { $when }. Announcements are not sent to it any more; emails that somebody waits for are still tried. If the address is right and its mailbox works again, let emails go to it.
admin-lift = Send to this address again
admin-lifted = Emails go to this address again.

admin-audit = Audit trail
admin-audit-lede = Everything that was done, newest first. Nobody can change or delete it here.
admin-audit-subject = About
admin-audit-subject-hint = A proposal’s reference, like MI-2014-001, or exactly what stands in the list
admin-audit-none = No event found
admin-audit-none-text = Check the reference, or show all events.
admin-audit-column-number = Number
admin-audit-column-when = When
admin-audit-column-what = What
admin-audit-column-subject = About
admin-audit-column-who = Who
admin-audit-unsealed = not sealed yet
admin-audit-check = Was anything changed?
admin-audit-check-text = Each event is sealed together with the one before it. This command on the server checks the whole trail, and names the first event that was changed, removed or added:
admin-audit-check-head = The last sealed event is number { $position }. Note its hash somewhere else: with --head and this hash, the command also finds out whether the end of the trail was removed.
admin-who-system = The service ({ $part })
admin-who-anyone = Someone who is not signed in

admin-did-call-answer_edited = Answer to a question edited
admin-did-call-answer_moved = Answers to questions put in another order
admin-did-call-answer_published = Answer to a question published
admin-did-call-answer_removed = Answer to a question removed
admin-did-call-created = Call created
admin-did-call-edited = Call edited
admin-did-call-extended = Deadline extended for everyone
admin-did-call-extended_for = Deadline extended for one organisation
admin-did-call-letter_sent = Email sent to applicants
admin-did-call-letter_text = Text of the emails about decisions changed
admin-did-call-moved = Dates of an example call moved on
admin-did-call-opened = Opening of a call announced
admin-did-call-publication_cancelled = Publication of decisions cancelled
admin-did-call-publication_done = Publication of decisions carried out
admin-did-call-publication_ordered = Publication of decisions ordered
admin-did-contact-asked = Confirmation of a message asked of an address
admin-did-contact-sent = Message from the public pages passed on
admin-did-contact-refused = Message refused by its supposed author
admin-did-contact-answered = Message marked as answered
admin-did-contact-reopened = Message marked as not answered
admin-did-content-change = Texts of a public page changed
admin-did-content-reset = Texts of a public page reset
admin-did-guidelines-stored = Guidelines stored
admin-did-initiative-featured = Initiative featured on the home page
admin-did-initiative-news = News of an Initiative published
admin-did-initiative-news_changed = News of an Initiative changed
admin-did-initiative-news_put_back = News of an Initiative published again
admin-did-initiative-news_taken_back = News of an Initiative taken back
admin-did-initiative-unfeatured = Initiative no longer featured on the home page
admin-did-letter-cancelled = Email cancelled
admin-did-letter-copied = Email sent once more
admin-did-letter-returned = Email came back
admin-did-letter-sent_again = Email sent again
admin-did-letter_text-changed = Text of emails changed
admin-did-letter_text-reset = Text of emails reset
admin-did-organisation-added = Organisation added
admin-did-organisation-edited = Organisation edited
admin-did-organisation-member = Role in an organisation given
admin-did-organisation-member_left = Member left an organisation
admin-did-organisation-member_removed = Member removed from an organisation
admin-did-partner-answered = Partner answered
admin-did-proposal-assigned = Reviewer assigned
admin-did-proposal-came_late = Submission came too late
admin-did-proposal-co_editor_accepted = Invitation to co-edit accepted
admin-did-proposal-co_editor_declined = Invitation to co-edit declined
admin-did-proposal-co_editor_invited = Co-editor invited
admin-did-proposal-co_editor_left = Co-editor left
admin-did-proposal-co_editor_removed = Co-editor removed
admin-did-proposal-comment = Comment written
admin-did-proposal-comment_edited = Message changed
admin-did-proposal-comment_taken_back = Message taken back before it went
admin-did-proposal-decision_held = Decision noted, not published
admin-did-proposal-decision_letter = Email of a prepared decision changed
admin-did-proposal-decision_not_published = Prepared decision not published
admin-did-proposal-decision_taken_back = Prepared decision taken back
admin-did-proposal-due_moved = Date for changes moved
admin-did-proposal-eligibility = Eligibility checked
admin-did-proposal-late_refused = Late submission not admitted
admin-did-proposal-registered_text = Text of a registered proposal written
admin-did-proposal-thread_reopened = Conversation opened again
admin-did-proposal-thread_resolved = Conversation marked as done
admin-did-proposal-unassigned = Reviewer relieved
admin-did-public_text-change = Published text changed
admin-did-publication-added = Publication added
admin-did-publication-changed = Publication changed
admin-did-publication-hidden = Publication hidden
admin-did-publication-moved = Publications put in another order
admin-did-publication-shown = Publication shown again
admin-did-review-submitted = Review submitted
admin-did-session-begun = Logged in
admin-did-session-ended = Session ended
admin-did-session-left = Logged out
admin-did-staff-appointed = Staff role given
admin-did-staff-dismissed = Staff role taken away
admin-did-subscriber-asked = Confirmation asked of an address
admin-did-subscriber-changed = Subscription changed
admin-did-subscriber-confirmed = Subscription confirmed
admin-did-subscriber-followed = Subscribed from an account
admin-did-subscriber-refused = Subscription refused
admin-did-subscriber-stopped = All emails to a subscriber stopped
admin-did-subscribers-imported = List of subscribers brought
admin-did-suppression-lifted = Emails let go to an address again
admin-did-suppression-set = Emails to an address stopped, since nothing arrives there
admin-did-text-added = Text of a public page added
admin-did-user-accepted = Invitation accepted
admin-did-user-added = Account added
admin-did-user-disabled = Account disabled
admin-did-user-enabled = Account enabled
admin-did-user-invited = Person invited
admin-did-user-notices = Notices chosen
admin-did-user-password = Password changed
admin-did-user-profile = Own details changed
admin-did-user-reset_asked = New password asked for
admin-did-user-told = Person told of a new role
