"""No flood costs more than a voice does, and no voice is ever taken for a flood."""

import asyncio
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.media.limits import (
    BURST_S,
    CHECKS_PER_S,
    REPORT_BYTES_PER_S,
    REPORTS_PER_S,
    VOICE_BURST_S,
    VOICE_BYTES_PER_S,
    VOICE_PACKETS_PER_S,
    RateLimit,
    voice_cost_s,
)
from app.media.rtcp import receiver_report
from app.media.rtcp_receiver import REPORTERS_MAX
from tests.media.scene import Scene, scene
from tests.media.test_transport import HandMovedClock
from tests.support.peer import Peer, until

HEADERS = 12 + 8 + 16
"""Bytes of a packet beside its Opus: the RTP header, the level, the tag of SRTP."""

OPUS_BYTES_PER_S = 510_000 // 8
"""The most a voice can be (RFC 6716, section 2.1.1)."""


def passed(arrivals: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Those of the (time, length) that a limit lets through."""
    limit, through = RateLimit(VOICE_BURST_S), []
    for now, length in arrivals:
        if not limit.exceeded(now):
            limit.charge(now, voice_cost_s(length))
            through.append((now, length))
    return through


@given(
    st.sampled_from([10, 20, 40, 60]),
    st.lists(st.tuples(st.integers(0, 3000), st.floats(0.0, 4.0)), max_size=6),
    st.floats(0.999, 1.001),
)
def test_every_voice_passes_whole_however_its_line_stalls(ptime_ms: int, stalls: list, drift: float) -> None:
    """At the highest rate Opus has, with any packet time, on a clock of its own, held up and let go at any time."""
    length = OPUS_BYTES_PER_S * ptime_ms // 1000 + HEADERS
    arrivals = []
    for n in range(60_000 // ptime_ms):
        sent = n * ptime_ms / 1000 * drift
        held = [from_packet * ptime_ms / 1000 + for_s for from_packet, for_s in stalls if from_packet <= n]
        arrivals.append((max([sent, *(until_s for until_s in held if until_s > sent)]), length))
    assert passed(arrivals) == arrivals


@given(st.lists(st.tuples(st.floats(0, 0.1), st.integers(28, 1350)), min_size=1, max_size=400), st.integers(1, 20))
def test_whatever_comes_no_more_passes_than_the_rate_and_one_burst(steps: list, times: int) -> None:
    now, arrivals = 0.0, []
    for wait, length in steps:
        now += wait / times
        arrivals += [(now, length)] * times
    through = passed(arrivals)
    for since in range(0, len(through), 7):
        window = through[since:]
        seconds = window[-1][0] - window[0][0] + VOICE_BURST_S
        assert len(window) <= seconds * VOICE_PACKETS_PER_S + 2
        assert sum(length for _, length in window) <= seconds * VOICE_BYTES_PER_S + 2 * 1350


def test_a_flood_is_spread_evenly_so_that_the_lock_keeps_count() -> None:
    through = passed([(n / 20_000, 80) for n in range(200_000)])
    gaps = [after - before for (before, _), (after, _) in itertools.pairwise(through)]
    assert max(gaps) < 0.01, "a hundred packets or two, of the 32768 that SRTP can bridge"


def test_an_idle_line_saves_up_no_more_than_one_burst() -> None:
    limit = RateLimit(1.0, 0.1)
    for now in (0.0, 1e6):
        for _ in range(11):
            assert not limit.exceeded(now)
            limit.charge(now)
        assert limit.exceeded(now)
        assert not limit.exceeded(now + 0.11)


async def speaker_and_listener(circle: Scene) -> tuple[Peer, Peer]:
    mia, max_ = await circle.sit(1), await circle.sit(2)
    circle.heard(1)
    return mia, max_


async def flood(circle: Scene, clock: HandMovedClock, peer: Peer, seconds: int, payload: bytes = bytes(80)) -> None:
    """3,000 packets a second, by the hand-moved clock."""
    for _ in range(seconds * 100):
        taken = circle.server.counters.received
        peer.speak(30, payload)
        await until(lambda taken=taken: circle.server.counters.received >= taken + 30)
        clock.now += 0.01


@pytest.mark.parametrize("payload", [bytes(80), bytes(1300)], ids=["by count", "by size"])
def test_a_flood_of_voice_goes_on_to_nobody_but_for_a_voice_s_share(payload: bytes) -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            mia, _ = await speaker_and_listener(circle)
            await flood(circle, clock, mia, 3, payload)
            counters = circle.room.counters
            of_count = VOICE_PACKETS_PER_S * (3 + VOICE_BURST_S)
            of_size = VOICE_BYTES_PER_S * (3 + VOICE_BURST_S) / (len(payload) + 28)
            assert counters.forwarded <= min(of_count, of_size) + 2
            assert counters.forwarded > min(of_count, of_size) * 0.9
            assert counters.forwarded + counters.excess == 9000

    asyncio.run(scenario())


def test_whoever_floods_is_heard_again_when_it_is_over() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            mia, max_ = await speaker_and_listener(circle)
            await flood(circle, clock, mia, 1)
            clock.now += 0.1
            mia.speak(5, b"after")
            await until(lambda: [packet.payload for packet in max_.heard[1]][-5:] == [b"after"] * 5)

    asyncio.run(scenario())


def test_a_flood_behind_the_gate_is_not_even_read() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            mia = await circle.sit(1)
            await flood(circle, clock, mia, 1)
            counters = circle.room.counters
            assert counters.gated <= VOICE_PACKETS_PER_S * (1 + VOICE_BURST_S) + 2
            assert counters.gated + counters.excess == 3000

    asyncio.run(scenario())


def test_whoever_comes_again_gets_no_more() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            for _ in range(3):
                mia = await circle.sit(1)
                await flood(circle, clock, mia, 1)
            assert circle.room.counters.gated <= VOICE_PACKETS_PER_S * (3 + VOICE_BURST_S) + 2

    asyncio.run(scenario())


def test_a_stalled_radio_loses_nothing() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            mia, _ = await speaker_and_listener(circle)
            for n in range(5):
                clock.now += 2
                mia.speak(200)
                await until(lambda n=n: circle.room.counters.forwarded == 200 * (n + 1))
            assert circle.room.counters.excess == 0

    asyncio.run(scenario())


def test_nobody_can_use_up_what_another_may_say() -> None:
    """Forged packets from a speaker's own address, with its own source, are not counted against it."""

    async def scenario() -> None:
        async with scene(clock=HandMovedClock()) as circle:
            mia, max_ = await speaker_and_listener(circle)
            mia.speak(1)
            await max_.hears(1, 1)
            forged = mia.sent[0][:-1] + bytes([mia.sent[0][-1] ^ 1])
            for n in range(3000):
                mia.transmit(forged)
                if n % 30 == 0:
                    await asyncio.sleep(0)
            mia.speak(100)
            await max_.hears(1, 101)
            await until(lambda: circle.room.counters.bad == 3000)
            assert circle.room.counters.excess == 0

    asyncio.run(scenario())


def test_reports_are_read_of_so_many_sources_and_no_more() -> None:
    """libsrtp keeps state for each."""

    async def scenario() -> None:
        async with scene() as circle:
            mia, max_ = await speaker_and_listener(circle)
            sources: set[bytes] = set()
            keys = circle.transports[1].keys
            assert keys
            unprotect = keys.unprotect_rtcp

            def unprotect_and_note(datagram: bytes) -> bytes | None:
                sources.add(datagram[4:8])
                return unprotect(datagram)

            keys.unprotect_rtcp = unprotect_and_note  # type: ignore[method-assign]
            for ssrc in range(2 * REPORTERS_MAX):
                mia.report(receiver_report(ssrc, None))
            mia.speak(1)
            await max_.hears(1, 1)
            assert len(sources) == REPORTERS_MAX

    asyncio.run(scenario())


def test_long_reports_cost_more_than_short_ones() -> None:
    """It takes two thirds of a millisecond to read what has as many reports as go into one datagram."""

    async def scenario() -> None:
        async with scene(clock=HandMovedClock()) as circle:
            mia, max_ = await speaker_and_listener(circle)
            long = receiver_report(5, None) * 160
            for _ in range(200):
                mia.report(long)
            mia.speak(1)
            await max_.hears(1, 1)
            through = 200 - circle.room.counters.excess_reports
            assert through * len(long) <= REPORT_BYTES_PER_S * BURST_S + 2 * len(long)
            assert through > 50

    asyncio.run(scenario())


def test_reports_checks_and_handshakes_have_their_bounds_too() -> None:
    async def scenario() -> None:
        async with scene(clock=HandMovedClock()) as circle:
            mia, max_ = await speaker_and_listener(circle)
            for n in range(1000):
                mia.report(b"\x80\xc9\x00\x01\x00\x00\x00\x05")
                mia.check()
                mia.transmit(b"\x17\xfe\xfd" + bytes(40))
                if n % 10 == 0:
                    await asyncio.sleep(0)
            mia.speak(1)
            await max_.hears(1, 1)
            of_port = circle.server.counters
            assert 600 <= of_port.excess_checks <= 1000
            assert of_port.checks <= CHECKS_PER_S * 4 + 10
            assert circle.room.counters.excess_reports == 1000 - (REPORTS_PER_S * 4 + 1)
            assert of_port.overflows >= 1000 - 201
            assert not circle.ends

    asyncio.run(scenario())
