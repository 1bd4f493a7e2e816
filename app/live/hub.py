"""The circles that run here. A circle runs from its opening until it ends, whoever is connected."""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Callable, Iterator

from app.circle.events import CircleOpened, Event
from app.circle.notices import CalledOff, GroupNotice
from app.circle.state import Circle
from app.live.actor import CircleActor
from app.live.clock import CircleClock, Clock
from app.live.garbage import CircleGarbage
from app.live.going_on import about_s, go_on
from app.live.mailbox import ActorStopped
from app.live.outbox import EndReason
from app.live.placement import Elsewhere, Placement
from app.live.replaying import Replaying
from app.live.sound import Sound
from app.store.store import CircleId, Claim, Conflict, NodeId, NotReadable, Store, StoreFailed

AT_ONCE = 16
"""Circles taken up, or given up, side by side, so that none waits for the store's answers about all the others."""

SWEEP_S = 20
"""How often it is looked for circles that nobody holds and nobody has come to."""
LOOKING_MAX = 10
"""Nodes that look so often. Of more each looks more rarely, or what the store is asked would grow with their square."""

log = logging.getLogger(__name__)


class Ended(Exception):
    """The meeting is over; its record is kept."""


class NeverBegan(Ended):
    """The circle has ended before there was a meeting: its group called it off, or it was waited for long enough."""


class NoCircle(Exception):
    """There is no such circle."""


class Full(Exception):
    """As many circles are open as this server may hold."""


class FullOfUnused(Full):
    """As many circles of no group are open as may be that nobody has ever entered."""


class Hub:
    """The circles of this process. `open_sound(seats, sealed)` makes the sound of a circle: of that many seats,
    whose voices are sealed or not.

    `unused_max` bounds the circles of no group that nobody has ever entered; without it, and those of groups, they are
    bounded by `circles_max` alone.
    """

    def __init__(
        self,
        store: Store,
        placement: Placement,
        clock: Clock,
        open_sound: Callable[[int, bool], Sound],
        circles_max: int,
        unused_max: int | None = None,
    ) -> None:
        self.clock = clock
        self._store = store
        self._placement = placement
        self._open_sound = open_sound
        self._circles_max = circles_max
        self._unused_max = circles_max if unused_max is None else unused_max
        self._opening = 0
        self._actors: dict[CircleId, CircleActor] = {}
        self._checks = 0
        self._replaying = Replaying()
        self._coming: dict[CircleId, asyncio.Task[CircleActor]] = {}
        self._garbage = CircleGarbage()

    @property
    def circles(self) -> tuple[CircleId, ...]:
        """The circles that run here, oldest first."""
        return tuple(self._actors)

    @property
    def people(self) -> int:
        """How many people are connected."""
        return sum(actor.people for actor in self._actors.values())

    def passed_on(self) -> None:
        """A browser has gone whose circle runs at another node. What it leaves here is collected (`garbage.py`)."""
        self._garbage.browser_passed_on(circles_run=bool(self._actors))

    def living(self, name: CircleId) -> CircleActor | None:
        """The actor of this circle if it runs here; None otherwise."""
        return self._actors.get(name)

    async def open(self, opened: CircleOpened) -> CircleId:
        """Let a new circle begin so (`open_circle`), here or at another node. It is kept before this returns its name.

        Raises `Full`, `StoreFailed`.
        """
        with self._room_for_one_more(of_group=opened.notes_presence):
            name = CircleId(secrets.token_urlsafe(12))
            claim, here = await self._placement.for_new(name)
            try:
                await self._store.append(claim, 0, [opened])
            except Conflict:  # nobody else has this name
                raise StoreFailed("the store has forgotten the claim on a new circle") from None
            except StoreFailed:
                await self._withdraw(claim)
                raise
            if here:
                with contextlib.suppress(Elsewhere, Conflict, StoreFailed):  # it is kept: whoever comes takes it up
                    await self.actor(name)
            else:
                await self._placement.notify_owner(claim.node, name)
        return name

    async def _withdraw(self, claim: Claim) -> None:
        """Take back an opening that may be kept all the same, and what of it is on its way: nobody has its links.

        Each step is taken whatever became of the one before, which may only not have been said to be kept.
        """
        with contextlib.suppress(Conflict, StoreFailed):
            await self._store.append(claim, 0, [])
        with contextlib.suppress(StoreFailed):
            await self._store.release(claim)

    @contextlib.contextmanager
    def _room_for_one_more(self, *, of_group: bool) -> Iterator[None]:
        """Count the circles that are being opened too, so that many opened at once stay within the bounds.

        A group's waits for nobody: it is opened at its time by somebody at the door, and ends soon (E4).
        """
        if len(self._actors) + self._opening >= self._circles_max:
            raise Full
        circles = (actor.circle for actor in self._actors.values())
        unused = sum(not (circle.used or circle.notes_presence) for circle in circles)
        if not of_group and unused + self._opening >= self._unused_max:
            raise FullOfUnused
        self._opening += 1
        try:
            yield
        finally:
            self._opening -= 1

    async def actor(self, name: CircleId) -> CircleActor:
        """The actor of this circle. Where none runs it is taken up from the store, if this node may.

        Raises `NoCircle`, `Ended`, `Elsewhere`, `Conflict` (somebody else was quicker), `StoreFailed`.
        """
        if actor := self._actors.get(name):
            return actor
        coming = self._coming.get(name)
        if coming is None:
            coming = self._coming[name] = asyncio.get_running_loop().create_task(self._take_up(name))
            coming.add_done_callback(lambda done: self._came(name, done))
        return await asyncio.shield(coming)

    async def read(self, name: CircleId) -> Circle:
        """The circle's state, from its actor here or from the store. Raises `NoCircle`, `Ended`, `StoreFailed`."""
        if actor := self._actors.get(name):
            return actor.circle
        return await self._replaying.circle_of(await self._kept(name))

    async def tell(self, name: CircleId, notice: GroupNotice) -> bool:
        """Tell a circle, here or at another node, what its group says. False where it is called off and goes on, or
        cannot be told now: then it stays as it is.

        There is nothing to tell one that has ended. One that nobody knows any more has had no end.
        """
        try:
            return await (await self.actor(name)).tell(notice)
        except Ended:
            return True
        except NoCircle:
            return not isinstance(notice, CalledOff)
        except Elsewhere as elsewhere:
            return await self._placement.tell(elsewhere, name, notice)
        except (ActorStopped, Conflict, StoreFailed):
            return False

    async def take_up(self) -> None:
        """Take up every open circle that has no living holder, or see to it that another node does (N9).

        Raises `StoreFailed`, for one of them once the others are.
        """
        names = iter(await self._placement.orphaned(await self._store.open_circles()))
        outcomes = await asyncio.gather(*(self._take_up_all(names) for _ in range(AT_ONCE)), return_exceptions=True)
        for failed in filter(None, outcomes):
            raise failed

    async def go_on_taking_up(self) -> None:
        """Do so for as long as the server runs: nobody may come to a circle that has stopped, or whose node has."""
        await asyncio.sleep(about_s(SWEEP_S))
        await go_on(self.take_up, self._sweep_pause_s, "a look for circles that nobody holds failed")

    async def hand_over(self, name: CircleId, to: NodeId) -> bool:
        """Let another node go on with this circle. It stops here even if the claim cannot be given to that node.

        Whether it could.
        """
        if actor := self._actors.get(name):
            try:
                await actor.hand_over(to)
            except (ActorStopped, StoreFailed):
                return False
            await self._placement.notify_owner(to, name)
        return True

    async def check_claims(self) -> None:
        """Stop every circle that another node has claimed meanwhile, also one that is just being taken up.

        Raises `StoreFailed`.
        """
        self._checks += 1
        actors = dict(self._actors)
        held = await self._store.holders(list(actors))
        lost = [actor for name, actor in actors.items() if held.get(name) != actor.claim]
        await self._stop(lost)

    async def stop_circles(self) -> None:
        """Stop every circle here, sound first. Their claims stay until another node takes them."""
        await self._stop(list(self._actors.values()))
        await asyncio.gather(*self._coming.values(), return_exceptions=True)
        await self._stop(list(self._actors.values()))

    async def stop(self) -> None:
        """Stop every circle here and release its claim, so that another node can take it up at once."""
        await asyncio.gather(*self._coming.values(), return_exceptions=True)
        claims = [actor.claim for actor in self._actors.values()]
        await self.stop_circles()
        given_up = iter(claims)
        await asyncio.gather(*(self._release_all(given_up) for _ in range(AT_ONCE)))

    async def _stop(self, actors: list[CircleActor]) -> None:
        await asyncio.gather(*(actor.stop(EndReason.MOVED) for actor in actors))

    async def _release_all(self, claims: Iterator[Claim]) -> None:
        """As far as the store answers. A claim that stays is replaced once this node is taken for dead."""
        with contextlib.suppress(StoreFailed):
            for claim in claims:
                await self._store.release(claim)

    def _sweep_pause_s(self) -> float:
        return about_s(SWEEP_S * max(1, self._placement.nodes / LOOKING_MAX))

    async def _take_up_all(self, names: Iterator[CircleId]) -> StoreFailed | None:
        """Take up each that is left. Returns what one of them failed by; the others are taken up all the same."""
        failed = None
        for name in names:
            try:
                await self.actor(name)
            except Elsewhere as elsewhere:
                if elsewhere.node:  # it is that node's by now, which may not know it
                    await self._placement.notify_owner(elsewhere.node, name)
            except (Conflict, Ended, NoCircle, NotReadable):
                continue
            except StoreFailed as error:
                failed = error  # of this one perhaps
            except Exception:
                log.exception("a circle could not be taken up; the others are")
        return failed

    async def _take_up(self, name: CircleId) -> CircleActor:
        checks = self._checks
        claim = await self._placement.claim(name)
        try:
            events = await self._kept(name)
        except (Ended, NoCircle, NotReadable):
            await self._store.release(claim)
            raise
        circle = await self._replaying.circle_of(events)
        if checks != self._checks and (await self._store.holders([name])).get(name) != claim:
            raise Conflict
        clock = CircleClock(self.clock, events[-1].at_ms)
        sound = self._open_sound(len(circle.seats), circle.sealed)
        actor = CircleActor(claim, circle, self._store, sound, clock, self._forget)
        self._actors[name] = actor
        return actor

    async def _kept(self, name: CircleId) -> tuple[Event, ...]:
        events = await self._store.read(name)
        if not events:
            record = await self._store.record(name)
            raise NoCircle if record is None else Ended if record.begun else NeverBegan
        return events

    def _came(self, name: CircleId, coming: asyncio.Task[CircleActor]) -> None:
        del self._coming[name]
        if not coming.cancelled():
            coming.exception()  # whoever waited has it; where nobody waits any more it is no news

    def _forget(self, actor: CircleActor) -> None:
        if self._actors.get(actor.claim.circle) is actor:
            del self._actors[actor.claim.circle]
            self._garbage.circle_left()
