### Publications: as the secretariat adds and changes them, and as everybody reads of them.

# At the desk.
publications-desk = Edit publications
publications-desk-lede = In the order of the public page. Hidden ones, and their covers and files, are seen by the Secretariat alone.
publications-none-desk = Add the first one below.
publications-add = Add a publication
publications-lede = Appears among the publications, and is told to all who want to hear of everything.
publications-edit = Edit a publication
publications-edit-lede = Nobody is told of changes.
publications-see = See its page
publications-change = Edit
publications-hide = Hide
publications-show = Show
publications-up = Move up: { $title }
publications-down = Move down: { $title }
publications-badge-hidden = Hidden
publications-is-hidden = This publication is hidden
publications-is-hidden-text = Only the Secretariat sees this page, its cover and its files.

# The form.
publications-title = Title
publications-summary = Summary
publications-year = Year
publications-theme = Theme
publications-no-theme = No single theme
publications-link = Web address
publications-link-hint = Where it can be read elsewhere, if it can.
publications-initiatives = Initiatives
publications-initiatives-hint = Those that it belongs to, one a line: the reference, like MI-2014-005, or the address of the public page. What follows on the line is for you.
publications-cover = Cover
publications-cover-image = Image of the cover
publications-cover-hint = JPEG, PNG or WebP, at most 10 MB. The place and the camera that a photograph names are taken out. Without an image, a plain cover is drawn.
publications-cover-now = The cover now
publications-files = Files
publications-files-hint = One PDF for each language, at most 25 MB each. A new one takes the place of the one before.
publications-file-en = PDF in English
publications-file-fr = PDF in French
publications-file-es = PDF in Spanish
publications-other-language = One more language
publications-no-other = None
publications-file-other = PDF in that language
publications-remove = Remove
publications-publish = Publish and tell

# What is wrong.
publications-title-missing = Give the title in this language.
publications-summary-missing = Give the summary in this language.
publications-year-wrong = Write the year with four digits, like 2014.
publications-initiative-wrong = “{ $line }” names no Initiative. Begin the line with its reference, like MI-2014-005, or with the address of its page.
publications-initiative-unknown = There is no public Initiative { $line }.
publications-initiatives-many = At most { $limit } Initiatives, please.
publications-other-missing = Choose the PDF in the language that you have chosen, or choose no language.
publications-language-missing = Choose the language of this PDF.
publications-language-twice = There is another PDF in this language: choose one of them.
publications-conflict = Somebody else changed this publication while you had it open. Nothing was overwritten, and what you typed is still in the form. Save again to put it in place of theirs.
publications-conflict-text = Somebody else saved this publication while you had it open. Nothing was overwritten. What differs stands side by side; your text is still in the form. Save again to put it in place of theirs.

# What was done.
publications-added = The publication is added.
publications-saved = The publication is saved.
publications-moved = The publication is moved.
publications-hidden = The publication is hidden.
publications-shown = The publication is shown to everybody.

# As everybody reads it.
publications-languages = Languages:
publications-read = Read it
publications-file-size = (PDF, { $size })
publications-elsewhere = Read it elsewhere on the web
publications-no-files = It is not held here. Please ask the Secretariat General of Metropolis for a copy.
publications-guidelines-text = What a proposal is asked, and how it is judged: to read, to print, and for programs.
publications-guidelines-json = JSON
