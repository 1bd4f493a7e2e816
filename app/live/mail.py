"""Sending mail by SMTP, beside everything else: what asks for it never waits for it, and no address is logged.

What cannot be sent is tried again for some minutes, then dropped and counted: a page shows the same as every letter.
What is refused for good is dropped at once.
"""

import asyncio
import logging
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Literal

import aiosmtplib

from app.group.letters import Letter

WAITING_MAX = 256
"""Letters that wait to be sent; what comes on top is dropped."""
TRIES = 3
SEND_WITHIN_S = 30
AGAIN_AFTER_S = 60

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where mail is handed in, and as whom. `tls`: from the first byte on, by STARTTLS, or none."""

    host: str
    port: int
    tls: Literal["starttls", "tls", "none"]
    sender: str
    user: str | None = None
    password: str | None = None


@dataclass(slots=True)
class MailCounters:
    """Letters since the start, by what became of them."""

    sent: int = 0
    failed: int = 0
    """Tried in vain, and dropped."""
    dropped: int = 0
    """Never tried: too many waited."""


class Mailer:
    """Sends letters, one after the other."""

    def __init__(self, server: MailServer, *, again_after_s: float = AGAIN_AFTER_S) -> None:
        self._server = server
        self._again_after_s = again_after_s
        self._waiting: asyncio.Queue[Letter] = asyncio.Queue(WAITING_MAX)
        self.counters = MailCounters()

    def post(self, *letters: Letter) -> None:
        """Have these sent, soon. Returns at once."""
        for letter in letters:
            try:
                self._waiting.put_nowait(letter)
            except asyncio.QueueFull:
                self.counters.dropped += 1

    async def go_on_sending(self) -> None:
        """Send what comes, for as long as the server runs."""
        while True:
            letter = await self._waiting.get()
            if await self._sent_in_time(letter):
                self.counters.sent += 1
            else:
                self.counters.failed += 1

    async def _sent_in_time(self, letter: Letter) -> bool:
        for tried in range(1, TRIES + 1):
            try:
                async with asyncio.timeout(SEND_WITHIN_S):
                    await self._send(letter)
            except Exception as error:  # whatever it is, the next letter is sent
                log.warning("a mail could not be sent (%s), try %d of %d", type(error).__name__, tried, TRIES)
                if _is_final(error):
                    return False  # to try it again would hold up the letters of everybody else for minutes
            else:
                return True
            if tried < TRIES:
                await asyncio.sleep(self._again_after_s)
        return False

    async def _send(self, letter: Letter) -> None:
        server = self._server
        await aiosmtplib.send(
            self._message(letter),
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.password,
            use_tls=server.tls == "tls",
            start_tls=server.tls == "starttls",
            timeout=SEND_WITHIN_S,
        )

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._server.sender
        message["To"] = letter.address
        message["Subject"] = letter.subject
        message["Date"] = formatdate()
        message["Message-ID"] = make_msgid(domain=self._server.sender.rpartition("@")[2])
        message["Content-Language"] = letter.language  # RFC 3282: read aloud in that language
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answering machine answers it
        message.set_content(letter.text)
        return message


def _is_final(error: Exception) -> bool:
    """Whether the mail server has refused this letter for good (RFC 5321, section 4.2.1)."""
    refused = error.recipients if isinstance(error, aiosmtplib.SMTPRecipientsRefused) else [error]
    kinds = aiosmtplib.SMTPRecipientRefused | aiosmtplib.SMTPDataError
    return all(isinstance(each, kinds) and each.code >= 500 for each in refused)
