"""The line check: whoever wants to know whether a circle's sound would reach them tries it here, without a circle.

The socket is one of the things that are tried. For each way that sound may take, the page asks for an offer and answers
it; what it sends there comes back to it alone (`app/media/echo.py`). Any node answers for itself.
"""

import asyncio
from typing import NoReturn, assert_never

from fastapi import APIRouter, WebSocket

from app.live.sound import Line
from app.web.closing import CloseCode, Closed
from app.web.incoming import Incoming, send_in_time, serve_socket
from app.web.line_check_protocol import CheckOffer, CheckWay, FromChecker, ToChecker, read_check, write_check
from app.web.protocol import Answer, Ping, Pong
from app.web.services import Services
from app.web.turn import ice_servers

WAYS_MAX = 3
"""Offers of one check: UDP, TCP and TURN."""
CHECK_S = 60
"""How long the socket of one check may stay: all that is tried has its own deadline, and none has half of this."""

router = APIRouter()


@router.websocket("/ws/check")
async def check(socket: WebSocket) -> None:
    """The whole life of one check."""
    services: Services = socket.app.state.services
    await serve_socket(socket, services, LineCheck(socket, services).live)


class LineCheck:
    """One page that checks its line."""

    def __init__(self, socket: WebSocket, services: Services) -> None:
        self._socket = socket
        self._services = services
        self._incoming = Incoming(socket, services.hub.clock)
        self._source = socket.client.host if socket.client else ""
        self._lines: dict[str, Line] = {}

    async def live(self) -> None:
        """Answer until the page goes or its time is over. Raises `Closed` or `WebSocketDisconnect`."""
        if self._services.rates.checks.wait_ms(self._source, self._services.hub.clock.now_ms()):
            raise Closed(CloseCode.BUSY)
        try:
            async with asyncio.timeout(CHECK_S):
                await self._answer_all()
        except TimeoutError:
            raise Closed(CloseCode.TOO_SLOW) from None
        finally:
            for line in self._lines.values():
                line.close()
                self._services.ways.give_back(self._source)

    async def _answer_all(self) -> NoReturn:
        while True:
            if reply := self._reply(await self._incoming.next(read_check)):
                await send_in_time(self._socket, write_check(reply), self._services.settings.send_within_s)

    def _reply(self, message: FromChecker) -> ToChecker | None:
        match message:
            case CheckWay():
                return self._offer()
            case Ping(sent_ms=sent_ms):
                return Pong(sent_ms=sent_ms, now_ms=self._services.hub.clock.now_ms())
            case Answer(sdp=sdp, line=name):
                self._answered(sdp, name)
                return None
            case _:
                assert_never(message)

    def _offer(self) -> CheckOffer:
        if len(self._lines) >= WAYS_MAX:
            raise Closed(CloseCode.TOO_MANY)
        name = str(len(self._lines) + 1)
        self._lines[name] = line = self._line()
        relays = ice_servers(self._services.settings, checked_by=self._source)
        return CheckOffer(line=name, sdp=line.offer, ice_servers=relays)

    def _line(self) -> Line:
        """One whose sound comes back. Raises `Closed` where this source, or all together, have as many as they may."""
        if not self._services.ways.take(self._source):
            raise Closed(CloseCode.BUSY)
        line = self._services.echo()
        if line is None:
            self._services.ways.give_back(self._source)
            raise Closed(CloseCode.FULL)
        return line

    def _answered(self, sdp: str, name: str | None) -> None:
        line = self._lines.get(name or "")
        if line is None:
            raise Closed(CloseCode.BAD_MESSAGE)
        if line.closed:
            return  # its time was over while the answer was on its way
        try:
            line.answer(sdp)
        except ValueError:
            raise Closed(CloseCode.BAD_MESSAGE) from None
