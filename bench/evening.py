"""A meeting as it goes: one speaks at a time, some silence between, and facilitators who keep the plan's time."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any, cast

from bench.delivery import ARRIVES_S, Delivery, Kept
from bench.load import send_reports
from bench.member import Member
from bench.page_member import PageMember
from bench.sitting_back import Seated, enter
from tests.support.process import ServerProcess

FRIDA = 1
PRESENTERS = (3, 7, 5, 9)
"""Who brings the first case, the second, and so on."""

PINGS_EVERY_S = 2.0

SAYS_S = 12.0
SAYS_MOST_S = 45.0
PAUSES_S = 2.0
LONG_SILENCE_S = (8.0, 25.0)
LONG_SILENCES = 0.08
PAGE_SPEAKS = 0.08
SILENCED_TRIES = 0.05
SWITCHES = 0.2
"""How many of the silences, contributions and other things are long, the page's, of somebody silenced, or a switch."""


class Evening:
    """One meeting of protocol peers and one page."""

    def __init__(self, people: dict[int, Seated], page: PageMember) -> None:
        self._people = people
        self._page = page
        self.kept = Kept()
        self._delivery = Delivery(people, page, self.kept)
        self.members = self._delivery.members

    async def live(self, minutes: float) -> None:
        """Go through the whole plan in so many minutes."""
        plan = self.view["plan"]
        whole = sum(step["minutes"] for step in plan[1:-1])
        cases = iter(PRESENTERS)
        for step in plan[1:]:
            if self.view["phase"] == "call_for_case":
                await self._tried(self._name(next(cases)))
            await self._tried(self._next())
            if step["phase"] == "lingering":
                return
            await self._talk_until(time.monotonic() + step["minutes"] / whole * minutes * 60)

    @property
    def view(self) -> dict[str, Any]:
        """The circle, as a facilitator sees it."""
        return self._people[FRIDA].page.view

    def _seats(self, voice: str) -> list[int]:
        return [seat["number"] for seat in self.view["seats"] if seat["voice"] == voice]

    async def _name(self, seat: int) -> None:
        frida = self._people[FRIDA].page
        await self._people[seat].page.ask("offer_case")
        await frida.until(lambda: "name_presenter" in frida.view["seats"][seat - 1]["can"])
        await frida.ask("name_presenter", seat=seat)

    async def _next(self) -> None:
        frida, step = self._people[FRIDA].page, self.view["step"]
        if (reason := await frida.ask("next_step")) is not None:
            self.kept.troubles.append(f"no next step: {reason}")
        await frida.until(lambda: frida.view["step"] != step)
        pages = [person.page for person in self._people.values()]
        await asyncio.gather(*(page.until(lambda p=page: p.view["step"] != step) for page in pages))  # type: ignore[misc]
        self.kept.sat_back += self.view["phase"] == "sit_back"
        presenter = next((s["number"] for s in self.view["seats"] if s["role"] == "presenter"), None)
        if presenter and "open_microphone" in self._people[presenter].page.view["you"]["can"]:
            await self._people[presenter].page.ask("open_microphone")

    async def _talk_until(self, ends: float) -> None:
        while (left_s := ends - time.monotonic()) > 0:
            long = random.random() < LONG_SILENCES
            pause_s = random.uniform(*LONG_SILENCE_S) if long else random.expovariate(1 / PAUSES_S)
            await asyncio.sleep(min(left_s, pause_s))
            if random.random() < SWITCHES:
                await self._tried(self._switches())
            says_s = min(random.expovariate(1 / SAYS_S), SAYS_MOST_S, ends - time.monotonic() - ARRIVES_S)
            if says_s > 0:
                await self._tried(self._contribution()(says_s))

    def _contribution(self) -> Callable[[float], Awaitable[None]]:
        chance = random.random()
        if chance < PAGE_SPEAKS and self._page.seat in self._seats("closed_by_person"):
            return self._delivery.by_page
        if chance > 1 - SILENCED_TRIES and self._silenced():
            return self._tries
        return self._speaks

    def _silenced(self) -> list[int]:
        return [seat for seat in self._seats("closed_by_phase") if seat in self._people]

    async def _speaks(self, seconds: float) -> None:
        heard = [seat for seat in self._seats("heard") if seat in self._people]
        presenting = [s["number"] for s in self.view["seats"] if s["role"] == "presenter" and s["number"] in heard]
        await self._delivery.heard(random.choice(heard + 3 * len(heard) * presenting), seconds)

    async def _tries(self, seconds: float) -> None:
        await self._delivery.silenced(random.choice(self._silenced()), seconds)

    async def _switches(self) -> None:
        page = self._people[random.choice(list(self._people))].page
        for command in ("close_microphone", "open_microphone"):
            if command in page.view["you"]["can"]:
                await page.ask(command)

    async def _tried(self, what: Awaitable[None]) -> None:
        """Whatever goes wrong is told at the end, and the meeting goes on."""
        try:
            await what
        except Exception as error:
            self.kept.troubles.append(f"{time.strftime('%H:%M:%S')} {self.view['phase']}: {error!r}")


async def take_seats(opened: AsyncExitStack, server: ServerProcess, tokens: list[str]) -> dict[int, Seated]:
    """Everybody without a browser comes, with an open microphone."""
    people = {seat: await enter(opened, server, token, Member) for seat, token in enumerate(tokens, 1)}
    for person in people.values():
        await person.page.ask("open_microphone")
        member = cast(Member, person.caller)
        opened.callback(member.vanish)
        for life in (member.be_silent(), send_reports(member), _ping(person)):
            opened.callback(asyncio.ensure_future(life).cancel)
    return people


async def _ping(person: Seated) -> None:
    while True:
        await person.page.send({"type": "ping", "sent_ms": time.monotonic() * 1000})
        person.page.pongs.clear()
        person.page.heard_texts.clear()
        await asyncio.sleep(PINGS_EVERY_S)
