"""One person's seat in a circle: what they see, what they ask, and their sound, over as many sockets as it takes.

    async with joined(link, "Mia", PeerSound()) as mia:
        await mia.ask("open_microphone")
        await mia.until(lambda: mia.view["phase"] == "reflection")

Messages are plain dictionaries, as `docs/PROTOCOL.md` has them.
"""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from app.client.asked import Gone, NotGranted, NotKnown, OtherProtocol, PendingAsks, SealedVoices
from app.client.link import PersonalLink
from app.client.sound import Sounds
from app.web.closing import COMES_BACK, FINAL_BY_RFC, CloseCode

PROTOCOL = 1
PATIENCE_S = 10.0
_AGAIN_S = (0.2, 5.0)
"""How long to wait before the second try to come back, and the longest between two."""
_DOUBLINGS_MAX = 8
"""With so many the wait is the longest: tries are counted for as long as a server is away, which may be days."""


class Client:
    """A seat, from entering to its end. It comes back by itself when its line is lost, to the same seat."""

    def __init__(self, link: str, name: str, sound: Sounds | None = None) -> None:
        self.link = PersonalLink.read(link)
        self.name = name
        self.sound = sound
        self.view: dict[str, Any] = {}
        """The newest view; empty before the first, and at the door."""
        self.waiting: dict[str, Any] = {}
        """What is seen at the door; empty inside."""
        self.knows: frozenset[str] = frozenset()
        """The messages and commands that the server takes; empty until it says so, which those of old never do."""
        self.code: int | None = None
        """What the connection has ended with for good."""
        self._socket: ClientConnection | None = None
        self._seated: dict[str, Any] = {}
        self._is_answered = self._came_in = False
        self._says_hello = True
        self._obstacle: Exception | None = None
        """Why it is of no use to wait any longer."""
        self._asked = PendingAsks()
        self._news = asyncio.Condition()

    async def live(self) -> None:
        """Be there until the end, coming back whenever the line is lost. `joined` runs it beside what you do.

        Raises what its sound raises, and so does `until` from then on.
        """
        try:
            await self._stay()
        except Exception as error:
            self._obstacle = error
            await self._tell_all(error)
            raise

    async def _stay(self) -> None:
        tries = 0
        while self.code is None:
            code, self._is_answered, self._came_in = None, False, False
            with suppress(OSError, TimeoutError, InvalidHandshake):
                async with connect(self.link.socket, max_size=None, proxy=None) as self._socket:
                    code = await self._read(self._socket)
            if code == CloseCode.BAD_MESSAGE and self._says_hello and not self._is_answered:
                self._says_hello = False  # a server from before there was a hello
                continue
            self._socket = None
            if code is not None and not _comes_back(code):
                self.code, self._obstacle = code, Gone(code)
                await self._tell_all(self._obstacle)
                return
            await self._tell_all(ConnectionError("the line was lost before the answer"))
            tries = 0 if self._came_in else tries
            if code != CloseCode.MOVED or tries:
                await asyncio.sleep(_pause_s(tries))
            tries += 1

    async def until(self, holds: Callable[[], object], within_s: float | None = PATIENCE_S) -> None:
        """Wait until something holds, which is tried after each message.

        Raises TimeoutError; `Gone`; `OtherProtocol`; and `SealedVoices` where it has a sound in a sealed circle.
        """
        async with asyncio.timeout(within_s), self._news:
            await self._news.wait_for(lambda: holds() or self._obstacle)
        if not holds() and self._obstacle:
            raise self._obstacle

    async def ask(self, command: str, **fields: Any) -> None:
        """Ask, and wait until it is done and the newest view shows it.

        Raises `NotKnown`, before anything is sent; `NotGranted`; TimeoutError;
        `Gone`, also after `leave` and `end_circle`, which nothing else answers; and
        ConnectionError if the line was lost before the answer: whether it was done, the next view shows.
        """
        if self.knows and command not in self.knows:
            raise NotKnown(command)
        with self._asked.one() as (number, answer):
            await self.send({"type": "ask", "id": number, "command": {"type": command, **fields}})
            async with asyncio.timeout(PATIENCE_S):  # in 3.11 wait_for may take a cancellation for an answer
                reason = await answer
        if reason:
            raise NotGranted(command, reason)

    async def send(self, message: dict[str, Any]) -> None:
        """Send one message of the wire. Raises `Gone`, or ConnectionError until a lost line is taken up again."""
        if self.code is not None:
            raise Gone(self.code)
        if not self._came_in:
            raise ConnectionError("the line is away")  # till then anything but entering is out of turn
        await self._say(message)

    def drop_line(self) -> None:
        """Lose the socket, as by a bad network: the sound stays, and the seat is taken up again."""
        if self._socket:
            self._socket.transport.abort()

    def _enters(self) -> dict[str, Any]:
        if not self._seated:
            return {"type": "enter", "token": self.link.token, "name": self.name}
        return {"type": "enter", "token": self._seated["resume"], "line": self._seated["line"]}

    async def _read(self, socket: ClientConnection) -> int:
        hello = {"type": "hello", "protocols": [PROTOCOL]}
        with suppress(ConnectionClosed, ConnectionError):
            await self._say(hello if self._says_hello else self._enters())
            async for text in socket:
                await self._take(json.loads(text))
        return socket.close_code or 1006

    async def _take(self, message: dict[str, Any]) -> None:
        self._is_answered = True
        match message["type"]:
            case "hello":
                await self._meet(message)
            case "view":
                self.view, self.waiting, self._came_in = message, {}, True
            case "waiting":
                self.view, self.waiting, self._came_in = {}, message, True
            case "kept":
                self._seated = message
            case "offer":
                self._seated = message
                await self._answer(message)
            case "done":
                self._asked.answer(message["id"], None)
            case "refusal":
                self._asked.answer(message["id"], message["reason"])
        async with self._news:
            self._news.notify_all()

    async def _meet(self, server: dict[str, Any]) -> None:
        self.knows = frozenset(server["knows"])
        self._obstacle = OtherProtocol() if server["protocol"] is None else None
        if not self._obstacle:
            await self._say(self._enters())

    async def _answer(self, offer: dict[str, Any]) -> None:
        if self.sound and offer["sealed"]:
            self._obstacle = SealedVoices()
        elif self.sound:
            sdp = await self.sound.answer(offer)
            await self._say({"type": "answer", "line": offer["line"], "sdp": sdp})

    async def _say(self, message: dict[str, Any]) -> None:
        if self._socket is None:
            raise ConnectionError("the line is away")
        try:
            await self._socket.send(json.dumps(message))
        except ConnectionClosed:
            raise ConnectionError("the line is lost") from None

    async def _tell_all(self, error: Exception) -> None:
        """Tell those whose answer does not come any more, and those who may wait for what does not come either."""
        self._asked.fail(error)
        async with self._news:
            self._news.notify_all()


@asynccontextmanager
async def joined(link: str, name: str, sound: Sounds | None = None) -> AsyncIterator[Client]:
    """A client that is seated, or waits at the door; at the end its line and its sound are closed.

    Raises `Gone` if it is not let in, `OtherProtocol` if the server speaks none of ours,
    TimeoutError if nothing answers, ValueError if the link is none,
    and `SealedVoices` for a sound in a sealed circle: at once where the link has its key.
    """
    client = Client(link, name, sound)
    if sound and client.link.key:
        raise SealedVoices
    living = asyncio.create_task(client.live())
    try:
        await client.until(lambda: client.view or client.waiting)
        yield client
    finally:
        living.cancel()
        try:
            with suppress(asyncio.CancelledError):
                await living
        finally:
            if sound:
                await sound.close()


def _pause_s(tries: int) -> float:
    first_s, most_s = _AGAIN_S
    return random.uniform(0.5, 1) * min(first_s * 2.0 ** min(tries, _DOUBLINGS_MAX), most_s)


def _comes_back(code: int) -> bool:
    if code in [known.value for known in CloseCode]:
        return COMES_BACK[CloseCode(code)]
    return code not in FINAL_BY_RFC
