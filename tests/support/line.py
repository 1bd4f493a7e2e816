"""Between a peer and the server, where the datagrams of a handshake are counted, lost, doubled and mixed up."""

import math
from collections.abc import Callable

from tests.support.dtls import records
from tests.support.peer import Peer


class Line:
    """Between a peer and the server: so many DTLS datagrams pass, both ways together, and then no more."""

    def __init__(self, peer: Peer, passes: float = math.inf) -> None:
        self.passes = passes
        self.passed = 0
        self.stopped = False
        self.reorder: Callable[[list[bytes]], list[bytes]] | None = None
        """How the records of the peer's first words go out: each in a datagram of its own."""

        self._take, peer.path.take = peer.path.take, self._in
        self._out, peer.path.out = peer.path.out, self._send

    def _in(self, datagram: bytes) -> None:
        if self._may_pass():
            self._take(datagram)

    def _send(self, datagram: bytes) -> None:
        pieces = [datagram]
        if self.reorder is not None:
            pieces, self.reorder = self.reorder(records(datagram)), None
        for piece in pieces if self._may_pass() else []:
            self._out(piece)

    def _may_pass(self) -> bool:
        if self.passed >= self.passes:
            self.stopped = True
            return False
        self.passed += 1
        return True
