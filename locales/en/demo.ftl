# The pages that only a demonstration has.
demo-mail = Emails
demo-mail-lede = What this demonstration would have sent, to anyone, newest first. Nothing leaves this machine. Digests come a minute after the news that they report, not in the morning.
demo-mail-none = No emails yet
demo-mail-none-text = Submit a proposal or invite someone, then look again.
demo-mail-waits = not sent yet
demo-mail-to = Recipient’s email address
demo-mail-all = All emails
demo-mail-none-to = No emails to this address yet
demo-mail-none-to-text = Check the address. Digests come later: here, a minute after the news that they report.
demo-letter = Email
demo-letter-to = To
demo-letter-written = Written
demo-letter-stands = Delivery
demo-letter-sent = Put into the mail folder
demo-letter-waiting = Waiting
demo-letter-text = As text
demo-letter-html = As mail programs show it
