"""The server's side of one staged page: the pure core answers it, with the wire's own types and nothing else."""

from dataclasses import replace

from playwright.sync_api import WebSocketRoute

from app.circle.decide import decide
from app.circle.door import knocks
from app.circle.reasons import Refused
from app.circle.view import View, Waiting
from app.circle.viewing import view_for, waiting_at
from app.media.sdp import TransportParameters, offer
from app.web.circles_protocol import CreatedCircle, DoorSign, Invitation
from app.web.line_check_protocol import CheckOffer, CheckWay, read_check, write_check
from app.web.protocol import Answer, Ask, Done, Enter, Offer, Ping, Pong, Refusal, RenewSound, ToBrowser, read, write
from tests.e2e.staged_group import StagedGroup
from tests.support.scene import Scene

ORIGIN = "https://circle.example"
LINE = "line"
UNUSED_MS = 7 * 24 * 3_600_000


class StagedServer:
    """One scene, and the person on one seat of it. What the page asks for is done in the scene, or refused."""

    def __init__(
        self, scene: Scene, seat: int, closes: int | None = None, speaks: bool = True, lock: str | None = None
    ) -> None:
        self.scene = scene
        self.seat = seat
        self.token = token(seat)
        self.group: StagedGroup | None = None
        self.elsewhere = False
        """Whether this page is another device's, whose person is asked on the first one."""
        self.deaf = False
        """Whether nothing that is asked is answered any more, though the line stands."""
        self._lock = lock
        self._closes = closes
        self._speaks = speaks
        self._views = 0
        self._socket: WebSocketRoute | None = None

    @property
    def sign(self) -> DoorSign:
        """What hangs at the door of this seat."""
        circle = self.scene.circle
        seat = circle.seat(self.seat)
        waits = knocks(circle, seat, None, self.scene.now_ms)
        return DoorSign(title=circle.title, role=seat.role, frame=circle.frame, knocks=waits, lock=self._lock)

    @property
    def created(self) -> CreatedCircle:
        """What is answered when this circle is opened."""
        circle = self.scene.circle
        links = (Invitation(seat=s.number, role=s.role, link=f"{ORIGIN}/#{token(s.number)}") for s in circle.seats)
        return CreatedCircle(title=circle.title, expires_ms=self.scene.now_ms + UNUSED_MS, invitations=tuple(links))

    @property
    def _view(self) -> View | Waiting:
        """What this person sees now."""
        if self.elsewhere:
            return waiting_at(self.scene.circle, self.seat)
        return view_for(self.scene.circle, self.seat, self.scene.now_ms)

    def opened(self, socket: WebSocketRoute) -> None:
        """The page has opened a WebSocket."""
        self._socket = socket
        socket.on_message(lambda text: self._received(read(text)))

    def checked(self, socket: WebSocketRoute) -> None:
        """The page checks its line."""
        socket.on_message(lambda text: self._checks(socket, read_check(text)))

    def shows(self) -> None:
        """Send the page what its person sees now."""
        self._views += 1
        self._says(replace(self._view, version=self._views))

    def closes(self, code: int) -> None:
        """Close the socket, and every later one, with this code."""
        self._closes = code
        assert self._socket
        self._socket.close(code=code)

    def falls_silent(self) -> None:
        """The line is lost, and no later one is answered."""
        self._speaks = False
        assert self._socket
        self._socket.close(code=1011)

    def _received(self, message: object) -> None:
        if self._closes is not None:
            self.closes(self._closes)
        if not self._speaks or self._closes is not None:
            return
        match message:
            case Enter():
                self._enters()
            case RenewSound():
                self._offers()
            case Ask() if self.deaf:
                pass
            case Ask(id=number, command=command):
                outcome = decide(self.scene.circle, command, self.seat, self.scene.now_ms)
                if isinstance(outcome, Refused):
                    self._says(Refusal(id=number, reason=outcome.reason))
                else:
                    self.scene.happens(outcome)
                    self.shows()
                    self._says(Done(id=number))
            case Ping(sent_ms=sent_ms):
                self._says(Pong(sent_ms=sent_ms, now_ms=self.scene.now_ms))
            case Answer():
                pass

    def _checks(self, socket: WebSocketRoute, message: object) -> None:
        match message:
            case CheckWay():
                parameters = TransportParameters(("203.0.113.7",), 8000, "ufrag", "password", "00", tcp_port=8443)
                socket.send(write_check(CheckOffer(line="1", sdp=offer(1, parameters, [(2, 2)]))))
            case Ping(sent_ms=sent_ms):
                socket.send(write_check(Pong(sent_ms=sent_ms, now_ms=self.scene.now_ms)))

    def _enters(self) -> None:
        if isinstance(self._view, View):
            self._offers()
        self.shows()

    def _offers(self) -> None:
        parameters = TransportParameters(("127.0.0.1",), 9, "ufrag", "password", "00")
        others = [(s.number, s.number) for s in self.scene.circle.seats if s.number != self.seat]
        self._says(Offer(seat=self.seat, resume=f"back-{self.seat}", line=LINE, sdp=offer(1, parameters, others)))

    def _says(self, message: ToBrowser) -> None:
        assert self._socket
        self._socket.send(write(message))


def token(seat: int) -> str:
    """The invitation to a seat, as long as a real one."""
    return f"WyJKUjB3bnhzUHlSclYiLHNlYXQ{seat:02}.staged-dHVlc2RheS1hZnRlcm5v"
