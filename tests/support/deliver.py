"""Puts a letter that tests/support/postfix has taken into a Maildir: deliver.py FOLDER DOMAIN NAME, the letter on stdin.

The file FOLDER/delivered gets a line for each. Whoever's name begins with `nobody` has no mailbox: 67 says so, as sysexits.h has it.
"""

import mailbox
import os
import sys

folder, domain, name = sys.argv[1:]
if name.startswith("nobody"):
    print("5.1.1 user unknown: \"%s@%s\"" % (name, domain))
    sys.exit(67)
os.umask(0o077)
os.makedirs(os.path.join(folder, domain), exist_ok=True)
mailbox.Maildir(os.path.join(folder, domain, name)).add(sys.stdin.buffer.read())
# Who waits for it reads here.
with open(os.path.join(folder, "delivered"), "a") as delivered:
    delivered.write("%s@%s\n" % (name, domain))
