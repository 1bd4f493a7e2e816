"""A living circle without sockets: real actor and hub, a store in memory, a hand-moved clock, sound that makes none."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from app.circle.commands import Admit, AgreeToObserver, Command, NamePresenter, NextStep, OfferCase, OpenMicrophone
from app.circle.decide import open_circle
from app.circle.frame import Frame
from app.circle.phases import Phase, Role
from app.circle.plan import TEMPLATES, Template
from app.circle.reasons import Refused
from app.circle.view import View, Waiting
from app.live.actor import CircleActor
from app.live.hub import Hub
from app.live.outbox import EndReason, Outbox, Seated
from app.live.page_keys import Handed, PageKeys
from app.live.participants import UNNOTED_MS
from app.live.placement import SingleNode
from app.store.store import CircleId, NodeId
from tests.support.clock import HandMovedClock
from tests.support.scene import FRIDA, NAMES, OLGA, PIET, ROLES, SPEAKERS
from tests.support.sound import SilentLine, SilentSound
from tests.support.store import MemoryStore


class Guest:
    """A person's page: takes everything out of its outbox, as a browser would."""

    def __init__(self, seat: int, outbox: Outbox[Any]) -> None:
        self.seat, self.outbox = seat, outbox
        self.seated: list[Seated] = []
        self.shown: list[View | Waiting] = []
        self.keys: list[PageKeys] = []
        self.handed: list[Handed] = []
        self.goodbye: EndReason | None = None

    async def read(self) -> "Guest":
        """Take what waits now; returns at once when nothing does."""
        while self.goodbye is None:
            try:
                message = await asyncio.wait_for(self.outbox.next(), timeout=0.005)
            except TimeoutError:
                break
            if isinstance(message, EndReason):
                self.goodbye = message
            elif isinstance(message, Seated):
                self.seated.append(message)
            elif isinstance(message, PageKeys):
                self.keys.append(message)
            elif isinstance(message, Handed):
                self.handed.append(message)
            else:
                assert isinstance(message, View | Waiting)
                self.shown.append(message)
        return self

    @property
    def line(self) -> SilentLine:
        line = self.seated[-1].line
        assert isinstance(line, SilentLine)
        return line

    @property
    def view(self) -> View:
        assert isinstance(self.shown[-1], View)
        return self.shown[-1]


class Evening:
    """One circle on a hub."""

    def __init__(
        self,
        store: MemoryStore | None = None,
        circles_max: int = 10,
        unused_max: int | None = None,
        template: Template = Template.ONE_CASE_60,
        roles: tuple[Role, ...] = ROLES,
        lock: str | None = None,
        **frame: Any,
    ) -> None:
        self.clock = HandMovedClock()
        self.store = store or MemoryStore()
        self.sounds: list[SilentSound] = []
        self._bounds = circles_max, unused_max
        self.hub = self.new_hub()
        self.name = CircleId("")
        self.template, self.roles, self.frame, self.lock = template, roles, Frame(**frame), lock

    @property
    def sound(self) -> SilentSound:
        """The sound of the circle as it was taken up last."""
        return self.sounds[-1]

    def new_hub(self) -> Hub:
        return Hub(self.store, SingleNode(self.store, NodeId("here")), self.clock, self._sound, *self._bounds)

    async def open(self) -> "Evening":
        self.name = await self.opens_one()
        return self

    async def opens_one(self) -> CircleId:
        """A circle more."""
        plan, now_ms = TEMPLATES[self.template], self.clock.now_ms()
        return await self.hub.open(open_circle("Tuesday circle", plan, self.roles, now_ms, self.frame, self.lock))

    async def actor(self) -> CircleActor:
        return await self.hub.actor(self.name)

    async def enters(self, seat: int, name: str = "") -> Guest:
        return await self._seated(seat, name or NAMES[seat])

    async def comes_back(self, seat: int, line: str | None = None) -> Guest:
        """By the page's token; with the name of the line it still has, if it has."""
        return await self._seated(seat, None, line)

    async def is_lost(self, guest: Guest) -> None:
        """The connection has gone, and the page does not come back in time."""
        actor = await self.actor()
        await actor.lose(guest.seat, guest.outbox)
        await self.passes(UNNOTED_MS)

    async def passes(self, ms: int) -> None:
        """Time goes by, and whatever has become due is done."""
        self.clock.move(ms=ms)
        for _ in range(20):
            await asyncio.sleep(0)

    async def asks(self, seat: int, command: Command) -> Refused | None:
        return await (await self.actor()).ask(seat, command)

    async def next(self) -> None:
        actor = await self.actor()
        assert await actor.ask(FRIDA, NextStep(seen=actor.circle.step)) is None

    async def everybody_until(self, phase: Phase) -> dict[int, Guest]:
        """All come and open their microphones; Piet is the presenter; the meeting moves to this phase."""
        guests = {seat: await self.enters(seat) for seat in NAMES}
        for seat in SPEAKERS:
            await self.asks(seat, AgreeToObserver(seat=OLGA))
        assert await self.asks(FRIDA, Admit(seat=OLGA)) is None
        for seat in SPEAKERS:
            await self.asks(seat, OpenMicrophone())
        await self.asks(PIET, OfferCase())
        await self.asks(FRIDA, NamePresenter(seat=PIET))
        while (await self.actor()).circle.phase is not phase:
            await self.next()
        return guests

    async def _seated(self, seat: int, name: str | None, line: str | None = None) -> Guest:
        outbox: Outbox[Any] = Outbox()
        assert await (await self.actor()).arrive(seat, name, outbox, None, line) is None
        return await Guest(seat, outbox).read()

    def _sound(self, seats: int, sealed: bool) -> SilentSound:
        self.sounds.append(SilentSound(seats, sealed))
        return self.sounds[-1]


def evening(play: Callable[[Evening], Awaitable[None]], store: MemoryStore | None = None, **wishes: Any) -> None:
    """Play one evening to its end."""

    async def run() -> None:
        an_evening = await Evening(store, **wishes).open()
        try:
            await play(an_evening)
        finally:
            await an_evening.hub.stop()

    asyncio.run(run())
