# Guidelines and the form made from them: questions, checks, answers.
guidelines-person-name = Name
guidelines-person-post = Post
guidelines-person-email = Email
guidelines-person-phone = Telephone
guidelines-person-date = Date

# Where something is, in lists of what is missing or wrong.
guidelines-place-cell = { $field }, row { $row }: { $column }
guidelines-place-part = { $field }: { $part }

# Not answered yet.
guidelines-missing-answer = Write an answer.
guidelines-missing-choice = Choose an option.
guidelines-missing-choices = Choose at least one option.
guidelines-missing-more = Choose at least { $limit }; { $count } chosen so far.
guidelines-missing-money = Give an amount.
guidelines-missing-month = Give a month.
guidelines-missing-date = Give a date.
guidelines-missing-email = Give an email address.
guidelines-missing-point = Set the point: find your city, press on the map, or write the coordinates.
guidelines-missing-row = Fill in at least one row.
guidelines-missing-rows = Fill in at least { $limit } rows.
guidelines-missing-image = Add an image.
guidelines-missing-pdf = Add the PDF.
guidelines-missing-alt = Say what the image shows.
guidelines-missing-tick = Tick the box to agree.
guidelines-missing-period = The call has not fixed the period yet. Write to the Secretariat.

# Answered in a way that cannot stand.
guidelines-wrong-answer = This answer cannot be read. Give it again.
guidelines-wrong-option = Choose one of the options.
guidelines-wrong-too-many = { $count } are too many: at most { $limit }.
guidelines-wrong-rows = { $count } rows are too many: at most { $limit }.
guidelines-wrong-tag = “{ $tag }” is too long: at most { $limit } characters.
guidelines-wrong-too-long-chars = Shorten the text: { $count } characters, at most { $limit }.
guidelines-wrong-too-long-words = Shorten the text: { $count } words, at most { $limit }.
guidelines-wrong-email = Write the address in full, like name@city.org.
guidelines-wrong-phone = Write the number with its country code, like +34 93 342 94 60.
guidelines-wrong-number = Write a whole number, like 60000.
guidelines-wrong-number-range = The number must lie between { $min } and { $max }.
guidelines-wrong-money = Write an amount in euros, like 1234.50.
guidelines-wrong-money-ambiguous = “{ $typed }” could mean thousands or decimals. Leave out the separator, or write two decimals.
guidelines-wrong-money-decimals = At most two decimals, like 1234.50.
guidelines-wrong-money-large = This amount is too large.
guidelines-wrong-month = Write the month as year and month, like 2015-03.
guidelines-wrong-date = Write the date as year, month and day, like 2015-03-31.
guidelines-wrong-point = Write latitude and longitude in degrees, like 41.39 and 2.17, or 41°23′15″N and 2°10′7″E.
guidelines-wrong-period = The call fixes the period: { $period }.
guidelines-wrong-image-type = “{ $file }” is of another type: add a JPEG, PNG or WebP image.
guidelines-wrong-pdf-type = “{ $file }” is of another type: add a PDF.
guidelines-wrong-file-size = “{ $file }” is too large: at most { $limit }.

# Too large even for a draft.
guidelines-refused-text = This text is too long to be saved: at most { $limit } characters.
guidelines-refused-rows = These are too many rows to be saved; at most { $max } can be submitted.
guidelines-refused-tags = These are too many to be saved; at most { $max } can be submitted.

# Rules across fields.
guidelines-rule-sum-below = The amounts add up to { $sum }: { $difference } less than “{ $field }”, { $total }.
guidelines-rule-sum-above = The amounts add up to { $sum }: { $difference } more than “{ $field }”, { $total }.
guidelines-rule-order = The end must come after the start, { $start }.
guidelines-rule-not-before = The start must be in { $month } or later.
guidelines-rule-longest = { $count } months is longer than the { $limit } recommended.
guidelines-rule-not-repeating = “{ $option }” is the main theme already. Choose others, or none.

# The form.
guidelines-choose = Choose…
guidelines-limit-words = At most { $words } words
guidelines-limit-chars = At most { $chars } characters
guidelines-limit-choices = At most { $max }
guidelines-limit-rows-up-to = At most { $max } rows
guidelines-limit-rows = { $min } to { $max } rows
guidelines-limit-images = At most { $max } images (JPEG, PNG or WebP), each up to { $size }
guidelines-limit-pdf = One PDF of up to { $size }
guidelines-row = { $field }, row { $row }
guidelines-add-row = Add a row
guidelines-remove-row = Remove row { $row }
guidelines-of-list = of “{ $field }”
guidelines-move-row-up = Move row { $row } up
guidelines-move-row-down = Move row { $row } down
guidelines-add-image = Add images
guidelines-add-pdf = Choose a PDF
guidelines-replace-pdf = Choose another PDF
guidelines-remove-file = Remove { $file }
guidelines-image-alt = What the image shows
guidelines-latitude = Latitude
guidelines-longitude = Longitude
guidelines-period-unfixed = Not fixed yet

# Answers, read.
guidelines-yes = Yes
guidelines-no = No
guidelines-declared = Agreed
guidelines-unanswered = Not answered
guidelines-not-recorded = Not recorded
guidelines-total = Total

# Where the questions of a reconstruction come from.
guidelines-origin-published = From what was published in 2014
guidelines-origin-comparable = From comparable calls
guidelines-origin-judgement = From judgement

# Kinds of answers, on the guidelines page.
guidelines-kind-text = Line of at most { $chars } characters
guidelines-kind-long-text = Text of at most { $words } words
guidelines-kind-lists = Text of at most { $words } words, with plain lists
guidelines-kind-choice = Choice of one option
guidelines-kind-choices = Choice of at most { $max } options
guidelines-kind-any-choices = Choice of any number of options
guidelines-kind-tags = At most { $max } key words
guidelines-kind-country = Country
guidelines-kind-language = English, French or Spanish
guidelines-kind-point = Latitude and longitude
guidelines-kind-person = Person: { $parts }
guidelines-kind-money = Amount in euros, to the cent
guidelines-kind-number = Whole number
guidelines-kind-month = Month
guidelines-kind-date = Date
guidelines-kind-email = Email address
guidelines-kind-phone = Telephone number
guidelines-kind-yes-no = Yes or no
guidelines-kind-rows = Table of { $min } to { $max } rows
guidelines-kind-rows-up-to = Table of at most { $max } rows
guidelines-kind-images = At most { $max } images, each with a text for those who cannot see it
guidelines-kind-pdf = One PDF of at most { $size }
guidelines-kind-declaration = Statement to agree to
guidelines-kind-period = Fixed by the call
