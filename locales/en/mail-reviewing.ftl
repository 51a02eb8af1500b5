### Letters about reviewing.

mail-assigned-subject = To review: { $proposal }
mail-assigned-body =
    The Secretariat asks you to review { $proposal }.
    { $review_due }

    On the page of the proposal you can accept or decline, and declare a conflict of interest.
mail-declined-subject = { $name } does not review { $proposal }
mail-declined-body =
    { $name } declines to review { $proposal }:

    { $reason }

    Assign somebody else on the page of the proposal.
mail-conflict_declared-subject = Conflict of interest declared: { $proposal }
mail-conflict_declared-body =
    { $name } has declared a conflict of interest with { $proposal } and no longer sees it:

    { $reason }

mail-assigned_several-subject = To review: { $count } proposals of { $call }
mail-assigned_several-body =
    The Secretariat asks you to review { $count } proposals of { $call }. They stand at your desk.

    { $reviews_due }

    On the page of each proposal you can accept or decline, and declare a conflict of interest.

mail-review_reminder-subject = { $reviews } to hand in by { $when }
mail-review_reminder-body =
    { $open_reviews }

    If you cannot judge a proposal, you can abstain on its page, with a reason.

mail-review_late-subject = { $late_reviews }
mail-review_late-body =
    { $overdue_reviews }

    If you cannot judge a proposal, please decline or abstain on its page, so that somebody else can be asked.

mail-waiting-subject = Waiting for the Secretariat ({ $count })
mail-waiting-body =
    As of { $as_of }, this has waited for the Secretariat for some time:

    { $wait_late }
    { $wait_eligibility }
    { $wait_question }
    { $wait_missing }
    { $wait_publication }

    Each matter is counted here once, when it has waited too long, and once more if it is still waiting later. The list at the desk shows everything that waits.
