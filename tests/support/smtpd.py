"""An SMTP server for the tests. It listens on a free port, prints the port, and writes what it receives to a folder, one
JSON file per message, decoded by Python's own reader of mail. It prints a line for each.

How it treats a letter is told by the recipient's name, before the @:

  refused        answers RCPT with 550          refused-late    answers the content with 554
  later          answers RCPT with 451          hangs-up        closes the connection at RCPT
  lost           takes the content, then closes the connection without an answer
  holds          answers the content when three other letters have come since

With -once behind it, it does so the first time only. Everybody else's letters are taken.
"""

import argparse
import asyncio
import base64
import email
import email.header
import email.policy
import email.utils
import json
import logging
import os
import quopri
import re
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


def name(content):
    """The recipient's name. The newer reader keeps the spaces between encoded words, which RFC 2047 says are none."""
    raw = str(email.message_from_bytes(content)["to"])
    phrase, _ = email.utils.parseaddr("".join(raw.splitlines()))
    return str(email.header.make_header(email.header.decode_header(phrase)))


def broken_words(content):
    """Encoded words that are nothing by themselves: a letter was cut in two."""
    broken = []
    head = content.split(b"\r\n\r\n")[0].decode()
    for kind, text in re.findall(r"=\?utf-8\?([bqBQ])\?([^?]*)\?=", head, re.IGNORECASE):
        try:
            coded = base64.b64decode(text) if kind in "bB" else quopri.decodestring(text, header=True)
            coded.decode()
        except ValueError:
            broken.append(text)
    return broken


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0
        self.seen = set()

    def mood(self, address):
        name = address.split("@")[0]
        mood = name.removesuffix("-once")
        if mood != name:
            if address in self.seen:
                return "kind"
        return mood

    async def handle_RCPT(self, server, session, envelope, address, options):
        mood = self.mood(address)
        if mood in ("refused", "later", "hangs-up"):
            self.seen.add(address)
        if mood == "refused":
            return "550 5.1.1 nobody of this name here"
        if mood == "later":
            return "451 4.3.0 come back later"
        if mood == "hangs-up":
            server.transport.abort()
            return "421 gone"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mood = self.mood(envelope.rcpt_tos[0])
        self.seen.add(envelope.rcpt_tos[0])
        if mood == "refused-late":
            return "554 5.6.0 not like this"
        if mood == "holds":
            begun = self.count
            while self.count < begun + 3:
                await asyncio.sleep(0.005)
        self.write(server, session, envelope, answered=mood != "lost")
        if mood == "lost":
            server.transport.abort()
            return "421 gone"
        return "250 2.0.0 taken as %d" % self.count

    def write(self, server, session, envelope, answered):
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        text, html = (message.get_body((kind,)) for kind in ("plain", "html"))
        received = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "headers": {name.lower(): str(value) for name, value in message.items()},
            "name": name(envelope.original_content),
            "broken_words": broken_words(envelope.original_content),
            "header_names": [name.lower() for name in message.keys()],
            "text": text.get_content().replace("\r\n", "\n") if text else "",
            "html": html.get_content().replace("\r\n", "\n") if html else "",
            "raw": envelope.original_content.decode("ascii", "backslashreplace"),
            "answered": answered,
            "encrypted": server.transport.get_extra_info("sslcontext") is not None,
            "user": getattr(session.auth_data, "login", b"").decode() if session.auth_data else None,
        }
        self.count += 1
        part = os.path.join(self.folder, ".part")
        with open(part, "w") as file:
            json.dump(received, file)
        os.rename(part, os.path.join(self.folder, "%05d.json" % self.count))
        print(self.count, flush=True)


async def serve(options):
    tls = None
    if options.certificate:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(options.certificate, options.key)
    user = options.user.split(":", 1) if options.user else None

    def authenticate(server, session, envelope, mechanism, data):
        if [data.login.decode(), data.password.decode()] == user:
            return AuthResult(success=True, auth_data=data)
        return AuthResult(success=False, handled=False)

    handler = Handler(options.folder)

    def protocol():
        return SMTP(
            handler,
            hostname="mail.test",
            tls_context=None if options.wrapped else tls,
            require_starttls=bool(tls) and not options.wrapped,
            authenticator=authenticate if user else None,
            auth_required=bool(user),
            auth_require_tls=bool(tls) and not options.wrapped,
            loop=asyncio.get_running_loop(),
        )

    server = await asyncio.get_running_loop().create_server(
        protocol, "127.0.0.1", options.port, ssl=tls if options.wrapped else None
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    # It ends with the test that started it, however that ends.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


# Connections that break are what the tests are about.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)
parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--certificate")
parser.add_argument("--key")
parser.add_argument("--wrapped", action="store_true", help="encrypted from the first byte")
parser.add_argument("--user", help="NAME:PASSWORD that must be given")
asyncio.run(serve(parser.parse_args()))
