### The frame around every page, states, themes, and the words that all forms and faults share.
### In templates for scripts, {"{"}name{"}"} is put in by the script.

layout-service = Metropolis Initiatives
layout-brand-second = Initiatives
layout-skip = Skip to the content
layout-new-tab = (opens in a new tab)
layout-menu = Menu
layout-menu-close = Close
layout-site-nav = Main
layout-work-nav = Your work
layout-footer-nav = More pages
layout-languages = Language
layout-account = Your account:
layout-log-in = Log in
layout-log-out = Log out
layout-footer-about = Projects by and for cities, led by members of the world association of the major metropolises.
layout-demo-label = Demonstration
layout-demo = Demonstration: nothing here is sent to anyone.
layout-demo-mail = Read the emails at /demo/mail

layout-nav-initiatives = Initiatives
layout-nav-map = Map
layout-nav-calls = Calls
layout-nav-benefits = Benefits
layout-nav-publications = Publications
layout-nav-about = About the Initiatives
layout-nav-privacy = Privacy
layout-nav-accessibility = Accessibility
layout-nav-contact = Contact
layout-nav-proposals = Your proposals
layout-nav-desk = Desk
layout-nav-desk-calls = Manage calls
layout-nav-organisations = Organisations
layout-nav-subscribers = Subscribers
layout-nav-messages = Messages
layout-nav-people = People
layout-nav-mail = Emails
layout-nav-content = Public pages
layout-nav-admin = Administration

layout-breadcrumb = Where you are
layout-pager = Pages of this list
layout-pager-previous = Previous
layout-pager-next = Next

layout-deadline-yours = Your time:
layout-deadline-left = Time left: {"{"}left{"}"}
layout-deadline-passed = The deadline has passed while this page was open. Load the page again to see what you can do now.

layout-session-title = Your session is about to end
layout-session-text = You have not done anything for a while. Stay logged in to keep working.
layout-session-left = Time left:
layout-session-extend = Stay logged in
layout-session-dismiss = Close this message
layout-session-failed = The session could not be extended. Copy your text, then log in again.
layout-confirm-yes = Yes, go on
layout-confirm-no = No, go back

layout-state-draft = Draft
layout-state-submitted = Submitted
layout-state-under_review = Under review
layout-state-returned = Returned for changes
layout-state-approved = Approved
layout-state-running = Running
layout-state-completed = Completed
layout-state-discontinued = Ended early
layout-state-not_selected = Not selected
layout-state-withdrawn = Withdrawn

layout-theme-governance = Governance
layout-theme-social_inclusion = Social inclusion
layout-theme-urban_innovation = Urban innovation
layout-theme-sustainability = Sustainability

form-required = required
form-optional = optional
form-choose = Choose…
form-error-prefix = Error:
form-errors-title = Please check these answers
form-error-at = { $place }: { $message }
form-limit-words = At most { $limit } words
form-limit-characters = At most { $limit } characters
form-counter-words = Words: {"{"}count{"}"} of {"{"}limit{"}"}
form-counter-characters = Characters: {"{"}count{"}"} of {"{"}limit{"}"}
form-counter-over = {"{"}over{"}"} too many
form-save = Save
form-cancel = Cancel
form-search = Search
form-filter = Show
form-filter-clear = Clear all

form-missing = Please fill this in.
form-too-long = At most { $max } characters, please.
form-email-wrong = Write an email address, like name@city.example.
form-date-wrong = Write a date, like 2014-05-15.
form-choice-wrong = Choose one of the answers on the page.

error-request-id = If you write to us, please quote this number:
error-home = Go to the home page
error-back = Look at it as it is now
layout-pair = { $what }: { $name }
layout-about = : { $what }
