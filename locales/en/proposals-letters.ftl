### The letters about proposals. A blank line parts paragraphs; a value alone in a paragraph is a quotation.

proposals-named = { $reference } “{ $title }”
mail-listed = { $list }; { $more }
mail-open-proposal = Open the proposal
mail-open-desk = Open it on the desk

mail-received-subject = Received: { $proposal }
mail-received-body =
    Your proposal { $proposal } has been received. Keep this email: it is your acknowledgement of receipt.

    Reference: { $reference }
    Submission: { $number }
    Received: { $when }
    The same moment in UTC: { $utc }

    The text you submitted has this SHA-256 hash. The page of the proposal lets you download exactly these bytes and check them:
    { $sha256 }

    Anyone who has this hash can see on this page that the submission was received, and when; it tells nothing else:

    { $verify }

    { $changed_answers }

    { $record }

mail-arrived-subject = Submitted: { $proposal }, { $organisation }
mail-arrived-body =
    { $organisation } has submitted { $proposal }.

    Submission: { $number }
    Received: { $when }

mail-taken_back-subject = Taken back: { $proposal }, { $organisation }
mail-taken_back-body =
    { $organisation } has taken { $proposal } back to draft. It may be submitted again before the deadline.

mail-review_started-subject = The review has started: { $proposal }
mail-review_started-body =
    The Secretariat has checked your proposal { $proposal }: it is eligible, and its review has started.

    You need not do anything now. You will hear from us if something has to be changed, and when a decision is made.

mail-returned-subject = Changes needed: { $proposal }
mail-returned-body =
    Your proposal { $proposal } has been returned to you for changes. The Secretariat writes:

    { $message }

    { $requests }

    Please make the changes, answer each request, and submit the proposal again by { $due }.
    The same moment in UTC: { $due_utc }

mail-due_moved-subject = New date for your changes: { $proposal }
mail-due_moved-body =
    The date for the changes to your proposal { $proposal } has moved. Please submit it again by { $when }.
    The same moment in UTC: { $utc }

mail-approved-subject = Approved: { $proposal }
mail-approved-body =
    Congratulations: your proposal { $proposal } has been approved.

    Decided by: { $body }
    Date: { $decided_on }
    Session: { $session }
    Minutes: { $minute_reference }

    { $message }

    The Initiative now stands in the public catalogue. The Secretariat will write to you about the next steps.

    { $record }

mail-not_selected-subject = Decision on { $proposal }
mail-not_selected-body =
    Thank you for your proposal { $proposal }. It was read with care. It has not been selected.

    Decided by: { $body }
    Date: { $decided_on }
    Session: { $session }
    Minutes: { $minute_reference }

    The reason:

    { $reason }

    { $message }

    { $record }

mail-ineligible-subject = Decision on { $proposal }
mail-ineligible-body =
    Thank you for your proposal { $proposal }. The Secretariat has found that it does not meet the conditions of the call, so it cannot be selected. The reason:

    { $reason }

    { $message }

    { $record }

mail-revised-subject = The decision is being looked at again: { $proposal }
mail-revised-body =
    The decision on your proposal { $proposal } has been taken back, and the proposal is under review again. The reason:

    { $reason }

    You will hear from us when there is a new decision.

mail-running-subject = Running: { $proposal }
mail-running-body =
    The Initiative { $proposal } is running. It started on { $day }.

    Those who follow it are told, too.

mail-completed-subject = Completed: { $proposal }
mail-completed-body =
    The Initiative { $proposal } is completed. Its outcome:

    { $outcome }

    Thank you for leading it.

mail-ended_early-subject = Ended early: { $proposal }
mail-ended_early-body =
    The Initiative { $proposal } has ended early. The reason:

    { $reason }

mail-withdrawn-subject = Withdrawn: { $proposal }
mail-withdrawn-body =
    The proposal { $proposal } of { $organisation } has been withdrawn. The reason:

    { $reason }

    If this is a mistake, the Secretariat can reinstate it.

mail-reinstated-subject = Reinstated: { $proposal }
mail-reinstated-body =
    Your proposal { $proposal } has been reinstated: it stands again where it stood before. The reason:

    { $reason }

mail-comment-subject = New message about { $proposal }
mail-comment-body =
    { $author } wrote about { $proposal }:

    { $text }

    Answer on the page of the proposal; answers to this email do not reach it.
