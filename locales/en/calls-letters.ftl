# Emails of the Secretariat to all applicants of a call in a state.
calls-letters = Write to applicants
calls-letters-states = To all whose proposals stand here
calls-letters-states-hint = Each person gets the email once, in the language of their account. Nothing chosen is nobody.
calls-letters-choose = Choose at least one state: nothing chosen is nobody.
calls-letters-people = { $count ->
    [one] one person
   *[other] { $count } people
}
calls-letters-nobody = Nobody holds a proposal in this call
calls-letters-nobody-text = There is nobody to write to. As soon as a city has started a proposal, you can write to its people here.
calls-letters-nobody-now = Nobody’s proposal stands there any more, so nothing was sent. Your text is still in the form.
calls-letters-sent = Emails so far
calls-letter-new = A new email
calls-letter-subject = Subject
calls-letter-subject-en = Subject in English
calls-letter-subject-fr = Subject in French
calls-letter-subject-es = Subject in Spanish
calls-letter-subject-hint = At most 150 characters.
calls-letter-text-en = Text in English
calls-letter-text-fr = Text in French
calls-letter-text-es = Text in Spanish
calls-letter-text-hint = An empty line begins a new paragraph. Greeting and closing are added. Addresses on the web arrive as text: only those of this service can be clicked.
calls-letter-preview = Preview
calls-letter-preview-note = Nothing is sent yet.
calls-letter-preview-title = Preview of the email
calls-letter-preview-lede = This is how the email will arrive. Nothing has been sent yet.
calls-letter-readers = { $count ->
    [one] One person reads it in this language.
   *[other] { $count } people read it in this language.
}
calls-letter-to = To, for example
calls-letter-people = All who get it in this language
calls-letter-as-text = As text
calls-letter-as-html = As mail programs show it
calls-letter-send = { $count ->
    [one] Send to one person
   *[other] Send to { $count } people
}
calls-letter-change = Change
calls-letter-sent-now = { $count ->
    [one] The email is on its way to one person.
   *[other] The email is on its way to { $count } people.
}
calls-letter-sent-to-others = { $count ->
    [one] The email is on its way to one person, the only one whose proposal stands there now. In the preview there were { $was }.
   *[other] The email is on its way to { $count } people: so many have proposals there now. In the preview there were { $was }.
}
calls-letter-sent-before = This email was sent on { $when } already. Nobody gets it twice.
calls-letter-writing = The emails are being written.
calls-letter-reached = { $count ->
    [0] It has not reached anybody yet.
    [one] It has reached one person.
   *[other] It has reached { $count } people.
}
calls-letter-waiting = { $count ->
    [one] One more email is on its way.
   *[other] { $count } more emails are on their way.
}
calls-letter-missed = { $count ->
    [one] One email may not have arrived.
   *[other] { $count } emails may not have arrived.
}
calls-letter-log = See the mail log
calls-letter-read = Read the email

mail-call_letter-subject = { $subject }
mail-call_letter-body =
    The Secretariat writes to all who have a proposal in “{ $call }” in this state: { $states }.

    { $text }
