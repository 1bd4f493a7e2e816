"""One browser's transport: its credentials, its addresses (`ice`), its DTLS handshake and its SRTP keys.

It knows no room and no other transport, and tells its owner what happens through `TransportEvents`. It is never
repaired: when anything about it ends, the seat joins again and gets a new one.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import Protocol

from app.media import dtls, sdp, srtp
from app.media.answer import BadAnswer, SdpAnswer, read_answer, read_credentials
from app.media.context import MediaContext
from app.media.demux_table import DemuxTable
from app.media.ice import IceTransport
from app.media.limits import BURST_S, CHECKS_PER_S, HANDSHAKES_PER_S, RateLimit
from app.media.paths import CONSENT_S

logger = logging.getLogger(__name__)

HANDSHAKE_S = 30.0
"""How long the handshake may take, from the answer on."""

_EARLY_MAX = 32
"""DTLS datagrams kept for a handshake that cannot begin yet: more than any flight needs."""


class CloseReason(StrEnum):
    """Why the server ended a transport."""

    SILENT = "silent"
    """The browser has answered no check for `CONSENT_S` seconds, or never did."""

    UNSAFE = "unsafe"
    """The handshake failed or was not done after `HANDSHAKE_S` seconds."""

    REPLACED = "replaced"
    """The same seat joined again."""

    LEFT = "left"
    """The browser closed its end."""


class TransportEvents(Protocol):
    """What a transport tells its owner: called synchronously, in the turn of the event loop in which it happens."""

    def on_connected(self, transport: "Transport", keys: srtp.Keys) -> None:
        """The handshake is done: media can be received and sent."""
        ...

    def on_address_changed(self, transport: "Transport") -> None:
        """Media for the browser goes to another address now, or to none (`ice.address`)."""
        ...

    def on_closed(self, transport: "Transport") -> None:
        """The transport has ended, whoever ended it."""
        ...

    def on_rtp(self, transport: "Transport", slot: int, length: int, now: float) -> bool:
        """Handle the RTP datagram in a slot of the receive batch. Returns whether it was authentic."""
        ...

    def on_rtcp(self, transport: "Transport", datagram: bytes, now: float) -> bool:
        """Handle an RTCP datagram. Returns whether it was authentic."""
        ...


class Transport:
    """Made by `Room.join`; send `offer` to the browser and give its answer to `answer`.

    `offer`, `answer`, `alive`, `check`, `on_close`, `on_alive` and `close` are for whoever runs the circle; the rest is
    for the room and the server. `on_close` is called at most once, from the event loop and never during a call of
    yours, and only when the server ends the transport, not when you close it, its room or the server.
    """

    on_close: Callable[[CloseReason], object] | None = None
    on_alive: Callable[[bool], object] | None = None
    """Called as `on_close` is, with the new value, whenever `alive` changes until the transport is closed."""

    def __init__(
        self,
        seat: int,
        voices: Sequence[tuple[int, int]],
        events: TransportEvents,
        context: MediaContext,
        table: "DemuxTable[Transport]",
        certificate: dtls.Certificate,
        *,
        sealed: bool = False,
    ) -> None:
        """`voices` are the (seat, SSRC) of the streams in the offer; they are `sealed` or not.

        `seat` is only handed back with every event.
        """
        self.seat = seat
        self.events = events
        self.password = secrets.token_hex(16).encode()
        """Of the server's side of ICE: what the browser's checks are signed with."""

        self.keys: srtp.Keys | None = None
        """There from the end of the handshake until the transport is closed."""

        self.closed = False
        self.ever_connected = False
        """Whether the handshake was ever done."""

        self.check_limit = RateLimit(BURST_S, 1 / CHECKS_PER_S)
        """Of authentic connectivity checks, each of which is answered."""

        self._context = context
        self._table = table
        self._created_at = context.clock()
        self._ufrag = secrets.token_hex(8).encode()
        self.ice = IceTransport(
            self,
            table,
            context.port,
            context.counters,
            (self._ufrag, self.password),
            self._on_address_changed,
            self._created_at,
        )
        self._certificate = certificate
        self._answer: SdpAnswer | None = None
        self._answered_at = 0.0
        self._handshake: dtls.Handshake | None = None
        self._early: list[bytes] = []
        """DTLS datagrams that came before the handshake could begin."""

        self._handshake_limit = RateLimit(BURST_S, 1 / HANDSHAKES_PER_S)
        self._was_alive = False
        self.offer = sdp.offer(secrets.randbits(62), self._parameters(), voices, sealed=sealed)
        table.add(self._ufrag, self)

    @property
    def alive(self) -> bool:
        """Whether media can be sent and received now: there are keys, and the browser answers checks."""
        return self.keys is not None and self.ice.live(self._context.clock())

    @property
    def last_answer_at(self) -> float:
        """When the browser last answered a check, from any address; before the first answer, when this was made."""
        return self._created_at if self.ice.answered_at is None else self.ice.answered_at

    def answer(self, answer: str) -> None:
        """Accept the browser's SDP answer: its fingerprint and its ICE credentials.

        Raises `BadAnswer`, in words for people; after that a better answer may follow.
        """
        if self.closed:
            raise BadAnswer("This connection has been closed; please join again.")
        if self._answer is not None:
            raise BadAnswer("This offer has been answered already.")
        self._answer, credentials = read_answer(answer), read_credentials(answer)
        self._answered_at = self._context.clock()
        self.ice.set_remote_credentials(*credentials, self._answered_at)

    def check(self) -> None:
        """Check the browser's address now: it would know whether its line still stands."""
        self.ice.check(self._context.clock())

    def close(self) -> None:
        """End the transport at any point of its life; the browser is told. Idempotent."""
        if self.closed:
            return
        self.closed = True
        if self._handshake is None:
            self.ice.send_to_all(dtls.CLOSE_NOTIFY)
        else:
            self._handshake.close()
        self.ice.close()
        self._table.remove(self._ufrag)
        self.keys = None
        self._early.clear()
        self.events.on_closed(self)

    def fail(self, reason: CloseReason) -> None:
        """End the transport from the server's side; `on_close` is called soon. Idempotent."""
        if not self.closed:
            self.close()
            asyncio.get_running_loop().call_soon(self._tell_closed, reason)

    def on_dtls(self, datagram: bytes, now: float) -> None:
        """Handle a DTLS datagram; before the answer it is kept for later."""
        if self._handshake_limit.exceeded(now) or (self._handshake is None and len(self._early) >= _EARLY_MAX):
            self._context.counters.overflows += 1
            return
        self._handshake_limit.charge(now)
        if self._handshake is None:
            self._early.append(datagram)
        else:
            self._advance(partial(self._handshake.on_datagram, datagram))

    def tick(self, now: float) -> None:
        """Do what is due; called several times a second. Fails the transport when a deadline has passed."""
        self.ice.tick(now)
        self.check_alive()
        if now - self.last_answer_at > CONSENT_S:
            self._context.counters.timeouts += 1
            self.fail(CloseReason.SILENT)
        elif self.keys is None and self._answer is not None:
            if now - self._answered_at > HANDSHAKE_S:
                self._fail_handshake()
            elif self._handshake is not None:
                self._advance(self._handshake.tick)

    def check_alive(self) -> None:
        """Call `on_alive` soon, if `alive` has changed since the last check."""
        if self.alive is not self._was_alive:
            self._was_alive = self.alive
            asyncio.get_running_loop().call_soon(self._tell_alive, self.alive)

    def _on_address_changed(self) -> None:
        self.events.on_address_changed(self)
        if self._answer is not None and self._handshake is None and self.ice.address is not None:
            self._start_handshake(self._answer)

    def _start_handshake(self, answer: SdpAnswer) -> None:
        self._handshake = dtls.Handshake(self._certificate, answer, self.ice.send)
        self._advance(self._handshake.start)
        early, self._early = self._early, []
        for datagram in early:
            self._advance(partial(self._handshake.on_datagram, datagram))

    def _advance(self, step: Callable[[], None]) -> None:
        """Take one step of the handshake. Any error in it ends this transport and nothing else."""
        if self.closed or self._handshake is None:
            return
        try:
            step()
            if self._handshake.closed_by_peer:
                self.fail(CloseReason.LEFT)
            elif self._handshake.keys and not self.keys:
                self._connect(self._handshake.keys)
        except dtls.HandshakeFailed:
            self._fail_handshake()
        except Exception:
            logger.exception("A handshake met what nobody thought of; its connection ends, the others go on.")
            self._fail_handshake()

    def _fail_handshake(self) -> None:
        self._context.counters.handshakes_failed += 1
        self.fail(CloseReason.UNSAFE)

    def _connect(self, keys: srtp.Keys) -> None:
        self.keys = keys
        self.ever_connected = True
        self.events.on_connected(self, keys)
        self.check_alive()

    def _tell_closed(self, reason: CloseReason) -> None:
        if self.on_close is not None:
            self.on_close(reason)

    def _tell_alive(self, alive: bool) -> None:
        if self.on_alive is not None and not self.closed:
            self.on_alive(alive)

    def _parameters(self) -> sdp.TransportParameters:
        context = self._context
        return sdp.TransportParameters(
            context.hosts,
            context.port.number,
            self._ufrag.decode(),
            self.password.decode(),
            self._certificate.fingerprint,
            context.tcp_port,
        )
