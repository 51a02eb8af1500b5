"""Reads a letter from stdin as others read it, and writes what it says as JSON: headers by Python's own reader of mail, and
whether its signature holds by dkimpy. `letter.py NAME RECORD` answers for DNS: the name under which the key lies, and the
record there.
"""

import email
import email.policy
import json
import sys

import dkim

name, record = sys.argv[1:]
raw = sys.stdin.buffer.read()
message = email.message_from_bytes(raw, policy=email.policy.default)


def holds(letter):
    asked = []

    def dns(asked_for, timeout=5):
        asked.append(asked_for.decode().rstrip("."))
        return record.encode() if asked[-1] == name else None

    try:
        return dkim.DKIM(letter).verify(dnsfunc=dns) and asked == [name]
    except dkim.DKIMException:
        return False


def with_another(header):
    return (header + ": another\r\n").encode() + raw


signature = "".join(str(message["DKIM-Signature"] or "").split())
fields = dict(part.split("=", 1) for part in signature.split(";") if "=" in part)
text, html = (message.get_body((kind,)) for kind in ("plain", "html"))
json.dump(
    {
        "headers": {key.lower(): str(value) for key, value in message.items()},
        "text": text.get_content().replace("\r\n", "\n"),
        "html": html.get_content().replace("\r\n", "\n"),
        "defects": [str(defect) for part in message.walk() for defect in part.defects],
        "signed": fields.get("h", "").split(":"),
        "holds": holds(raw),
        # As somebody on the way might change it.
        "holds_when_changed": [
            what
            for what, changed in {
                "body": raw.rstrip() + b"\r\nPS\r\n",
                "subject": raw.replace(b"\nSubject: ", b"\nSubject: Re: ", 1),
                "list-unsubscribe": raw.replace(b"\nList-Unsubscribe: <http", b"\nList-Unsubscribe: <https", 1),
                "list-unsubscribe-post": raw.replace(b"\nList-Unsubscribe-Post: List", b"\nList-Unsubscribe-Post: Lost", 1),
                "cc": with_another("Cc"),
            }.items()
            if changed != raw and holds(changed)
        ],
    },
    sys.stdout,
)
