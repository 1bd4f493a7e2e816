"""Relaying a browser whose circle runs at another node: messages go both ways, and nothing in them is read.

Nothing is buffered: what one side does not take is not read from the other. The owner checks every message, as it does
those of its own browsers; the sound goes to the owner directly.
"""

import contextlib

from fastapi import WebSocket
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, WebSocketException

from app.web.closing import CloseCode
from app.web.incoming import receive, send_in_time
from app.web.protocol import MESSAGE_BYTES_MAX
from app.web.race import race

OWNER_MESSAGE_BYTES_MAX = 16 * MESSAGE_BYTES_MAX
"""What one message of an owner may have: a view is longer than anything that a page sends."""


async def relay(browser: WebSocket, owner: ClientConnection, first: str, send_within_s: float) -> CloseCode:
    """Pass all messages on until one side ends it, and return the close code for the browser.

    `first` is the message that the browser has sent already.

    Raises `WebSocketDisconnect` when the browser has gone, and `Closed` when it does not take what it is sent.
    """
    try:
        return await race(_to_owner(browser, owner, first), _to_browser(owner, browser, send_within_s))
    finally:
        with contextlib.suppress(OSError, WebSocketException):
            await owner.close()


async def _to_owner(browser: WebSocket, owner: ClientConnection, first: str) -> CloseCode:
    try:
        await owner.send(first)
        while True:
            received = await receive(browser)
            await owner.send(received.get("text") or received.get("bytes") or "")
    except ConnectionClosed:
        return _reason(owner)


async def _to_browser(owner: ClientConnection, browser: WebSocket, send_within_s: float) -> CloseCode:
    with contextlib.suppress(ConnectionClosed):
        async for text in owner:
            await send_in_time(browser, str(text), send_within_s)
    return _reason(owner)


def _reason(owner: ClientConnection) -> CloseCode:
    """The owner's own word, or that it has fallen silent."""
    return next((code for code in CloseCode if code == owner.close_code), CloseCode.CIRCLE_FAILED)
