"""One browser on one seat: its way in, its lock, its microphone, from the offer to the end.

A transport is never repaired. When anything about it ends, the seat joins again and gets a new one; what others
hear of the seat goes on in `SeatStream`.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Protocol

from app.media import dtls, sdp, srtp
from app.media.answer import BadAnswer, SdpAnswer, read_answer, read_credentials
from app.media.context import MediaContext
from app.media.counters import RoomCounters
from app.media.ice import IceTransport
from app.media.limits import BURST_S, CHECKS_PER_S, HANDSHAKES_PER_S, REPORTS_PER_S, RateLimit
from app.media.losses import Loss
from app.media.microphone import Microphone
from app.media.rtcp import ReportBlock, read_reports, round_trip_s

logger = logging.getLogger(__name__)

HANDSHAKE_S = 30.0
"""How long the handshake may take, from the answer on."""

_HELD_MAX = 32
"""DTLS datagrams kept for a handshake that cannot begin yet: more than any flight needs."""

_REPORTERS_MAX = 64
"""Sources one browser may send reports from: one for every section of the offer, and some to spare."""


class CloseReason(StrEnum):
    """Why the server gave a transport up."""

    SILENT = "silent"
    """It has answered from nowhere for `CONSENT_S` seconds, or never did."""

    UNSAFE = "unsafe"
    """The handshake failed or was not done after `HANDSHAKE_S` seconds."""

    REPLACED = "replaced"
    """The same seat joined again."""

    LEFT = "left"
    """The browser closed its end."""


class Owner(Protocol):
    """The room that makes a transport, as far as the transport knows it."""

    @property
    def counters(self) -> RoomCounters:
        """What becomes of its voices."""
        ...

    @property
    def limits(self) -> Mapping[int, RateLimit]:
        """What may come of a voice, by seat."""
        ...

    def voices_for(self, seat: int) -> list[tuple[int, int]]:
        """List (seat, SSRC) of every voice a seat may ever hear."""
        ...

    def arrived(self, transport: "Transport") -> None:
        """Be told that a transport can now be heard and hear."""
        ...

    def left(self, transport: "Transport") -> None:
        """Be told that a transport has ended."""
        ...

    def rewire(self) -> None:
        """Be told that a transport is at another address."""
        ...

    def take_voice(self, transport: "Transport", slot: int, length: int, now: float) -> bool:
        """Take the datagram in a slot of the rx; whether it was authentic."""
        ...


class Transport:
    """Made by `Room.join`; send `offer` to the browser and give `answer` what comes back.

    That, `on_close` and `close` are for whoever runs the circle, the rest is between transport, room and forwarder.
    `on_close` is called at most once, from the event loop and never from inside a call of yours, and only when the
    server gives the transport up, not when you close it, its room or the forwarder.
    """

    on_close: Callable[[CloseReason], object] | None = None
    on_alive: Callable[[bool], object] | None = None
    """Called as `on_close` is, whenever `alive` is another than before; a transport that has ended says that alone."""

    def __init__(
        self, room: Owner, context: "MediaContext[Transport]", seat: int, certificate: dtls.Certificate
    ) -> None:
        self.seat = seat
        self.room = room
        self.password = secrets.token_hex(16).encode()
        self.keys: srtp.Keys | None = None
        self.microphone: Microphone | None = None
        """Both come with the end of the handshake and go with the transport."""

        self.closed = False
        self.ever_connected = False
        """Whether sound has ever been able to come and go."""

        self.losses: dict[int, Loss] = {}
        """What this browser loses of the voices it hears, by SSRC."""

        self.checks = RateLimit(BURST_S, 1 / CHECKS_PER_S)
        """Of authentic connectivity checks, which are all answered."""

        self._context = context
        self._began_at = context.clock()
        self._name = secrets.token_hex(8).encode()
        credentials = self._name, self.password
        self.ice = IceTransport(
            self, context.table, context.port, context.counters, credentials, self._moved, self._began_at
        )
        self._voices = room.voices_for(seat)
        self._certificate = certificate
        self._answer: SdpAnswer | None = None
        self._answered_at = 0.0
        self._handshake: dtls.Handshake | None = None
        self._held: list[bytes] = []
        """What came of the handshake before it could begin."""

        self._reporters: set[bytes] = set()
        self._reports = RateLimit(BURST_S, 1 / REPORTS_PER_S)
        self._handshakes = RateLimit(BURST_S, 1 / HANDSHAKES_PER_S)
        self._was_alive = False
        self.offer = sdp.offer(secrets.randbits(62), self._parameters(certificate), self._voices)
        context.table.add(self._name, self)

    @property
    def alive(self) -> bool:
        """Whether sound can come and go right now: the line is safe, and the browser answers."""
        return self.keys is not None and self.ice.live(self._context.clock())

    @property
    def seen_at(self) -> float:
        """When the browser has last answered, from anywhere; until it does, when its transport was made."""
        return self._began_at if self.ice.answered_at is None else self.ice.answered_at

    def look(self) -> None:
        """Tell whoever asked to know, if sound can come and go since the last look, or no longer can."""
        if self.alive is not self._was_alive:
            self._was_alive = self.alive
            asyncio.get_running_loop().call_soon(self._tell_alive, self.alive)

    def answer(self, answer: str) -> None:
        """Take the browser's answer, of which the fingerprint and the ICE credentials count.

        Raises `BadAnswer`; a better one may follow.
        """
        if self.closed:
            raise BadAnswer("This transport has been closed; please join again.")
        if self._answer is not None:
            raise BadAnswer("This offer has been answered already.")
        self._answer, credentials = read_answer(answer), read_credentials(answer)
        self._answered_at = self._context.clock()
        self.ice.set_remote_credentials(*credentials, self._answered_at)

    def close(self) -> None:
        """End the transport, whatever it is in the middle of; the browser is told. Idempotent."""
        if self.closed:
            return
        self.closed = True
        if self._handshake is None:
            self.ice.send_unconnected(dtls.GOODBYE)
        else:
            self._handshake.end()
        self.ice.close()
        self._context.table.remove(self._name)
        self.keys = self.microphone = None
        self._held.clear()
        self.room.left(self)

    def fail(self, reason: CloseReason) -> None:
        """End the transport from the server's side and tell whoever asked to know."""
        if not self.closed:
            self.close()
            asyncio.get_running_loop().call_soon(self._tell, reason)

    def take_handshake(self, datagram: bytes, now: float) -> None:
        """Take a DTLS datagram, even before the answer."""
        if self._handshakes.exceeded(now) or (self._handshake is None and len(self._held) >= _HELD_MAX):
            self._context.counters.overflows += 1
            return
        self._handshakes.pay(now)
        if self._handshake is None:
            self._held.append(datagram)
        else:
            self._shake(partial(self._handshake.take, datagram))

    def go_on(self, now: float) -> None:
        """Do what is due for the handshake: say again what was not heard, or end what takes too long."""
        if self.keys is not None or self._answer is None:
            return
        if now - self._answered_at > HANDSHAKE_S:
            self._fail()
        elif self._handshake is not None:
            self._shake(self._handshake.tick)

    def take_report(self, datagram: bytes, now: float) -> bool:
        """Take an RTCP packet; whether it was authentic."""
        reporter = datagram[4:8]
        if reporter not in self._reporters and len(self._reporters) >= _REPORTERS_MAX:
            return False
        if self._reports.exceeded(now):
            self.room.counters.excess_reports += 1
            return False
        compound = self.keys.unprotect_rtcp(datagram) if self.keys else None
        if compound is None:
            self.room.counters.bad += 1
            return False
        self._reports.pay(now)
        self._reporters.add(reporter)
        self._read(compound, now)
        return True

    def _moved(self) -> None:
        """Go on where the browser answers now. The first time begins the handshake."""
        self.room.rewire()
        if self._answer is not None and self._handshake is None and self.ice.address is not None:
            self._begin(self._answer)

    def _begin(self, answer: SdpAnswer) -> None:
        self._handshake = dtls.Handshake(self._certificate, answer, self.ice.send)
        self._shake(self._handshake.begin)
        held, self._held = self._held, []
        for datagram in held:
            self._shake(partial(self._handshake.take, datagram))

    def _shake(self, step: Callable[[], None]) -> None:
        """Go one step on with the handshake. Whatever it meets ends this transport and nothing else."""
        if self.closed or self._handshake is None:
            return
        try:
            step()
            if self._handshake.left:
                self.fail(CloseReason.LEFT)
            elif self._handshake.keys and not self.keys:
                self._secure(self._handshake.keys)
        except dtls.HandshakeFailed:
            self._fail()
        except Exception:
            logger.exception("A handshake met what nobody thought of; its transport ends, the others go on.")
            self._fail()

    def _fail(self) -> None:
        self._context.counters.handshakes_failed += 1
        self.fail(CloseReason.UNSAFE)

    def _secure(self, keys: srtp.Keys) -> None:
        self.keys = keys
        self.ever_connected = True
        limit = self.room.limits[self.seat]
        self.microphone = Microphone(keys.inbound, self._context.port.rx, self.room.counters, limit)
        self.room.arrived(self)
        self.look()

    def _read(self, compound: bytes, now: float) -> None:
        heard = {ssrc for _, ssrc in self._voices}
        for report in read_reports(compound):
            if report.ntp_middle is not None and self.microphone and report.ssrc == self.microphone.ssrc:
                self.microphone.stats.sender_reported(report.ntp_middle, now)
            blocks = [block for block in report.blocks if block.ssrc in heard]
            self.losses |= {block.ssrc: Loss(block.fraction_lost, now) for block in blocks}
            self._note(blocks, now)

    def _note(self, blocks: Sequence[ReportBlock], now: float) -> None:
        """Note how this browser fares, for whoever watches."""
        counters, unix_s = self._context.counters, now + self._context.unix_offset_s
        for block in blocks:
            counters.loss_ratio.note(block.fraction_lost / 256)
        round_trips = (round_trip_s(block, unix_s) for block in blocks)
        if round_trip := next(filter(None, round_trips), None):
            counters.round_trip_seconds.note(round_trip)

    def _tell(self, reason: CloseReason) -> None:
        if self.on_close is not None:
            self.on_close(reason)

    def _tell_alive(self, alive: bool) -> None:
        if self.on_alive is not None and not self.closed:
            self.on_alive(alive)

    def _parameters(self, certificate: dtls.Certificate) -> sdp.TransportParameters:
        context = self._context
        fingerprint = certificate.fingerprint
        return sdp.TransportParameters(
            context.hosts, context.port.number, self._name.decode(), self.password.decode(), fingerprint
        )
