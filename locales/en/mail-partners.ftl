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

# Letters to those who asked to hear of something.
mail-subscription-confirm-subject = Please confirm: emails from the Metropolis Initiatives
mail-subscription-confirm-body =
    Somebody, and we hope it was you, asked for emails from the Metropolis Initiatives to this address.

    Open the page behind the button: it shows what was asked for. Nothing is sent before you confirm it there. If it was not you, you need do nothing.
mail-subscription-confirm-button = See and confirm
mail-partners-call-opened-subject = Call for proposals: { $call }
mail-partners-call-opened-body =
    A call for proposals is open: “{ $call }”. Proposals can be submitted until { $closes }.

    { $summary }
mail-partners-call-extended-subject = More time: { $call }
mail-partners-call-extended-body =
    The deadline of the call for proposals “{ $call }” has moved. Proposals can be submitted until { $closes }.
mail-partners-call-button = See the call
mail-partners-publication-subject = New publication: { $title }
mail-partners-publication-body =
    There is a new publication of the Metropolis Initiatives: “{ $title }”.

    { $summary }
mail-partners-publication-button = See the publication
mail-digest-subject = { $first }{ $more_news }
mail-digest-body = This is what is new at the Metropolis Initiatives.
mail-notices-subject = { $first }{ $more_notices }
mail-notices-body = This is what happened around your work at the Metropolis Initiatives.
mail-partners-news-subject = { $title }: { $headline }
mail-partners-news-body =
    { $what_is_new }

    { $text }
