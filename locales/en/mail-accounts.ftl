### The letters of accounts.

mail-invitation-subject = Your invitation to the Metropolis Initiatives
mail-invitation-body =
    You are invited to take part in the Metropolis Initiatives, where cities submit proposals and follow them from review to result.

    Your role: { $part }

    Accept the invitation to set your password. The link can be used once, until { $until }.

    If you did not expect this, you need do nothing: without your answer there is no account.
mail-invitation-action = Accept the invitation

mail-new-part-subject = You have a new role in the Metropolis Initiatives
mail-new-part-body =
    Your account in the Metropolis Initiatives has a new role: { $part }

    You will find it after you log in, as always with your own password.
mail-new-part-action = Log in

mail-password-reset-subject = Your new password
mail-password-reset-body =
    Someone, hopefully you, asked for a new password for your account. Set it by this link, once, until { $until }.

    If it was not you, you need do nothing: your password stays as it is.
mail-password-reset-action = Set a new password

mail-password-changed-subject = Your password was changed
mail-password-changed-body =
    The password of your account was changed on { $at }, and all other browsers were logged out.

    If it was you, all is well. If it was not, ask for a new password at once, and tell the Secretariat.
mail-password-changed-action = Ask for a new password
