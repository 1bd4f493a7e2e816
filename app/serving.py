"""uvicorn, as this server uses it: one for browsers, one for the other nodes."""

import asyncio
import logging
import signal
import socket
from collections.abc import Callable, Coroutine, Generator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

import uvicorn
from fastapi import FastAPI

from app.connections import Bounds, SocketConnection, is_news
from app.settings import Settings
from app.web.protocol import MESSAGE_BYTES_MAX


class Server(uvicorn.Server):
    """For browsers. It has something to do between SIGTERM and the end. A second signal, or Ctrl+C, ends it at once.

    `headers` are those of every answer. `shares_port`: it is one of several children, and the others take connections
    from the same port, so from SIGTERM on they are left to them.
    """

    def __init__(
        self,
        app: FastAPI,
        settings: Settings,
        headers: Mapping[str, str],
        before_exit: Callable[[], Coroutine[Any, Any, None]],
        *,
        shares_port: bool = False,
    ) -> None:
        bounded = {"http": Bounds(settings).http, "ws": SocketConnection, "headers": [*headers.items()]}
        # On a poor line (400 kbit/s) voices wait 0.1 s for a view of 16 people, which has 5 or 6 kB; compressed, 0.9.
        super().__init__(_config(app, **bounded, ws_per_message_deflate=True))
        logging.getLogger("uvicorn.error").addFilter(is_news)
        self._before_exit = before_exit
        self._shares_port = shares_port
        self._loop = asyncio.get_running_loop()
        self._leaving: asyncio.Task[None] | None = None
        self._told = False

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """See `uvicorn.Server`. It may be called at any moment, so it only schedules what is to be done."""
        if sig == signal.SIGTERM and not self._told:
            self._told = True
            self._loop.call_soon_threadsafe(self._leave)
        elif sig != signal.SIGTERM or not self._shares_port:  # systemd sends its own to each child beside the parent's
            super().handle_exit(sig, frame)

    def _leave(self) -> None:
        if self._shares_port:
            for listening in self.servers:
                listening.close()
        self._leaving = self._loop.create_task(self._before_exit())
        self._leaving.add_done_callback(lambda _: setattr(self, "should_exit", True))


class InnerServer(uvicorn.Server):
    """Answers the other nodes. It handles no signals; it is ended as a task."""

    def __init__(self, app: FastAPI) -> None:
        super().__init__(_config(app, ws="websockets-sansio", ws_per_message_deflate=False))

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """See `uvicorn.Server`. Whatever ends it, the event loop is no longer to look at these sockets."""
        try:
            await super().serve(sockets)
        finally:
            for listening in getattr(self, "servers", ()):
                listening.close()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leave signals to `Server`."""
        yield


def _config(app: FastAPI, **own: Any) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        **own,
        lifespan="off",
        log_config=None,  # `app/logs.py` says how
        log_level="warning",
        access_log=False,  # an access log is a list of addresses
        ws_max_size=MESSAGE_BYTES_MAX,
        ws_ping_interval=5,
        ws_ping_timeout=10,
        timeout_graceful_shutdown=5,
        server_header=False,
        proxy_headers=False,  # `app/connections.py` reads them
    )
