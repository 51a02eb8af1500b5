login-title = Log in
login-email = Email address
login-password = Password
login-forgotten = Forgotten your password?
error-sign-in = Log in to see this page.
error-sign-in-kept = Your session has ended. Log in again: what you typed comes back, and nothing is sent until you send it.
