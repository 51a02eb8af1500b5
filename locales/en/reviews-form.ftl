### The form of a review.

reviews-confidence = How sure are you?
reviews-confidence-hint = Of your own judgement, given what you know of the matter.
reviews-confidence-low = Not very
reviews-confidence-medium = Fairly
reviews-confidence-high = Very
reviews-confidence-missing = Say how sure you are.
reviews-submit-next = Hand in and go to the next
reviews-none-open = That was your last open review. Thank you.
reviews-abstain = Abstain
reviews-abstain-text = If you have read it and cannot judge it. It counts as answered, without scores; you can still write a review later.
reviews-abstain-reason = Why you abstain
reviews-done-abstained = You have abstained. You can still write a review.
reviews-since = What has changed since your review
reviews-since-text = Your review judged an earlier submission. Confirm or change each score.
reviews-since-none = Nothing of what you may read has changed.
reviews-confirm = My score still holds
reviews-unconfirmed = { $criterion }: confirm your score or change it.
reviews-clash = Saved elsewhere in the meantime: load the page again. What you typed is kept in this browser
reviews-forbidden = Not saved: the review cannot be written now. What you typed is kept in this browser
reviews-put-back = What you typed here earlier had not reached us. It was put back.
desk-own-outdated = Changed since your review
desk-own-outdated-what = Changed since your review: { $what }
desk-own-outdated-more = Changed since your review: { $what } and { $n } more
desk-own-abstained = You abstained

reviews-confidence-short = Certainty
reviews-no-unconfirmed = A newer submission has come. Confirm or change each score.
