login-title = Log in
login-email = Email address
login-password = Password
login-forgotten = Forgotten your password?
error-sign-in = Log in to see this page.
error-sign-in-over = Your session is over: nothing was done for 30 minutes, or the log-in was 12 hours ago.
error-sign-in-ended = Your session was ended: from another browser, by a new password, or since the account was disabled.
error-sign-in-kept = Log in again: what you typed comes back, and nothing is sent until you send it.
login-wrong = The email address or the password is not right. Check both and try again.
login-wait = { $minutes ->
    [one] Too many attempts failed. Please wait a minute, then try again.
   *[other] Too many attempts failed. Please wait { $minutes } minutes, then try again.
}
login-left = You are logged out.
login-email-missing = Write your email address.
login-password-missing = Write your password.
login-other-account = This page belongs to another account. Log in with that one, or open the log-in page.
