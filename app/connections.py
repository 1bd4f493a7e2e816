"""uvicorn's connections, bounded: how many of one source, how long each may take, and the same headers on every answer.

uvicorn itself waits for ever for the rest of a request, and answers a handshake it refuses with no header of ours.
To change that, this file overrides private names of uvicorn, so its version is pinned exactly (`app/pins.py`).
"""

import asyncio
import logging
import time
from collections.abc import Callable, MutableMapping
from functools import partial
from http import HTTPStatus
from typing import Any, cast

from fastapi import Request
from fastapi.responses import JSONResponse
from starlette.types import Receive, Scope, Send
from uvicorn._types import ASGI3Application, ASGISendEvent
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame
from websockets.http11 import Response
from websockets.server import ServerProtocol

from app.live.leaky_bucket import LeakyBucket, Pace
from app.settings import Settings
from app.web.closing import NOT_TEXT, CloseCode
from app.web.language import words_for_asker
from app.web.page import HEADERS
from app.web.protocol import MESSAGE_BYTES_MAX
from app.web.sources import SourceConnections, source_behind

REQUEST_WITHIN_S = 10
"""How long a connection may be without a whole request's headers, from its beginning or the last answer's end."""
ANSWER_WITHIN_S = 120
"""How long a request and its answer may take together: the largest file of the page, 106 kB, on the poorest line."""
HEAD_BYTES_MAX = 65_536
"""The most that the headers of one request may have."""
REQUEST_BYTES_MAX = 1_000_000
"""The most that one request may have in all. What is larger than a body may be has been refused long before."""
PIPELINED_MAX = 16
"""Requests of one connection that may wait for the answers before theirs. Browsers send one at a time."""
HTTP_CONNECTIONS_MAX = 1000
"""Connections beside those that are sockets."""
CLOSE_WITHIN_S = 5
"""How long a socket that is being closed may take to take its last words. Whoever does not read never would."""
FRAME_PACE = Pace(256, 50)
"""Of one socket's frames, pings and pieces of messages too: the largest message in pieces of half a kilobyte fits in,
and more in the long run than a page may send messages and pings."""
READ_BYTES = 4096
"""What is read of a socket before its frames are counted: some 700 of the smallest, which take some milliseconds."""
UNPACKED_BYTES_MAX = 2 * MESSAGE_BYTES_MAX
"""What the frames that come at once may be unpacked: compressed, a thousandth of it is sent. Pages send some kB."""
SAYS_SO_EVERY_S = 60

TOO_LARGE = JSONResponse(
    {"detail": "The headers of this request are too large."}, status_code=431, headers={"Connection": "close"}
)


async def too_many(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer somebody from whose network too many connections are open, in their language."""
    words = words_for_asker(Request(scope)).problems.too_many_open
    answer = JSONResponse({"detail": words}, status_code=429, headers={"Connection": "close", "Retry-After": "10"})
    await answer(scope, receive, send)


NO_NEWS = {"Invalid HTTP request received.", "Unsupported upgrade request."}

log = logging.getLogger(__name__)


def is_news(record: logging.LogRecord) -> bool:
    """Whether this line of uvicorn's is worth its place; any stranger can have the others written for ever."""
    return record.msg not in NO_NEWS


class Bounds:
    """What the connections of one server have in common."""

    def __init__(self, settings: Settings) -> None:
        self.trusted = settings.trusted_proxies
        self.open = SourceConnections(settings.source_connections_max, settings.sockets_max + HTTP_CONNECTIONS_MAX)
        self._said_at = -float(SAYS_SO_EVERY_S)

    def take(self, source: str) -> bool:
        """Whether this source may have one connection more, which is then to be given back."""
        taken = self.open.take(source)
        if not taken and time.monotonic() - self._said_at >= SAYS_SO_EVERY_S:
            self._said_at = time.monotonic()
            log.warning("connections are refused: one source, or all together, have as many as they may")
        return taken

    def http(self, **uvicorns: Any) -> "HttpConnection":
        """A new connection."""
        return HttpConnection(self, **uvicorns)


class HttpConnection(HttpToolsProtocol):
    """One connection, as long as it is not a socket. `scope["client"]` becomes its source, of a socket too."""

    def __init__(self, bounds: Bounds, **uvicorns: Any) -> None:
        super().__init__(**uvicorns)
        self._bounds = bounds
        self._source: str | None = None
        self._deadline: asyncio.TimerHandle | None = None
        self._bytes = 0
        """What has come since the request began."""
        self._in_head = False
        self._answering: RequestResponseCycle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """See `asyncio.Protocol`. Whom the peer stands for is known with the first request's headers only."""
        super().connection_made(transport)
        self._expect(REQUEST_WITHIN_S)
        if not self._belongs_to(self._behind([])):
            self._give_up()

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        super().data_received(data)
        self._bytes += len(data)
        if self._bytes > (HEAD_BYTES_MAX if self._in_head else REQUEST_BYTES_MAX):
            self._give_up()

    def on_message_begin(self) -> None:
        """See `HttpToolsProtocol`. What is raised here ends the connection, with an answer (400)."""
        if len(self.pipeline) >= PIPELINED_MAX:
            raise ValueError("Too many requests wait on one connection.")
        self._bytes, self._in_head = 0, True
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        """See `HttpToolsProtocol`, which would keep trailers too (RFC 9112, section 7.1.2), for which nobody asks."""
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """See `HttpToolsProtocol`."""
        self._in_head = False
        if len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers) > HEAD_BYTES_MAX:
            self.app = TOO_LARGE
        self._expect(ANSWER_WITHIN_S)
        source = self._behind([value.decode("latin-1") for name, value in self.headers if name == b"x-forwarded-for"])
        if not self._belongs_to(source):
            self.app = too_many
        self.scope["client"] = (source, 0)
        super().on_headers_complete()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """See `HttpToolsProtocol`, which knows of the last request alone, while one before it is answered."""
        self._answering = cycle
        super()._start_asgi_task(cycle, app)

    def send_400_response(self, msg: str) -> None:
        """See `HttpToolsProtocol`, which ends the connection with it."""
        super().send_400_response(msg)
        self._answer_nobody()

    def on_response_complete(self) -> None:
        """See `HttpToolsProtocol`."""
        self._expect(ANSWER_WITHIN_S if self.pipeline else REQUEST_WITHIN_S)
        super().on_response_complete()

    def handle_websocket_upgrade(self) -> None:
        """See `HttpToolsProtocol`. From here on the socket's own deadlines hold (`app/web/socket.py`)."""
        self._expect(None)
        self.ws_protocol_class = cast(Any, partial(SocketConnection, self.scope["client"], self._leaving()))
        super().handle_websocket_upgrade()
        self._source = None

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._expect(None)
        self._leaving()()
        self._answer_nobody()
        super().connection_lost(exc)

    def _should_upgrade(self) -> bool:
        return self.app not in (too_many, TOO_LARGE) and super()._should_upgrade()

    def _behind(self, forwarded: list[str]) -> str:
        return source_behind(self.client[0] if self.client else "", forwarded, self._bounds.trusted)

    def _belongs_to(self, source: str) -> bool:
        """Whether this source may have this connection. Until it says otherwise, it is counted as its peer's."""
        if source == self._source:
            return True
        self._leaving()()
        self._source = source if self._bounds.take(source) else None
        return self._source is not None

    def _leaving(self) -> Callable[[], None]:
        """What is to be done once this connection is over."""
        source = self._source
        return (lambda: None) if source is None else (lambda: self._bounds.open.give_back(source))

    def _expect(self, within_s: float | None) -> None:
        """What comes next has to come within this."""
        if self._deadline:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(within_s, self._give_up) if within_s else None

    def _give_up(self) -> None:
        self._answer_nobody()
        self.transport.abort()

    def _answer_nobody(self) -> None:
        """Let what is being answered end without a word: uvloop raises where something is sent by what has ended."""
        if self._answering is not None:
            self._answering.disconnected = True
            self._answering.message_event.set()


class SocketConnection(WebSocketsSansIOProtocol):
    """One connection that has become a socket. It ends with a close code and in bounded time, also if nobody reads.

    uvicorn waits with its last words until there is room for them, which a slow reader never makes; it calls one that
    does not answer its pings an error of the server's own, and logs the whole stack for each text that is none. It
    takes any number of frames, of any size once they are unpacked, all that have come in one turn of the event loop, in
    which no voice passes.
    """

    def __init__(self, source: tuple[str, int] | None, leave: Callable[[], None], **uvicorns: Any) -> None:
        super().__init__(**uvicorns)
        self._source = source
        self._leave = leave
        extensions = self.conn.available_extensions
        self.conn = SocketHandshake(extensions=extensions, max_size=self.config.ws_max_size, logger=self.logger)
        self._frames = LeakyBucket(_now_ms(), FRAME_PACE)
        self._unpacked = 0
        """Bytes of what has come in this turn. All that came before has been taken: until then nothing is read."""
        self._ending: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `WebSocketsSansIOProtocol`, which takes a proxy for whom the socket comes from."""
        super().connection_made(transport)
        self.client = self._source

    def data_received(self, data: bytes) -> None:
        """See `WebSocketsSansIOProtocol`, which would wait for ever after a handshake that cannot be read.

        Nothing may come before the handshake is answered (RFC 6455, section 4.1), and nothing could be answered to it.
        """
        if self.handshake_initiated and not self.handshake_complete:
            self.transport.abort()
        self._unpacked = 0
        for start in range(0, len(data), READ_BYTES):
            if not self.transport.is_closing():
                super().data_received(data[start : start + READ_BYTES])
        if self.conn.handshake_exc and not self.transport.is_closing():
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()

    def handle_events(self) -> None:
        """See `WebSocketsSansIOProtocol`. Of a socket that sends too many frames, or too much, no more is read."""
        now_ms = _now_ms()
        self._unpacked += sum(len(event.data) for event in self.conn.events if isinstance(event, Frame))
        if self._unpacked <= UNPACKED_BYTES_MAX and all(self._frames.allows(now_ms) for _ in self.conn.events):
            super().handle_events()
        else:
            self.transport.pause_reading()
            self._fail(CloseCode.TOO_MANY)

    async def send(self, message: ASGISendEvent) -> None:
        """See `WebSocketsSansIOProtocol`. A goodbye is put behind what waits, and does not wait itself."""
        if message["type"] == "websocket.close":
            self.writable.set()
        await super().send(message)
        if self.close_sent:
            self._end_soon()

    def keepalive_timeout(self) -> None:
        """See `WebSocketsSansIOProtocol`: the browser has taken, or answered, nothing for too long."""
        self._fail(CloseCode.TOO_SLOW)

    def send_receive_event_to_app(self) -> None:
        """See `WebSocketsSansIOProtocol`: a whole message has come."""
        if self.curr_msg_data_type == "text" and not self.close_sent and not _is_text(self.frames):
            self._fail(NOT_TEXT)
        else:
            super().send_receive_event_to_app()

    def handle_parser_exception(self) -> None:
        """See `WebSocketsSansIOProtocol`: the connection has failed (RFC 6455, section 7.1.7). Once is enough."""
        if not self.close_sent:
            super().handle_parser_exception()
            self._end_soon()

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        if self._ending:
            self._ending.cancel()
        super().connection_lost(exc)
        self._leave()

    def _fail(self, code: int) -> None:
        if not self.close_sent and not self.transport.is_closing():
            self.conn.fail(code)
            self.handle_parser_exception()

    def _end_soon(self) -> None:
        self._ending = self._ending or self.loop.call_later(CLOSE_WITHIN_S, self.transport.abort)


class SocketHandshake(ServerProtocol):
    """The socket's side of RFC 6455; whatever it answers a handshake with carries the headers."""

    def send_response(self, response: Response) -> None:
        """See `ServerProtocol`."""
        headers: MutableMapping[str, str] = response.headers
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        super().send_response(response)

    def send_eof(self) -> None:
        """See `ServerProtocol`, which would end a handshake that it cannot read, as one with a body, without a word."""
        if self.handshake_exc and not self.writes:
            self.send_response(self.reject(HTTPStatus.BAD_REQUEST, "This is no handshake of a WebSocket.\n"))
        else:
            super().send_eof()


def _now_ms() -> int:
    return int(time.monotonic() * 1000)


def _is_text(frames: list[bytes]) -> bool:
    try:
        b"".join(frames).decode()
    except UnicodeDecodeError:
        return False
    return True
