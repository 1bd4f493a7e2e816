"""ICE with one browser: its addresses, the checks of ours that prove them, and what is sent there.

An ICE-lite agent (RFC 8445) only has to answer checks. This one also sends its own, because nothing else shows where a
browser can be reached (docs/decisions/0012). `paths` decides which address is used, this file does the rest.
"""

import secrets
from collections import deque
from collections.abc import Callable
from math import inf
from typing import Generic

from app.media import stun
from app.media.address import host_and_port, is_stream
from app.media.counters import PortCounters
from app.media.demux_table import DemuxTable, Who
from app.media.paths import CHECK_S, Path, Paths
from app.media.udp import UdpPort

ASKED_AGAIN_S = 0.05
"""The least time from one question that something waits for to the next."""

ROUND_TRIPS = 8
"""So many answers are remembered, four seconds of them."""

ANSWERED_LATELY_S = 1.0
"""For so long after an answer a question that has none yet may be given up."""


class IceTransport(Generic[Who]):
    """The ICE part of one transport, `who`. It keeps the demultiplexing table in accord with `Paths`.

    Times are in seconds by the server's clock; addresses are as `address.pack_address` writes them.
    """

    def __init__(
        self,
        who: Who,
        table: DemuxTable[Who],
        port: UdpPort,
        counters: PortCounters,
        credentials: tuple[bytes, bytes],
        moved: Callable[[], None],
        now: float,
    ) -> None:
        """`credentials` are the server's name fragment and password; `moved` is called when `address` has changed."""
        self.address: bytes | None = None
        """Where everything is sent; `None` until the browser has answered a check from somewhere."""

        self.media_at = -inf
        """When voice last came from `address`. The server writes it for every packet."""

        self.answered_at: float | None = None
        """When the browser last answered a check, from any address."""

        self.answers_since = -inf
        """When that was first asked which the browser has answered: what it had sent until then has come before."""

        self._who = who
        self._table = table
        self._port = port
        self._counters = counters
        self._name, self._password = credentials
        self._theirs: tuple[bytes, bytes] | None = None
        self._moved = moved
        self._paths = Paths()
        self._round_trips: deque[float] = deque(maxlen=ROUND_TRIPS)
        self._ticked_at = now

    @property
    def round_trip_s(self) -> float | None:
        """How long the last answers from `address` took, the quickest of them: one that was lost takes longer."""
        return min(self._round_trips, default=None)

    def live(self, now: float) -> bool:
        """Whether the browser can be reached now: it has answered from the chosen address within `LIVE_S`."""
        return self._paths.chosen is not None and self._paths.chosen.live(now)

    def set_remote_credentials(self, ufrag: str, password: str, now: float) -> None:
        """Set the browser's credentials, from its SDP answer. From now on checks can be sent."""
        self._theirs = ufrag.encode() + b":" + self._name, password.encode()
        self._check_all_due(now)

    def on_binding_request(self, address: bytes, request: stun.Request, byte_count: int, now: float) -> None:
        """Handle an authentic check of `byte_count` bytes: answer it, and send one of our own if one is due."""
        evicted = self._paths.evicted_for(address)
        if evicted is not None:
            self._drop(evicted)
        nominates = request.nominates and not is_stream(address)  # so that UDP is kept where both stand
        path = self._paths.on_check(address, nominates, byte_count, now)
        self._table.bind(address, self._who, proved=False)
        self._check_if_due(path, now)
        path.owed = request.transaction
        self._send_owed(path)
        self._choose_address(now)

    def on_binding_response(self, address: bytes, answer: stun.Signed, now: float) -> bool:
        """Handle an answer to a check of ours. Returns whether it is one, and authentic."""
        path = self._paths.at(address)
        if path is None or path.transaction != answer.transaction or self._theirs is None:
            return False
        if not stun.is_authentic(answer, self._theirs[1]):
            return False
        self._table.remove_transaction(answer.transaction)
        self._table.bind(address, self._who, proved=True)
        self.answers_since = max(self.answers_since, path.asked_at)
        self._paths.on_response(path, now)
        self.answered_at = now
        self._send_owed(path)
        self._choose_address(now)
        if path is self._paths.chosen:
            self._round_trips.append(now - path.asked_at)
        return True

    def on_media(self, address: bytes, byte_count: int, now: float) -> None:
        """Note an authentic RTP or RTCP datagram of `byte_count` bytes from an address."""
        path = self._paths.at(address)
        if path is not None:
            self._paths.on_media(path, now)
            if path is not self._paths.chosen:
                self._credit(path, byte_count, now)

    def on_dtls(self, address: bytes, byte_count: int, now: float) -> None:
        """Note a DTLS datagram of `byte_count` bytes: not authentic, but its bytes came from this address."""
        path = self._paths.at(address)
        if path is not None and not path.proved:
            self._credit(path, byte_count, now)

    def check(self, now: float) -> None:
        """Check the address in use, whether that is due or not: its browser would know whether anything gets there."""
        if self._paths.chosen is not None:
            self._check(self._paths.chosen, now)

    def ask_anew(self, now: float) -> None:
        """Ask at the address in use what was not asked before, so that its answer raises `answers_since` to now.

        Twice at once: a line that loses packets loses questions too, and a voice waits for this one. Where the last
        answer is old, what is asked already is not given up: somebody's switch may open more often than answers come.
        """
        path = self._paths.chosen
        if path is not None:
            if now - path.answered_at < ANSWERED_LATELY_S:
                self._forget_question(path)
            self._check(path, now)
            self._check(path, now)

    def ask_again(self, now: float) -> None:
        """Repeat the question that has no answer yet, or ask the next one, unless that was done only just before."""
        path = self._paths.chosen
        if path is not None and now - path.check_sent_at >= ASKED_AGAIN_S:
            self._check(path, now)

    def on_disconnected(self, address: bytes, now: float) -> None:
        """Give up an address at once, because the connection it stood for has ended."""
        path = self._paths.at(address)
        if path is not None:
            self._drop(path)
            self._choose_address(now)
            self._check_all_due(now)

    def send(self, datagram: bytes) -> None:
        """Send a datagram to `address`, if there is one; otherwise it is dropped."""
        if self.address is not None:
            self._port.send(datagram, self.address)

    def send_to_all(self, datagram: bytes) -> None:
        """Send a few bytes to every address that may get them, wherever the browser is."""
        for path in self._paths:
            if path.may_get(len(datagram)):
                self._port.send(datagram, path.address)

    def tick(self, now: float) -> None:
        """Send the checks that are due and drop addresses whose consent has expired; called several times a second."""
        if now - self._ticked_at > CHECK_S:
            self._paths.extend_after_stall(self._ticked_at, now)
        self._ticked_at = now
        for path in list(self._paths):
            if path.expired(now) or (path.proved and self._table.by_address.get(path.address) is not self._who):
                self._drop(path)
        self._choose_address(now)
        self._check_all_due(now)

    def close(self) -> None:
        """Release all addresses; nothing is sent any more."""
        for path in list(self._paths):
            self._drop(path)
        self.address = None

    def _choose_address(self, now: float) -> None:
        self._note_media()
        chosen = self._paths.choose(now)
        address = chosen.address if chosen else None
        if address == self.address:
            return
        self._counters.moved += self.address is not None and address is not None
        self.address, self.media_at = address, -inf
        self._round_trips.clear()
        self._moved()

    def _note_media(self) -> None:
        chosen = self._paths.chosen
        if chosen is not None and self.media_at > chosen.media_at:
            self._paths.on_media(chosen, self.media_at)

    def _check_all_due(self, now: float) -> None:
        for path in self._paths:
            self._check_if_due(path, now)

    def _credit(self, path: Path, byte_count: int, now: float) -> None:
        """Count what has come from an address: it may pay for a check there."""
        path.credit += byte_count
        self._check_if_due(path, now)

    def _check_if_due(self, path: Path, now: float) -> None:
        if self._paths.is_check_due(path, now):
            self._check(path, now)

    def _check(self, path: Path, now: float) -> None:
        if self._theirs is None:
            return
        asked_at = now if path.transaction is None else path.asked_at
        transaction = path.transaction or secrets.token_bytes(stun.TRANSACTION_BYTES)
        question = stun.request(transaction, *self._theirs)
        if path.may_get(len(question)):
            path.transaction, path.asked_at, path.check_sent_at = transaction, asked_at, now
            self._table.add_transaction(transaction, self._who)
            self._port.send(question, path.address)

    def _send_owed(self, path: Path) -> None:
        """Answer the newest check from an address, if as many bytes have come from there."""
        if path.owed is None:
            return
        answer = stun.success(path.owed, *host_and_port(path.address), self._password)
        if path.may_get(len(answer)):
            path.owed = None
            self._port.send(answer, path.address)
        else:
            self._counters.unproved_bytes_refused += len(answer)

    def _forget_question(self, path: Path) -> None:
        if path.transaction is not None:
            self._table.remove_transaction(path.transaction)
            path.transaction = None

    def _drop(self, path: Path) -> None:
        self._forget_question(path)
        self._table.release(path.address, self._who)
        self._paths.drop(path)
