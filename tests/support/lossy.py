"""A line that loses and delays datagrams, in user space: what goes to its port goes on to the server, and back.

    with LossyLines(server_port, count=2) as lines:
        page.add_init_script(lines[0].script)
        lines[0].worsen(loss=0.1, burst=3, round_trip_ms=80, seed=1)

The page is sent to the port of the line instead of the server's. What is lost when depends on the seed alone.
"""

import asyncio
import random
import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType

import uvloop

_HOST = "127.0.0.1"
_SCRIPT = """{
  const set = RTCPeerConnection.prototype.setRemoteDescription;
  RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
    return set.call(this, { type, sdp: sdp.replaceAll(' SERVER ', ' LINE ') });
  };
}"""
FRAME_S = 0.02


class Direction:
    """One way of a line. It loses datagrams one by one; or, while it is down, all: `burst` frames of a voice in a row
    on average (Gilbert's model). That goes by time and not by datagrams, so that few and many fare alike.
    """

    def __init__(self) -> None:
        self.datagrams = self.bytes = self.lost = 0
        self.delay_s = 0.0
        self.set(0.0, 0, 0)

    def set(self, loss: float, burst: float, seed: int) -> None:
        """Lose this share of all datagrams from now on."""
        self._loss, self._burst, self._random = loss, burst, random.Random(seed)
        self._down, self._until = False, time.monotonic()

    def loses(self, datagram: bytes) -> bool:
        """Whether the next datagram is lost."""
        lost = self._is_down() if self._burst else self._random.random() < self._loss
        self.datagrams += 1
        self.bytes += len(datagram)
        self.lost += lost
        return lost

    def _is_down(self) -> bool:
        comes = self._loss / (1 - self._loss) / self._burst
        while self._until <= time.monotonic():
            self._down = self._random.random() < (1 - 1 / self._burst if self._down else comes)
            self._until += FRAME_S
        return self._down


class LossyLine:
    """The line of one page, both ways; good until it is told otherwise."""

    def __init__(self) -> None:
        self.up, self.down = Direction(), Direction()
        self.script = ""
        """What sends a page here."""

    def worsen(self, loss: float = 0.0, burst: float = 0, round_trip_ms: float = 0.0, seed: int = 1) -> None:
        """Lose this share of all datagrams each way, and delay the rest; with all left out it is good again."""
        for n, direction in enumerate((self.up, self.down)):
            direction.set(loss, burst, 2 * seed + n)
            direction.delay_s = round_trip_ms / 2000


class LossyLines:
    """So many lines to one server, in a thread of their own: whoever waits for a page delays no datagram."""

    def __init__(self, server_port: int, count: int) -> None:
        self._server_port = server_port
        self._lines = [LossyLine() for _ in range(count)]
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __getitem__(self, number: int) -> LossyLine:
        """A line by its number, from 0 on."""
        return self._lines[number]

    def __enter__(self) -> "LossyLines":
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        self._loop = uvloop.new_event_loop()
        opened = [self._loop.run_until_complete(self._open(line)) for line in self._lines]
        self._ready.set()
        self._loop.run_forever()
        for transport in opened:
            transport.close()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _open(self, line: LossyLine) -> asyncio.BaseTransport:
        loop = asyncio.get_running_loop()
        protocol = _Door(line, (_HOST, self._server_port))
        transport, _ = await loop.create_datagram_endpoint(lambda: protocol, local_addr=(_HOST, 0))
        port = transport.get_extra_info("sockname")[1]
        line.script = _SCRIPT.replace("SERVER", str(self._server_port)).replace("LINE", str(port))
        return transport


class _Door(asyncio.DatagramProtocol):
    """The port of a line; every address that comes to it gets a socket of its own towards the server."""

    def __init__(self, line: LossyLine, server: tuple[str, int]) -> None:
        self._line, self._server = line, server
        self._ways: dict[tuple[str, int], socket.socket] = {}
        self._loop = asyncio.get_running_loop()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: asyncio.DatagramTransport = transport  # type: ignore[assignment]

    def connection_lost(self, error: Exception | None) -> None:
        for way in self._ways.values():
            self._loop.remove_reader(way.fileno())
            way.close()

    def datagram_received(self, data: bytes, address: tuple[str, int]) -> None:
        if address not in self._ways:
            way = self._ways[address] = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            way.setblocking(False)
            way.connect(self._server)
            self._loop.add_reader(way.fileno(), self._come_back, way, address)
        self._carry(self._line.up, data, self._ways[address].send)

    def _come_back(self, way: socket.socket, address: tuple[str, int]) -> None:
        while True:
            try:
                data = way.recv(2048)
            except OSError:
                return
            self._carry(self._line.down, data, lambda data: self._transport.sendto(data, address))

    def _carry(self, direction: Direction, data: bytes, send: Callable[[bytes], object]) -> None:
        if direction.loses(data):
            return
        if direction.delay_s:
            self._loop.call_later(direction.delay_s, send, data)
        else:
            send(data)
