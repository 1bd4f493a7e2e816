"""Circles without a sound, and their people without a page: what one process has of them besides the voices."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.circle.commands import CloseMicrophone, Leave, NextStep, OpenMicrophone
from app.circle.decide import decide, open_circle, react
from app.circle.events import Event
from app.circle.evolve import Change, replay
from app.circle.notices import Arrived
from app.circle.phases import Role
from app.circle.plan import TEMPLATES, Template
from app.circle.reasons import Refused
from app.live.actor import CircleActor
from app.live.outbox import Outbox

SEATS = 12
ROLES = (Role.FACILITATOR, Role.FACILITATOR, *[Role.MEMBER] * (SEATS - 2))
PLAN = TEMPLATES[Template.ONE_CASE_60]
TITLE = "Tuesday circle"


class Stillness:
    """A `Sound`, and every `Line` of it, that makes none and remembers nothing. Every line is connected at once."""

    on_voice: Callable[[int], object] | None = None
    on_line: Callable[[int, Mapping[str, float]], object] | None = None
    on_close: Callable[[Any], object] | None = None
    on_alive: Callable[[bool], object] | None = None
    offer = ""
    alive = False
    ever_connected = False
    closed = False

    def let_be_heard(self, seats: frozenset[int], breakout: frozenset[int]) -> None:
        """Let nobody be heard, whoever may be."""

    def late_ms(self, seat: int) -> dict[int, int]:
        """Nothing is late where nothing is said."""
        return {}

    def join(self, seat: int) -> "Stillness":
        """One line is as still as another."""
        line = Stillness()
        asyncio.get_running_loop().call_soon(line.connect)
        return line

    def connect(self) -> None:
        """Be connected, as a browser is soon after it has answered."""
        self.alive = self.ever_connected = True
        if self.on_alive is not None:
            self.on_alive(True)

    def answer(self, sdp: str) -> None:
        """Take any answer."""

    def check(self) -> None:
        """There is nothing to see."""

    def close(self) -> None:
        """There is nothing to close."""


def log_of_a_circle(*, going_on: bool = True) -> tuple[Event, ...]:
    """What is kept of a circle of twelve in which all have come and begun, and from which perhaps all have left."""
    now_ms = int(time.time() * 1000)
    log: list[Event] = [open_circle(TITLE, PLAN, ROLES, now_ms)]

    def happens(outcome: Refused | tuple[Change, ...]) -> None:
        assert not isinstance(outcome, Refused), outcome
        log.extend(change for change in outcome if isinstance(change, Event))

    for number in range(1, SEATS + 1):
        happens(react(replay(log), Arrived(seat=number, name=f"Person {number}"), now_ms))
        happens(decide(replay(log), OpenMicrophone(), number, now_ms))
    happens(decide(replay(log), NextStep(seen=0), 1, now_ms))
    for number in () if going_on else range(1, SEATS + 1):
        happens(decide(replay(log), Leave(), number, now_ms))
    return tuple(log)


async def seat(actor: CircleActor, seats: Sequence[int]) -> None:
    """Let these people in. Nobody reads their outboxes; an outbox keeps the newest view only."""
    for number in seats:
        assert await actor.arrive(number, f"Person {number}", Outbox[Any]()) is None


async def switch(actor: CircleActor, number: int) -> None:
    """Let somebody ask for the least there is: their own microphone's switch the other way round. One event."""
    opened = actor.circle.seat(number).microphone_open
    assert await actor.ask(number, CloseMicrophone() if opened else OpenMicrophone()) is None
