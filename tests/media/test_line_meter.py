"""What is measured of a line: each way by itself, after all repair, and nothing of too few packets."""

import asyncio
from collections.abc import Mapping

import pytest

from app.media import room as media_room
from app.media.line_meter import PACKETS_MIN, HearingMeter, VoiceMeter
from app.media.receiver_stats import ReceiverStats
from app.media.rtcp import ReportBlock, receiver_report
from app.media.rtp import FRAME, FRAME_S
from tests.media.scene import Scene, scene
from tests.support.peer import Peer, until

VOICE, OTHER = 11, 12
"""SSRCs."""


class Microphone:
    """Packets of 20 ms, of which some never come, or come late."""

    def __init__(self) -> None:
        self.stats = ReceiverStats()
        self._sent = 0

    def sends(self, packets: int, lost: frozenset[int] = frozenset(), late_ms: int = 0) -> None:
        for number in range(packets):
            sequence = self._sent + number
            delay_s = late_ms / 1000 * (sequence % 2)
            if number not in lost:
                self.stats.arrive(sequence & 0xFFFF, sequence * FRAME, 100 + sequence * FRAME_S + delay_s)
        self._sent += packets


def block(ssrc: int, highest: int, lost: int) -> ReportBlock:
    return ReportBlock(ssrc, 0, lost, highest, 0, 0, 0)


def test_what_a_microphone_loses_is_a_share_of_what_was_sent_since() -> None:
    """S11: over a turn of the sequence numbers too, and never of a few packets."""
    microphone = Microphone()
    meter = VoiceMeter(microphone.stats)
    assert meter.measure() == {}
    microphone.sends(PACKETS_MIN - 1)
    assert meter.measure() == {}
    microphone.sends(51, lost=frozenset(range(10)))
    assert meter.measure()["voice_lost"] == 0.1
    microphone.sends(100)
    assert meter.measure()["voice_lost"] == 0
    for _ in range(700):
        microphone.sends(100, lost=frozenset({1, 2, 3, 4, 5}))
        assert meter.measure()["voice_lost"] == 0.05


def test_a_packet_that_was_sent_again_is_not_lost() -> None:
    """S11"""
    stats = ReceiverStats()
    meter = VoiceMeter(stats)
    for sequence in [*range(0, 100, 2), *range(1, 100, 2)]:
        stats.arrive(sequence, sequence * FRAME, sequence * FRAME_S)
    assert meter.measure()["voice_lost"] == 0


def test_jitter_is_in_milliseconds() -> None:
    """S11"""
    microphone = Microphone()
    meter = VoiceMeter(microphone.stats)
    microphone.sends(200, late_ms=80)
    assert meter.measure()["jitter_ms"] == pytest.approx(80, rel=0.01)


def all_sent(_ssrc: int, _until: int, _packets: int) -> int:
    return 0


def test_what_a_listener_loses_is_of_all_the_voices_they_hear() -> None:
    """S11: and without what the speakers' own lines have lost before, and they were never sent."""
    passed_over = {(VOICE, 1250, 100): 8, (VOICE, 1350, 100): 8}
    meter = HearingMeter(lambda *asked: passed_over.get(asked, 0))
    meter.reported(block(VOICE, 1000, 5))
    meter.reported(block(OTHER, 70_000, 0))
    assert meter.measure() == {}
    meter.reported(block(VOICE, 1150, 20))
    meter.reported(block(OTHER, 70_050, 5))
    assert meter.measure() == {"hearing_lost": 0.1}
    meter.reported(block(VOICE, 1250, 30))
    assert meter.measure() == {"hearing_lost": pytest.approx(0.02)}
    meter.reported(block(VOICE, 1350, 30))
    assert meter.measure() == {"hearing_lost": 0}


def test_few_packets_are_counted_until_they_are_enough() -> None:
    """S11"""
    meter = HearingMeter(all_sent)
    meter.reported(block(VOICE, 1000, 0))
    for highest, lost in ((1020, 2), (1040, 4)):
        meter.reported(block(VOICE, highest, lost))
        assert meter.measure() == {}
    meter.reported(block(VOICE, 1060, 6))
    assert meter.measure() == {"hearing_lost": 0.1}


def test_a_packet_that_came_twice_is_no_gain_and_a_wild_report_no_loss() -> None:
    """S11: a false report harms nobody but its own sender, and stays within what can be."""
    meter = HearingMeter(all_sent)
    meter.reported(block(VOICE, 1000, 0))
    meter.reported(block(VOICE, 1100, -100))
    assert meter.measure() == {"hearing_lost": 0}
    meter.reported(block(VOICE, 1_000_000, 900_000))
    assert meter.measure() == {}
    meter.reported(block(VOICE, 1_000_100, 1_900_000))
    assert meter.measure() == {"hearing_lost": 1}


def test_a_round_trip_is_told_once() -> None:
    """S11"""
    meter = HearingMeter(all_sent)
    meter.took(0.31)
    assert meter.measure() == {"round_trip_ms": 310}
    assert meter.measure() == {}


def test_a_room_tells_of_every_line_what_it_loses(monkeypatch: pytest.MonkeyPatch) -> None:
    """S11: on real sockets; a tenth of Mia's voice is lost on its way, and Max loses nothing more of it."""
    monkeypatch.setattr(media_room, "REPORT_S", 0.2)

    async def run() -> None:
        async with scene() as at:
            told = listens(at)
            mia, max_ = await at.sit(1), await at.sit(2)
            at.heard(1, 2)
            mia.speak(1)
            [first] = await max_.hears(1, 1)
            max_.report(block_of(first.ssrc, first.sequence, 0))
            speaks(mia, packets=200, loses=20)
            await until(lambda: "voice_lost" in told.get(1, {}))
            assert told[1]["voice_lost"] == pytest.approx(0.1, abs=0.01)
            max_.report(block_of(first.ssrc, first.sequence + 200, 20))
            await until(lambda: "hearing_lost" in told.get(2, {}))
            assert told[2]["hearing_lost"] == pytest.approx(0, abs=0.01)

    asyncio.run(run())


def listens(at: Scene) -> dict[int, dict[str, float]]:
    """What the room has told, by seat, the newest of each measure."""
    told: dict[int, dict[str, float]] = {}

    def on_line(seat: int, measured: Mapping[str, float]) -> None:
        told[seat] = {**told.get(seat, {}), **measured}

    at.room.on_line = on_line
    return told


def speaks(peer: Peer, packets: int, loses: int) -> None:
    """Every so many packets one is lost on its way."""
    for number in range(packets):
        if number % (packets // loses) == 0:
            peer.sequence, peer.timestamp = (peer.sequence + 1) & 0xFFFF, (peer.timestamp + FRAME) & 0xFFFFFFFF
        else:
            peer.speak(1)


def block_of(ssrc: int, highest: int, lost: int) -> bytes:
    return receiver_report(1, block(ssrc, highest, lost))
