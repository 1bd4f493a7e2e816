"""The real server with mistakes in it: wherever it can go wrong it does so on request, with what people said in hand.

`python -m tests.support.faulty serve` is `python -m app serve`, and a person called `CALAMITY` sets everything off.
"""

import asyncio
import gc
import sys
import threading
from typing import Any

from app.circle.decide import react
from app.circle.notices import Arrived
from app.command_line import main
from app.live import actor
from app.live.hub import Hub
from app.web.invites import Invites

CALAMITY = "Calamity Jane"
read = Invites.read
tasks: list[asyncio.Task[None]] = []


class Mistake(Exception):
    """One that holds, and shows, whatever it met."""


def react_wrongly(circle: Any, notice: Any, now_ms: int) -> Any:
    if isinstance(notice, Arrived) and notice.name == CALAMITY:
        loop = asyncio.get_running_loop()
        loop.call_soon(fail, notice.name)
        tasks.append(loop.create_task(fail_later(notice.name)))
        tasks.clear()
        threading.Thread(target=fail, args=(notice.name,)).start()
        ending = Ending(notice.name)
        del ending
        try:
            fail(str(circle))
        except Mistake as mistake:
            raise ExceptionGroup(notice.name, [Mistake(notice.name), OSError(5, notice.name)]) from mistake
    return react(circle, notice, now_ms)


def read_wrongly(invites: Invites, token: str) -> Any:
    return fail(token) if token.startswith(CALAMITY) else read(invites, token)


async def look_wrongly(hub: Hub, name: str) -> Any:
    return fail(name)


def fail(what: str) -> None:
    raise Mistake(what)


async def fail_later(what: str) -> None:
    fail(what)


class Ending:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name

    def __del__(self) -> None:
        fail(self.name)


if __name__ == "__main__":
    for owner, name, wrong in (
        (actor, "react", react_wrongly),
        (Invites, "read", read_wrongly),
        (Hub, "read", look_wrongly),
    ):
        setattr(owner, name, wrong)
    gc.set_threshold(10)
    sys.exit(main())
