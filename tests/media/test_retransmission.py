"""What is kept of a voice, and how much of it one listener gets again."""

from hypothesis import example, given
from hypothesis import strategies as st

from app.media.counters import RoomCounters
from app.media.retransmission import (
    _REMEMBERED,
    KEPT,
    RESENT_PER_S,
    RetransmissionBuffer,
    RetransmissionLimit,
    Retransmitter,
)
from app.media.routes import Routes

u16 = st.integers(0, 0xFFFF)


@given(u16, st.lists(st.integers(1, 5), max_size=200))
@example(first=65_500, steps=[5] * 14)
@example(first=0, steps=[1] * 200)
def test_exactly_the_newest_are_kept(first: int, steps: list[int]) -> None:
    buffer, sequence, kept = RetransmissionBuffer(), first, {}
    for step in steps:
        sequence = (sequence + step) & 0xFFFF
        buffer.keep(sequence, packet := bytearray(2))
        kept[sequence] = packet
    for back in range(2 * KEPT):
        asked = (sequence - back) & 0xFFFF
        found = buffer.find(asked)
        assert found is (kept.get(asked) if back < KEPT else None)


def test_one_that_comes_late_hides_no_newer_one() -> None:
    buffer = RetransmissionBuffer()
    for sequence in (0xFFFE, 0, 1, 0xFFFF):
        buffer.keep(sequence, bytearray(2))
    assert all(buffer.find(sequence) is not None for sequence in (0xFFFE, 0xFFFF, 0, 1))


def test_what_is_forgotten_is_gone() -> None:
    buffer = RetransmissionBuffer()
    for sequence in range(KEPT):
        buffer.keep(sequence, bytearray(b"secret"))
    buffer.clear()
    assert not any(buffer.find(sequence) for sequence in range(KEPT))
    assert not any(buffer._packets)


def test_a_packet_is_sent_again_once_in_a_round_trip() -> None:
    limit = RetransmissionLimit()
    assert not limit.repeats((1, 7), 0.1, 0.0)
    limit.charge((1, 7), 0.0)
    assert limit.repeats((1, 7), 0.1, 0.08)
    assert not limit.repeats((2, 7), 0.1, 0.08)
    assert not limit.repeats((1, 7), 0.1, 0.1)


def test_of_what_was_sent_again_the_newest_alone_are_remembered() -> None:
    """What was asked for long ago would be sent again as if for the first time."""
    limit = RetransmissionLimit()
    packets = [(1, number) for number in range(2 * _REMEMBERED)]
    for packet in packets:
        assert limit.charge(packet, 0.0)
    assert [packet for packet in packets if limit.repeats(packet, 0.1, 0.0)] == packets[_REMEMBERED:]


def test_what_came_late_is_sent_again_to_whoever_asks_and_is_no_loss_of_their_line() -> None:
    class AllSent:
        def fan_out(self, _packet: bytearray, listeners: tuple[object, ...]) -> int:
            return len(listeners)

    class Keys:
        pass

    routes, keys = Routes((1, 2)), Keys()
    routes.rebuild({2: (keys, ("127.0.0.1", 9))}, {1: 0, 2: 0})
    retransmitter = Retransmitter((1, 2), routes, AllSent(), counters := RoomCounters())
    for sequence in (8, 7):
        retransmitter.keep(1, sequence, bytearray(20))
    retransmitter.came_late(1, 7)
    assert [retransmitter.resend(1, 2, sequence, 0.1, 0.0) for sequence in (7, 8)] == [False, True]
    assert counters.resent == 2


def test_no_claim_about_the_round_trip_stops_it_or_sets_it_free() -> None:
    limit = RetransmissionLimit()
    limit.charge((1, 7), 0.0)
    assert limit.repeats((1, 7), 0.0001, 0.01)
    assert not limit.repeats((1, 7), 30.0, 0.21)


@given(st.lists(st.tuples(st.integers(0, 200), st.floats(0, 0.1)), max_size=400))
def test_a_flood_of_requests_gets_no_more_than_a_line_can_use(asked: list[tuple[int, float]]) -> None:
    limit, now, sent = RetransmissionLimit(), 0.0, 0
    for sequence, later in asked:
        now += later
        if not limit.repeats((1, sequence), 0.05, now) and not limit.exceeded(now):
            limit.charge((1, sequence), now)
            sent += 1
    assert sent <= KEPT + 1 + now * RESENT_PER_S
    assert len(limit._sent_at) <= 256
