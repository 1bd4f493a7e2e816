"""A page without a browser: speaks the protocol over a real socket and remembers what a person would see."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, get_args

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from app.circle.commands import Command
from app.web.closing import CloseCode


def type_of(kind: Any) -> str:
    """What the `type` field of a message of this kind says."""
    return str(kind.__dataclass_fields__["type"].default)


PATIENCE_S = 10
STEPPED = {type_of(kind) for kind in get_args(Command) if "seen" in kind.__dataclass_fields__}
"""Commands that carry the step they were seen at."""


class Client:
    """One connection. `view`, `offer` and `refusals` are plain JSON, as they came."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.offer: dict[str, Any] = {}
        self.view: dict[str, Any] = {}
        self.waiting: dict[str, Any] = {}
        self.done: list[int] = []
        self.refusals: dict[int, str] = {}
        self.pongs: list[dict[str, Any]] = []
        self.keys: list[dict[str, Any]] = []
        self.handed: list[dict[str, Any]] = []
        self.heard_texts: list[str] = []
        self.close_code: int | None = None
        self._asked = 0
        self._news = asyncio.Condition()
        self._reading = asyncio.ensure_future(self._read())

    async def send(self, message: dict[str, Any] | str | bytes) -> None:
        await self.socket.send(json.dumps(message) if isinstance(message, dict) else message)

    async def enter(self, token: str, name: str | None = "Somebody") -> "Client":
        """Enter, and wait until seated or told to wait at the door."""
        await self.send({"type": "enter", "token": token, "name": name})
        await self.until(lambda: self.view or self.waiting)
        return self

    async def ask(self, kind: str, **fields: Any) -> str | None:
        """Ask and wait for what comes of it: the reason it was refused for, or None once it is done and shown.

        What ends the meeting is done once the socket is closed for that.
        """
        number = await self._send_command(kind, **fields)
        ends = kind == "end_circle"
        await self.until(
            lambda: number in self.refusals or number in self.done or (ends and self.close_code == CloseCode.ENDED)
        )
        return self.refusals.get(number)

    async def refused(self, kind: str, **fields: Any) -> str:
        """Ask for what is refused, and wait for the reason, whatever else happens meanwhile."""
        number = await self._send_command(kind, **fields)
        await self.until(lambda: number in self.refusals)
        return self.refusals[number]

    async def _send_command(self, kind: str, **fields: Any) -> int:
        self._asked += 1
        if kind in STEPPED:
            fields.setdefault("seen", self.view["step"])
        await self.send({"type": "ask", "id": self._asked, "command": {"type": kind, **fields}})
        return self._asked

    async def until(self, true: Callable[[], object]) -> "Client":
        async with asyncio.timeout(PATIENCE_S), self._news:
            await self._news.wait_for(lambda: true() or self.close_code is not None)
        assert true(), f"closed with {self.close_code}"
        return self

    async def closed(self) -> int:
        """The code the server closes with."""
        async with asyncio.timeout(PATIENCE_S):
            await self._reading
        assert self.close_code is not None
        return self.close_code

    async def ended(self) -> None:
        """Wait until the connection is over, whoever ends it and however long it lasts."""
        await asyncio.shield(self._reading)

    async def hang_up(self) -> None:
        await self.socket.close()
        await self._reading

    async def _read(self) -> None:
        try:
            async for text in self.socket:
                await self._take(str(text))
        except ConnectionClosed:
            pass
        async with self._news:
            self.close_code = self.socket.close_code
            self._news.notify_all()

    async def _take(self, text: str) -> None:
        message = json.loads(text)
        self.heard_texts.append(text)
        async with self._news:
            match message["type"]:
                case "view":
                    self.view, self.waiting = message, {}
                case "waiting":
                    self.view, self.waiting = {}, message
                case "offer":
                    self.offer = message
                case "done":
                    self.done.append(message["id"])
                case "refusal":
                    self.refusals[message["id"]] = message["reason"]
                case "keys":
                    self.keys = message["here"]
                case "handed":
                    self.handed.append(message)
                case "pong":
                    self.pongs.append(message)
            self._news.notify_all()


@asynccontextmanager
async def client(url: str) -> AsyncIterator[Client]:
    async with connect(url, ping_interval=None, max_size=None) as socket:
        page = Client(socket)
        try:
            yield page
        finally:
            await page.hang_up()
