"""Sending mail by SMTP, beside everything else: what asks for it never waits for it, and no address is logged.

What cannot be sent is tried again for some minutes, then dropped and counted: a page shows the same as every letter.
What is refused for good is dropped at once. Only where the mail server itself cannot be used do others wait meanwhile.
"""

import asyncio
import logging
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import formatdate, make_msgid
from typing import Literal

import aiosmtplib

from app.group.letters import Letter
from app.store.groups import GroupId

WAITING_MAX = 256
"""Letters that wait to be sent; what comes on top is dropped."""
NEWS_MAX = 192
"""Of these so many may be news of groups: the other places are for what somebody waits for, a code or a lost link."""
NEWS_OF_ONE_MAX = 64
"""And so many the news of one group: whoever moves its dates to and fro takes no other group's places."""
TRIES = 3
CONNECT_WITHIN_S = 30
TAKEN_WITHIN_S = 600
"""How long a mail server may read a letter before it says that it has taken it (RFC 5321, section 4.5.3.2.6).

Whoever asks again sooner has it delivered twice.
"""
GOODBYE_WITHIN_S = 5
AGAIN_AFTER_S = 60

_ENHANCED = re.compile(r"^[245]\.\d{1,3}\.\d{1,3}\b")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where mail is handed in, and as whom. `tls`: from the first byte on, by STARTTLS, or none."""

    host: str
    port: int
    tls: Literal["starttls", "tls", "none"]
    sender: str
    greets_as: str
    """What it is told as the name of this machine: many take nothing from one without a dot, as a container has."""
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


@dataclass(slots=True)
class _Posted:
    """A letter that waits, of which group it is news, and how often it has been tried: it is the same each time."""

    letter: Letter
    news_of: GroupId | None
    message_id: str
    date: str = field(default_factory=formatdate)
    tried: int = 0


class Mailer:
    """Sends letters, one after the other."""

    def __init__(self, server: MailServer, *, again_after_s: float = AGAIN_AFTER_S) -> None:
        self._server = server
        self._again_after_s = again_after_s
        self._queue: asyncio.Queue[_Posted] = asyncio.Queue()
        self._waiting = Counter[GroupId | None]()
        """Letters in the queue, and those that come back to it later, by the group whose news they are."""
        self.counters = MailCounters()

    def post(self, *letters: Letter, news_of: GroupId | None = None) -> tuple[Letter, ...]:
        """Have these sent, soon, as news of this group or, of none, as what somebody waits for. Returns at once.

        The answer is those for which there was a place: no other is sent.
        """
        taken = tuple(letter for letter in letters if self._takes(letter, news_of))
        self.counters.dropped += len(letters) - len(taken)
        return taken

    def _takes(self, letter: Letter, news_of: GroupId | None) -> bool:
        if not self.has_room(news_of):
            return False
        self._waiting[news_of] += 1
        self._queue.put_nowait(_Posted(letter, news_of, make_msgid(domain=self._server.sender.rpartition("@")[2])))
        return True

    def has_room(self, news_of: GroupId | None = None) -> bool:
        """Whether one more is taken, as news of this group or as what somebody waits for."""
        waiting = self._waiting.total()
        if news_of is None:
            return waiting < WAITING_MAX
        news = waiting - self._waiting[None]
        return waiting < WAITING_MAX and news < NEWS_MAX and self._waiting[news_of] < NEWS_OF_ONE_MAX

    async def go_on_sending(self) -> None:
        """Send what comes, for as long as the server runs."""
        try:
            while True:
                await self._try(await self._queue.get())
                self._queue.task_done()
        finally:
            if self._waiting:
                waiting = self._waiting.total()
                log.warning("mails that have not been sent are lost, for the server ends: %d", waiting)

    async def tried(self) -> None:
        """Wait until each letter in the queue has been tried; not for those that come back to it later."""
        await self._queue.join()

    async def _try(self, posted: _Posted) -> None:
        posted.tried += 1
        try:
            await self._send(self._message(posted))
            self.counters.sent += 1
        except Exception as error:  # whatever it is, the next letter is sent
            over = posted.tried == TRIES or _is_final(error)
            then = "is dropped" if over else "is tried again"
            log.warning("a mail could not be sent (%s) and %s", _told_of(error), then)
            if not over:
                asyncio.get_running_loop().call_later(self._again_after_s, self._queue.put_nowait, posted)
                if _is_of_server(error):
                    await asyncio.sleep(self._again_after_s)
                return
            self.counters.failed += 1
        self._waiting -= Counter([posted.news_of])

    async def _send(self, message: EmailMessage) -> None:
        """Hand it in. What follows once the server has taken it does not make it unsent."""
        server = self._server
        client = aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.password,
            local_hostname=server.greets_as,
            use_tls=server.tls == "tls",
            start_tls=server.tls == "starttls",
            timeout=CONNECT_WITHIN_S,
        )
        try:
            async with asyncio.timeout(CONNECT_WITHIN_S):
                await client.connect()
            async with asyncio.timeout(TAKEN_WITHIN_S):
                await client.send_message(message, timeout=TAKEN_WITHIN_S)
        finally:
            await _part(client)

    def _message(self, posted: _Posted) -> EmailMessage:
        letter, message = posted.letter, EmailMessage()
        message.set_content(letter.text)  # first, for it takes away what is said of a content
        message["From"] = self._server.sender
        message["To"] = letter.address
        message["Subject"] = _Subject(letter.subject)
        message["Date"] = posted.date
        message["Message-ID"] = posted.message_id
        message["Content-Language"] = letter.language  # RFC 3282: read aloud in that language
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answering machine answers it
        message["X-Auto-Response-Suppress"] = "OOF, AutoReply"  # the same to Exchange
        return message


class _Subject(str):
    """A subject that is read back as it is, all of it encoded.

    Python's own way loses spaces between what it encodes (cpython, gh-92081), and reads what looks encoded.
    """

    __slots__ = ()
    name = "Subject"

    def fold(self, *, policy: EmailPolicy) -> str:
        encoded = Header(self, "utf-8", header_name=self.name).encode(linesep=policy.linesep)
        return f"{self.name}: {encoded}{policy.linesep}"


async def _part(client: aiosmtplib.SMTP) -> None:
    """Say goodbye, as is due after a refusal too (RFC 5321, section 4.1.1.10)."""
    try:
        with suppress(aiosmtplib.SMTPException):
            await client.quit(timeout=GOODBYE_WITHIN_S)
    finally:
        client.close()


def _is_final(error: Exception) -> bool:
    """Whether the mail server has refused this letter for good (RFC 5321, section 4.2.1)."""
    kinds = aiosmtplib.SMTPRecipientRefused | aiosmtplib.SMTPDataError
    return all(isinstance(each, kinds) and each.code >= 500 for each in _refusals(error))


def _told_of(error: Exception) -> str:
    """Its kind, and the codes of the answer (RFC 5321, section 4.2; RFC 3463): in its words may be an address."""
    told = [type(error).__name__]
    for each in _refusals(error):
        if isinstance(each, aiosmtplib.SMTPResponseException):
            told += [str(each.code), *_ENHANCED.findall(each.message)]
    return " ".join(told)


def _refusals(error: Exception) -> Sequence[Exception]:
    return error.recipients if isinstance(error, aiosmtplib.SMTPRecipientsRefused) else [error]


def _is_of_server(error: Exception) -> bool:
    """Whether no other letter would leave now, either: it was not this one's address that was turned away."""
    kinds = OSError | aiosmtplib.SMTPException
    return isinstance(error, kinds) and not isinstance(error, aiosmtplib.SMTPRecipientsRefused)
