"""A line to a peer that loses packets of voice, and knows each packet again that comes once more."""

from collections.abc import Callable

from app.media.rtp import HEADER
from tests.support.peer import Peer


class LosingLine:
    """Between the server and one peer. `loses` says of each packet's SSRC and sequence number whether it is lost.

    Only the first time: what comes again passes. A packet must then be what it was, to the last byte, or two would
    share a key stream.
    """

    def __init__(self, peer: Peer, loses: Callable[[int, int], bool] = lambda ssrc, sequence: False) -> None:
        self.loses = loses
        self.lost: dict[tuple[int, int], bytes] = {}
        """What was lost and has not come again, as it was sent, by SSRC and sequence number."""

        self.repeated: list[tuple[int, int]] = []
        """What has come though it had come before."""

        self._sent: dict[tuple[int, int], bytes] = {}
        self._take = peer._unprotect
        peer._unprotect = self._unprotect  # type: ignore[method-assign]

    def _unprotect(self, datagram: bytes) -> None:
        if 192 <= datagram[1] <= 223:
            self._take(datagram)
            return
        _, _, sequence, _, ssrc = HEADER.unpack_from(datagram)
        packet = ssrc, sequence
        before = self._sent.setdefault(packet, datagram)
        assert before == datagram, "one number, two packets"
        if before is not datagram:
            if self.lost.pop(packet, None) is None:
                self.repeated.append(packet)
            else:
                self._take(datagram)
        elif self.loses(*packet):
            self.lost[packet] = datagram
        else:
            self._take(datagram)
