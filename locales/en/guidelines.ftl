# Guidelines and the form made from them: questions, checks, answers.
guidelines-person-name = Name
guidelines-person-post = Post
guidelines-person-email = Email
guidelines-person-phone = Telephone
guidelines-person-date = Date
