# The pages that everybody may read.
catalogue-home = Home
catalogue-home-heading = Projects by cities, for cities
catalogue-home-lede = Metropolises lead an Initiative, other cities, companies, universities and associations join in, and all learn from it.
catalogue-see-all = See the Initiatives
catalogue-see-calls = See the calls for proposals
catalogue-open-calls = Open calls
catalogue-all-calls = All calls
catalogue-no-open-call = No call is open just now.
catalogue-latest = Latest Initiatives
catalogue-themes = Four themes
catalogue-more-benefits = More about taking part
catalogue-lede = What metropolises have set out to do together.
catalogue-search = Search
catalogue-theme = Theme
catalogue-all-themes = All themes
catalogue-country = Country
catalogue-all-countries = All countries
catalogue-count = { $count ->
    [one] { $count } Initiative
   *[other] { $count } Initiatives
}
catalogue-nothing-found = No Initiative matches
catalogue-nothing-found-text = Try fewer or other words, or take a filter away.
catalogue-none-yet = No Initiative yet
catalogue-none-yet-text = Approved proposals appear here. A call for proposals is the way to start.
catalogue-example = Example
catalogue-lead = Initiative leader
catalogue-call = Call
catalogue-facts = Facts
catalogue-steps = Milestones
catalogue-step-approve = Approved
catalogue-step-start_running = Started running
catalogue-step-complete = Completed
catalogue-step-end_early = Ended early
catalogue-sources = Where this is known from
catalogue-publications = Publications
catalogue-no-publications = No publication yet
catalogue-no-publications-text = Reports and studies on the Initiatives appear here.
