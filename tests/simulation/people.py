"""People and their pages: they come in anywhere, come back by themselves, ask for this and that, and always speak."""

import asyncio
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.circle import commands as c
from app.circle.commands import Command
from app.circle.phases import Phase, Role
from app.circle.view import View
from app.live.outbox import Seated
from app.store.store import CircleId, Claim
from app.web.closing import COMES_BACK, CloseCode
from tests.simulation.nodes import Life
from tests.simulation.process import WORLD
from tests.simulation.sound import SimulatedLine
from tests.simulation.wire import NO_CODE, Wire

if TYPE_CHECKING:
    from tests.simulation.world import World

OPENS_WITHIN_S = 3
SPEAKS_WITHIN_S = 8
SPEAKS_EVERY_S = 0.4
AGAIN = {NO_CODE, CloseCode.REPLACED}
"""After these they come again, though the page itself does not when a newer connection has replaced it: it is given up
by then, and an older one of the same page, which had waited somewhere for its circle, has come in after it."""
KEEPS_SOUND = {NO_CODE, CloseCode.TOO_SLOW, CloseCode.FULL}
"""After these the page still has its sound, and comes back with it (`frontend/src/lib/circle.svelte.ts`)."""
FOR_GOOD = {CloseCode.ENDED, CloseCode.UNINVITED}
"""After these nobody comes again in these histories."""


def backoff_s(attempt: int, rng: random.Random) -> float:
    """See `backoffMs` in `frontend/src/lib/socket.ts`."""
    doublings = min(attempt, 2) + max(0, attempt - 13)
    return min(8.0, 0.25 * 2.0**doublings) * (0.5 + rng.random() / 2)


@dataclass(frozen=True, slots=True)
class Enter:
    """Who comes: by invitation under a name, or (None) back on their seat, with the line they still have."""

    name: str | None
    line: str | None = None


class Person:
    """One person and their page. `asks_every_s` is how often they want something; None: never."""

    def __init__(
        self, world: "World", circle: CircleId, seat: int, asks_every_s: float | None, resumes: bool = True
    ) -> None:
        self.world, self.circle, self.seat = world, circle, seat
        self.place = self.name = f"person {circle}/{seat}"
        self.view: View | None = None
        self.done = False
        self._asks_every_s = asks_every_s
        self._resumes = resumes
        self._newest = 0
        self._wire: Wire | None = None
        self._line: SimulatedLine | None = None
        self._line_name: str | None = None
        self._owner: Life | None = None
        self._attempt = 0
        self._moved = False
        self._open = asyncio.Event()
        self._spoken_to = asyncio.Event()
        self._lost: asyncio.Future[int] | None = None

    def begin(self) -> None:
        """Come, and from now on live."""
        for work in (self._live(), self._speak(), self._want()):
            self.world.go_on(asyncio.get_running_loop().create_task(work, context=WORLD))

    @property
    def connected(self) -> bool:
        """Whether the page shows the circle."""
        return self.view is not None

    def opened(self, wire: Wire) -> None:
        """The connection stands, so the page says who it is."""
        if wire is self._wire:
            self._open.set()
            wire.ask(Enter(None, self._line_name) if self._resumes else Enter(f"Person {self.seat}"))

    def seated(self, wire: Wire, seated: Seated, owner: Life) -> None:
        """The owner gives the page its sound, or leaves it what it has."""
        if wire is not self._wire:
            return
        line = seated.line
        assert isinstance(line, SimulatedLine)
        if seated.kept and line is not self._line:
            self.world.witness.violated(f"{self.name} is told to keep a line that they do not have")
        self._line, self._line_name, self._owner, self._resumes = line, seated.name, owner, True
        self._spoken_to.set()
        if not seated.kept:
            owner.process.call(line.find_way)

    def shown(self, wire: Wire, view: View, version: int, claim: Claim) -> None:
        """The owner shows the circle."""
        if wire is not self._wire:
            return
        self._spoken_to.set()
        self._attempt, self._moved, self.view = 0, False, view
        in_force = self.world.in_force(claim)
        self.world.witness.seen(self.name, claim, version, self._newest, in_force)
        self._newest = max(self._newest, version)

    def lost(self, wire: Wire, code: int) -> None:
        """The connection has ended."""
        if wire is self._wire and self._lost and not self._lost.done():
            self._lost.set_result(code)

    def renew(self) -> None:
        """The page gives its connection up, as after a change of networks."""
        if self._wire:
            self._wire.hang_up()
            self.lost(self._wire, NO_CODE)

    def lose_sound(self) -> None:
        """The browser's sound alone is lost."""
        if self._line and self._owner:
            self._owner.process.call(self._line.fail)

    async def _live(self) -> None:
        while not self.done:
            code = await self._connect()
            self.view, self._wire = None, None
            if code not in KEEPS_SOUND or (self._line and self._line.closed):
                self._line = self._line_name = None
            await self._after(code)

    async def _connect(self) -> int:
        """One connection, from its beginning to its end; the code it ended with."""
        world = self.world
        place = world.rng.choice(world.places) if self._attempt or world.rng.random() < 0.5 else world.balanced_to
        await asyncio.sleep(world.hop_s())
        entry = world.living(place)
        if entry is None or not entry.ready or not world.network.reaches(self.place, place):
            await asyncio.sleep(world.rng.choice((0.01, OPENS_WITHIN_S)))
            return NO_CODE
        self._wire = wire = Wire(world, self, entry)
        self._lost = asyncio.get_running_loop().create_future()
        self._spoken_to.clear()
        self._open.clear()
        world.arrives(self, wire)
        watch = asyncio.ensure_future(self._impatient())
        try:
            return await self._lost
        finally:
            watch.cancel()

    async def _impatient(self) -> None:
        try:
            async with asyncio.timeout(OPENS_WITHIN_S + self._attempt):
                await self._open.wait()
            async with asyncio.timeout(SPEAKS_WITHIN_S):
                await self._spoken_to.wait()
        except TimeoutError:
            self.renew()

    async def _after(self, code: int) -> None:
        rng, witness = self.world.rng, self.world.witness
        never_began = code == CloseCode.NO_CIRCLE and witness.has_ended(self.circle)
        if code in FOR_GOOD or never_began:
            self.done = True
        elif code == CloseCode.GOODBYE:
            self._resumes = False
            await asyncio.sleep(rng.uniform(0.5, 4))
        elif code == CloseCode.MOVED and not self._moved:
            self._moved = True
            await asyncio.sleep(0.05 * rng.random())
        else:
            self.world.counts["replaced by an older connection of their own"] += code == CloseCode.REPLACED
            if code not in AGAIN and not COMES_BACK[CloseCode(code)] and not witness.forgetful:
                witness.violated(f"{self.name} is turned away: {CloseCode(code).name}")
            self._attempt += 1
            await asyncio.sleep(backoff_s(self._attempt - 1, rng))

    async def _speak(self) -> None:
        """Everybody speaks all the time, whatever the circle thinks of it."""
        while not self.done:
            await asyncio.sleep(SPEAKS_EVERY_S * self.world.rng.uniform(0.5, 1.5))
            if self._line and self._owner:
                self.world.voice(self, self._line, self._owner)

    async def _want(self) -> None:
        rng = self.world.rng
        while self._asks_every_s and not self.done:
            await asyncio.sleep(self._asks_every_s * rng.uniform(0.2, 1.8))
            if self.view and self._wire:
                self._wire.ask(wish(self.view, rng))


def wish(view: View, rng: random.Random) -> Command:
    """What this person might want now, allowed or not."""
    seen, mine = view.step, view.you
    switch: Command = c.CloseMicrophone() if mine.microphone_open and rng.random() < 0.5 else c.OpenMicrophone()
    if mine.role is Role.FACILITATOR:
        clock: Command = c.ResumeClock(seen=seen) if view.clock.ends_at_ms is None else c.PauseClock(seen=seen)
        forward: Command = c.NextStep(seen=seen)
        if view.phase in (Phase.CLOSING, Phase.LINGERING):
            forward = c.SkipTo(step=_step_of(view, Phase.SIT_BACK), seen=seen)
        others = [seat.number for seat in view.seats if seat.role is Role.MEMBER and seat.offer != "none"]
        names = [c.NamePresenter(seat=seat) for seat in others]
        ends = [c.EndCircle(seen=seen)] if rng.random() < 0.05 else []
        return rng.choice([forward, forward, c.GoBack(seen=seen), clock, clock, switch, c.ShowCard(), *names, *ends])
    if mine.role is Role.PRESENTER:
        return rng.choice([c.OpenMicrophone(), c.OpenMicrophone(), switch, c.NeedPause()])
    leaves = [c.Leave()] if rng.random() < 0.1 else []
    return rng.choice([switch, switch, c.WishToSpeak(), c.OfferCase(), *leaves])


def _step_of(view: View, phase: Phase) -> int:
    return next(index for index, step in enumerate(view.plan) if step.phase is phase)
