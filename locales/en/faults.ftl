# What went wrong, and how to go on.
form-unreadable = This form could not be read. Please load the page again and fill it in once more.
form-wrong = Please check this answer.
form-came-back = What you had typed is back. Nothing has been sent yet: check it, then send it.
error-not-found = There is no such page
error-not-found-text = The address may be mistyped, or what was here is not open to you.
error-refused = This cannot be done
error-conflict = Somebody else changed this in the meantime
error-conflict-text = Nothing of yours was carried out. Go back, load the page again and look at what changed before you try once more.
error-invalid = Something is missing or not right
error-too-many = Too many tries
error-too-many-text = { $minutes ->
    [one] Please wait a minute, then try again.
   *[other] Please wait { $minutes } minutes, then try again.
}
error-unavailable = The service is out of reach for a moment
error-unavailable-text = Nothing you did is lost on our side. Keep this page open and try again in a minute.
error-internal = Something went wrong on our side
error-internal-text = We have noted it. Please try again; if it happens once more, tell us the number below.
error-other-origin = The form did not come from one of our pages. Open the page here and send it again.
error-not-executed = Nothing was done: look at the form again and send it.
error-part-changed = Your part here has changed while this was being sent. Open the page again.
form-too-slow = This took too long to arrive. Check your connection and send it again.
error-too-large = This is more than can be sent at once.
error-written = What you wrote
error-written-text = It may not have been saved. Copy what you want to keep.
error-written-one = Text { $n } of { $all }
