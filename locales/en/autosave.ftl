# The form of a section while somebody writes in it.
autosave-saved = Saved at { $when }
autosave-saving = Saving…
autosave-waiting = Not saved yet
autosave-offline = Offline: kept in this browser
autosave-signed-out = You are not logged in: kept in this browser
autosave-clash = Someone else changed the same answer: decide which text stays
autosave-refused = Not saved: something is too long. See the message beside it
autosave-forbidden = Not saved: the proposal cannot be changed any more. What you typed is kept in this browser
autosave-unkept = Not saved, and this browser keeps no copy: do not leave this page
autosave-other = { $name } saved in this section at { $when }.
autosave-put-back = What you typed here earlier had not reached us. It was put back, and is being saved now.
autosave-again-title = Log in again
autosave-again-text = Your session is over. Nothing you typed is lost: log in, and it will be saved.
autosave-again-later = Later
autosave-unreachable = The service cannot be reached. Please try again in a moment.

# Two texts of one answer.
autosave-clash-title = { $label }: two texts
autosave-clash-marked = What only one of the texts holds is underlined.
autosave-only-here = [only here:
autosave-only-here-end = ]
autosave-combined = Both together
autosave-combined-clean = A version with both sets of changes. Edit it as you like.
autosave-combined-overlaps = You both changed the same words: there, the saved ones stand before yours. Edit them into one text.
autosave-combine = Keep this text

# Leaving with something unsent.
autosave-leave = Something you typed is kept in this browser and was not sent yet. If you log out now, it stays here until you log in again in this browser. Log out all the same?

# On the receipt.
autosave-receipt-title = Changed while you confirmed
autosave-receipt-text = These answers were saved after you opened the confirmation page. They are part of this submission.
autosave-receipt-line = { $label }: { $name }, { $when }

# Rows.
autosave-row-added = Row { $row } was added
autosave-row-removed = Row { $row } was removed
autosave-row-moved = Now row { $row }
guidelines-sum-below = { $difference } less than “{ $field }”
guidelines-sum-above = { $difference } more than “{ $field }”
guidelines-sum-equal = The same as “{ $field }”
proposals-other-account = You are logged in as somebody else than this page was made for. Nothing was saved. Save again to write under your own name.
autosave-left-title = What you typed and could not be saved
autosave-left-text = This browser keeps these texts of yours. The proposal can no longer be changed; copy what you need, then delete them.
autosave-left-delete = Delete this copy
