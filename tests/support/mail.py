"""A mail server on the loopback, with STARTTLS and a password, that keeps what it is handed."""

import asyncio
import email
import re
import ssl
import threading
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from app.live.mail import MailServer
from tests.support.authority import issued

USER, PASSWORD = "circle", "a long password"
SERVER = MailServer(host="localhost", port=1, tls="none", sender="c@circle.example", greets_as="circle.example")


class Postbox:
    """What was handed in, and under which conditions it is taken."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.encrypted: list[bool] = []
        self.greeted: list[str | None] = []
        """As whom each of them was handed in."""
        self.refuses = 0
        """So many of the next ones are turned away for now."""
        self.unknown = ""
        """Letters to this address are refused for good."""
        self.busy: Counter[str] = Counter()
        """So many of the next ones to each of these addresses are turned away for now."""
        self.hangs_up = True
        """Whether it answers a goodbye; else it says nothing more, and keeps the line."""
        self.reads_for_s = 0.0
        """How long it looks at each letter that it has taken before it says so."""

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address == self.unknown:
            return f"550 5.1.1 <{address}>: No such mailbox"
        if self.busy[address]:
            self.busy[address] -= 1
            return "450 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.refuses:
            self.refuses -= 1
            return "451 Try again later"
        assert isinstance(envelope.content, bytes)
        self.letters.append(email.message_from_bytes(envelope.content, policy=default))
        self.encrypted.append(session.ssl is not None)
        self.greeted.append(session.host_name)
        await asyncio.sleep(self.reads_for_s)
        return "250 OK"

    async def handle_QUIT(self, _server: SMTP, _session: Session, _envelope: Envelope) -> str:
        while not self.hangs_up:
            await asyncio.sleep(0.01)
        return "221 Bye"

    def to(self, address: str) -> list[EmailMessage]:
        return [letter for letter in self.letters if letter["To"] == address]


def code_in(letter: EmailMessage) -> str:
    """The code that proves an address."""
    found = re.search(r"\d{6}", _text(letter))
    assert found, "this letter has no code"
    return found.group()


def link_in(letter: EmailMessage) -> str:
    """The link of a group."""
    return next(line for line in _text(letter).splitlines() if "#g." in line)


def _text(letter: EmailMessage) -> str:
    return str(letter.get_content())


def _knows(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: LoginPassword) -> AuthResult:
    return AuthResult(success=(given.login, given.password) == (USER.encode(), PASSWORD.encode()))


@asynccontextmanager
async def mail_server(folder: Path) -> AsyncIterator[tuple[Postbox, int]]:
    """It, and its port. Who signed its certificate is in `folder / "authority.pem"`."""
    authority, own = issued("localhost")
    pem = folder / "mail.pem"
    pem.write_bytes(own)
    (folder / "authority.pem").write_bytes(authority)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem)
    box = Postbox()

    def connected() -> SMTP:
        return SMTP(box, tls_context=context, require_starttls=True, auth_required=True, authenticator=_knows)

    server = await asyncio.get_running_loop().create_server(connected, "127.0.0.1", 0)
    try:
        yield box, server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


@contextmanager
def mail_server_beside(folder: Path) -> Iterator[tuple[Postbox, dict[str, str]]]:
    """It in a thread of its own, and the environment of a server that hands its mail in there."""
    up, ends, loop = threading.Event(), asyncio.Event(), asyncio.new_event_loop()
    served: list[tuple[Postbox, int]] = []

    async def serve() -> None:
        async with mail_server(folder) as found:
            served.append(found)
            up.set()
            await ends.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    try:
        assert up.wait(20)
        box, port = served[0]
        yield (
            box,
            {
                "BALINT_SMTP_HOST": "localhost",
                "BALINT_SMTP_PORT": str(port),
                "BALINT_SMTP_FROM": "circle@circle.example",
                "BALINT_SMTP_USER": USER,
                "BALINT_SMTP_PASSWORD": PASSWORD,
                "SSL_CERT_FILE": str(folder / "authority.pem"),
            },
        )
    finally:
        loop.call_soon_threadsafe(ends.set)
        thread.join()
        loop.close()
