"""A mail server on the loopback, with STARTTLS and a password, that keeps what it is handed."""

import asyncio
import email
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.support.authority import issued

USER, PASSWORD = "circle", "a long password"


class Postbox:
    """What was handed in, and under which conditions it is taken."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.encrypted: list[bool] = []
        self.refuses = 0
        """So many of the next ones are turned away for now."""

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.refuses:
            self.refuses -= 1
            return "451 Try again later"
        assert isinstance(envelope.content, bytes)
        self.letters.append(email.message_from_bytes(envelope.content, policy=default))
        self.encrypted.append(session.ssl is not None)
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        return [letter for letter in self.letters if letter["To"] == address]


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
