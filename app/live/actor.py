"""One circle alive: a single writer that takes one matter after the other.

For each, always in this order: decide, keep, evolve, tell the sound who is heard, show everybody. So nothing is told
before it is kept, and silence is enforced before it is announced. If the actor fails it closes its sound first:
failure sounds like silence, and the next arrival takes the circle up again from what is kept.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from app.circle.commands import Command
from app.circle.decide import Change, decide, lost_lines, react
from app.circle.events import Event
from app.circle.evolve import evolve, pass_by
from app.circle.fleeting import Fleeting
from app.circle.hearing import apart, may_be_heard
from app.circle.notices import Arrived, CameBack, LineLost, Notice, Spoke, TimeUp
from app.circle.reasons import Reason, Refused
from app.circle.record import record_of
from app.circle.state import Circle
from app.circle.timing import wake_at_ms
from app.live.clock import Alarm, Clock
from app.live.outbox import Goodbye, Outbox
from app.live.people import People
from app.live.sound import Sound
from app.live.turns import Gone, Turns
from app.store.store import CircleId, Store, StoreFailed

log = logging.getLogger(__name__)


class CircleActor:
    """Holds one circle whole: its state, its alarm, its people, its sound."""

    def __init__(
        self, name: CircleId, circle: Circle, store: Store, sound: Sound, clock: Clock, forget: Callable[[], None]
    ) -> None:
        self.circle = circle
        self._name = name
        self._store = store
        self._sound = sound
        self._clock = clock
        self._forget = forget
        self._people = People(sound)
        self._turns = Turns()
        self._alarm: Alarm | None = None
        self._task = asyncio.get_running_loop().create_task(self._run())

    @property
    def people(self) -> int:
        """How many are connected."""
        return len(self._people)

    async def ask(self, by: int, command: Command) -> Refused | None:
        """Do what this person asks, or say why not. Events are kept and everybody has been shown when it returns.

        Raises `Gone` when the circle has stopped here meanwhile.
        """
        try:
            return await self._turns.take(lambda: self._ask(by, command))
        except StoreFailed:
            return Refused(Reason.NOT_KEPT)

    async def arrive(self, seat: int, name: str | None, outbox: Outbox[Any]) -> Refused | None:
        """Take a person in: by invitation under a name, or (name None) back on the seat they already hold.

        From here on views go to this outbox, and once they are seated their line; an older connection of the same seat
        is replaced. Raises `Gone`, and `StoreFailed` when it could not be kept; then nothing has changed.
        """
        return await self._turns.take(lambda: self._arrive(seat, name, outbox))

    async def lose(self, seat: int, outbox: Outbox[Any]) -> None:
        """The connection behind this outbox is gone. Nothing follows when a newer one has replaced it."""
        try:
            await self._turns.take(lambda: self._lose(seat, outbox))
        except (Gone, StoreFailed) as error:
            log.info("a lost line could not be noted: %s", type(error).__name__)

    async def stop(self) -> None:
        """Let go of the circle: sound first, then the people. What is kept stays kept."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        goodbye = Goodbye.FAILED
        self._sound.on_voice = self._voice_noted
        try:
            for notice in lost_lines(self.circle):
                await self._notice(notice)
            self._set_alarm()
            while not self.circle.ended:
                await self._turns.deal()
            goodbye = Goodbye.ENDED
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("a circle stopped; it is taken up again from what is kept")
        finally:
            self._let_go(goodbye)

    def _let_go(self, goodbye: Goodbye) -> None:
        self._sound.close()
        self._forget()
        if self._alarm:
            self._alarm.cancel()
        self._people.part(goodbye)
        self._turns.end()

    async def _ask(self, by: int, command: Command) -> Refused | None:
        refused = await self._follow(decide(self.circle, command, by, self._clock.now_ms()))
        if refused is None:
            self._show()
        return refused

    async def _arrive(self, seat: int, name: str | None, outbox: Outbox[Any]) -> Refused | None:
        refused = await self._notice(CameBack(seat=seat) if name is None else Arrived(seat=seat, name=name))
        if refused is None:
            self._people.connect(seat, outbox)
            self._show()
        return refused

    async def _lose(self, seat: int, outbox: Outbox[Any]) -> None:
        if self._people.disconnect(seat, outbox):
            await self._notice(LineLost(seat=seat))
            self._show()

    async def _time_up(self) -> None:
        await self._notice(TimeUp())
        self._set_alarm()
        self._show()

    async def _spoke(self, seat: int) -> None:
        before = self.circle
        await self._notice(Spoke(seat=seat))
        if self.circle is not before:
            self._show()

    async def _notice(self, notice: Notice) -> Refused | None:
        return await self._follow(react(self.circle, notice, self._clock.now_ms()))

    async def _follow(self, outcome: Refused | tuple[Change, ...]) -> Refused | None:
        """Keep, evolve, tell the sound: in this order, and only what is kept is followed. The matter shows it last."""
        if isinstance(outcome, Refused):
            return outcome
        if outcome:
            await self._keep(outcome)
            self._sound.let_be_heard(may_be_heard(self.circle), apart(self.circle))
            self._set_alarm()
        return None

    async def _keep(self, changes: Sequence[Change]) -> None:
        events = [change for change in changes if isinstance(change, Event)]
        before, after = self.circle, reduce(_changed, changes, self.circle)
        if after.ended:
            await self._store.finish(self._name, before.version, record_of(after, self._clock.now_ms()))
        elif events:
            await self._store.append(self._name, before.version, events)
        self.circle = after

    def _show(self) -> None:
        self._people.show(self.circle, self._clock.now_ms())

    def _set_alarm(self) -> None:
        if self._alarm:
            self._alarm.cancel()
        at_ms = wake_at_ms(self.circle, self._clock.now_ms())
        self._alarm = None if at_ms is None else self._clock.call_at(at_ms, lambda: self._turns.post(self._time_up))

    def _voice_noted(self, seat: int) -> None:
        self._turns.post(lambda: self._spoke(seat))


def _changed(circle: Circle, change: Change) -> Circle:
    return pass_by(circle, change) if isinstance(change, Fleeting) else evolve(circle, change)
