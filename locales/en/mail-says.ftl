### What emails say only where the values ask for it. The texts that the Secretariat edits name each by { $name }.

mail-says-record =
    { $sealed ->
        [none] { "" }
       *[other] Audit record at that moment: { $seal }
    }
mail-says-changed_answers =
    { $changed ->
        [none] { "" }
       *[other] These answers were saved after the confirmation page was opened, and are part of what was submitted: { $fields }
    }
mail-says-way_in =
    { $account ->
        [new] You have no account yet: set a password first, by this link, which can be used once. Then accept the invitation under “Your proposals”.
       *[known] Log in as always, look at the invitation, and accept or decline it.
    }
mail-says-own_clock =
    { $clock ->
        [same] { "" }
       *[other] On your clock: { $yours }
    }
mail-says-review_due =
    { $until ->
        [set] Please hand in your review by { $when }.
       *[none] There is no date for it yet.
    }
mail-says-reviews_due =
    { $until ->
        [set] Please hand in your reviews by { $when }.
       *[none] There is no date for them yet.
    }
mail-says-reviews =
    { $count ->
        [one] A review
       *[other] { $count } reviews
    }
mail-says-open_reviews =
    { $count ->
        [one] One of your reviews for { $call } is not in yet. Please hand it in by { $when }.
       *[other] { $count } of your reviews for { $call } are not in yet. Please hand them in by { $when }.
    }
mail-says-late_reviews =
    { $count ->
        [one] A review is late
       *[other] { $count } reviews are late
    }
mail-says-overdue_reviews =
    { $count ->
        [one] One of your reviews for { $call } was to be in by { $when }. You can still hand it in.
       *[other] { $count } of your reviews for { $call } were to be in by { $when }. You can still hand them in.
    }
mail-says-writer =
    { $who ->
        [known] { $author }
       *[none] Somebody
    }
mail-says-what_is_new =
    { $kind ->
        [report] There is a report on the Metropolis Initiative “{ $title }”, led by { $lead }: { $headline }
       *[other] The Metropolis Initiative “{ $title }”, led by { $lead }, has reached a milestone: { $headline }
    }
mail-says-more_news =
    { $more ->
        [0] { "" }
        [one] { "" }, and one more piece of news
       *[other] { "" }, and { $more } more pieces of news
    }
mail-says-more_notices =
    { $more ->
        [0] { "" }
        [one] { "" }, and one more notice
       *[other] { "" }, and { $more } more notices
    }
mail-says-wait_eligibility =
    { $waits_eligibility ->
        [0] { "" }
        [one] One submission has waited for its check of eligibility for more than { $days_eligibility } days.
       *[other] { $waits_eligibility } submissions have waited for their check of eligibility for more than { $days_eligibility } days.
    }
mail-says-wait_late =
    { $waits_late ->
        [0] { "" }
        [one] One late submission is held, and has waited for your decision for more than { $days_late } days.
       *[other] { $waits_late } late submissions are held, and have waited for your decision for more than { $days_late } days.
    }
mail-says-wait_question =
    { $waits_question ->
        [0] { "" }
        [one] One applicant has written and has had no answer for more than { $days_question } days.
       *[other] In { $waits_question } conversations, applicants have had no answer for more than { $days_question } days.
    }
mail-says-wait_publication =
    { $waits_publication ->
        [0] { "" }
        [one] One decision has been prepared for more than { $days_publication } days and is not published.
       *[other] { $waits_publication } decisions have been prepared for more than { $days_publication } days and are not published.
    }
mail-says-wait_missing =
    { $waits_missing ->
        [0] { "" }
        [one] One review is more than { $days_missing } days late.
       *[other] { $waits_missing } reviews are more than { $days_missing } days late.
    }
