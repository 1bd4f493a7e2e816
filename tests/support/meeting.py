"""Four people round one circle, all of them speaking all the time.

Frida and Finn facilitate, so one of them is always to be heard by anybody; Piet presents; Mia is a member.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine, Iterable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from itertools import pairwise
from typing import Any

from app.circle.events import Event
from tests.support.installation import Installation, Node, circle_of
from tests.support.peer import until
from tests.support.returning import Returning, Voice
from tests.support.scene import FINN, FRIDA, MIA, NAMES, PIET
from tests.support.sealed_page import SealedPage
from tests.support.sframe import CircleKey

FRAME_S = 0.02
PATIENCE_S = 20
SEATED = (FRIDA, FINN, PIET, MIA)
SILENT_PHASES = ("sit_back", "reflection")


class Table:
    """The people of one circle."""

    def __init__(self, tokens: list[str], people: dict[int, Returning]) -> None:
        self.tokens = tokens
        self.people = people

    @property
    def frida(self) -> Returning:
        return self.people[FRIDA]

    async def until(self, phase: str) -> None:
        while self.frida.view["phase"] != phase:
            assert await self.frida.ask("next_step") in {None, "stale"}

    async def piet_presents(self) -> None:
        await self.until("call_for_case")
        assert await self.people[PIET].ask("offer_case") is None
        await until(lambda: any("name_presenter" in seat["can"] for seat in self.frida.view["seats"]))
        assert await self.frida.ask("name_presenter", seat=PIET) is None

    async def settled(self, after: float) -> None:
        """Everybody is in their seat and has heard somebody who spoke after that moment."""
        await self.until_all_here()
        await self.until_heard(after)

    async def reflects(self) -> float:
        """Piet has presented and sits back; since when, at the latest, nobody may hear him (H6)."""
        await self.piet_presents()
        await self.until("reflection")
        return time.monotonic()

    @property
    def lines_lost(self) -> int:
        """How often anybody had to come back."""
        return sum(len(person.codes) for person in self.people.values())

    async def until_all_here(self) -> None:
        """Everybody is in their seat, and everybody sees so."""
        try:
            await until(self.all_here, PATIENCE_S)
        except AssertionError:
            raise AssertionError({seat: (p.door, p.codes, p.view) for seat, p in self.people.items()}) from None

    def all_here(self) -> bool:
        return all(
            {seat["number"] for seat in person.view.get("seats", ()) if seat["presence"] == "here"} >= set(self.people)
            for person in self.people.values()
        )

    async def until_heard(self, since: float, seats: Iterable[int] | None = None) -> None:
        """Everybody has heard somebody say something that was said after that moment."""
        for seat in self.people if seats is None else seats:
            await until(partial(heard_anybody, self.people[seat], since), PATIENCE_S)

    def hears(self, speaker: int, since: float) -> list[Voice]:
        """What this person has said since and anybody at all has heard."""
        return [voice for p in self.people.values() for voice in p.heard_since(since) if voice.speaker == speaker]

    def longest_silence_s(self, since: float) -> float:
        """The longest anybody has heard nobody at all, since then and until now."""
        return max(longest_gap_s(person, since) for person in self.people.values())

    async def speak(self) -> None:
        while True:
            for person in self.people.values():
                person.speak()
            await asyncio.sleep(FRAME_S)


def heard_anybody(person: Returning, since: float) -> bool:
    return any(voice.said_at >= since for voice in person.heard())


def longest_gap_s(person: Returning, since: float) -> float:
    moments = [since, *sorted(voice.heard_at for voice in person.heard() if voice.heard_at > since), time.monotonic()]
    return max(later - earlier for earlier, later in pairwise(moments))


class Meeting(Table):
    """The same, of a circle in an installation of several nodes."""

    def __init__(self, cluster: Installation, table: Table) -> None:
        super().__init__(table.tokens, table.people)
        self.cluster = cluster
        self.circle = circle_of(table.tokens[0])

    @property
    def owner(self) -> Node:
        return self.cluster.owner(self.circle)

    @property
    def log(self) -> list[Event]:
        return self.cluster.log(self.circle)


@asynccontextmanager
async def meeting(
    cluster: Installation,
    first_door: int = 0,
    at: Node | None = None,
    names: Mapping[int, str] = NAMES,
    key: CircleKey | None = None,
    **wishes: str,
) -> AsyncIterator[Meeting]:
    """Open a circle (`at` says through whom), with a key a sealed one, and seat everybody."""
    lock = {"lock": key.lock} if key else {}
    tokens = await asyncio.to_thread(partial((at or cluster.nodes[0]).open_circle, **lock, **wishes))
    async with seated(cluster.doors, tokens, first_door, names, key) as table:
        yield Meeting(cluster, table)


@asynccontextmanager
async def seated(
    doors: list[str],
    tokens: list[str],
    first_door: int = 0,
    names: Mapping[int, str] = NAMES,
    key: CircleKey | None = None,
) -> AsyncIterator[Table]:
    """Everybody enters, each by the door after their neighbour's, opens their microphone and speaks.

    `key` is that of a circle which was opened with its lock.
    """
    people = {}
    for seat in SEATED:
        first = (first_door + seat) % len(doors)
        sealed = SealedPage(key, seat) if key else None
        people[seat] = Returning(doors[first:] + doors[:first], tokens[seat - 1], names[seat], seat, sealed)
    table = Table(tokens, people)
    async with going_on(table.speak(), *(person.live() for person in people.values())):
        await table.until_all_here()
        for person in people.values():
            assert await person.ask("open_microphone") is None
        await table.until_heard(time.monotonic())
        yield table


@asynccontextmanager
async def going_on(*works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Let all of this happen meanwhile; what goes wrong in it is raised in the end."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        wrong = [error for error in ended if error and not isinstance(error, asyncio.CancelledError)]
        assert not wrong, wrong
