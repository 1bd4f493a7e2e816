"""The way to one browser: its addresses, the questions that keep them true, and whatever is sent there.

An ICE-lite agent only has to answer checks. This one also asks, because nothing else shows where a browser can be
reached (docs/decisions/0012).
"""

import secrets
from collections.abc import Callable
from math import inf
from typing import Generic

from app.media import stun
from app.media.counters import PortCounters
from app.media.demux_table import DemuxTable, Who
from app.media.paths import ASK_S, Path, Paths
from app.media.udp import UdpPort, host_and_port


class IceTransport(Generic[Who]):
    """Belongs to one transport, `who`, and keeps what the table says of it in accord with `Paths`.

    `moved` is called whenever `address` has changed.
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
        self.address: bytes | None = None
        """Where everything is sent; none as long as the browser has answered from nowhere."""

        self.media_at = -inf
        """When speech came from `address` last. Written for every packet, read when it matters."""

        self.answered_at: float | None = None
        """When the browser answered last, from anywhere."""

        self._who = who
        self._table = table
        self._port = port
        self._counters = counters
        self._name, self._password = credentials
        self._theirs: tuple[bytes, bytes] | None = None
        self._moved = moved
        self._paths = Paths()
        self._ticked_at = now

    def live(self, now: float) -> bool:
        """Whether the browser can be reached right now."""
        return self._paths.chosen is not None and self._paths.chosen.live(now)

    def set_remote_credentials(self, ufrag: str, password: str, now: float) -> None:
        """Learn from the answer what to ask the browser with."""
        self._theirs = ufrag.encode() + b":" + self._name, password.encode()
        self._ask_whoever_is_due(now)

    def on_binding_request(self, address: bytes, request: stun.Request, byte_count: int, now: float) -> None:
        """Take an authentic check: answer it, and ask back if it is time to."""
        crowded_out = self._paths.crowded_out(address)
        if crowded_out is not None:
            self._drop(crowded_out)
        path = self._paths.checked(address, request.nominates, byte_count, now)
        self._table.bind(address, self._who, proved=False)
        self._ask_if_due(path, now)
        path.owed = request.transaction
        self._pay(path)
        self._settle(now)

    def on_binding_response(self, address: bytes, answer: stun.Signed, now: float) -> bool:
        """Take an answer to a question of ours; whether it is one."""
        path = self._paths.at(address)
        if path is None or path.transaction != answer.transaction or self._theirs is None:
            return False
        if not stun.is_authentic(answer, self._theirs[1]):
            return False
        self._table.remove_transaction(answer.transaction)
        self._table.bind(address, self._who, proved=True)
        self._paths.answered(path, now)
        self.answered_at = now
        self._pay(path)
        self._settle(now)
        return True

    def on_media(self, address: bytes, byte_count: int, now: float) -> None:
        """Note authentic speech or reports from an address."""
        path = self._paths.at(address)
        if path is not None:
            self._paths.spoke(path, now)
            if path is not self._paths.chosen:
                path.credit += byte_count
                self._ask_if_due(path, now)

    def on_dtls(self, address: bytes, byte_count: int, now: float) -> None:
        """Note a datagram of the handshake: not authentic by itself, but it came from there."""
        path = self._paths.at(address)
        if path is not None and not path.proved:
            path.credit += byte_count
            self._ask_if_due(path, now)

    def send(self, datagram: bytes) -> None:
        """Send a datagram, if it is known where to."""
        if self.address is not None:
            self._port.send(datagram, self.address)

    def send_to_all(self, datagram: bytes) -> None:
        """Send a few bytes to every address that may get them, wherever the browser is."""
        for path in self._paths:
            if path.may_get(len(datagram)):
                self._port.send(datagram, path.address)

    def tick(self, now: float) -> None:
        """Do what is due, several times a second."""
        if now - self._ticked_at > ASK_S:
            self._paths.excuse(self._ticked_at, now)
        self._ticked_at = now
        for path in list(self._paths):
            if path.expired(now) or (path.proved and self._table.by_address.get(path.address) is not self._who):
                self._drop(path)
        self._settle(now)
        self._ask_whoever_is_due(now)

    def close(self) -> None:
        """Give up every address; nothing is sent or asked any more."""
        for path in list(self._paths):
            self._drop(path)
        self.address = None

    def _settle(self, now: float) -> None:
        self._notice_speech()
        chosen = self._paths.choose(now)
        address = chosen.address if chosen else None
        if address == self.address:
            return
        self._counters.moved += self.address is not None and address is not None
        self.address, self.media_at = address, -inf
        self._moved()

    def _notice_speech(self) -> None:
        chosen = self._paths.chosen
        if chosen is not None and self.media_at > chosen.spoke_at:
            self._paths.spoke(chosen, self.media_at)

    def _ask_whoever_is_due(self, now: float) -> None:
        for path in self._paths:
            self._ask_if_due(path, now)

    def _ask_if_due(self, path: Path, now: float) -> None:
        if self._theirs is None or not self._paths.wants_asking(path, now):
            return
        transaction = path.transaction or secrets.token_bytes(stun.TRANSACTION_BYTES)
        question = stun.request(transaction, *self._theirs)
        if path.may_get(len(question)):
            path.transaction, path.asked_at = transaction, now
            self._table.add_transaction(transaction, self._who)
            self._port.send(question, path.address)

    def _pay(self, path: Path) -> None:
        """Answer the newest check from an address, if it has credit enough."""
        if path.owed is None:
            return
        answer = stun.success(path.owed, *host_and_port(path.address), self._password)
        if path.may_get(len(answer)):
            path.owed = None
            self._port.send(answer, path.address)
        else:
            self._counters.unproved_bytes_refused += len(answer)

    def _drop(self, path: Path) -> None:
        if path.transaction is not None:
            self._table.remove_transaction(path.transaction)
        self._table.release(path.address, self._who)
        self._paths.drop(path)
