# Subscriptions: hearing of Initiatives by email, without an account.
subscriptions-title = Hear of Initiatives by email
subscriptions-lede = Choose what you want to hear of. You need no account, and can change or stop the emails at any time.
subscriptions-email = Email address
subscriptions-email-hint = We send one email there that asks you to confirm. Nothing else is sent before you do.
subscriptions-email-own = Your account’s address needs no confirmation. To any other we send one email that asks to confirm.
subscriptions-what = What do you want to hear of?
subscriptions-how = How do you want to hear?
subscriptions-one = The Initiative you come from
subscriptions-general = In general
subscriptions-everything = All Initiatives, calls and publications
subscriptions-calls = Calls for proposals
subscriptions-themes = Initiatives by theme
subscriptions-regions = Initiatives by region
subscriptions-countries = Initiatives by country
subscriptions-cities = Initiatives by city
subscriptions-followed = Initiatives you follow
subscriptions-add-country = Initiatives of a country
subscriptions-add-city = Initiatives of a city
subscriptions-none = None
subscriptions-this-initiative = this Initiative
subscriptions-unnamed-initiative = A proposal that names you as a partner
subscriptions-rhythm = How often
subscriptions-rhythm-hint = A digest tells all news in one email. It comes at seven in the morning, Barcelona time, and only if there is news.
subscriptions-rhythm-at_once = At once, an email for each piece of news
subscriptions-rhythm-daily = Every day, as a digest
subscriptions-rhythm-weekly = Every Monday, as a digest
subscriptions-language = Language of the emails
subscriptions-subscribe = Subscribe
subscriptions-promise = We use your address for these emails only, and give it to nobody.
subscriptions-choose = Choose at least one thing you want to hear of.
subscriptions-asked-title = Please look into your mailbox
subscriptions-asked-lede = We have sent you an email. Open its link and press “Confirm” to receive what you chose.
subscriptions-asked-spam = Nothing there after some minutes? Look among unwanted mail, and check that the address was typed correctly.
subscriptions-asked-once = An address gets such an email at most once in an hour. If you asked before, the link of the earlier email confirms this too.
subscriptions-see-initiatives = See the Initiatives
subscriptions-yours = Your emails
subscriptions-yours-lede = What { $email } receives from the Metropolis Initiatives.
subscriptions-waiting = Please confirm
subscriptions-waiting-text = Somebody asked for these emails to you. Did you?
subscriptions-confirm = Confirm
subscriptions-refuse = I did not ask for this
subscriptions-confirmed = Confirmed. You will hear from us when there is news.
subscriptions-refused = Thank you. Nothing will be sent.
subscriptions-noted = Saved. You will hear from us when there is news.
subscriptions-stopped = The emails have stopped.
subscriptions-came-back = Emails to you came back
subscriptions-came-back-text = A mail server said that nothing arrives at your address, so we stopped sending what you asked for. If you read this, tell us that it works again.
subscriptions-reads = Send me emails again
subscriptions-nothing = You receive no emails
subscriptions-nothing-text = Choose something below if you want to hear from us again.
subscriptions-forgotten = What was asked for here was not confirmed within thirty days, and is forgotten. You can ask again.
subscriptions-expired = Nothing waits for you here
subscriptions-expired-text = What was asked for is not confirmed within thirty days, or was refused. You can ask again:
subscriptions-stop-title = Receive nothing more
subscriptions-stop-text = Stops all these emails at once. Emails about an account of yours, such as receipts and decisions, are not among them.
subscriptions-stop = Stop all emails
subscriptions-stop-all-text = We will send no more news of Initiatives, calls and publications to { $email }.
subscriptions-stopped-text = No more news of Initiatives, calls and publications will be sent to { $email }.
subscriptions-again = Receive emails again
subscriptions-rather-change = Rather change what you receive
subscriptions-follow = Follow by email
subscriptions-follow-text = Hear of it when something happens, by email and without an account.
subscriptions-follow-initiative = Follow this Initiative
subscriptions-follow-city = Follow { $city }
subscriptions-follow-theme = Follow { $theme }

# Subscribers, as the secretariat sees them.
subscribers-title = Subscribers
subscribers-reached = { $count ->
    [one] { $count } address receives news of Initiatives by email.
   *[other] { $count } addresses receive news of Initiatives by email.
}
subscribers-search = Address begins with
subscribers-none = No subscribers yet
subscribers-none-text = Visitors subscribe by themselves on the public pages. A list that you kept elsewhere can be brought here.
subscribers-not-found = No such address
subscribers-not-found-text = Try fewer letters: the search compares the beginning of addresses.
subscribers-who = Address
subscribers-what = Receives
subscribers-since = Known since
subscribers-wishes = { $count ->
    [one] { $count } thing
   *[other] { $count } things
}
subscribers-stopped = Stopped all emails
subscribers-nothing = Nothing
subscribers-unconfirmed = Not confirmed yet
subscribers-origin = Known from
subscribers-origin-form = The form, confirmed by email
subscribers-origin-account = Their account
subscribers-origin-partner = Their answer as a partner
subscribers-origin-import = A list brought here
subscribers-asked = Asked for
subscribers-confirmed = Confirmed
subscribers-letters = Emails to this address
subscribers-stop-title = Stop the emails at their request
subscribers-stop-text = If this person wrote or called you, stop the emails here. No list brings them back; they can subscribe again themselves.
subscribers-stop-sure = Stop all emails to this address?
subscribers-import = Bring a list
subscribers-import-lede = For people who already agreed to hear from you. No email is sent now; each one that comes later says how to stop.
subscribers-import-what = What did they agree to hear of?
subscribers-import-how = How do they hear?
subscribers-list = People
subscribers-list-hint = One on each line: address, and if you like name and language (en, fr, es), with commas, semicolons or tabs between. You can paste from a spreadsheet.
subscribers-list-missing = Paste the list here.
subscribers-list-empty = There is no email address in this list.
subscribers-consent = Their consent
subscribers-consent-hint = When and how these people agreed, so that it can be shown to whoever asks. For example: registration form of the congress in Hyderabad, October 2014.
subscribers-consent-missing = Say when and how they agreed.
subscribers-imported = The list is here
subscribers-did-new = { $count ->
    [one] { $count } new address.
   *[other] { $count } new addresses.
}
subscribers-did-known = { $count ->
    [one] { $count } address was known: what the list adds was added.
   *[other] { $count } addresses were known: what the list adds was added.
}
subscribers-did-stopped = { $count ->
    [one] { $count } address had stopped all emails, and stays so.
   *[other] { $count } addresses had stopped all emails, and stay so.
}
subscribers-did-again = { $count ->
    [one] { $count } line named an address again.
   *[other] { $count } lines named an address again.
}
subscribers-unread = Lines without an address
subscribers-unread-text = These were left out. Correct them and bring them again: who is here already is not entered twice.
