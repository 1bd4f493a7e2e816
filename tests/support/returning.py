"""A person whose page comes back by itself, as the real one does (`frontend/src/lib/socket.ts`, `pulse.ts`)."""

import asyncio
import contextlib
import random
import struct
import time
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from app.web.closing import COMES_BACK, CloseCode
from tests.support.client import Client
from tests.support.peer import Peer
from tests.support.sealed_page import SealedPage

LOST = 1006
PULSE_S, PATIENCE_S = 0.5, 1.5
"""Sooner than the real page, which has all the patience of a person."""
SPEAKS_WITHIN_S = 8.0
EXPECTED = (AssertionError, ConnectionClosed, TimeoutError, asyncio.CancelledError)
"""How a line may end in the middle of something."""
_SAID = struct.Struct("!xBd")


class Voice(NamedTuple):
    """One packet of a voice. It says itself whose it is and when it was said, whatever the server makes of it."""

    speaker: int
    said_at: float
    heard_at: float


class Returning:
    """Somebody who enters by one of these doors and stays until the server parts with them.

    Each time they come back it is by the next door, as behind a balancer that knows nothing of circles. In a sealed
    circle their page has what `sealed` is.
    """

    def __init__(
        self, doors: Sequence[str], token: str, name: str, seat: int, sealed: SealedPage | None = None
    ) -> None:
        self.page: Client | None = None
        """The page while it has its seat and its sound."""
        self.seat = seat
        self.sealed = sealed
        self.codes: list[int] = []
        """What each line ended with."""
        self.peers: list[Peer] = []
        """Every line of sound there has been; only the last one is used."""
        self.tone = b"voice"
        """What every packet of their voice ends with."""
        self.doors = list(doors)
        self._token, self._name = token, name
        self._resume: str | None = None
        self._attempt = 0

    @property
    def resume(self) -> str | None:
        """The token that brings their page back."""
        return self._resume

    @property
    def here(self) -> Client:
        """The page, which must be there."""
        assert self.page, f"{self._name} is away: {self.codes}"
        return self.page

    @property
    def door(self) -> str:
        """The way in that is being tried, or has led to the seat."""
        return self.doors[0]

    @property
    def view(self) -> dict[str, Any]:
        return self.page.view if self.page else {}

    @property
    def parted(self) -> bool:
        """Whether the server has said a goodbye that nobody comes back from."""
        return bool(self.codes) and not comes_back(self.codes[-1])

    async def live(self) -> None:
        """Enter, and come back, until parted with."""
        while not self.parted:
            self.codes.append(await self._line())
            self.doors.append(self.doors.pop(0))
            await asyncio.sleep(self._pause_s(self.codes[-1]))

    async def ask(self, kind: str, **fields: Any) -> str | None:
        return await self.here.ask(kind, **fields)

    async def refused(self, kind: str, **fields: Any) -> str:
        return await self.here.refused(kind, **fields)

    def speak(self) -> None:
        """Say something now, whoever may hear it."""
        if self.page and self.peers and self.peers[-1].has_keys:
            said = b"\xf8" + _SAID.pack(self.seat, time.monotonic()) + self.tone
            self.peers[-1].speak(payload=self.sealed.seal(said) if self.sealed else said)

    def heard(self) -> Iterator[Voice]:
        """Every voice that has reached any line of this person, newest line first."""
        for peer in reversed(self.peers):
            for packets in list(peer.heard.values()):
                for packet in reversed(packets):
                    if len(packet.payload) > _SAID.size:
                        speaker, said_at = _SAID.unpack_from(packet.payload, 1)
                        yield Voice(speaker, said_at, packet.at)

    def heard_since(self, said_at: float) -> list[Voice]:
        """What was said from then on and has been heard, oldest first."""
        return sorted((voice for voice in self.heard() if voice.said_at >= said_at), key=lambda voice: voice.heard_at)

    def back_at(self) -> float:
        """When the first voice came over the line there is now."""
        return min(packets[0].at for packets in self.peers[-1].heard.values() if packets)

    def forget(self) -> None:
        """Forget what has been heard, and the lines that have ended."""
        del self.peers[:-1]
        for peer in self.peers:
            peer.heard.clear()
            peer.sent.clear()

    async def _line(self) -> int:
        """One connection, from its first word to its last; the code it ended with."""
        try:
            socket = await connect(
                self.doors[0],
                ping_interval=None,
                max_size=None,
                close_timeout=0.1,
                open_timeout=1 + self._attempt,
                compression=None,
                proxy=None,
            )
        except (OSError, TimeoutError, WebSocketException):
            return LOST
        page = Client(socket)
        sitting = asyncio.ensure_future(self._sit(page))
        ending = asyncio.ensure_future(page.ended())
        try:
            await asyncio.wait({sitting, ending}, return_when=asyncio.FIRST_COMPLETED)
            code = page.close_code if ending.done() else None
        finally:
            self.page = None
            sitting.cancel()
            ending.cancel()
            ended = await asyncio.gather(sitting, ending, return_exceptions=True)
            await self._hang_up(page)
        for error in ended:
            if error and not isinstance(error, EXPECTED):
                raise error
        return LOST if code is None or code < 4000 else code

    async def _sit(self, page: Client) -> None:
        """Enter, shake hands, and watch whether the server still answers."""
        token, name = (self._resume, None) if self._resume else (self._token, self._name)
        await page.send({"type": "enter", "token": token, "name": name})
        async with asyncio.timeout(SPEAKS_WITHIN_S):
            await page.until(lambda: page.offer)
        self._resume = page.offer["resume"]
        peer = Peer(page.offer["sdp"])
        self.peers.append(peer)
        if self.sealed:
            peer.opens = self.sealed.opens
            await self.sealed.introduces(page)
        await page.send({"type": "answer", "sdp": peer.answer})
        await peer.arrive()
        await page.until(lambda: page.view)
        self.page, self._attempt = page, 0
        while True:
            if self.sealed:
                await self.sealed.hands_over()
            answered = len(page.pongs)
            await page.send({"type": "ping", "sent_ms": time.monotonic() * 1000})
            async with asyncio.timeout(PATIENCE_S):
                await page.until(partial(_has_answered, page, answered))
            await asyncio.sleep(PULSE_S)

    async def _hang_up(self, page: Client) -> None:
        with contextlib.suppress(ConnectionClosed):
            await page.hang_up()
        if self.peers:
            await self.peers[-1].leave()

    def _pause_s(self, code: int) -> float:
        if code == CloseCode.MOVED and self._attempt == 0:
            return 0.05 * random.random()
        self._attempt += 1
        return min(8.0, 0.25 * 2.0 ** min(self._attempt - 1, 2)) * (0.5 + random.random() / 2)


def _has_answered(page: Client, more_than: int) -> bool:
    return len(page.pongs) > more_than


def comes_back(code: int) -> bool:
    """Whether the page tries again by itself. What is no word of the server's is a line that was lost."""
    return next((again for known, again in COMES_BACK.items() if known == code), True)
