"""What each person's line loses, and how late it is: measured between two reports, after all repair.

It only counts; whoever runs the circle judges (`Room.on_line`). Nothing of it decides who is heard.
"""

from collections.abc import Mapping

from app.media.receiver_stats import ReceiverStats
from app.media.rtcp import ReportBlock
from app.media.rtp import CLOCK_HZ

PACKETS_MIN = 50
"""Of fewer packets nothing is said: one that is lost would count for too much. A voice has as many in a second."""

_SPAN_MAX = 1 << 15
"""What a report is further ahead of the one before is a new beginning."""


class VoiceMeter:
    """What is lost of one microphone, and how unevenly it comes."""

    def __init__(self, stats: ReceiverStats) -> None:
        self._stats = stats
        self._before = (0, 0)

    def measure(self) -> dict[str, float]:
        """The share that never came, and the jitter, since the last time there was enough of it."""
        expected, received = self._stats.expected, self._stats.received
        span, came = expected - self._before[0], received - self._before[1]
        if span < PACKETS_MIN:
            return {}
        self._before = expected, received
        return {"voice_lost": max(0, span - came) / span, "jitter_ms": self._stats.jitter * 1000 / CLOCK_HZ}


class HearingMeter:
    """What one browser loses of the voices it hears, and its round trip, by its reports."""

    def __init__(self) -> None:
        self._newest: dict[int, tuple[int, int]] = {}
        self._since: dict[int, tuple[int, int]] = {}
        """By SSRC, the packets that were due and those that were lost."""

        self._round_trip_s: float | None = None

    def reported(self, block: ReportBlock) -> None:
        """Count a report of a voice. `block.lost` is what never came: of what is lost and sent again, nothing."""
        highest, lost = self._newest.get(block.ssrc, (block.highest, block.lost))
        self._newest[block.ssrc] = block.highest, block.lost
        span = (block.highest - highest) & 0xFFFFFFFF
        if 0 < span < _SPAN_MAX:
            due, missing = self._since.get(block.ssrc, (0, 0))
            self._since[block.ssrc] = due + span, missing + block.lost - lost

    def took(self, round_trip_s: float) -> None:
        """Note a round trip."""
        self._round_trip_s = round_trip_s

    def measure(self, lost_before: Mapping[int, float]) -> dict[str, float]:
        """The share that never came, and the newest round trip, since the last time.

        `lost_before` is the share of each voice that its own speaker's line had lost already.
        """
        measured: dict[str, float] = {}
        if self._round_trip_s is not None:
            measured["round_trip_ms"] = self._round_trip_s * 1000
            self._round_trip_s = None
        due = sum(span for span, _ in self._since.values())
        if due >= PACKETS_MIN:
            missing = sum(lost - span * lost_before.get(ssrc, 0.0) for ssrc, (span, lost) in self._since.items())
            measured["hearing_lost"] = min(max(0.0, missing / due), 1.0)
            self._since.clear()
        return measured


class LineMeters:
    """The meters of one room, by seat."""

    def __init__(self, ssrcs: Mapping[int, int]) -> None:
        """`ssrcs` are those under which each seat is heard."""
        self._ssrcs = ssrcs
        self._voices: dict[int, VoiceMeter] = {}
        self._lost_before: dict[int, float] = {}

    def begin(self, seat: int, stats: ReceiverStats) -> None:
        """A seat has a new line."""
        self._voices[seat] = VoiceMeter(stats)
        self._lost_before.pop(self._ssrcs[seat], None)

    def measure(self, seat: int, hearing: HearingMeter) -> dict[str, float]:
        """What a seat's line has been like since it was measured last, as far as enough has come to say."""
        voice = self._voices[seat].measure()
        if voice:
            self._lost_before[self._ssrcs[seat]] = voice["voice_lost"]
        return voice | hearing.measure(self._lost_before)
