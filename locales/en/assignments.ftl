### Giving the proposals of a call to reviewers.

assignments-title = Assignments
assignments-lede = Who reviews what in this call. A plan is shown before anything is assigned.
assignments-none = No proposal can be assigned yet
assignments-none-text = Proposals stand here once they are submitted and not found ineligible.
assignments-now = Now
assignments-coverage =
    { $n ->
        [one] { $n } proposal
       *[other] { $n } proposals
    } with { $reviews ->
        [one] { $reviews } reviewer
       *[other] { $reviews } reviewers
    }
assignments-plan = Propose assignments
assignments-plan-text = The best plan by what reviewers wish, the languages and themes they know, and an even load. Conflicts of interest, suspected ones too, are left out.
assignments-plan-do = Show the plan
assignments-plan-note = Nothing is assigned yet. What is assigned already counts; you can do it again for the gaps.
assignments-reviews = Reviews for each proposal
assignments-most = At most for each reviewer
assignments-table = Assign from a table
assignments-table-text = A line for each assignment: the reference of the proposal, and the reviewer’s email address or name.
assignments-table-file = CSV file
assignments-table-hint = Saved as UTF-8, with commas, semicolons or tabs.
assignments-table-paste = Or paste the lines here
assignments-table-do = Look at it first
assignments-table-encoding = The file is not UTF-8. In the spreadsheet, save it as “CSV UTF-8” and send it again.
assignments-table-empty = Choose a file, or paste some lines.
assignments-table-long = The table has more lines than any call has reviews.
assignments-reviewers = Reviewers
assignments-reviewers-none = Nobody is a reviewer yet.
assignments-name = Reviewer
assignments-has = Has of this call
assignments-at-most = Own limit

plan-title = Plan of assignments
plan-lede = { $n ->
        [one] { $n } assignment
       *[other] { $n } assignments
    } for { $reviews ->
        [one] { $reviews } review
       *[other] { $reviews } reviews
    } of each proposal, at most { $most } for each reviewer. Nothing is assigned until you confirm.
plan-lede-table = { $n ->
        [one] { $n } assignment
       *[other] { $n } assignments
    } can be made. Nothing is assigned until you confirm.
plan-troubles = What could not be met
plan-refused = What cannot be assigned
plan-gap-few = { $reference }: { $n ->
        [one] { $n } review
       *[other] { $n } reviews
    } short. Too few reviewers may review it.
plan-gap-full = { $reference }: { $n ->
        [one] { $n } review
       *[other] { $n } reviews
    } short. Those who may review it have as many as they can take.
plan-slip-columns = Line { $line }: the reviewer is missing.
plan-slip-proposal = Line { $line }: no proposal “{ $said }” can be assigned in this call.
plan-slip-reviewer = Line { $line }: no reviewer “{ $said }”.
plan-slip-ambiguous = Line { $line }: several reviewers are called “{ $said }”. Use the email address.
plan-slip-twice = Line { $line }: it stands there twice.
plan-slip-quote = Line { $line }: a quotation mark is not closed on the same line. What follows it was not read.
plan-troubles-more = And { $n } more.
plan-barred-has = { $reference }: { $name } has it already.
plan-barred-declined = { $reference }: { $name } has declined it.
plan-barred-conflict = { $reference }: { $name } has a conflict of interest.
plan-barred-writes = { $reference }: { $name } writes it.
plan-reason-wish = would like to
plan-reason-reluctant = would rather not
plan-reason-theme = knows the theme
plan-reason-language = reads the language
plan-reason-other_language = has not named the language
plan-reason-free = has room
plan-empty = Nothing to assign
plan-empty-text = Everything is assigned, or nobody comes into question.
plan-back = Back to the assignments
plan-give = Assign
plan-why = Why
plan-do = Assign what is ticked
plan-note = Each reviewer gets one email with all of theirs.
plan-nothing = Nothing is ticked.
plan-done =
    { $n ->
        [one] { $n } assignment is made.
       *[other] { $n } assignments are made.
    }
plan-refused-more = { $n ->
        [one] { $n } more assignment could not be made.
       *[other] { $n } more assignments could not be made.
    }
proposals-no-assign-twice = This reviewer has it already.
proposals-no-assign-gone = It can no longer be assigned.

reviewers-title = Reviewer’s profile
reviewers-lede = What assignments are planned by.
reviewers-lede-own = What the Secretariat plans your assignments by.
reviewers-languages = Languages
reviewers-languages-hint = In which proposals can be judged. None: all of them.
reviewers-themes = Themes
reviewers-themes-hint = Known best.
reviewers-organisation = Organisation
reviewers-organisation-hint = Organisation, city and country tell possible conflicts of interest.
reviewers-city = City
reviewers-country = Country
reviewers-most = At most, in one call
reviewers-most-hint = How many proposals. Empty: no limit.
reviewers-most-wrong = Write a number from 1 to 500, or nothing.
reviewers-saved = The profile is saved.

preferences-title = What would you like to review?
preferences-text = Your answers guide the assignments; they promise nothing. Declare every conflict of interest below.
preferences-profile = Your languages and themes
preferences-none = Nothing to choose from yet
preferences-none-text = Proposals stand here once they are submitted.
preferences-gladly = Gladly
preferences-willing = Willing
preferences-rather-not = Rather not
preferences-saved = Your preferences are saved.
preferences-closed = This call does not ask for preferences now. What you have saved counts. A conflict of interest can be declared on the page of a proposal that you are given.

admin-did-reviewer-profile = Reviewer’s profile changed

preferences-asked = { $call } asks what you would like to review.
preferences-answer = Answer
