### Whether a proposal is ready, its receipts, and its documents.

# Ready to submit?
documents-sections-complete = Sections complete
documents-mark-missing = Missing
documents-mark-over = Over the limit
documents-mark-wrong = To correct
documents-mark-warning = Worth a second look
documents-count-missing = { $count } missing
documents-count-over = { $count } over the limit
documents-count-wrong = { $count } to correct
documents-count-warning = { $count } worth a second look
documents-no-button = You cannot submit it now
documents-submitters = These people can: { $names }.
documents-contents-label = Contents
documents-contents = { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
}, { $files ->
    [0] no files
    [one] { $files } file
   *[other] { $files } files
}

# The preview.
documents-preview = See it as reviewers will
documents-preview-title = Preview
documents-preview-text = This is what reviewers will read if you submit now. They see the questions in their own language.

# Receipts.
documents-verify = Confirmation for anyone
documents-verify-text = This page tells anyone who has the hash the reference, the number and the time, and nothing else.
documents-taking-back = Do you want to change something?
documents-taking-back-until = You can take the proposal back to draft and submit it again. The call closes:
documents-receipts-title = Check a receipt
documents-receipts-text = Every submission gets a receipt with a SHA-256 hash. Whoever has the hash can check here that the submission was received, and when.
documents-receipts-ask = Check
documents-receipts-another = Check another receipt
documents-hash = SHA-256 hash
documents-hash-hint = 64 digits and letters from a to f, as they stand on the receipt.
documents-hash-wrong = This is not a SHA-256 hash. Copy all 64 characters from the receipt.
documents-confirmed-title = This submission was received
documents-confirmed-text = It is kept unchanged under this hash.
documents-confirmed-check = Whoever has the file of the text received can check that it is this submission: sha256sum must give the same hash.
