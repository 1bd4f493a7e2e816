"""What stays in a server's memory of a circle that has ended."""

import asyncio
import gc
import time
from pathlib import Path

from app.circle.seats import Seat
from app.circle.state import Circle
from app.circle.view import View
from app.live.actor import CircleActor
from app.live.outbox import Outbox
from app.media.room import Room
from app.media.srtp import Keys
from app.media.transport import Transport
from tests.support.meeting import seated
from tests.support.peer import until
from tests.support.server import running

OF_A_CIRCLE = (Circle, Seat, View, CircleActor, Outbox, Room, Transport, Keys)


def alive() -> list[object]:
    """What is alive of any circle, once the garbage has been collected."""
    gc.collect()
    return [found for found in gc.get_objects() if isinstance(found, OF_A_CIRCLE)]


def kinds_beside(others: list[object]) -> set[type]:
    """The kinds of what is alive beside these others, which tests before this one have kept."""
    known = {id(other) for other in others}
    return {type(found) for found in alive() if id(found) not in known}


def test_nothing_of_a_circle_that_has_ended_is_alive(tmp_path: Path) -> None:
    """E2: no name, key or voice can be had from it any more, and what is freed is overwritten (`test_no_trace.py`)."""

    others = alive()

    async def play() -> None:
        async with running(tmp_path) as server:
            tokens = await server.open_circle()
            async with seated([server.socket_url], tokens) as table:
                await table.settled(time.monotonic())
                assert kinds_beside(others) == {*OF_A_CIRCLE}
                assert await table.frida.ask("end_circle") is None
                await until(lambda: all(person.parted for person in table.people.values()))
            await until(lambda: not kinds_beside(others))

    asyncio.run(play())
