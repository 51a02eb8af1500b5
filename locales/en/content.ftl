### What the public pages say: the pages on which the secretariat changes it, and what they say by themselves (Markdown).

content-title = Texts of the public pages
content-lede = What visitors read on the public pages, in each language. What you change can be read at once.
content-page-home = Home page
content-page-participation = How to take part
content-page-benefits = Benefits
content-page-about = About the Initiatives
content-page-privacy = Privacy
content-page-accessibility = Accessibility
content-page-publications = Publications
content-name-association = Name of the association
content-name-heading = Heading of the page
content-name-lede = Line below it
content-name-title = Title
content-name-text = Text
content-name-note = Introduction
content-name-item = Benefit { $number }
content-change = Change
content-edit = Change the texts of this page
content-see = See the public page
content-nothing = Says nothing
content-hint = A text stands in all three languages. What is optional may be empty in all of them: then it is left out.
content-markdown = In Markdown: an empty line begins a new paragraph, “- ” a list, “## ” a heading; **strong**, *stressed*, [words of a link](/calls). HTML is shown as it is typed.
content-in-all = Please write it in this language, too.
content-shown = The form holds version { $number }. It can be read again once you have saved it.
content-look = As visitors will read it
content-look-wrong = This cannot be saved yet:
content-versions = What these texts said before
content-changed = Changed:
content-saved = The texts are saved. Visitors read them from now on.
content-same = Nothing was different, so nothing was saved.
content-was-reset = The page has the usual words of the service again.

content-text-head-heading = Projects by cities, for cities
content-text-head-lede = Metropolises lead an Initiative, other cities, companies, universities and associations join in, and all learn from it.
content-text-what-title = What are Metropolis Initiatives?
content-text-what-text =
    The Metropolis Initiatives are projects and services by cities, for cities. A member or partner of Metropolis, the world association of the major metropolises, leads each of them; other cities, companies, universities and associations join in.

    They belong to four themes: governance, social inclusion, urban innovation and sustainability. [More about the Initiatives](/about)

content-text-participation-title = How to take part
content-text-participation-text =
    - **Lead an Initiative.** While a call is open, an organisation that the call admits writes its proposal here, with its partners, and submits it before the deadline. [See the calls](/calls)
    - **Join one.** The Initiatives are open to partners: their pages tell who leads them and what they aim at. [See the Initiatives](/initiatives), then [write to us](/contact).
    - **Follow one.** You can hear by email of an Initiative, a city, a theme or new calls. It takes no account, and you can stop it at any time. [Choose what you want to hear of](/subscriptions)

content-text-benefits-title = What are the benefits?
content-text-benefits-text = What a city or a partner gains by leading an Initiative, or by taking part in one:

content-text-about-title = About the Initiatives
content-text-about-text =
    The Metropolis Initiatives are projects and services by cities, for cities. Since 2012, members and partners of Metropolis, the world association of the major metropolises, have led them together with other cities, companies, universities and associations. Each has its own aims, its own partners and its own funding, and all may learn from it.

    ## Four themes

    - **Governance**: how metropolises are run, and by whom
    - **Social inclusion**: a city for all who live in it
    - **Urban innovation**: new ways of doing what cities do
    - **Sustainability**: climate, water, mobility, energy

    ## From a proposal to an Initiative

    1. A call says who may propose, until when, and what is asked.
    2. A city or another organisation writes its proposal here, with its partners, and submits it. It gets a receipt.
    3. The Secretariat checks whether the proposal is eligible. Reviewers read and score it.
    4. The Board of Metropolis decides. What is approved becomes an Initiative, with a page of its own here.
    5. Its milestones and reports are published on that page, until it is completed.

content-text-privacy-title = Privacy
content-text-privacy-text =
    This page says what this service keeps about people, why, and whom you can ask.

    ## If you only read

    You can read all public pages without an account. Your visit is not measured and not followed, and nothing is loaded from other sites.

    There are two cookies. One keeps the language that you chose, for a year. The other one, the session cookie, is set when you log in, or when a page has to tell you that your form has arrived; it goes when you close the browser.

    To keep out machines that guess passwords or send unwanted mail, failed log-ins and letters asked for are counted by a digest of the network address, for a day at most.

    ## If you have an account

    - Your name, email address, language and time zone, your organisations and your roles. Your password is kept in a form from which it cannot be read.
    - Each log-in, with its time, the network address and what your browser calls itself: you see your open sessions on your account page, and can end them. A session ends after half an hour without use, and after twelve hours in any case.
    - What you write: proposals with their earlier versions and their files, messages, reviews. While you write, your browser itself keeps a copy of what has not reached us yet.
    - What was done to a proposal, by whom and when. This record cannot be changed afterwards: a decision must be open to verification.

    ## If a proposal names you

    A proposal names those who answer for it and its partners, with their email addresses. Partners are asked by email whether they want to hear of it; each email has a link that stops all further ones.

    ## If you get our emails

    We keep your address, what you want to hear of, how often and in which language, since when, and where your consent is known from. What you do not confirm is deleted after thirty days. Each email has a link with which you change what you get, or stop everything. If you stop, we keep the address for one purpose: that no list brings it back. What was sent is kept, so that we can say what you were told.

    ## If you write to us

    We keep your name, your address and your message, to answer it, and delete them two years after it was answered. A message that you are asked to confirm by email, and do not confirm, is deleted after a week. One about an Initiative also goes to the organisation that leads it.

    ## What is public

    Of an approved proposal, only those answers are published that the guidelines of its call name as public. Everything else is read by those who work on it: its authors, the Secretariat, and the reviewers whom it is given to.

    ## Whom to ask

    The Secretariat General of Metropolis answers for this service. [Write to us](/contact) if you want to know what is kept about you, or want it corrected or deleted, or object to its use. If our answer does not satisfy you, you can complain to the data protection authority of your country.

content-text-accessibility-title = Accessibility
content-text-accessibility-text =
    Everybody should be able to read these pages, and to take part. They are made to meet the Web Content Accessibility Guidelines (WCAG) 2.2, levels A and AA.

    ## What was tested

    - Every change of this service is tested by machine before it is used: the pages are checked for the rules of WCAG 2.0 to 2.2, levels A and AA, that a machine can check; in wide and narrow windows, in light and dark, at 400% zoom, and with forced colours.
    - The whole way from a draft to a running Initiative is walked by keyboard alone, and once more without JavaScript.
    - By hand, in one browser: the order and the mark of the focus, pasting, the size of buttons and links, wider spacing of text, 400% zoom and forced colours.

    ## Known limits

    - No screen reader has been tried yet, and nobody who depends on one has tested these pages.
    - Files that cities attach are as accessible as their authors made them. Documents that the service makes are tagged for screen readers.
    - Proposals stand in the language in which they were written, and are marked as such.
    - A session ends twelve hours after log-in and cannot be extended beyond that. What you were typing comes back after you log in again.

    ## If something does not work for you

    Please [write to us](/contact): which page, and what happened. We answer, and give you what you need in another way. If our answer does not help you, you can complain to the authority that watches over the accessibility of public websites in your country.
