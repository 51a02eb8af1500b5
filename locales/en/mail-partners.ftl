# Letters to partners.
mail-partners-ask-subject = { $partner }: you were named in { $reference }
mail-partners-ask-body =
    { $lead } has submitted the proposal “{ $title }” ({ $reference }) to the Metropolis Initiatives, and names { $partner } as a partner.

    Please tell us in one click whether you confirm your part, would only like to receive updates, or neither. Unless you answer, you will not hear from us about this proposal again.
mail-partners-approved-subject = { $title } was approved
mail-partners-approved-body =
    The Metropolis Initiative “{ $title }”, led by { $lead }, was approved. It now stands in the public catalogue.
mail-partners-running-subject = { $title } has started
mail-partners-running-body =
    The Metropolis Initiative “{ $title }”, led by { $lead }, has started running.
mail-partners-completed-subject = { $title } is completed
mail-partners-completed-body =
    The Metropolis Initiative “{ $title }”, led by { $lead }, is completed. Its page in the catalogue shows what came of it.
mail-partners-discontinued-subject = { $title } has ended early
mail-partners-discontinued-body =
    The Metropolis Initiative “{ $title }”, led by { $lead }, has ended before its time. Its page in the catalogue stays, and says so.
mail-partners-answer-button = Give your answer
mail-partners-read-button = See the Initiative
