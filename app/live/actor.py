"""One circle alive: a single writer that takes one matter after the other.

For each, always in this order: decide, keep, evolve, tell the sound who is heard, show everybody. So nothing is told
before it is kept, and silence is enforced before it is announced. If the actor fails it closes its sound first:
failure sounds like silence, and the next arrival takes the circle up again from what is kept.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import reduce
from typing import Any, TypeVar

from app.circle.commands import Command
from app.circle.decide import decide, lost_lines, react, wake_at_ms
from app.circle.events import Event
from app.circle.evolve import evolve
from app.circle.hearing import may_be_heard
from app.circle.notices import Arrived, CameBack, LineLost, Notice, TimeUp
from app.circle.permission import Reason, Refused
from app.circle.record import record_of
from app.circle.state import Circle
from app.circle.view import view_for
from app.live.clock import Alarm, Clock
from app.live.outbox import Goodbye, Outbox
from app.live.sound import Line, Sound
from app.store.store import CircleId, Store, StoreFailed

INBOX_MAX = 256
"""Matters that may wait for their turn; 16 people cannot mean more than that."""

log = logging.getLogger(__name__)
T = TypeVar("T")


class Gone(Exception):
    """The circle is not (or no longer) alive here."""


class CircleActor:
    """Holds one circle whole: its state, its alarm, its people's outboxes, its sound."""

    def __init__(
        self, name: CircleId, circle: Circle, store: Store, sound: Sound, clock: Clock, forget: Callable[[], None]
    ) -> None:
        self.circle = circle
        self._name = name
        self._store = store
        self._sound = sound
        self._clock = clock
        self._forget = forget
        self._outboxes: dict[int, Outbox[Any]] = {}
        self._alarm: Alarm | None = None
        self._inbox: asyncio.Queue[tuple[Callable[[], Awaitable[Any]], asyncio.Future[Any]]] = asyncio.Queue(INBOX_MAX)
        self._task = asyncio.get_running_loop().create_task(self._run())

    @property
    def people(self) -> int:
        """How many are connected."""
        return len(self._outboxes)

    async def ask(self, by: int, command: Command) -> Refused | None:
        """Do what this person asks, or say why not. Events are kept and everybody has been shown when it returns.

        Raises `Gone` when the circle has stopped here meanwhile.
        """
        try:
            return await self._in_turn(lambda: self._ask(by, command))
        except StoreFailed:
            return Refused(Reason.NOT_KEPT)

    async def arrive(self, seat: int, name: str | None, outbox: Outbox[Any]) -> Line | Refused:
        """Seat a person: by invitation under a name, or (name None) back on the seat they already hold.

        From here on views go to this outbox; an older connection of the same seat is replaced. Raises `Gone`, and
        `StoreFailed` when it could not be kept; then nothing has changed.
        """
        return await self._in_turn(lambda: self._arrive(seat, name, outbox))

    async def lose(self, seat: int, outbox: Outbox[Any]) -> None:
        """The connection behind this outbox is gone. Nothing follows when a newer one has replaced it."""
        try:
            await self._in_turn(lambda: self._lose(seat, outbox))
        except (Gone, StoreFailed) as error:
            log.info("a lost line could not be noted: %s", type(error).__name__)

    async def stop(self) -> None:
        """Let go of the circle: sound first, then the people. What is kept stays kept."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _in_turn(self, matter: Callable[[], Awaitable[T]]) -> T:
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        if self._task.done():
            raise Gone
        try:
            self._inbox.put_nowait((matter, done))
        except asyncio.QueueFull as full:
            raise Gone from full
        return await done

    async def _run(self) -> None:
        goodbye = Goodbye.FAILED
        try:
            for notice in lost_lines(self.circle):
                await self._notice(notice)
            self._set_alarm()
            while not self.circle.ended:
                matter, done = await self._inbox.get()
                await self._settle(matter, done)
            goodbye = Goodbye.ENDED
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("a circle stopped; it is taken up again from what is kept")
        finally:
            self._let_go(goodbye)

    async def _settle(self, matter: Callable[[], Awaitable[Any]], done: asyncio.Future[Any]) -> None:
        try:
            answer = await matter()
        except StoreFailed as error:
            log.error("the store could not keep an event: %s", error)
            if not done.cancelled():
                done.set_exception(error)
        except BaseException:
            if not done.cancelled():
                done.set_exception(Gone())
            raise
        else:
            if not done.cancelled():
                done.set_result(answer)

    def _let_go(self, goodbye: Goodbye) -> None:
        self._sound.close()
        self._forget()
        if self._alarm:
            self._alarm.cancel()
        for outbox in self._outboxes.values():
            outbox.close(goodbye)
        while not self._inbox.empty():
            _, done = self._inbox.get_nowait()
            if not done.cancelled():
                done.set_exception(Gone())

    async def _ask(self, by: int, command: Command) -> Refused | None:
        outcome = decide(self.circle, command, by, self._clock.now_ms())
        if isinstance(outcome, Refused):
            return outcome
        await self._keep(outcome)
        self._show_everybody()
        if not self.circle.seat(by).here:
            self._outboxes[by].close(Goodbye.LEFT)
        return None

    async def _notice(self, notice: Notice) -> Refused | None:
        outcome = react(self.circle, notice, self._clock.now_ms())
        if isinstance(outcome, Refused):
            return outcome
        await self._keep(outcome)
        return None

    async def _arrive(self, seat: int, name: str | None, outbox: Outbox[Any]) -> Line | Refused:
        refused = await self._notice(CameBack(seat=seat) if name is None else Arrived(seat=seat, name=name))
        if refused:
            return refused
        if older := self._outboxes.get(seat):
            older.close(Goodbye.REPLACED)
        self._outboxes[seat] = outbox
        line = self._sound.join(seat)
        line.on_close = lambda _reason: outbox.close(Goodbye.LOST_SOUND)
        self._show_everybody()
        return line

    async def _lose(self, seat: int, outbox: Outbox[Any]) -> None:
        if self._outboxes.get(seat) is not outbox:
            return
        del self._outboxes[seat]
        await self._notice(LineLost(seat=seat))
        self._show_everybody()

    async def _time_up(self) -> None:
        await self._notice(TimeUp())
        self._show_everybody()

    async def _keep(self, events: tuple[Event, ...]) -> None:
        if not events:
            return
        before, after = self.circle, reduce(evolve, events, self.circle)
        if after.ended:
            await self._store.finish(self._name, before.version, record_of(after))
        else:
            await self._store.append(self._name, before.version, events)
        self.circle = after
        self._sound.let_be_heard(may_be_heard(after))
        self._set_alarm()

    def _show_everybody(self) -> None:
        for seat, outbox in self._outboxes.items():
            outbox.show(view_for(self.circle, seat))

    def _set_alarm(self) -> None:
        if self._alarm:
            self._alarm.cancel()
        at_ms = wake_at_ms(self.circle)
        self._alarm = None if at_ms is None else self._clock.call_at(at_ms, self._ring)

    def _ring(self) -> None:
        if not self._inbox.full():
            self._inbox.put_nowait((self._time_up, asyncio.get_running_loop().create_future()))
