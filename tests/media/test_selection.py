"""Of many open microphones so many are sent as can be told apart, and none that is silent."""

from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.media.rtp import SILENCE
from app.media.selection import MARGIN, NOISE_S, VOICES_MAX, VoiceSelection
from app.media.speech import COMFORT_NOISE, NOT_AUDIBLE
from tests.media.scene import Scene, scene
from tests.support.peer import Peer, until

FRAME_S = 0.02
SOFT, LOUD = NOT_AUDIBLE + 10, NOT_AUDIBLE + 40
VOICE = bytes(80)
QUIET_LEVEL = 100
SPOKEN, WHISPERED = 0x80 | 30, 0x80 | 60
"""Levels whose senders find voice in a packet."""

loudnesses = st.integers(COMFORT_NOISE, 127)


@given(st.lists(loudnesses.filter(bool), min_size=1, max_size=200))
def test_whoever_speaks_alone_is_sent_whole_however_softly(packets: list[int]) -> None:
    selection = VoiceSelection()
    assert all(selection.select(1, loud, n * FRAME_S) for n, loud in enumerate(packets))


@given(st.lists(st.tuples(st.integers(1, VOICES_MAX), loudnesses.filter(bool)), max_size=300))
def test_so_many_as_fit_never_wait_for_one_another(packets: list[tuple[int, int]]) -> None:
    """Nobody's first syllable is cut while there is a place."""
    selection = VoiceSelection()
    assert all(selection.select(seat, loud, n * FRAME_S / VOICES_MAX) for n, (seat, loud) in enumerate(packets))


@given(st.lists(st.tuples(st.integers(1, 16), loudnesses), max_size=400))
def test_never_more_than_so_many_have_a_place(packets: list[tuple[int, int]]) -> None:
    selection = VoiceSelection()
    for n, (seat, loud) in enumerate(packets):
        sent = selection.select(seat, loud, n * FRAME_S / 16)
        assert sum(other in selection for other in range(1, 17)) <= VOICES_MAX
        assert sent or seat not in selection


def full() -> VoiceSelection:
    selection = VoiceSelection()
    for seat in range(1, VOICES_MAX + 1):
        assert selection.select(seat, LOUD, 0.0)
    return selection


def test_one_more_takes_the_place_of_the_quietest_only_when_it_is_clearly_louder() -> None:
    selection = full()
    assert not selection.select(9, LOUD + MARGIN - 1, 0.0)
    assert selection.select(9, LOUD + MARGIN, 0.0)
    assert sum(seat in selection for seat in range(1, VOICES_MAX + 1)) == VOICES_MAX - 1


def test_the_pause_between_two_words_costs_nobody_their_place() -> None:
    selection = full()
    assert not selection.select(9, LOUD, 0.3)


def test_whoever_has_stopped_gives_way_to_a_softer_voice() -> None:
    selection = full()
    for n in range(100):
        for seat in range(1, VOICES_MAX):
            selection.select(seat, LOUD, n * FRAME_S)
    assert VOICES_MAX in selection
    assert selection.select(9, SOFT + MARGIN, 2.0)
    assert VOICES_MAX not in selection


def test_noise_follows_a_voice_for_a_moment_and_takes_no_place() -> None:
    selection = VoiceSelection()
    assert not selection.select(1, COMFORT_NOISE, 0.0)
    assert selection.select(1, SOFT, 0.1)
    assert all(selection.select(1, COMFORT_NOISE, 0.1 + part * NOISE_S) for part in (0.02, 0.4, 0.98))
    assert not any(selection.select(1, COMFORT_NOISE, 0.1 + part * NOISE_S) for part in (1.02, 1.4))
    assert 1 not in selection
    assert selection.select(1, SOFT, 9.0)


def test_whoever_is_dropped_begins_anew() -> None:
    selection = full()
    selection.drop(1)
    selection.drop(1)
    assert selection.select(9, 1, 0.0)


async def talk(circle: Scene, peers: dict[int, Peer], packets: int) -> None:
    """Everybody at once, as loud as their seat's number says."""
    for _ in range(packets):
        before = circle.server.counters.received
        for seat, peer in peers.items():
            peer.speak(1, VOICE, level=30 - seat)
        await until(lambda before=before: circle.server.counters.received >= before + len(peers))


@pytest.mark.anyio
async def test_of_six_who_speak_at_once_a_listener_receives_four() -> None:
    async with scene(seats=7) as circle:
        everybody = frozenset(range(1, 7))
        peers = {seat: await circle.sit(seat) for seat in everybody}
        listener = await circle.sit(7)
        circle.heard(*everybody)
        await talk(circle, peers, 10)
        await until(lambda: circle.room.counters.forwarded + circle.room.counters.held_back == 60)
        sent = {seat for seat in everybody if listener.heard[seat]}
        assert len(sent) == VOICES_MAX
        assert circle.room.counters.held_back == 20


@pytest.mark.anyio
@pytest.mark.parametrize("noise", [SILENCE, bytes(70)], ids=["short", "long"])
async def test_the_noise_of_the_silent_is_sent_to_nobody_and_what_they_say_then_is(noise: bytes) -> None:
    """Browsers describe the noise of a room in as many bytes as voice takes."""
    skipped_s = 0.0
    async with scene(seats=2, clock=lambda: monotonic() + skipped_s) as circle:
        mia, max_ = await circle.sit(1), await circle.sit(2)
        circle.heard(1)
        mia.speak(20, noise, level=QUIET_LEVEL)
        await until(lambda: circle.room.counters.held_back == 20)
        mia.speak(2, VOICE, level=SPOKEN)
        mia.speak(3, noise, level=QUIET_LEVEL)
        await max_.hears(1, 5)
        skipped_s = NOISE_S
        mia.speak(4, noise, level=QUIET_LEVEL)
        mia.speak(2, VOICE, level=SPOKEN)
        heard = await max_.hears(1, 7)
        assert circle.room.counters.held_back == 24
        assert [packet.marker for packet in heard] == [True, *[False] * 4, True, False]
        assert [packet.sequence - heard[0].sequence for packet in heard] == list(range(7))


@pytest.mark.anyio
async def test_a_voice_so_soft_that_only_its_sender_finds_it_is_sent_whole() -> None:
    skipped_s = 0.0
    async with scene(seats=2, clock=lambda: monotonic() + skipped_s) as circle:
        mia, max_ = await circle.sit(1), await circle.sit(2)
        circle.heard(1)
        for _ in range(3):
            mia.speak(2, VOICE, level=WHISPERED)
            skipped_s += 0.5 * NOISE_S
        await max_.hears(1, 6)
        assert circle.room.counters.held_back == 0
