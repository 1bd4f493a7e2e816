"""What all sockets have in common: how many there may be, how they are read, written to and closed."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from fastapi import WebSocket, WebSocketDisconnect

from app.live.clock import Clock
from app.live.leaky_bucket import LeakyBucket, Pace
from app.web.closing import CloseCode, Closed
from app.web.crowded import is_crowded
from app.web.protocol import Ping
from app.web.services import Services

MESSAGE_PACE = Pace(40, 10)
"""More than any hand can mean. A page that wakes up and catches up needs a dozen at once."""
PING_PACE = Pace(40, 25)
"""Pings count apart: a page that doubts its line asks faster than any hand, of earlier releases for minutes."""

Message = TypeVar("Message")


async def serve_socket(socket: WebSocket, services: Services, live: Callable[[], Awaitable[None]]) -> None:
    """Accept a socket and live its life, which may raise `Closed` and `WebSocketDisconnect`.

    Never raises `Closed`: what the socket is closed with is sent and counted here.
    """
    await socket.accept()
    services.sockets += 1
    try:
        if services.sockets > services.settings.sockets_max:
            raise Closed(CloseCode.FULL)
        await live()
    except Closed as closed:
        services.metrics.closed(closed.code)
        with contextlib.suppress(RuntimeError, WebSocketDisconnect, TimeoutError):
            async with asyncio.timeout(services.settings.send_within_s):
                await socket.close(closed.code)
    except WebSocketDisconnect:
        pass
    finally:
        services.sockets -= 1


async def receive(socket: WebSocket) -> Mapping[str, Any]:
    """What has come (in ASGI's words). Raises `WebSocketDisconnect`."""
    received = await socket.receive()
    if received["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(received.get("code", 1006))
    return received


async def send_in_time(socket: WebSocket, text: str, within_s: float) -> None:
    """Send this text. Raises `Closed` where the other end does not take it in time, and `WebSocketDisconnect`."""
    try:
        async with asyncio.timeout(within_s):
            await socket.send_text(text)
    except TimeoutError:
        raise Closed(CloseCode.TOO_SLOW) from None


class Incoming:
    """The messages of one socket, as many as a page can mean."""

    def __init__(self, socket: WebSocket, clock: Clock) -> None:
        self._socket = socket
        self._clock = clock
        self._messages = LeakyBucket(clock.now_ms(), MESSAGE_PACE)
        self._pings = LeakyBucket(clock.now_ms(), PING_PACE)

    async def next(self, read: Callable[[str], Message]) -> Message:
        """The next message, as `read` reads it. Raises `Closed` or `WebSocketDisconnect`."""
        text = (await receive(self._socket)).get("text") or ""
        if is_crowded(text.encode()):
            raise Closed(CloseCode.BAD_MESSAGE)
        try:
            message = read(text)
        except ValueError:
            raise Closed(CloseCode.BAD_MESSAGE) from None
        limit = self._pings if isinstance(message, Ping) else self._messages
        if not limit.allows(self._clock.now_ms()):
            raise Closed(CloseCode.TOO_MANY)
        return message
