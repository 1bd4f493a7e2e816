"""Rubbish by the ten thousand: nothing crashes, nothing grows, and those who are there do not notice."""

import asyncio
import random
import socket

import pytest

from app.media.paths import PATHS_MAX
from tests.media.scene import Scene, scene
from tests.support.peer import Peer, until

DATAGRAMS = 10_000
BURST = 50


def damaged(samples: list[bytes], chance: random.Random) -> bytes:
    """A true datagram with bytes altered, cut off or added; or nothing but noise."""
    if chance.random() < 0.2:
        return chance.randbytes(chance.randrange(1, 300))
    datagram = bytearray(chance.choice(samples))
    for _ in range(chance.randrange(1, 6)):
        datagram[chance.randrange(len(datagram))] = chance.randrange(256)
    cut = chance.randrange(1, len(datagram) + 1) if chance.random() < 0.3 else len(datagram)
    return bytes(datagram[:cut] + chance.randbytes(chance.randrange(8)))


class Recorder(Peer):
    """A peer that keeps everything it sends."""

    def __init__(self, offer: str) -> None:
        self.transmitted: list[bytes] = []
        super().__init__(offer)

    def transmit(self, datagram: bytes) -> None:
        self.transmitted.append(datagram)
        super().transmit(datagram)


async def record(circle: Scene, seat: int) -> list[bytes]:
    """Real checks, handshakes, voices and reports to damage."""
    peer = Recorder(circle.join(seat).offer)
    circle.transports[seat].answer(peer.answer)
    await peer.arrive()
    peer.speak(5)
    peer.report(b"\x80\xc9\x00\x01\x00\x00\x00\x05")
    await peer.leave()
    await until(lambda: circle.transports[seat].closed)
    return peer.transmitted


@pytest.mark.parametrize("seed", [1, 2])
def test_rubbish_from_strangers(seed: int) -> None:
    async def scenario() -> None:
        chance = random.Random(seed)
        async with scene() as circle:
            samples = await record(circle, 3)
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
                for n in range(DATAGRAMS):
                    stranger.sendto(damaged(samples, chance), mia.server)
                    if n % BURST == 0:
                        await asyncio.sleep(0)
                stranger.sendto(b"", mia.server)
            mia.speak(3)
            await max_.hears(1, 3)
            counters = circle.server.counters
            await until(lambda: counters.strays + counters.forged_checks >= DATAGRAMS)
            assert (circle.server.counters.connections, circle.server.counters.addresses) == (2, 2)
            assert {seat for seat, _ in circle.ends} <= {3}

    asyncio.run(scenario())


@pytest.mark.parametrize("seed", [1, 2])
def test_rubbish_from_somebody_present(seed: int) -> None:
    """Everything here comes from a proven address, so every parser gets its share."""

    async def scenario() -> None:
        chance = random.Random(seed)
        async with scene() as circle:
            samples = await record(circle, 3)
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(5)
            samples += mia.sent
            for n in range(DATAGRAMS):
                datagram = damaged(samples, chance)
                if not 20 <= datagram[0] < 64:  # DTLS may tell the server to end the transport: see below
                    mia.transmit(datagram)
                if n % BURST == 0:
                    await asyncio.sleep(0)
            mia.speak(3, payload=b"still here")
            await until(lambda: [p.payload for p in max_.heard[1]].count(b"still here") == 3)
            assert {p.payload for p in max_.heard[1]} == {b"\xf8voice", b"still here"}
            assert circle.server.counters.addresses == 2
            assert not max_.strangers

    asyncio.run(scenario())


def test_rubbish_instead_of_a_handshake_ends_at_most_that_connection() -> None:
    async def scenario() -> None:
        chance = random.Random(3)
        async with scene() as circle:
            samples = [d for d in await record(circle, 3) if 20 <= d[0] < 64]
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            troublemaker = circle.peer(4)
            circle.transports[4].answer(troublemaker.answer)
            await troublemaker.be_found()
            for n in range(DATAGRAMS):
                troublemaker.transmit(b"\x16" + damaged(samples, chance)[1:])
                if n % BURST == 0:
                    await asyncio.sleep(0)
            mia.speak(3)
            await max_.hears(1, 3)
            assert {seat for seat, _ in circle.ends} <= {3, 4}

    asyncio.run(scenario())


def test_addresses_of_one_browser_are_bounded() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            for _ in range(100):
                mia.move()
                mia.check(nominate=False)
            await until(lambda: circle.server.counters.checks >= 102)
            mia.check()
            mia.speak(1)
            await max_.hears(1, 1)
            assert circle.server.counters.addresses == PATHS_MAX + 1

    asyncio.run(scenario())
