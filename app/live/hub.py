"""Which circles live here. A circle is alive from its opening until it ends, whoever is connected."""

import asyncio
import secrets
from collections.abc import Callable

from app.circle.decide import open_circle
from app.circle.evolve import replay
from app.circle.frame import Frame
from app.circle.phases import Role
from app.circle.plan import Plan
from app.live.actor import CircleActor
from app.live.clock import Clock
from app.live.sound import Sound
from app.store.store import CircleId, Store


class Ended(Exception):
    """The meeting is over; its record is kept."""


class NoCircle(Exception):
    """There is no such circle here."""


class Full(Exception):
    """As many circles are open as this server may hold."""


class Hub:
    """The circles of this process. `open_sound(seats)` makes the sound of a circle of that many seats."""

    def __init__(self, store: Store, clock: Clock, open_sound: Callable[[int], Sound], circles_max: int) -> None:
        self.clock = clock
        self._store = store
        self._open_sound = open_sound
        self._circles_max = circles_max
        self._actors: dict[CircleId, CircleActor] = {}
        self._taking_up = asyncio.Lock()

    @property
    def circles(self) -> tuple[CircleId, ...]:
        """The circles alive here, oldest first."""
        return tuple(self._actors)

    @property
    def people(self) -> int:
        """How many people are connected."""
        return sum(actor.people for actor in self._actors.values())

    async def open(self, title: str, plan: Plan, roles: tuple[Role, ...], frame: Frame | None = None) -> CircleId:
        """Open a new circle, kept before its name is told. Raises ValueError (in words), `Full`, `StoreFailed`."""
        if len(self._actors) >= self._circles_max:
            raise Full
        name = CircleId(secrets.token_urlsafe(12))
        await self._store.append(name, 0, [open_circle(title, plan, roles, self.clock.now_ms(), frame)])
        await self.actor(name)
        return name

    async def actor(self, name: CircleId) -> CircleActor:
        """The living circle of this name, taken up from what is kept if need be. Raises `NoCircle` or `Ended`."""
        async with self._taking_up:
            if actor := self._actors.get(name):
                return actor
            events = await self._store.read(name)
            if not events:
                raise Ended if await self._store.record(name) else NoCircle
            circle = replay(events)
            sound = self._open_sound(len(circle.seats))
            actor = CircleActor(name, circle, self._store, sound, self.clock, forget=lambda: self._forget(name))
            self._actors[name] = actor
            return actor

    async def take_up(self) -> None:
        """Take up every circle that was open when the server last stopped."""
        for name in await self._store.open_circles():
            await self.actor(name)

    async def stop(self) -> None:
        """Let go of every circle."""
        await asyncio.gather(*(actor.stop() for actor in list(self._actors.values())))

    def _forget(self, name: CircleId) -> None:
        self._actors.pop(name, None)
