### Deadlines: late submissions, extensions, reminders, answers to questions.

# Too late.
deadlines-late-held = Your text is kept as you submitted it. The Secretariat was told, and may admit it with this time. You need not do anything; you will get an email.
deadlines-late-refused = Your text is kept. The Secretariat has decided not to admit it.
deadlines-late-incomplete = Your text is kept as a draft. Something in it is still missing, so it could not be handed to the Secretariat. If you need more time, write to the Secretariat.
deadlines-check-late = Check and hand in late
deadlines-to-late = Go on to hand it in late
deadlines-confirm-late = The deadline has passed
deadlines-confirm-late-text = What you hand in now is kept as it is, with its time. The Secretariat is told, and decides whether to admit it.
deadlines-submit-late = Hand in late
deadlines-attempt = { $when }, { $late } after the deadline
deadlines-attempt-held = Your submission of { $when }, { $late } after the deadline, is kept as it was. The Secretariat was told, and may admit it.
deadlines-attempt-refused =
    The Secretariat has decided not to admit your submission of { $when }, { $late } after the deadline.
    { $reason }
deadlines-closing-own = You can submit until
deadlines-fact-own = The organisation’s own deadline

# Late submissions at the desk.
deadlines-late-title = Late submissions
deadlines-late-text = They came after the deadline and are kept as they were handed in. What was written since then stays the city’s.
deadlines-late-missed = Deadline: { $deadline }
deadlines-late-stays-out = Not admitted: { $reason }
deadlines-admission-which = The text to admit
deadlines-admission-which-hint = It becomes the submission, with its own time and its own author.
desk-wait-late = Came too late: admit it or not
desk-do-admit = Admit late submission
desk-do-refuse_late = Do not admit
desk-done-admission = The late submission is admitted. The city has its receipt.
desk-done-late-refusal = The late submission stays out. The city has been told.
desk-lede-admission = You admit a submission that came after the deadline.
desk-lede-late-refusal = The submission that came after the deadline is not admitted.
desk-effect-admission = That text becomes a numbered submission with its own time and its hash. What the city wrote since then stays in the history of its draft.
desk-effect-late-refusal = The proposal stays as it is. The text remains with the city.

date-zone-anywhere = anywhere on Earth
calls-zone-anywhere = Anywhere on Earth (UTC−12)

# Letters.
mail-came_late-subject = Too late: { $proposal }, { $organisation }
mail-came_late-body =
    { $organisation } tried to submit { $proposal } after the deadline.

    Deadline: { $deadline }
    Received: { $when }
    Too late by: { $late }

    The text is kept as it was handed in. On the desk you can read it, and admit it or not.

mail-admitted-subject = Admitted: { $proposal }
mail-admitted-body =
    The Secretariat has admitted your late submission of { $proposal }. It counts as received on { $when }.
    The same moment in UTC: { $utc }

    The reason:

    { $reason }

mail-late_refused-subject = Not admitted: { $proposal }
mail-late_refused-body =
    Your submission of { $proposal } of { $when } came after the deadline. The Secretariat has decided not to admit it. The reason:

    { $reason }

    Your text is kept.

# More time.
deadlines-extend = Extend the deadline
deadlines-extend-elsewhere = Proposals have been started in this call. Extend the deadline on its own page, so that those who have drafts are told.
deadlines-for-all = For everybody
deadlines-for-one = For one organisation
deadlines-for-one-text = It is the deadline of this organisation alone: for starting, submitting and taking back. Its people get an email; nobody else sees it.
deadlines-told =
    { $count ->
        [0] Nobody has a draft in this call, so nobody gets an email.
        [one] One person who has a draft gets an email.
       *[other] { $count } people who have drafts get an email.
    }
deadlines-clock = Times are in the call’s time zone: { $zone }.
deadlines-new = New deadline
deadlines-own = Deadline of this organisation
deadlines-reason = Reason
deadlines-reason-hint = It is quoted in the email.
deadlines-grant = Give this organisation more time
deadlines-not-later = Choose a time in the future, later than the deadline of the call.
deadlines-granted = Extensions so far
deadlines-moved = From { $was } to { $closes }
deadlines-replaced = replaced by a later one
deadlines-extended-now = The new deadline is { $when }. The emails are on their way.
deadlines-granted-now = The organisation has time until { $when }. The emails are on their way.

mail-open-proposals = Open your proposals

mail-call_extended-subject = More time: { $call }
mail-call_extended-body =
    The deadline of “{ $call }” has been extended. You have a draft in this call.

    New deadline: { $when }
    { $own_clock }
    In UTC: { $utc }
    Previous deadline: { $was }

    The reason:

    { $reason }

mail-extension_granted-subject = More time for your organisation: { $call }
mail-extension_granted-body =
    The Secretariat has given your organisation more time in “{ $call }”. The deadline of the call itself has not changed.

    Your deadline: { $when }
    { $own_clock }
    In UTC: { $utc }

    The reason:

    { $reason }

mail-reminder-subject = { $left } left: { $proposal }
mail-reminder-body =
    { $proposal } is a draft and has not been submitted. You can submit it until { $when }.
    The same moment in UTC: { $utc }

    A proposal that is submitted can be taken back and submitted again until then.

mail-reminder_last-subject = Only { $left } left: { $proposal }
mail-reminder_last-body =
    { $proposal } has not been submitted, and there are { $left } left: until { $when }.
    The same moment in UTC: { $utc }

    Do not wait for the last minutes. Submit what you have; until the deadline you can take it back, change it and submit it again.

mail-returned_reminder-subject = { $left } left for your changes: { $proposal }
mail-returned_reminder-body =
    { $proposal } was returned to you for changes and has not been submitted again. You can submit it until { $when }.
    The same moment in UTC: { $utc }

    The requests stand on the page of the proposal. Answer each of them, then submit the proposal again.

mail-returned_last-subject = Only { $left } left for your changes: { $proposal }
mail-returned_last-body =
    { $proposal } was returned to you for changes and has not been submitted again. There are { $left } left: until { $when }.
    The same moment in UTC: { $utc }

    After that you can only hand it in late, and the Secretariat decides whether to admit it. If you need more time, write to the Secretariat before then.
