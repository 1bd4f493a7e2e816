"""Requests begin one after the other, however many have come at once: voices wait for one of them, and not for all."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send


class OneATurn:
    """What else the loop has to do is done before each request, and before each socket."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._turn = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        async with self._turn:
            await asyncio.sleep(0)
        await self._app(scope, receive, send)
