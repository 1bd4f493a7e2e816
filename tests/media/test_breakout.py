"""Two sides in one room, on the wire: each hears itself alone, and nothing passes across when they change."""

import asyncio
import random

import pytest

from app.media.limits import VOICE_PACKETS_PER_S
from app.media.losses import Loss
from app.media.routes import Routes
from app.media.stream import LEAP_MAX
from tests.media.scene import Scene, scene
from tests.media.test_gate import SILENCE, assert_one_stream, voices
from tests.media.test_reports import next_report, read
from tests.media.test_transport import HandMovedClock
from tests.support.peer import FRAME, Peer, until

EVERYBODY = (1, 2, 3, 4)


async def four(circle: Scene) -> dict[int, Peer]:
    return {seat: await circle.sit(seat) for seat in EVERYBODY}


def matrix(peers: dict[int, Peer], first: int = 0) -> dict[int, dict[int, list[bytes]]]:
    """What each has heard of whom, by listener and speaker."""
    return {
        seat: {other: packets for other in EVERYBODY if (packets := voices(peer.heard[other])[first:])}
        for seat, peer in peers.items()
    }


class Context:
    """As good as an SRTP context, where nothing is encrypted."""


def test_the_audience_is_everybody_else_on_the_same_side() -> None:
    routes = Routes(range(1, 6))
    line = {seat: (Context(), b"at%d" % seat) for seat in (1, 2, 3, 4)}
    newest = dict.fromkeys(range(1, 6), 0)

    def receive(seat: int) -> list:
        return [listener for _, group in routes.listeners[seat].groups for listener in group]

    routes.rebuild(line, newest)
    assert {s: receive(s) for s in range(1, 6)} == {s: [line[o] for o in line if o != s] for s in range(1, 6)}
    routes.breakout = frozenset({1, 2, 5})
    routes.rebuild(line, newest)
    near = {1: [line[2]], 2: [line[1]], 3: [line[4]], 4: [line[3]], 5: [line[1], line[2]]}
    assert {s: receive(s) for s in range(1, 6)} == near


def test_whoever_is_reached_elsewhere_keeps_their_numbers() -> None:
    routes, context = Routes((1, 2, 3)), Context()
    routes.rebuild({1: (Context(), b"one"), 2: (context, b"two")}, dict.fromkeys((1, 2, 3), 7))
    before = routes.to(1, 2)
    assert before is not None
    routes.move(2, (context, b"elsewhere"))
    assert routes.to(1, 2) == (before[0], (context, b"elsewhere"))
    assert routes.to(1, 3) is None


def test_whoever_goes_changes_nobody_elses_numbers() -> None:
    routes = Routes((1, 2, 3))
    gone, stays = (Context(), b"two"), (Context(), b"three")
    routes.rebuild({1: (Context(), b"one"), 2: gone, 3: stays}, dict.fromkeys((1, 2, 3), 7))
    before = routes.to(1, 3)
    routes.leave(2)
    routes.leave(2)
    assert before is not None
    assert routes.to(1, 3) == before
    assert routes.listeners[1].groups == ((before[0], (stays,)),)
    assert routes.to(1, 2) is None


def test_each_side_hears_itself_alone() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peers = await four(circle)
            circle.heard(*EVERYBODY, breakout=(1, 2))
            for seat, peer in peers.items():
                peer.speak(5, payload=b"seat%d" % seat)
            for listener, speaker in ((1, 2), (2, 1), (3, 4), (4, 3)):
                await peers[listener].hears(speaker, 5)
            assert circle.room.counters.sent == 4 * 5
            assert matrix(peers) == {
                1: {2: [b"seat2"] * 5},
                2: {1: [b"seat1"] * 5},
                3: {4: [b"seat4"] * 5},
                4: {3: [b"seat3"] * 5},
            }

    asyncio.run(scenario())


def test_the_gate_holds_on_both_sides() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peers = await four(circle)
            circle.heard(1, 3, breakout=(1, 2))
            for peer in peers.values():
                peer.speak(5)
            await peers[2].hears(1, 5)
            await peers[4].hears(3, 5)
            await until(lambda: circle.room.counters.gated == 10)
            assert {seat: set(heard) for seat, heard in matrix(peers).items()} == {1: set(), 2: {1}, 3: set(), 4: {3}}

    asyncio.run(scenario())


def test_whoever_changes_sides_while_speaking_ends_in_silence_and_begins_anew() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peers = await four(circle)
            circle.heard(*EVERYBODY, breakout=(1, 2))
            peers[1].speak(4, payload=b"there")
            await peers[2].hears(1, 4)
            peers[1].speak(3, payload=b"on the way")  # lies in the server's socket: the loop has not turned
            circle.heard(*EVERYBODY, breakout=(2,))
            peers[1].speak(4, payload=b"here")
            for listener in (3, 4):
                here = await peers[listener].hears(1, 4)
                assert [packet.payload for packet in here] == [b"here"] * 4
                assert [packet.marker for packet in here] == [True, False, False, False]
            there = await peers[2].hears(1, 7)
            assert [packet.payload for packet in there] == [b"there"] * 4 + [SILENCE] * 3
            assert_one_stream(there)
            assert circle.room.counters.gated == 3

    asyncio.run(scenario())


def test_whoever_changes_sides_while_others_speak_hears_one_end_and_another_begin() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peers = await four(circle)
            circle.heard(2, 4, breakout=(1, 2))
            peers[2].speak(4, payload=b"there")
            peers[4].speak(4, payload=b"not yet")
            await peers[1].hears(2, 4)
            await peers[3].hears(4, 4)
            circle.heard(2, 4, breakout=(2,))
            peers[2].speak(4, payload=b"alone")
            peers[4].speak(4, payload=b"here")
            await peers[1].hears(4, 4)
            await until(lambda: circle.room.counters.forwarded == 16)
            assert [packet.payload for packet in peers[1].heard[2]] == [b"there"] * 4 + [SILENCE] * 3
            assert [packet.payload for packet in peers[1].heard[4]] == [b"here"] * 4
            stayed = await peers[3].hears(4, 11)
            assert [packet.payload for packet in stayed] == [b"not yet"] * 4 + [SILENCE] * 3 + [b"here"] * 4
            assert_one_stream(stayed)

    asyncio.run(scenario())


def test_what_was_overtaken_before_the_change_never_passes_across() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peers = await four(circle)
            circle.heard(*EVERYBODY, breakout=(1, 2))
            peers[1].speak(2)
            peers[1].sequence += 1
            overtaken = peers[1].sequence
            peers[1].speak(2)
            await peers[2].hears(1, 4)
            circle.heard(*EVERYBODY)
            peers[1].send(b"overtaken", sequence=overtaken)
            peers[1].speak(1, payload=b"open")
            for listener in (3, 4):
                assert voices(await peers[listener].hears(1, 1)) == [b"open"]
            assert circle.room.counters.gated == 1

    asyncio.run(scenario())


def test_sides_that_stay_disturb_nobody() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peers = await four(circle)
            circle.heard(1, 2, 3, breakout=(1, 2))
            peers[1].speak(4)
            await peers[2].hears(1, 4)
            circle.heard(1, 4, breakout=(1, 2))
            peers[1].speak(4)
            heard = await peers[2].hears(1, 8)
            assert len(voices(heard)) == 8
            assert [packet.marker for packet in heard] == [True] + [False] * 7

    asyncio.run(scenario())


def test_whoever_comes_back_sits_on_the_side_it_left() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            peers = await four(circle)
            circle.heard(*EVERYBODY, breakout=(1, 2))
            peers[2] = await circle.sit(2)
            peers[2].speak(3, payload=b"back")
            peers[4].speak(3)
            assert voices(await peers[1].hears(2, 3)) == [b"back"] * 3
            await peers[3].hears(4, 3)
            assert {seat: set(heard) for seat, heard in matrix(peers).items()} == {1: {2}, 2: set(), 3: {4}, 4: set()}

    asyncio.run(scenario())


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_order_only_the_same_side_hears(seed: int) -> None:
    async def scenario() -> None:
        chance = random.Random(seed)
        async with scene() as circle:
            peers = await four(circle)
            came: dict[tuple[int, int], list[bytes]] = {}
            heard, breakout = frozenset[int](), frozenset[int]()
            allowed: dict[bytes, frozenset[int]] = {}
            for n in range(400):
                if chance.random() < 0.2:
                    heard, breakout = (frozenset(s for s in EVERYBODY if chance.random() < 0.6) for _ in range(2))
                    circle.heard(*heard, breakout=breakout)
                speaker = chance.choice(EVERYBODY)
                said = b"%d" % n
                side = breakout if speaker in breakout else frozenset(EVERYBODY) - breakout
                allowed[said] = side - {speaker} if speaker in heard else frozenset()
                peers[speaker].speak(1, payload=said)
                if chance.random() < 0.7:
                    await asyncio.sleep(0)
            circle.heard(*EVERYBODY)
            for peer in peers.values():
                peer.speak(1, payload=b"end")
            for listener, peer in peers.items():
                for speaker in set(EVERYBODY) - {listener}:
                    await until(lambda s=speaker, p=peer: any(packet.payload == b"end" for packet in p.heard[s]))
                    came[listener, speaker] = voices(peer.heard[speaker])[:-1]
            assert sum(map(len, came.values())) > 50
            for (listener, _), packets in came.items():
                assert all(listener in allowed[packet] for packet in packets)
                assert [int(packet) for packet in packets] == sorted({int(packet) for packet in packets})

    asyncio.run(scenario())


def test_however_long_they_were_apart_they_hear_each_other_again() -> None:
    """SRTP follows no leap of 32768 packets, eleven minutes of speech: who is apart is not carried along."""

    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            mia, max_, piet = [await circle.sit(seat) for seat in (1, 2, 3)]
            circle.heard(1)
            mia.speak(1, payload=b"before")
            await piet.hears(1, 1)
            circle.heard(1, breakout=(1, 2))
            secrets = 100_000 // LEAP_MAX + 1
            for n in range(secrets):
                clock.now += LEAP_MAX / VOICE_PACKETS_PER_S
                mia.sequence = (mia.sequence + LEAP_MAX) & 0xFFFF  # as good as having said it
                mia.timestamp += LEAP_MAX * FRAME
                for peer in (mia, max_, piet):
                    peer.check()
                mia.speak(1, payload=b"secret")
                await until(lambda n=n: len(voices(max_.heard[1])) == 2 + n)
            assert circle.room._streams[1].settle() > 100_000
            circle.heard(1)
            mia.speak(3, payload=b"after")
            await until(lambda: voices(piet.heard[1])[-1] == b"after")
            assert [packet.payload for packet in piet.heard[1]] == [b"before"] + [SILENCE] * 3 + [b"after"] * 3
            assert_one_stream(piet.heard[1])
            assert len(voices(max_.heard[1])) == 1 + secrets + 3

    asyncio.run(scenario())


def test_the_reports_tell_nothing_of_the_other_side() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            peers = await four(circle)
            circle.heard(1, 3, breakout=(1, 2))
            peers[1].speak(4)
            peers[3].speak(4)
            about_mia = (await peers[2].hears(1, 4))[0].ssrc
            about_piet = (await peers[4].hears(3, 4))[0].ssrc
            circle.room._rtcp[4].losses[about_mia] = Loss(99, clock.now)
            circle.room._rtcp[2].losses[about_mia] = Loss(7, clock.now)
            for seat, told in ((2, {about_mia}), (4, {about_piet}), (1, set())):
                await next_report(peers[seat], clock)
                assert {report.ssrc for report in read(peers[seat])[1]} == told
            assert read(peers[1])[0][0].reports[0].fraction_lost == 7

    asyncio.run(scenario())
