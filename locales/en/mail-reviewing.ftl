### Letters about reviewing.

mail-assigned-subject = To review: { $proposal }
mail-assigned-body =
    The Secretariat asks you to review { $proposal }.
    { $until ->
        [set] Please hand in your review by { $when }.
       *[none] There is no date for it yet.
    }

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

    { $until ->
        [set] Please hand in your reviews by { $when }.
       *[none] There is no date for them yet.
    }

    On the page of each proposal you can accept or decline, and declare a conflict of interest.

mail-review_reminder-subject = { $count ->
    [one] A review to hand in by { $when }
   *[other] { $count } reviews to hand in by { $when }
}
mail-review_reminder-body =
    { $count ->
        [one] One of your reviews for { $call } is not in yet. Please hand it in by { $when }.
       *[other] { $count } of your reviews for { $call } are not in yet. Please hand them in by { $when }.
    }

    If you cannot judge a proposal, you can abstain on its page, with a reason.

mail-review_late-subject = { $count ->
    [one] A review is late
   *[other] { $count } reviews are late
}
mail-review_late-body =
    { $count ->
        [one] One of your reviews for { $call } was to be in by { $when }. You can still hand it in.
       *[other] { $count } of your reviews for { $call } were to be in by { $when }. You can still hand them in.
    }

    If you cannot judge a proposal, please decline or abstain on its page, so that somebody else can be asked.
