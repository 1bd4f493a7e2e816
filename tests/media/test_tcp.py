"""Browsers that come by TCP, on real sockets: heard and hearing like all others, and in nobody's way."""

import asyncio
import errno
import socket
import struct
from math import inf

import pytest

from app.media import tcp
from app.media.address import host_and_port, is_stream, pack_address, stream_address
from app.media.framing import FrameReader
from app.media.paths import PATHS_MAX
from app.media.tcp_connection import BEHIND_S, TcpConnection
from tests.media.scene import Scene, scene
from tests.media.test_addresses import pass_time
from tests.media.test_gate import assert_one_stream, voices
from tests.media.test_transport import HandMovedClock
from tests.support.peer import until
from tests.support.tcp_peer import TcpPeer, closed, opened

pytestmark = pytest.mark.anyio
CUT = 1500
ANY = range(1, CUT + 1)
PACKET_S = 0.02


def server_of(circle: Scene) -> tuple[str, int]:
    assert circle.server._tcp
    return "127.0.0.1", circle.server._tcp.number


def is_by_tcp(circle: Scene, seat: int) -> bool:
    address = circle.transports[seat].ice.address
    return address is not None and is_stream(address)


@pytest.mark.parametrize(("host", "is_at"), [("127.0.0.1", "7f000001"), ("::ffff:127.0.0.1", "7f000001"), ("::1", "1")])
def test_the_address_of_a_connection_is_another_than_that_of_a_datagram(host: str, is_at: str) -> None:
    address = stream_address(host, 5000)
    assert host_and_port(address) == host_and_port(pack_address(host, 5000))
    assert host_and_port(address)[0].hex().lstrip("0") == is_at
    assert address != pack_address(host, 5000)
    assert is_stream(address)
    assert not is_stream(pack_address(host, 5000))


async def test_the_offer_names_the_port_behind_all_of_udp() -> None:
    async with scene(tcp=True) as circle:
        lines = [line.split() for line in circle.join(1).offer.split("m=")[1].splitlines() if "candidate:" in line]
        assert [line[2] for line in lines] == ["udp", "tcp"]
        assert lines[1][-2:] == ["tcptype", "passive"]
        assert int(lines[0][3]) > int(lines[1][3])
        assert len({line[0] for line in lines}) == len(lines)
    async with scene() as circle:
        assert " tcp " not in circle.join(1).offer


async def test_who_comes_by_tcp_hears_and_is_heard_as_the_gate_says() -> None:
    async with scene(tcp=True) as circle:
        mia, max_, uli = await circle.sit_by_tcp(1), await circle.sit_by_tcp(2), await circle.sit(3)
        circle.heard(1, 3)
        for peer, name in ((mia, b"mia"), (max_, b"max"), (uli, b"uli")):
            peer.speak(10, payload=name)
        assert voices(await max_.hears(1, 10)) == voices(await uli.hears(1, 10)) == [b"mia"] * 10
        assert voices(await mia.hears(3, 10)) == voices(await max_.hears(3, 10)) == [b"uli"] * 10
        await until(lambda: circle.room.counters.gated == 10)
        assert not mia.heard[2]
        assert not uli.heard[2]
        assert_one_stream(max_.heard[1])
        assert circle.server.counters.unsent == 0
        assert circle.server.counters.tcp_connections == 2


async def test_what_was_said_before_the_gate_opens_is_not_sent_though_nobody_has_read_it_yet() -> None:
    async with scene(tcp=True) as circle:
        mia, max_ = await circle.sit_by_tcp(1), await circle.sit(2)
        mia.speak(50, payload=b"before")
        circle.heard(1)
        assert circle.room.counters.gated == 50
        mia.speak(3, payload=b"after")
        assert voices(await max_.hears(1, 3)) == [b"after"] * 3


async def test_frames_come_in_pieces_and_together() -> None:
    async with scene(tcp=True) as circle:
        circle.heard(1)
        mia, max_ = await circle.sit_by_tcp(1), await circle.sit(2)
        pieces: list[bytes] = []
        mia.write = pieces.append  # type: ignore[method-assign]
        mia.speak(6)
        del mia.write  # type: ignore[method-assign]
        stream = b"".join(pieces)
        for cut in (stream[:1], stream[1:2], stream[2:70], stream[70:]):
            mia.write(cut)
            for _ in range(3):
                await asyncio.sleep(0.001)
        assert len(await max_.hears(1, 6)) == 6


async def test_udp_is_kept_where_both_stand_and_left_where_it_dies() -> None:
    clock = HandMovedClock()
    async with scene(clock=clock, tcp=True) as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit(2)
        other = TcpPeer(circle.transports[2].offer)
        other._ufrag, other._password = max_._ufrag, max_._password
        await pass_time(circle, clock, 5, lambda: (max_.check(), other.check()))
        assert not is_by_tcp(circle, 2)
        max_.vanish()
        await pass_time(circle, clock, 3, other.check)
        assert is_by_tcp(circle, 2)
        assert circle.transports[2].alive
        other.vanish()
        mia.vanish()


async def test_who_hangs_up_is_gone_at_once_and_comes_back_by_another_connection() -> None:
    async with scene(tcp=True) as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit_by_tcp(2)
        max_.hang_up()
        await until(lambda: not circle.transports[2].alive)
        assert circle.server.counters.addresses == 1
        max_.connect()
        max_.check()
        await until(lambda: circle.transports[2].alive)
        mia.speak(3)
        await max_.hears(1, 3)
        assert not circle.ends


async def test_who_moves_between_connections_leaves_none_behind() -> None:
    clock = HandMovedClock()
    async with scene(clock=clock, tcp=True) as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit_by_tcp(2)
        for _ in range(PATHS_MAX + 12):
            max_.connect()
            await pass_time(circle, clock, 1, lambda: (max_.check(), mia.check()))
        await pass_time(circle, clock, tcp.UNKNOWN_S + 1, lambda: (max_.check(), mia.check()))
        await until(lambda: circle.server.counters.tcp_connections <= PATHS_MAX)
        assert circle.transports[2].alive


async def test_leaving_closes_the_connection() -> None:
    clock = HandMovedClock()
    async with scene(clock=clock, tcp=True) as circle:
        mia = await circle.sit_by_tcp(1)
        await mia._dtls.stop()
        await until(lambda: circle.transports[1].closed)
        await pass_time(circle, clock, tcp.UNKNOWN_S + 1)
        await until(lambda: mia.ended)


async def test_a_listener_who_does_not_read_loses_voices_and_holds_nobody_up() -> None:
    async with scene(tcp=True) as circle:
        circle.heard(1)
        mia, max_, uli = await circle.sit(1), await circle.sit_by_tcp(2), await circle.sit(3)
        max_.read_no_more()
        sent = 0
        while circle.server.counters.unsent < 100:
            mia.speak(20, bytes(1000))
            sent += 20
            await uli.hears(1, sent)
            await asyncio.sleep(0.02)
            assert sent < 20_000
        assert len(uli.heard[1]) == sent


def test_what_waits_for_its_way_is_no_more_than_a_fifth_of_a_second() -> None:
    """By the clock of the test, to somebody who has stopped reading and goes on later."""
    clock = HandMovedClock()
    with socket.create_server(("127.0.0.1", 0)) as listening, opened(listening.getsockname(), receive_bytes=1) as far:
        connection = TcpConnection(listening.accept()[0], b"", clock)
        stopped_at, last = inf, -inf
        for n in range(2000):
            clock.now += PACKET_S
            if connection.send(b"%8d" % n + bytes(100)):
                last = clock.now
            if connection._unsent_bytes() and stopped_at == inf:
                stopped_at = clock.now
        assert BEHIND_S <= last - stopped_at <= 2 * BEHIND_S
        stream = b""
        while connection._unsent_bytes() or not stream:
            stream += far.recv(65536)
        clock.now += PACKET_S
        assert connection.send(b"again")
        connection.close()
        far.setblocking(True)
        while data := far.recv(65536):
            stream += data
    numbers = [datagram[:8] for datagram in FrameReader(ANY).feed(stream)]
    assert numbers == [b"%8d" % n for n in range(len(numbers) - 1)] + [b"again"]


class Sparing:
    """A stream that takes so many bytes of each that is sent."""

    def __init__(self, stream: socket.socket, *takes: int) -> None:
        self._stream, self._takes = stream, iter(takes)
        self.fileno, self.close = stream.fileno, stream.close

    def send(self, data: bytes) -> int:
        return self._stream.send(data[: next(self._takes)])


@pytest.mark.parametrize(("takes", "came"), [(5, [b"first", b"third"]), (6, [b"first", b"second", b"third"])])
def test_nothing_waits_here_but_the_end_of_what_the_kernel_has_begun(takes: int, came: list[bytes]) -> None:
    """Two bytes of seven are taken, then the other five and no more, or the first one of the next as well."""
    with socket.create_server(("127.0.0.1", 0)) as listening, opened(listening.getsockname()) as far:
        connection = TcpConnection(listening.accept()[0], b"", HandMovedClock())
        connection._stream = Sparing(connection._stream, 2, takes, 100)  # type: ignore[assignment]
        assert [connection.send(each) for each in (b"first", b"second", b"third")] == [True, b"second" in came, True]
        connection.close()
        far.setblocking(True)
        assert FrameReader(ANY).feed(far.recv(100, socket.MSG_WAITALL)) == came


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"GET / HTTP/1.1\r\nHost: circle.example\r\n\r\n", "a length of 18245"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "TLS"),
        (b"\xff\xff", "the longest frame there is"),
        (struct.pack("!H", CUT + 1), "a byte too long"),
        (struct.pack("!H", 12) + bytes(12), "a byte too short"),
        (struct.pack("!H", 20) * 5000, "lengths that do not fit what follows"),
        (struct.pack("!H", 0) * 10_000, "nothing, and much of it"),
        (struct.pack("!H20s", 20, b"no check at all") * 500, "much that is nothing"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
async def test_who_says_what_nobody_says_is_closed(said: bytes, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, and not only when their time is over."""
    monkeypatch.setattr(tcp, "UNKNOWN_S", 60)
    async with scene(tcp=True) as circle:
        server = server_of(circle)
        with opened(server) as connection:
            loop = asyncio.get_running_loop()
            await loop.sock_sendall(connection, said)
            assert await closed(connection), why
        assert circle.server.counters.tcp_refused == 1
        mia, max_ = await circle.sit_by_tcp(1), await circle.sit(2)
        circle.heard(1)
        mia.speak(3)
        await max_.hears(1, 3)


@pytest.mark.parametrize("drip", [b"", b"\x00", b"\x05\xdc" + bytes(700)], ids=["nothing", "a byte", "half a frame"])
async def test_who_says_nothing_in_time_is_closed(drip: bytes) -> None:
    clock = HandMovedClock()
    async with scene(clock=clock, tcp=True) as circle:
        mia = await circle.sit_by_tcp(1)
        with opened(mia.server) as connection:
            await asyncio.get_running_loop().sock_sendall(connection, drip)
            await until(lambda: circle.server.counters.tcp_connections == 2)
            await pass_time(circle, clock, tcp.UNKNOWN_S - 1, mia.check)
            assert circle.server.counters.tcp_connections == 2
            await pass_time(circle, clock, 2, mia.check)
            assert await closed(connection)
        assert circle.server.counters.tcp_connections == 1
        assert circle.transports[1].alive


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::9", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
    ],
)
async def test_a_household_is_one_source(one: str, other: str, same: bool) -> None:
    assert (tcp._source(stream_address(one, 1)) == tcp._source(stream_address(other, 2))) is same


async def test_no_source_has_more_connections_than_a_hospital(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tcp, "SOURCE_CONNECTIONS_MAX", 3)
    async with scene(tcp=True) as circle:
        mia = await circle.sit_by_tcp(1)
        crowd = [opened(mia.server) for _ in range(3)]
        assert await closed(crowd[2])
        with opened(mia.server, "127.0.0.2"):
            await until(lambda: circle.server.counters.tcp_connections == 4)
        for connection in crowd:
            connection.close()
        await until(lambda: circle.server.counters.tcp_connections == 1)
        with opened(mia.server):
            await until(lambda: circle.server.counters.tcp_connections == 2)


async def test_where_all_places_are_taken_the_oldest_that_is_nobodys_makes_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tcp, "CONNECTIONS_MAX", 2)
    async with scene(tcp=True) as circle:
        mia = await circle.sit_by_tcp(1)
        with opened(mia.server) as idle:
            await until(lambda: circle.server.counters.tcp_connections == 2)
            max_ = await circle.sit_by_tcp(2)
            assert await closed(idle)
        with opened(mia.server) as late:
            assert await closed(late)
        assert circle.transports[1].alive
        assert circle.transports[2].alive
        assert not max_.ended


async def test_who_comes_again_from_the_same_port_is_not_taken_for_the_connection_that_broke() -> None:
    """It is accepted before anybody has read that the one before is broken."""
    async with scene(tcp=True) as circle:
        assert circle.server._tcp
        broken = opened(server_of(circle))
        await until(lambda: circle.server.counters.tcp_connections == 1)
        place = broken.getsockname()
        broken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        broken.close()
        with socket.create_connection(server_of(circle), source_address=place) as again:
            circle.server._tcp._accept()
            await asyncio.sleep(0.05)
            assert circle.server.counters.tcp_connections == 1
            again.setblocking(False)
            with pytest.raises(BlockingIOError):
                again.recv(1)
        await until(lambda: circle.server.counters.tcp_connections == 0)


async def test_without_descriptors_the_port_waits_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    async with scene(tcp=True) as circle:
        mia = await circle.sit_by_tcp(1)
        failed: list[OSError] = []

        def accept(_: socket.socket) -> None:
            failed.append(OSError(errno.EMFILE, "Too many open files"))
            raise failed[-1]

        with monkeypatch.context() as broken:
            broken.setattr(socket.socket, "accept", accept)
            late = opened(mia.server)
            await until(lambda: len(failed) >= 2)
            await asyncio.sleep(0)
            assert len(failed) < 5, "once a tick, and not in every turn"
        with late:
            await until(lambda: circle.server.counters.tcp_connections == 2)
        assert circle.transports[1].alive


@pytest.mark.parametrize("kind", ["checks", "short frames", "empty frames"])
async def test_a_flood_of_somebody_in_the_circle_holds_nobody_up(kind: str) -> None:
    async with scene(tcp=True) as circle:
        circle.heard(2)
        flooder, mia, max_ = await circle.sit_by_tcp(1), await circle.sit(2), await circle.sit_by_tcp(3)
        check = flooder.request()
        flood = {
            "checks": struct.pack("!H", len(check)) + check,
            "short frames": struct.pack("!H", 13) + bytes(13),
            "empty frames": b"\0\0",
        }
        once = flood[kind] * (200_000 // len(flood[kind]))
        flooding = asyncio.create_task(flooder.flood(once))
        for heard in range(5, 55, 5):
            mia.speak(5)
            await max_.hears(2, heard)
        await flooding
        mia.speak(1)
        await max_.hears(2, 51)
        if kind == "checks":
            await until(lambda: circle.server.counters.excess_checks > 500)
        assert circle.transports[2].alive
        assert circle.transports[3].alive
