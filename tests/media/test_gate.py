"""The gate, on the wire: who is heard, and that nothing gets past it."""

import asyncio
import itertools
import random

import pytest

from app.media.rtp import CLOCK_HZ
from app.media.selection import NOISE_S
from tests.media.scene import scene
from tests.media.test_transport import HandMovedClock
from tests.support.peer import Packet, until

SILENCE = b"\xf8\xff\xfe"


def voices(packets: list[Packet]) -> list[bytes]:
    return [packet.payload for packet in packets if packet.payload != SILENCE]


def assert_one_stream(packets: list[Packet]) -> None:
    for before, after in itertools.pairwise(packets):
        assert (after.sequence - before.sequence) & 0xFFFF == 1
        assert 0 < (after.timestamp - before.timestamp) & 0xFFFFFFFF < 0x80000000


def test_nobody_is_heard_until_told() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(20)
            await until(lambda: circle.room.counters.gated == 20)
            assert not max_.heard

    asyncio.run(scenario())


def test_whoever_may_be_heard_is_heard_by_all_others_and_not_by_themselves() -> None:
    async def scenario() -> None:
        async with scene(seats=5) as circle:
            peers = {seat: await circle.sit(seat) for seat in range(1, 6)}
            circle.heard(1, 3)
            for seat, peer in peers.items():
                peer.speak(5, payload=b"seat%d" % seat)
            for seat, peer in peers.items():
                for speaker in {1, 3} - {seat}:
                    heard = await peer.hears(speaker, 5)
                    assert voices(heard) == [b"seat%d" % speaker] * 5
            await until(lambda: circle.room.counters.gated == 15)
            assert all(set(peer.heard) == {1, 3} - {seat} for seat, peer in peers.items())
            assert circle.room.counters.sent == 2 * 5 * 4

    asyncio.run(scenario())


def test_a_voice_that_is_taken_ends_in_silence() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await circle.sit(1), await circle.sit(2)
            circle.heard(1)
            mia.speak(4)
            await max_.hears(1, 4)
            circle.heard()
            mia.speak(4)
            heard = await max_.hears(1, 7)
            await until(lambda: circle.room.counters.gated == 4)
            assert [packet.payload for packet in heard[4:]] == [SILENCE] * 3
            assert [packet.marker for packet in heard] == [True] + [False] * 6
            assert_one_stream(heard)

    asyncio.run(scenario())


def test_nothing_sent_before_the_opening_is_heard_even_if_nobody_has_read_it_yet() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(3, payload=b"too early")  # lies in the server's socket: the loop has not turned
            circle.heard(1)
            mia.speak(3, payload=b"in time")
            assert voices(await max_.hears(1, 3)) == [b"in time"] * 3
            assert circle.room.counters.gated == 3

    asyncio.run(scenario())


def test_one_voice_ends_before_another_begins() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_, piet = [await circle.sit(seat) for seat in (1, 2, 3)]
            circle.heard(1)
            mia.speak(3)  # lies in the server's socket: the loop has not turned
            circle.heard(3)
            piet.speak(1)
            await max_.hears(3, 1)
            assert not max_.heard[1]
            assert circle.room.counters.gated == 3

    asyncio.run(scenario())


def test_nobody_makes_the_server_use_a_number_twice() -> None:
    """Under one key two packets of one number share a key stream (RFC 3711, section 9.1)."""

    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await circle.sit(1), await circle.sit(2)
            circle.heard(1)
            mia.sequence = 4
            mia.speak(10, payload=b"first")
            await max_.hears(1, 10)
            mia.send(b"far ahead", sequence=40_000)
            mia.sequence = 4
            mia.speak(10, payload=b"other")
            mia.speak(1, payload=b"then")
            heard = await max_.hears(1, 11)
            assert voices(heard) == [b"first"] * 10 + [b"then"]
            assert (circle.room.counters.late, circle.room.counters.forwarded) == (11, 11)

    asyncio.run(scenario())


def test_nothing_passes_late_or_twice() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(3)
            circle.heard(1)
            mia.send(b"overtaken", sequence=(mia.sequence - 3) & 0xFFFF)
            mia.sequence += 5
            mia.speak(1)
            mia.send(b"overtaken", sequence=(mia.sequence - 1) & 0xFFFF)
            await until(lambda: (circle.room.counters.gated, circle.room.counters.late) == (4, 1))
            for datagram in list(mia.sent):
                mia.transmit(datagram)
            await until(lambda: circle.room.counters.bad == len(mia.sent))
            assert voices(await max_.hears(1, 1)) == [b"\xf8voice"]

    asyncio.run(scenario())


def test_noise_that_was_overtaken_lets_nothing_in_from_before_the_opening() -> None:
    """Noise is not sent; nor does it make way for a voice from the same time (H8)."""

    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(3)
            await until(lambda: circle.room.counters.gated == 3)
            circle.heard(1)
            mia.speak(1, payload=b"open")
            await max_.hears(1, 1)
            clock.now += NOISE_S
            mia.timestamp += round(NOISE_S * CLOCK_HZ)
            noise = b"\xbe\xde\x00\x01\x10\xff\x00\x00" + SILENCE
            mia.send(noise, sequence=(mia.sequence - 9) & 0xFFFF, flags=0x90)
            mia.send(b"overtaken", sequence=(mia.sequence - 8) & 0xFFFF)
            mia.speak(1, payload=b"and on")
            assert voices(await max_.hears(1, 2)) == [b"open", b"and on"]
            assert (circle.room.counters.held_back, circle.room.counters.late) == (1, 1)

    asyncio.run(scenario())


def test_what_is_recorded_while_silent_is_worth_nothing_later() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(5, payload=b"secret")
            await until(lambda: circle.room.counters.gated == 5)
            circle.heard(1)
            for datagram in list(mia.sent):
                mia.transmit(datagram)
            mia.speak(1, payload=b"open")
            assert voices(await max_.hears(1, 1)) == [b"open"]
            assert circle.room.counters.bad == 5

    asyncio.run(scenario())


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_order_only_what_was_allowed_is_heard(seed: int) -> None:
    async def scenario() -> None:
        chance = random.Random(seed)
        async with scene() as circle:
            mia, max_ = await circle.sit(1), await circle.sit(2)
            allowed, n = False, 0
            for _ in range(300):
                if chance.random() < 0.3:
                    allowed = chance.random() < 0.5
                    circle.heard(*({1, 3} if allowed else {2, 3}))
                for _ in range(chance.randrange(4)):
                    n += 1
                    mia.speak(1, payload=b"%d %s" % (n, b"allowed" if allowed else b"forbidden"))
                if chance.random() < 0.3:
                    await asyncio.sleep(0)
            circle.heard(1)
            mia.speak(1, payload=b"%d end" % (n + 1))
            await until(lambda: any(b"end" in packet.payload for packet in max_.heard[1]))
            heard = [payload.split() for payload in voices(max_.heard[1])]
            assert len(heard) > 50
            assert {what for _, what in heard} == {b"allowed", b"end"}
            numbers = [int(number) for number, _ in heard]
            assert numbers == sorted(set(numbers))
            assert_one_stream(max_.heard[1])

    asyncio.run(scenario())


def test_the_gate_stays_closed_after_the_end() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            await circle.sit(1)
            circle.room.close()
            circle.heard(1)
            circle.room.close()
            with pytest.raises(RuntimeError, match="closed"):
                circle.join(1)

    asyncio.run(scenario())


def test_there_are_only_the_seats_there_are() -> None:
    async def scenario() -> None:
        async with scene(seats=4) as circle:
            with pytest.raises(ValueError, match=r"no seats \[5\]"):
                circle.heard(1, 5)
            with pytest.raises(ValueError, match=r"no seats \[5\]"):
                circle.heard(1, breakout=[5])
            with pytest.raises(ValueError, match="no seat 0"):
                circle.join(0)
            with pytest.raises(ValueError, match="2 to 24 seats"):
                circle.server.room(seats=25)

    asyncio.run(scenario())


def test_nothing_of_a_circle_that_has_closed_is_in_the_buffers() -> None:
    """E2: neither what was said last nor where from. Those of other circles are written anew with each packet."""

    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await circle.sit(1), await circle.sit(2)
            circle.heard(1)
            mia.speak(4, payload=b"what is said last")
            await max_.hears(1, 4)
            port = circle.server._port
            assert b"what is said last" in port.rx.data
            assert any(port.tx.names)
            circle.room.close()
            for batch in (port.rx, port.tx):
                assert not any(batch.data)
                assert not any(batch.names)

    asyncio.run(scenario())
