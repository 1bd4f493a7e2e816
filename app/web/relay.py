"""A browser whose circle lives at another node: this node passes its socket on, both ways, and reads nothing in it.

Nothing is stored up: what one side does not take is not read from the other. The owner checks every message, as it does
those of its own browsers; the sound goes to the owner directly.
"""

import asyncio
import contextlib

from fastapi import WebSocket, WebSocketDisconnect
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from app.store.store import NodeId
from app.web.closing import CLOSINGS, CloseCode
from app.web.first import first_of
from app.web.protocol import MESSAGE_BYTES_MAX

REACH_WITHIN_S = 1.5
BEAT_S = 2
"""How often the owner is asked for a sign of life, and how long it has for it: a frozen one is noticed within 4 s."""
WAITING_MAX = 4
"""Messages of the owner that may wait here for a browser."""

Owner = ClientConnection


class Relays:
    """The way to other nodes. `key` is what nodes know each other by, `node` is this one."""

    def __init__(self, key: str, node: NodeId) -> None:
        self._headers = {"Authorization": f"Bearer {key}", "Via": node}

    async def reach(self, address: str | None, node: NodeId | None) -> Owner | None:
        """A line to the node there; None if it does not take it in time, or is another one than is meant."""
        if address is None:
            return None
        try:
            return await connect(
                f"ws://{address}/node/socket",
                additional_headers=self._headers | ({"For": node} if node else {}),
                open_timeout=REACH_WITHIN_S,
                close_timeout=1,
                ping_interval=BEAT_S,
                ping_timeout=BEAT_S,
                max_size=16 * MESSAGE_BYTES_MAX,
                max_queue=WAITING_MAX,
                compression=None,
                proxy=None,
            )
        except (OSError, TimeoutError, WebSocketException):
            return None


async def relay(browser: WebSocket, owner: Owner, first: str, send_within_s: float) -> CloseCode:
    """Pass everything on until one side ends it; what to close the browser with. `first` is what it has said already.

    Raises `WebSocketDisconnect` when the browser has gone.
    """
    try:
        return await first_of(_to_owner(browser, owner, first), _to_browser(owner, browser, send_within_s))
    finally:
        with contextlib.suppress(OSError, WebSocketException):
            await owner.close()


async def _to_owner(browser: WebSocket, owner: Owner, first: str) -> CloseCode:
    try:
        await owner.send(first)
        while True:
            message = await browser.receive()
            if message["type"] == "websocket.disconnect":
                raise WebSocketDisconnect(message.get("code", 1006))
            await owner.send(message.get("text") or message.get("bytes") or "")
    except ConnectionClosed:
        return _reason(owner)


async def _to_browser(owner: Owner, browser: WebSocket, send_within_s: float) -> CloseCode:
    with contextlib.suppress(ConnectionClosed):
        async for text in owner:
            try:
                async with asyncio.timeout(send_within_s):
                    await browser.send_text(str(text))
            except TimeoutError:
                return CloseCode.TOO_SLOW
    return _reason(owner)


def _reason(owner: Owner) -> CloseCode:
    """The owner's own word, or that it has fallen silent."""
    return next((code for code in CLOSINGS if code == owner.close_code), CloseCode.CIRCLE_FAILED)
