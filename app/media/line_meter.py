"""What each person's line loses, and how late it is: measured between two reports, after all repair.

It only counts; whoever runs the circle judges (`Room.on_line`). Nothing of it decides who is heard.
"""

from collections.abc import Callable

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
    """What one browser loses of the voices it hears, on its own line, and its round trip, by its reports."""

    def __init__(self, never_sent: Callable[[int, int, int], int]) -> None:
        """`never_sent` tells of a voice (SSRC) how many of so many packets, up to one, this browser was never sent."""
        self._never_sent = never_sent
        self._newest: dict[int, tuple[int, int]] = {}
        self._due = self._missing = 0
        self._round_trip_s: float | None = None

    def reported(self, block: ReportBlock) -> float:
        """Count a report of a voice. Returns the share that was lost on this line since the one before.

        `block.lost` is what never came: of what is lost and sent again, nothing. Of a first report its own word counts.
        """
        if block.ssrc not in self._newest:
            self._newest[block.ssrc] = block.highest, block.lost
            return block.fraction_lost / 256
        highest, lost = self._newest[block.ssrc]
        self._newest[block.ssrc] = block.highest, block.lost
        span = (block.highest - highest) & 0xFFFFFFFF
        if not 0 < span < _SPAN_MAX:
            return 0.0
        missing = block.lost - lost - self._never_sent(block.ssrc, block.highest, span)
        self._due, self._missing = self._due + span, self._missing + missing
        return missing / span

    def took(self, round_trip_s: float) -> None:
        """Note a round trip."""
        self._round_trip_s = round_trip_s

    def measure(self) -> dict[str, float]:
        """The share that never came, and the newest round trip, since the last time."""
        measured: dict[str, float] = {}
        if self._round_trip_s is not None:
            measured["round_trip_ms"] = self._round_trip_s * 1000
            self._round_trip_s = None
        if self._due >= PACKETS_MIN:
            measured["hearing_lost"] = min(max(0.0, self._missing / self._due), 1.0)
            self._due = self._missing = 0
        return measured
