# Answers to questions about a call: on its page, and at the desk where they are written.
calls-answers = Questions and answers
calls-answers-lede = Everybody reads them on the page of the call, in this order.
calls-answers-none = No answers yet
calls-answers-none-text = When one city asks something, others may want to know it too: publish the question with its answer below. It stands on the page of the call at once.
calls-answers-full = A call has room for 200 answers. Remove one that is no longer needed, or bring two together.
calls-answer-published = Published on { $when }
calls-answer-changed = Last changed on { $when }
calls-answer-link = Link to this answer
calls-answer-new = Publish an answer
calls-answer-publish = Publish
calls-answer-edit = Edit
calls-answer-edit-title = Edit an answer
calls-answer-up = Move up: { $question }
calls-answer-down = Move down: { $question }
calls-answer-remove = Remove
calls-answer-remove-title = Remove this answer?
calls-answer-remove-text = Question and answer disappear from the page of the call, in all three languages. They cannot be brought back.
calls-answer-remove-now = Remove answer
calls-in-en = English
calls-in-fr = French
calls-in-es = Spanish
calls-question-en = Question in English
calls-question-fr = Question in French
calls-question-es = Question in Spanish
calls-question-hint = As anybody could have asked it: without the name of a person or a city.
calls-answer-en = Answer in English
calls-answer-fr = Answer in French
calls-answer-es = Answer in Spanish

# What was done, and what came between.
calls-answer-published-now = The answer stands on the page of the call.
calls-answer-saved = The answer was saved, and everybody can see it.
calls-answer-moved-now = The answers stand in their new order.
calls-answer-removed-now = The answer was removed from the page of the call.
calls-answer-removed-before = Somebody had removed this answer already.
calls-answer-gone = Somebody removed this answer while you had it open. What you wrote is in the form below: publish it if it should stand on the page again.
calls-answer-conflict-text = Somebody else saved this answer while you had it open. Nothing was overwritten. What differs stands side by side; your text is still in the form. Save again to put it in place of theirs.
