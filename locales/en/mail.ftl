### The frame around every letter.

mail-greeting = Dear { $name },
mail-greeting-nameless = Hello,
mail-closing = With kind regards,
mail-service = Metropolis Initiatives
mail-why-service = You receive this letter because it concerns your account or a proposal you take part in.
mail-why-announcement = You receive this letter because you were named as a partner of this Initiative or asked to hear about it.
mail-unsubscribe = Stop these letters
mail-not-sent-again = This letter cannot be sent again: it is on its way, or what it said was deleted for safety.

# A letter that only tries whether letters arrive.
mail-test-subject = A test letter: { $note }
mail-test-body =
    You can read this, so letters from { $host } reach you. The person who sent it writes:

    { $note }
mail-test-button = Open the service
