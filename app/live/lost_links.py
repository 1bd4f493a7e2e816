"""Sending somebody their own link again, to the address that they have given to a group.

Whoever asks learns nothing: they are answered before anything is looked for, and the same whoever they name. One pass
through the groups serves all who have asked meanwhile, so that asking often costs no more than asking once.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from app.group.letters import FoundLink, link_letter
from app.group.person import Person
from app.live.clock import Clock
from app.live.groups import TIDY_PAUSE_S, GroupKeeper, NoGroup
from app.live.mail import Mailer
from app.store.groups import GroupId
from app.store.store import NotReadable, StoreFailed
from app.words.languages import words_in

ASKED_MAX = 256
"""Addresses that wait for a pass, and those of late."""
PASS_EVERY_S = 30
AGAIN_AFTER_MS = 10 * 60_000
"""One address is written to no more often, however often it is asked for."""

log = logging.getLogger(__name__)

LinkOf = Callable[[GroupId, Person], str]


class LostLinks:
    """Takes addresses, and writes to those that somebody has given to a group."""

    def __init__(
        self, keeper: GroupKeeper, mailer: Mailer, link_of: LinkOf, clock: Clock, *, pass_every_s: float = PASS_EVERY_S
    ) -> None:
        self._keeper = keeper
        self._mailer = mailer
        self._link_of = link_of
        self._clock = clock
        self._pass_every_s = pass_every_s
        self._asked: dict[str, None] = {}
        self._asked_ms: dict[str, int] = {}
        self._news = asyncio.Event()

    def ask(self, address: str) -> None:
        """Have whoever has given this address written to, soon. Returns at once; too many at once are dropped."""
        address = address.casefold()
        self._forget_those_of_old()
        if address in self._asked_ms or len(self._asked_ms) >= ASKED_MAX:
            return
        self._asked_ms[address] = self._clock.now_ms()
        self._asked[address] = None
        self._news.set()

    async def go_on_looking(self) -> None:
        """Look for what is asked, for as long as the server runs."""
        while True:
            await self._news.wait()
            self._news.clear()
            asked, self._asked = set(self._asked), {}
            try:
                await self._pass(asked)
            except StoreFailed:
                log.warning("links could not be sent again: the groups could not be read; it is tried again")
                self._look_again(asked)
            except Exception:
                log.exception("links could not be sent again")
            await asyncio.sleep(self._pass_every_s)

    def _look_again(self, asked: set[str]) -> None:
        """For those who may not ask anew yet, because they have been told that it is sent."""
        self._forget_those_of_old()
        self._asked |= dict.fromkeys(asked & self._asked_ms.keys())
        if self._asked:
            self._news.set()

    def _forget_those_of_old(self) -> None:
        now_ms = self._clock.now_ms()
        self._asked_ms = {each: at for each, at in self._asked_ms.items() if now_ms < at + AGAIN_AFTER_MS}

    async def _pass(self, asked: set[str]) -> None:
        found: dict[str, list[FoundLink]] = {}
        for name in await self._keeper.names():
            with suppress(NoGroup, NotReadable):
                group = await self._keeper.look(name)
                for person in group.members:
                    if person.mail and person.mail.casefold() in asked:
                        link = self._link_of(name, person)
                        found.setdefault(person.mail, []).append(FoundLink(group=group, person=person, link=link))
            await asyncio.sleep(TIDY_PAUSE_S)
        self._mailer.post(*(link_letter(address, links, words_in) for address, links in found.items()))
