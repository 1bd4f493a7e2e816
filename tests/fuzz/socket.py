"""Whole connections: whatever is said on one, it ends by itself with a word of the wire, and the circle goes on.

An input is a connection's frames, one a line: a digit, which is how many seconds come before, and a text. In the place
of tokens there are the names of those whose they are.
"""

import asyncio
import json
import logging
from collections.abc import Hashable, MutableMapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import WebSocket
from pydantic import TypeAdapter

from app.circle.events import Event
from app.circle.hearing import may_be_heard
from app.circle.phases import Phase
from app.live.groups import GroupKeeper
from app.live.outbox import Outbox
from app.store.store import CircleId
from app.web.build import Build
from app.web.closing import CloseCode
from app.web.group_keys import GroupKeys
from app.web.invites import Invites
from app.web.metrics import Metrics
from app.web.protocol import ToBrowser
from app.web.services import Services
from app.web.socket import serve_browser
from tests.fuzz.wire import COMMANDS, MESSAGES
from tests.support.clock import HandMovedClock
from tests.support.evening import Evening
from tests.support.scene import FRIDA, NAMES, PIET
from tests.support.server import settings_for
from tests.support.store import MemoryGroups, MemoryStore

WITHIN_S = 20
TURNS = 12
"""Turns of the loop that all that follows from one frame takes at most."""
GONE = {"type": "websocket.disconnect", "code": 1006}
_to_browser: TypeAdapter[ToBrowser] = TypeAdapter(ToBrowser)
_invites = Invites("a secret of the tests, long enough")
_group_keys = GroupKeys("a secret of the tests, long enough")
_settings = settings_for(Path("/nowhere"))
_metrics = Metrics("0", "0")
_build = Build(Path("/nowhere"))
_runner = asyncio.Runner()


def _lines(*frames: Any) -> bytes:
    return "\n".join(f"0{json.dumps(frame)}" for frame in frames).encode()


def _enter(seat: int) -> dict[str, Any]:
    return {"type": "enter", "token": f"token {seat}", "name": NAMES[seat]}


_ASKS = [{"type": "ask", "id": number, "command": command} for number, command in enumerate(COMMANDS)]
SEEDS = (
    *(_lines(_enter(seat), *MESSAGES[1:]) for seat in NAMES),
    *(_lines(_enter(seat), *_ASKS[part : part + 10]) for seat in NAMES for part in range(0, len(_ASKS), 10)),
    _lines({"type": "enter", "token": "back 3"}, *MESSAGES[1:]),
    *(_lines(message) for message in MESSAGES),
)


def check(data: bytes) -> Hashable:
    """Give the kinds of what was told, and how it ended."""
    return _runner.run(_play(data))


async def _play(data: bytes) -> Hashable:
    evening = await _in_the_reflection("3be2e08bdfdf9c68" if len(data) % 2 else None)
    services = Services(
        hub=evening.hub,
        invites=_invites,
        settings=_settings,
        metrics=_metrics,
        build=_build,
        public_url="",
        echo=lambda: None,
        groups=GroupKeeper(MemoryGroups(), MemoryStore(), evening.hub),
        group_keys=_group_keys,
    )
    socket = Frames([_frame(line, evening) for line in data.split(b"\n")], evening.clock)
    errors = _Errors()
    logging.getLogger("app").addHandler(errors)
    try:
        async with asyncio.timeout(WITHIN_S):
            await serve_browser(WebSocket({"type": "websocket"}, socket.receive, socket.send), services)
    finally:
        logging.getLogger("app").removeHandler(errors)
    assert errors.seen == []
    assert services.sockets == 0
    actor = evening.hub.living(evening.name)
    assert evening.sound.heard == (may_be_heard(actor.circle) if actor else frozenset())
    await evening.hub.stop()
    return socket.outcome()


async def _in_the_reflection(lock: str | None) -> Evening:
    """The same circle each time, taken up from what is kept: Piet sits back, he and Frida are here.

    With a lock it is sealed.
    """
    store = MemoryStore()
    store.logs = {name: list(log) for name, log in (await _kept(lock)).items()}
    evening = Evening(store)
    # or each of a million hubs would have all collected twice, and the hunt stand still
    evening.hub._garbage.circle_left = lambda: None  # type: ignore[method-assign]
    [evening.name] = store.logs
    await evening.hub.take_up()
    for seat in (FRIDA, PIET):
        await (await evening.actor()).arrive(seat, None, Outbox())
    return evening


_logs: dict[str | None, dict[CircleId, list[Event]]] = {}


async def _kept(lock: str | None) -> dict[CircleId, list[Event]]:
    if lock not in _logs:
        evening = await Evening(lock=lock).open()
        await evening.everybody_until(Phase.REFLECTION)
        _logs[lock] = {name: list(log) for name, log in evening.store.logs.items()}
        await evening.hub.stop()
    return _logs[lock]


@cache
def _tokens(circle: CircleId) -> tuple[tuple[bytes, bytes], ...]:
    links = ((f"token {seat}", _invites.invitation(circle, seat)) for seat in NAMES)
    resumes = ((f"back {seat}", _invites.resume(circle, seat, 1)) for seat in NAMES)
    return tuple((name.encode(), token.encode()) for name, token in (*links, *resumes))


def _frame(line: bytes, evening: Evening) -> tuple[int, dict[str, Any]]:
    """How many milliseconds come before it, and what it is to the socket."""
    seconds, text = (int(line[:1]), line[1:]) if line[:1].isdigit() else (0, line)
    for name, token in _tokens(evening.name):
        text = text.replace(name, token)
    try:
        return seconds * 1000, {"type": "websocket.receive", "text": text.decode()}
    except UnicodeDecodeError:
        return seconds * 1000, {"type": "websocket.receive", "bytes": text}


class Frames:
    """The socket of a browser that says its frames one after the other, and then goes."""

    def __init__(self, frames: Sequence[tuple[int, dict[str, Any]]], clock: HandMovedClock) -> None:
        self._frames = iter(frames)
        self._clock = clock
        self._connected = self._closed = False
        self._told: list[str] = []

    async def receive(self) -> dict[str, Any]:
        """All that can happen has happened before the next one comes."""
        if not self._connected:
            self._connected = True
            return {"type": "websocket.connect"}
        for _ in range(TURNS):
            await asyncio.sleep(0)
        in_ms, frame = next(self._frames, (0, GONE))
        self._clock.move(ms=in_ms)
        return GONE if self._closed else frame

    async def send(self, told: MutableMapping[str, Any]) -> None:
        """Nothing but the wire is told."""
        assert not self._closed
        match told["type"]:
            case "websocket.accept":
                return
            case "websocket.send":
                self._told.append(_to_browser.validate_json(told["text"]).type)
            case _:
                self._closed = True
                self._told.append(CloseCode(told["code"]).name)

    def outcome(self) -> Hashable:
        """Kinds of what was told, each once, and the end."""
        return frozenset(self._told), self._told[-1:] and self._told[-1]


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.getMessage()} {record.exc_info}")
