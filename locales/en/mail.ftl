### The frame around every letter.

mail-greeting = Dear { $name },
mail-greeting-nameless = Hello,
mail-closing = With kind regards,
mail-service = Metropolis Initiatives
mail-why-service = You receive this email because it concerns your account or a proposal you take part in.
mail-why-announcement = You receive this email because you were named as a partner of this Initiative or asked to hear about it.
mail-unsubscribe = Stop these emails
mail-not-sent-again = This email cannot be sent again: it is on its way, or what it said was deleted for safety.

# A letter that only tries whether letters arrive.
mail-test-subject = A test email: { $note }
mail-test-body =
    You can read this, so emails from { $host } reach you. The person who sent it writes:

    { $note }
mail-test-button = Open the service
