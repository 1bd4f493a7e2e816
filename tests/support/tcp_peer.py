"""The same browser where UDP does not pass: it opens a TCP connection to the server's passive candidate (RFC 6544)."""

import asyncio
import re
import socket
import struct

from tests.support.peer import Peer

CANDIDATE = re.compile(r"^a=candidate:\S+ 1 tcp \d+ (\S+) (\d+) typ host tcptype passive\r$", re.M)


class TcpPeer(Peer):
    """A peer whose datagrams go as frames. Moving is another connection; the one before is left as it is."""

    def meet(self, description: str) -> None:
        super().meet(description)
        [(address, port)] = CANDIDATE.findall(description.split("m=")[1])
        self.server = (address, int(port))
        self.connect()

    def connect(self) -> None:
        """Open another connection, through which everything goes from now on."""
        if self._socket is not None:
            self.read_no_more()
            self._left.append(self._socket)
        self._rest = b""
        self._socket = opened(self.server, self._host)
        self.address = self._socket.getsockname()
        self._loop.add_reader(self._socket.fileno(), self._receive)

    def read_no_more(self) -> None:
        """Leave in the kernel what comes."""
        if self._socket is not None:
            self._loop.remove_reader(self._socket.fileno())

    def hang_up(self) -> None:
        """End the connection as it is."""
        self._unbind()

    def vanish(self) -> None:
        super().vanish()
        for connection in self._left:
            connection.close()

    def transmit(self, datagram: bytes) -> None:
        self.write(struct.pack("!H", len(datagram)) + datagram)

    async def flood(self, data: bytes) -> None:
        """Write bytes as fast as they are taken, and from now on nothing else: that would cut a frame in two."""
        assert self._socket
        assert self._checking
        self._checking.cancel()
        self.read_no_more()
        await self._loop.sock_sendall(self._socket, data)

    def write(self, data: bytes) -> None:
        """Write bytes as they are, and wait until the kernel has them."""
        if self._socket is not None:
            self._socket.setblocking(True)
            self._socket.sendall(data)
            self._socket.setblocking(False)

    def _bind(self, address: tuple[str, int]) -> None:
        """There is nothing to connect to yet."""
        self._host = address[0]
        self.address = address
        self._left: list[socket.socket] = []

    def _receive(self) -> None:
        while self._socket:
            try:
                data = self._socket.recv(65536)
            except BlockingIOError:
                return
            except OSError:
                data = b""
            if not data:
                self._unbind()
                return
            self._rest += data
            while len(self._rest) >= 2 and len(self._rest) >= (end := 2 + struct.unpack_from("!H", self._rest)[0]):
                datagram, self._rest = self._rest[2:end], self._rest[end:]
                self._take(datagram)

    @property
    def ended(self) -> bool:
        """Whether the connection has been closed, by either side."""
        return self._socket is None


def opened(server: tuple[str, int], host: str = "127.0.0.1", receive_bytes: int | None = None) -> socket.socket:
    """A connection from this host; its kernel holds no more than so many bytes that nobody has read."""
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    if receive_bytes is not None:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.bind((host, 0))
    made.settimeout(2)
    made.connect(server)
    made.setblocking(False)
    return made


async def closed(connection: socket.socket, within_s: float = 10) -> bool:
    """Wait until the other end has closed a connection; what it says before is thrown away."""
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(within_s):
        try:
            while await loop.sock_recv(connection, 4096):
                pass
        except ConnectionResetError:
            pass
    return True
