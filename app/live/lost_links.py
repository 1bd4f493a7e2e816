"""Sending somebody their own link again, to the address that they have given to a group.

Whoever asks learns nothing: they are answered before anything is looked for, and the same whoever they name. One pass
through the groups serves all who have asked meanwhile, so that asking often costs no more than asking once.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from app.circle.units import MINUTE_MS
from app.group.letters import FoundLink, link_letter
from app.group.person import Person
from app.live.clock import Clock
from app.live.group_tidying import TIDY_PAUSE_S
from app.live.kept_groups import KeptGroups, NoGroup
from app.live.mail import Mailer
from app.live.sent_of_late import SentOfLate
from app.store.groups import GroupId
from app.store.store import NotReadable, StoreFailed
from app.words.languages import words_in

ASKED_MAX = 256
"""Addresses that wait for a pass."""
PASS_EVERY_S = 30
LAST_WITHIN_S = 5
"""How long a server that ends goes on with the mail that somebody has been told to expect."""
AGAIN_AFTER_MS = 10 * MINUTE_MS
"""One address is written to no more often, however often it is asked for."""
A_DAY_MAX = 3
"""Nor more often than this in a day: anybody may ask for it, and its mailbox is somebody's."""

log = logging.getLogger(__name__)

LinkOf = Callable[[GroupId, Person], str]


class LostLinks:
    """Takes addresses, and writes to those that somebody has given to a group."""

    def __init__(
        self, groups: KeptGroups, mailer: Mailer, link_of: LinkOf, clock: Clock, *, pass_every_s: float = PASS_EVERY_S
    ) -> None:
        self._groups = groups
        self._mailer = mailer
        self._link_of = link_of
        self._clock = clock
        self._pass_every_s = pass_every_s
        self._asked: list[tuple[str, int]] = []
        """Who waits, and since when."""
        self._written = SentOfLate(clock)
        """Whom nobody knows is not remembered, so strangers take nobody's place."""
        self._news = asyncio.Event()
        self._looking = asyncio.Lock()

    def ask(self, address: str) -> bool:
        """Have whoever has given this address written to, soon. Returns at once; False where too many wait.

        It takes a place, whoever is named: the next answer must not tell whether somebody has been written to.
        """
        if len(self._asked) >= ASKED_MAX:
            return False
        self._asked.append((address.casefold(), self._clock.now_ms()))
        self._news.set()
        return True

    async def go_on_looking(self) -> None:
        """Look for what is asked, for as long as the server runs."""
        while True:
            await self._news.wait()
            self._news.clear()
            await self._look()
            await asyncio.sleep(self._pass_every_s)

    async def write_last(self) -> None:
        """Before the server ends: look for whoever has asked, and have all mail sent, as far as it can be in time."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WITHIN_S):
                await self._look()
                await self._mailer.tried()
        if self._asked:
            log.warning("links that were asked for are not sent, for the server ends: %d", len(self._asked))

    async def _look(self) -> None:
        async with self._looking:
            if self._asked:
                await self._look_for_all()

    async def _look_for_all(self) -> None:
        looked_for = len(self._asked)
        try:
            await self._pass({address for address, _ in self._asked})
        except StoreFailed:
            log.warning("links could not be sent again: the groups could not be read; it is tried again")
            self._asked = [each for each in self._asked if self._is_of_late(each[1])]  # the others ask anew
            looked_for = 0
        except Exception:
            log.exception("links could not be sent again")
        del self._asked[:looked_for]
        if self._asked:
            self._news.set()

    def _is_of_late(self, at_ms: int) -> bool:
        return self._clock.now_ms() < at_ms + AGAIN_AFTER_MS

    def _is_enough(self, address: str) -> bool:
        """Whether this address is not to be written to again now."""
        written_ms = self._written.times_ms(address)
        return len(written_ms) >= A_DAY_MAX or any(map(self._is_of_late, written_ms))

    async def _pass(self, asked: set[str]) -> None:
        asked = {each for each in asked if not self._is_enough(each)}
        found: dict[str, list[FoundLink]] = {}
        for name in await self._groups.names():
            with suppress(NoGroup, NotReadable):
                group = await self._groups.look(name)
                for person in group.members:
                    if person.mail and person.mail.casefold() in asked:
                        link = self._link_of(name, person)
                        found.setdefault(person.mail, []).append(FoundLink(group=group, person=person, link=link))
            await asyncio.sleep(TIDY_PAUSE_S)
        taken = self._mailer.post(*(link_letter(address, links, words_in) for address, links in found.items()))
        for address in {letter.address.casefold() for letter in taken}:
            self._written.note(address)
