## What the Secretariat asks to be changed in a returned proposal

requests-title = The Secretariat’s requests
requests-intro = The Secretariat returned the proposal with these requests. Make the changes in the sections they are about, and say here, to each request, what you have changed or why you have not. Reviewers read each answer beside its request.
requests-label = Request { $number }
requests-label-field = Request { $number }: { $field }
requests-origin = Asked by the Secretariat, of this proposal alone.
requests-none = Write at least one request, in words.
requests-form = Message and requests

# The form of the Secretariat
requests-list = What is to be changed
requests-list-hint = One request for each thing to change. The city answers each of them, and reviewers see request, answer and change side by side.
requests-row = Request { $row }
requests-add = Add a request
requests-remove = Remove request { $row }
requests-move-up = Move request { $row } up
requests-move-down = Move request { $row } down
requests-about = Question
requests-about-hint = Leave it open for a request about the whole proposal.
requests-text = Request
requests-text-missing = Write what is to be changed, or remove this request.
requests-question = { $number }. { $section }: { $field }

# Beside the proposal
requests-to-do = What the Secretariat asks you to change
requests-change = Make the change
requests-answer = Answer this request
requests-edit-answer = See or change your answer
requests-is-answered = Answered
requests-is-open = Not answered yet
requests-waiting = What the city was asked to change
requests-came-of = What was asked, and what came of it
requests-asked = Asked
requests-answered = Answer of the city
requests-changed = Changed in “{ $field }”
requests-unchanged = Nothing has changed in this answer.
requests-counted =
    { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
