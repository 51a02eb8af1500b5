### Conversations about a proposal: each with one audience.

discussion-title = Discussion
discussion-open = Open the discussion
discussion-conversations = Conversations
discussion-none = Nobody has said anything here yet.
discussion-begin = Begin a conversation
discussion-own-begin = Write about something new
discussion-others-hidden = You can read what others say here once your own review is in.

# Who reads a conversation, the narrowest first
discussion-who-reads = Who reads this?
discussion-internal = Internal
discussion-reviewers = With the reviewers
discussion-applicant = With the applicant
discussion-internal-audience = Only the Secretariat reads this. Neither the reviewers nor the applicant do.
discussion-reviewers-audience = The Secretariat reads this, and the reviewers of this proposal as far as the phase shows it. The applicant does not.
discussion-applicant-audience = The applicant reads this, and gets it by email. The reviewers do not.
discussion-internal-send = Post internally
discussion-reviewers-send = Post for reviewers
discussion-applicant-send = Send to the applicant
discussion-own-send = Send to the Secretariat
discussion-send = Post for those chosen above
discussion-internal-untitled = Internal conversation
discussion-reviewers-untitled = Conversation with the reviewers
discussion-applicant-untitled = Messages with the applicant
discussion-side-applicant = Applicant

# Messages
discussion-subject = Subject
discussion-message = Message
discussion-reply = Reply
discussion-new = New
discussion-unread = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}
discussion-mark-unread = Mark as unread
discussion-edited = edited
discussion-edit-kept = What stood here before stays readable.
discussion-versions = { $count ->
    [one] { $count } earlier version
   *[other] { $count } earlier versions
}
discussion-version = As written { $when }
discussion-changed = This message was changed in another window. Save again to put this text in its place.
discussion-stays = This message has gone and stays as it is. To put something right, write another one.
discussion-attach = Attach files
discussion-attached = Attached so far
discussion-files = Files
discussion-files-hint = At most three, each up to 10 MB: PDF, JPEG, PNG or WebP. Who reads the message can open them.
discussion-files-many = At most { $limit } files go with a message.
discussion-notify = Also notify
discussion-notify-hint = They get an email that leads here. In the text, @ and a whole name does the same.
discussion-mention-list = People who can be named

# A short while to think again
discussion-goes-at = Goes to the applicant at { $when }. Until then only you see it.
discussion-goes-in = Goes to the applicant in {"{"}seconds{"}"} s. Until then only you see it.
discussion-gone = Sent to the applicant.
discussion-undo = Undo
discussion-taken-back = Taken back: nobody has seen it. Change the text and send it, or throw it away.
discussion-discard = Throw away
discussion-discard-ask = Throw this message away, with its files?

# What is done with a conversation
discussion-resolve = Mark as done
discussion-reopen = Open again
discussion-resolved = Done
discussion-resolved-since = { $count ->
    [one] Done since { $when }: show { $count } message
   *[other] Done since { $when }: show { $count } messages
}
discussion-follow = Follow
discussion-unfollow = Stop following

# What was done
discussion-done-posted = Your message is posted.
discussion-done-held = Your message goes to the applicant in a minute. Until then you can undo it.
discussion-done-undone = Your message is taken back. The text is in the form again.
discussion-done-discarded = The message is thrown away.
discussion-done-edited = The message is changed.
discussion-done-resolved = The conversation is marked as done.
discussion-done-reopened = The conversation is open again.
discussion-done-followed = You will be told by email of new messages in this conversation.
discussion-done-left = You will no longer be told of new messages in this conversation, unless somebody names you.
discussion-done-unread = The conversation is marked as unread.

# Why something cannot be done
discussion-no-audience = Choose who reads this.
discussion-no-reader = Somebody whom you chose cannot read this conversation. Choose again.
discussion-no-reviewer-named = The text names somebody who reviews this proposal, and the applicant would read it. Take the name out.
discussion-no-edit = What has gone to or from the applicant is not changed. Write another message.
discussion-no-undo = It is too late to undo this: the message has gone.
discussion-gone-meanwhile = What you had taken back was sent or thrown away in another window. Your text is kept below.

# Letters
mail-discussion-open = Open the conversation
mail-mentioned-subject = You are named in a discussion: { $proposal }
mail-mentioned-body =
    { $writer } has named you in a discussion about { $proposal }.

    What was said stays within the service. Open the conversation to read it and to answer.
mail-discussed-subject = New in a discussion: { $proposal }
mail-discussed-body =
    { $writer } has written in a discussion about { $proposal } that you follow.

    What was said stays within the service. Open the conversation to read it and to answer.
mail-message_waits-subject = An applicant has written
mail-message_waits-body =
    An applicant has written about a proposal. Not everybody who reads this mailbox may know of which, so this letter does not say it: on the desk, the proposal shows a new message.
