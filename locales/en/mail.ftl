### The frame around every letter.

mail-greeting = Dear { $name },
mail-greeting-nameless = Hello,
mail-closing = With kind regards,
mail-service = Metropolis Initiatives
mail-why-service = You receive this email because it concerns your account or a proposal you take part in. Emails like this always come, since you may have to act.
mail-why-announcement = You receive this email because you were named as a partner of this Initiative or asked to hear about it.
mail-why-asked = You receive this email because you asked to hear of: { $what }.
mail-why-notice = You receive this notice because of what you do here. You choose which notices come, and how often.
mail-why-typed = You receive this email because this address was typed in at the Metropolis Initiatives.
mail-manage = Change what you receive
mail-unsubscribe = Stop these emails
mail-not-sent-again = This email cannot be sent again: it is on its way, or what it said was deleted for safety.
mail-not-copied = This email cannot be sent once more: it is on its way, or it has not been delivered. If it was not delivered, choose “Send again” on its page.
mail-not-copied-deleted = This email cannot be sent once more: what it said was deleted for safety, since it held a link that opens its recipient’s account.

# Where a letter stands.
mail-stage-queued = Waiting to be sent
mail-stage-deferred = To be tried again
mail-stage-sending = Being sent
mail-stage-sent = Sent
mail-stage-bounced = Came back
mail-stage-unknown = Arrival not known
mail-stage-failed = Not delivered
mail-stage-cancelled = Cancelled

# A letter that only tries whether letters arrive.
mail-test-subject = A test email: { $note }
mail-test-body =
    You can read this, so emails from { $host } reach you. The person who sent it writes:

    { $note }
mail-test-button = Open the service
