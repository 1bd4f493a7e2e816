"""Another address of a peer, beside its own: a second network, a rebound port, or somebody's whom a liar points at."""

import asyncio
import socket

from aioice import stun

from tests.support.peer import Peer


class Elsewhere:
    """Sends what it is told, counts what comes, and answers the server's checks as long as `answers` says so."""

    def __init__(self, peer: Peer, host: str = "127.0.0.1", *, answers: bool = True) -> None:
        self.answers = answers
        self.sent_bytes = 0
        self.received: list[bytes] = []
        self._peer = peer
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((host, 0))
        self._socket.setblocking(False)
        asyncio.get_running_loop().add_reader(self._socket.fileno(), self._receive)

    @property
    def media(self) -> list[bytes]:
        """The RTP packets that have come, still locked."""
        return [datagram for datagram in self.received if datagram[0] >= 128 and not 192 <= datagram[1] <= 223]

    @property
    def received_bytes(self) -> int:
        return sum(map(len, self.received))

    def check(self, nominate: bool = True) -> None:
        """Send one connectivity check of the peer's from here."""
        self.transmit(self._peer.request(nominate))

    def speak(self, packets: int = 1) -> None:
        """Send so many packets of the peer's voice from here."""
        own, self._peer._socket = self._peer._socket, self._socket
        self._peer.speak(packets)
        self._peer._socket = own
        self.sent_bytes += sum(map(len, self._peer.sent[-packets:]))

    def transmit(self, datagram: bytes) -> None:
        self.sent_bytes += len(datagram)
        self._socket.sendto(datagram, self._peer.server)

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._socket.fileno())
        self._socket.close()

    def _receive(self) -> None:
        while True:
            try:
                datagram = self._socket.recv(2048)
            except OSError:
                return
            self.received.append(datagram)
            if self.answers and datagram[0] < 4:
                message = stun.parse_message(datagram)
                if message.message_class == stun.Class.REQUEST:
                    self.transmit(self._peer.response(message))
