"""The numbers of the sound, for whoever watches."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from app.media import rtcp
from app.media.counters import Distribution
from app.media.rtcp import ReportBlock
from tests.media.scene import scene
from tests.media.test_transport import HandMovedClock
from tests.support.peer import until

MOMENT_S = 1_767_227_400.25


def test_a_value_is_counted_under_the_lowest_bound_it_does_not_pass() -> None:
    lags = Distribution(0.01, 0.1)
    for value in (0, 0.01, 0.011, 0.1, 5):
        lags.note(value)
    assert lags.counts == [2, 2, 1]
    assert lags.sum == 0.01 + 0.011 + 0.1 + 5


@given(round_trip_ms=st.integers(0, 20_000), held_ms=st.integers(0, 10_000))
def test_a_round_trip_is_reckoned_from_the_browsers_answer(round_trip_ms: int, held_ms: int) -> None:
    sent = rtcp.sender_report(1, MOMENT_S, 0, 0, 0)
    middle = int.from_bytes(sent[10:14], "big")
    block = ReportBlock(1, 0, 0, 0, 0, middle, held_ms * 65536 // 1000)
    found = rtcp.round_trip_s(block, MOMENT_S + (round_trip_ms + held_ms) / 1000)
    assert found is not None
    assert abs(found - round_trip_ms / 1000) < 0.001


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_what_cannot_be_a_round_trip_is_none(last_report: int, since: int) -> None:
    found = rtcp.round_trip_s(ReportBlock(1, 0, 0, 0, 0, last_report, since), MOMENT_S)
    assert found is None or 0 <= found < rtcp.ROUND_TRIP_S_MAX
    assert rtcp.round_trip_s(ReportBlock(1, 0, 0, 0, 0, 0, since), MOMENT_S) is None
    ahead = ReportBlock(1, 0, 0, 0, 0, int.from_bytes(rtcp.sender_report(1, MOMENT_S + 1, 0, 0, 0)[10:14], "big"), 0)
    assert rtcp.round_trip_s(ahead, MOMENT_S) is None


def test_what_listeners_report_is_noted_of_nobody() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(9)
            ssrc = (await max_.hears(1, 9))[0].ssrc
            last = int.from_bytes(
                rtcp.sender_report(ssrc, clock() + circle.server._context.unix_offset_s, 0, 9, 9)[10:14], "big"
            )
            clock.now += 0.08
            lossy = ReportBlock(ssrc, 26, 9, 0, 0, last, 0)
            of_nobody = ReportBlock(ssrc + 9999, 200, 9, 0, 0, last, 0)
            max_.report(rtcp.receiver_report(5, of_nobody) + rtcp.receiver_report(5, lossy))
            counters = circle.server.counters
            await until(lambda: sum(counters.loss_ratio.counts) == 1)
            assert counters.loss_ratio.sum == 26 / 256
            assert sum(counters.round_trip_seconds.counts) == 1
            assert abs(counters.round_trip_seconds.sum - 0.08) < 0.001

    asyncio.run(scenario())


def test_what_a_closed_room_counted_stays_counted() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(3)
            await max_.hears(1, 3)
            before = circle.server.voices
            assert (before.forwarded, before.sent) == (3, 3)
            circle.room.close()
            circle.server.room(4)
            after = circle.server.voices
            assert after.forwarded == 3
            assert after.sent >= 3

    asyncio.run(scenario())


def test_the_lag_of_the_loop_is_noted_again_and_again() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            lags = circle.server.counters.loop_lag_seconds
            await until(lambda: sum(lags.counts) >= 2)

    asyncio.run(scenario())


def test_sound_that_goes_on_at_another_address_of_a_browser_is_counted() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            assert circle.server.counters.moved == 0
            max_.move()
            max_.check()
            await until(lambda: circle.server.counters.moved == 1)
            mia.speak(1, payload=b"here")
            assert (await max_.hears(1, 1))[0].payload == b"here"
            assert circle.server.counters.moved == 1

    asyncio.run(scenario())
