### Deadlines: late submissions, extensions, reminders, answers to questions.

# Too late.
deadlines-late-held = Your text is kept as you submitted it. The Secretariat was told, and may admit it with this time. You need not do anything; you will get a letter.
deadlines-late-refused = Your text is kept. The Secretariat has decided not to admit it.
deadlines-late-incomplete = Your text is kept as a draft. Something in it is still missing, so it could not be handed to the Secretariat. If you need more time, write to the Secretariat.
deadlines-attempt = { $when }, { $late } after the deadline
deadlines-attempt-held = Your submission of { $when }, { $late } after the deadline, is kept as it was. The Secretariat was told, and may admit it.
deadlines-attempt-refused =
    The Secretariat has decided not to admit your submission of { $when }, { $late } after the deadline.
    { $reason }
deadlines-closing-own = You can submit until
deadlines-fact-own = Own deadline of the organisation

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
calls-zone-anywhere = Anywhere on Earth (UTC-12)

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
