# The guidelines as a page to read and to print.
guidelines-page-version = Version { $version }
guidelines-page-contents = Contents
guidelines-page-note = A reconstruction
guidelines-page-source = Where this comes from
guidelines-page-public = published if approved
guidelines-page-why = Why we ask:
guidelines-page-rules = Rules across the form
guidelines-page-warns = (recommended, not required)
guidelines-page-eligibility = Eligibility
guidelines-page-eligibility-text = The Secretariat checks these points before the review.
guidelines-page-criteria = How proposals are judged
guidelines-page-criterion = Criterion
guidelines-page-weight = Weight, of 100
guidelines-page-scale = What the scores mean
guidelines-page-reviews = { $count ->
    [one] Each proposal gets at least one review.
   *[other] Each proposal gets at least { $count } reviews.
}
guidelines-page-recommended = A proposal is recommended from a weighted total of { $total } out of 100, if no criterion scores below { $score }.
guidelines-page-consensus = When two totals lie more than { $gap } points apart, the reviewers look for a common view.
