# Writing to the secretariat from the public pages.
contact-title = Write to us
contact-lede = The Secretariat of the Metropolis Initiatives reads what you write, and answers in English, French or Spanish.
contact-lede-initiative = Your message goes to the Secretariat and to { $lead }, the organisation that leads this Initiative.
contact-initiative = About the Initiative
contact-something-else = Write about something else
contact-name = Your name
contact-name-missing = Please write your name.
contact-email = Your email address
contact-email-hint = The answer goes there.
contact-about = What is it about?
contact-about-question = A question
contact-about-joining = Joining an Initiative
contact-about-press = Press
contact-about-fault = Something is wrong with these pages
contact-about-other = Something else
contact-message = Your message
contact-message-missing = Please write your message.
contact-leave-empty = Leave this empty
contact-without-scripts = Your browser runs no scripts here. So we first send a link to your address: your message reaches us once you have confirmed it there.
contact-send = Send
contact-working = One moment: your message is about to be sent.
contact-promise = We use your address to answer you, and for nothing else.
contact-proof-expired = This page had been open for a long time. Nothing of your message is lost: please press “Send” once more.
contact-proof-refused = We could not check that a person sent this message. Nothing of your message is lost: please press “Send” once more.
contact-sent-title = Thank you for your message
contact-sent-lede = It has arrived. The answer will come to the address you gave.
contact-asked-title = Please look into your mailbox
contact-asked-lede = We have sent an email to the address you gave. Open its link and press “Send this message”: only then does your message reach us.
contact-asked-spam = Nothing there after some minutes? Look among unwanted mail, and check that the address was typed correctly.
contact-asked-once = An address gets such an email at most once in an hour. If you wrote before, the link of the earlier email shows this message too.
contact-asked-week = What is not confirmed within a week is deleted.
contact-see-initiatives = See the Initiatives
contact-waiting-title = Did you write this?
contact-waiting-lede = This was written in the name of { $email }. Nobody has received it yet: send what is yours, and delete what is not.
contact-confirm = Send this message
contact-refuse = I did not write this: delete it
contact-confirmed = Your message has arrived. We have sent you a copy.
contact-refused = Thank you. That message is deleted, and nobody has received it.
contact-nothing = Nothing waits here
contact-nothing-text = What was written is sent or deleted by now. What is not confirmed within a week is deleted, too.

# The same, as the secretariat reads it.
messages-title = Messages
messages-lede = What visitors have written on the public pages, the last first. Each of these messages also came to you by email.
messages-one = A message
messages-none = No messages yet
messages-none-text = Visitors write on a page that stands at the foot of every other.
messages-open = Not answered
messages-answered = Answered
messages-from = From
messages-when = Received
messages-language = Language
messages-initiative = Initiative
messages-answer = Mark as answered
messages-reopen = Mark as not answered
messages-answered-by = Answered on { $when }: { $name }
messages-answered-now = The message is marked as answered.
messages-reopened-now = The message is marked as not answered.

# The letters about it.
mail-contact-message-subject = { $name } writes: { $about }
mail-contact-message-body =
    { $name } ({ $email }) has written on the public pages of the Metropolis Initiatives.

    What it is about: { $about }

    { $text }

    Please answer to { $email }: an answer to this email does not reach the person who wrote.
mail-contact-message-button = See it at the desk
mail-contact-confirm-subject = Please confirm: your message to the Metropolis Initiatives
mail-contact-confirm-body =
    Somebody, and we hope it was you, has written a message to the Metropolis Initiatives and gave this address.

    Open the page behind the button: it shows what was written. Nobody receives it before you send it from there. If it was not you, you need do nothing: it will be deleted after a week.
mail-contact-confirm-button = See and send
mail-contact-received-subject = Your message has arrived: { $about }
mail-contact-received-body =
    Your message has arrived at the Metropolis Initiatives. The answer will come to this address.

    This is what you wrote:

    { $text }
