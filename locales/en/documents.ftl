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
documents-verify = Public confirmation
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
documents-hash-unknown = No submission with this hash was received here. Compare all 64 characters with those on the receipt.
documents-confirmed-title = This submission was received
documents-confirmed-text = It is kept unchanged under this hash.
documents-confirmed-check = Whoever has the file of the text received can check that it is this submission: sha256sum must give the same hash.

# Documents.
documents-pdf = PDF
documents-pdf-download = Download as PDF
documents-draft-pdf = Draft as PDF
documents-json = Answers as JSON
documents-pdf-form = Blank form as PDF
documents-pdf-draft = DRAFT
documents-pdf-draft-notice = Draft, not submitted. Last saved: { $when }
documents-pdf-blank = BLANK FORM
documents-pdf-blank-notice = Blank form, to prepare a proposal on paper. Proposals are submitted online.
documents-pdf-call = Call
documents-pdf-call-time = On the call’s clock
documents-pdf-page = Page
documents-pdf-signatures = Signatures
documents-pdf-signatures-text = For circulation within the organisation. These signatures do not submit the proposal.
documents-pdf-signature = Signature
documents-pdf-undrawable = Some characters cannot be drawn with the fonts of this document. The text on the proposal’s page and in the JSON file is complete.

# Bringing answers along.
documents-import = Start from a file
documents-import-text = Answers that were saved as JSON, from a draft or a submission, can start a new draft. Images and PDFs are not part of such a file: add them again.
documents-import-call = Call
documents-import-file = File
documents-import-file-hint = A JSON file of at most 2 MB.
documents-import-do = Start a proposal from this file
documents-import-none = Choose a file first.
documents-import-no-json = This file is not JSON, or is nested too deeply. It cannot be read from line { $line }, column { $column } on.
documents-import-no-answers = This file holds no answers. Take one that was saved here as JSON.
documents-imported = { $count ->
    [one] A draft was started with { $count } answer of the file.
   *[other] A draft was started with { $count } answers of the file.
}
documents-import-others = The file follows other guidelines, or another version of them. What has the same name was taken over: look at every section.
documents-import-unknown = The guidelines do not know these names, so they were left out: { $names }.
documents-import-left-out = These answers were of another kind or too large, and were left out, entirely or in part: { $names }.
documents-import-as-typed = These answers cannot be read and are kept as they were typed. Correct them: { $names }.
documents-import-files = Files are not imported. Add them again: { $names }.
documents-import-more = and { $more } more
documents-no-lines = This draft has too many lines to be set as a PDF. Shorten the texts that are over their limit.
