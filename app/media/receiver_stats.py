"""Loss and jitter of a microphone's packets, counted as RFC 3550 asks (appendix A), for the browser's receiver reports.

Packets are counted whether or not they are forwarded. Time is an argument, in seconds.
"""

from math import inf

from app.media.rtcp import ReportBlock
from app.media.rtp import CLOCK_HZ

NOTHING_YET = -(1 << 16)
"""Lower than the index of any packet."""

_PAUSE = CLOCK_HZ
"""A packet that is a second later than the one before it says nothing of how unevenly its line delivers: the timestamps
of browsers stand still while no microphone is sent."""

_LOST_MAX = 0x7FFFFF


class ReceiverStats:
    """The statistics of one source."""

    def __init__(self) -> None:
        self.newest = NOTHING_YET
        """The highest index so far."""

        self.newest_at = -inf
        """When that packet came."""

        self.late = 0
        """How much later than the fastest of its line the newest packet has come, in units of the clock.

        How fast that was is forgotten by one unit a packet: twenty times as fast as quartz clocks drift apart, and in
        no second by more than a millisecond.
        """

        self.received = 0
        """How many packets have come, in their turn or later."""

        self.jitter = 0.0
        """In units of the clock (RFC 3550, section 6.4.1)."""

        self._overtaken = 0
        """Packets since the last report that came behind younger ones: late, or lost and sent again."""

        self._first = 0
        self._transit = 0
        self._expected_before = 0
        self._received_before = 0
        self._sender_report = (0, 0.0)

    def arrive(self, sequence: int, timestamp: int, now: float) -> int:
        """Count a packet and return its index: its sequence number, carried on past 16 bits."""
        self.received += 1
        transit = int(now * CLOCK_HZ) - timestamp
        if self.newest == NOTHING_YET:
            self.newest = self._first = index = sequence
        else:
            index = self.newest + ((sequence - self.newest + 0x8000) & 0xFFFF) - 0x8000
            if index < self.newest:  # says nothing of how evenly the line delivers
                self._overtaken += 1
                return index
            self.newest = index
            drift = ((transit - self._transit + 0x80000000) & 0xFFFFFFFF) - 0x80000000
            if abs(drift) < _PAUSE:
                self.jitter += (abs(drift) - self.jitter) / 16
            late = self.late + drift - 1
            self.late = late if late > 0 else 0
        self._transit = transit
        self.newest_at = now
        return index

    @property
    def expected(self) -> int:
        """How many packets there should have been so far."""
        return self.newest - self._first + 1 if self.newest != NOTHING_YET else 0

    def catch_up(self) -> None:
        """Count the newest packet as in time: it was not the line that was late, but the clock of the page."""
        self.late = 0

    def sender_reported(self, ntp_middle: int, now: float) -> None:
        """Note the middle 32 bits of the sender's own clock, to be given back for its round-trip time."""
        self._sender_report = (ntp_middle, now)

    def report(self, ssrc: int, listeners_loss: int, now: float) -> ReportBlock:
        """Make the report block about the source, and begin the next interval (RFC 3550, section 6.4.1).

        `listeners_loss` (256ths) is what those who listen lose of this voice: a sender adds redundancy for the worst
        of the whole way, not for its own half. So that it goes on doing so while what is lost is sent again, the share
        is of what did not come in its turn; the sum of lost packets is of what never came.
        """
        expected = self.expected
        in_turn = self.received - self._received_before - self._overtaken
        loss = _fraction(expected - self._expected_before, in_turn)
        self._overtaken = 0
        self._expected_before, self._received_before = expected, self.received
        last, last_at = self._sender_report
        return ReportBlock(
            ssrc=ssrc,
            fraction_lost=max(loss, listeners_loss),
            lost=min(max(expected - self.received, 0), _LOST_MAX),
            highest=self.newest & 0xFFFFFFFF,
            jitter=int(self.jitter) & 0xFFFFFFFF,
            last_report=last,
            since_last_report=int((now - last_at) * 65536) & 0xFFFFFFFF if last else 0,
        )


def _fraction(expected: int, received: int) -> int:
    if expected <= 0 or received >= expected:
        return 0
    return min(255, (expected - received) * 256 // expected)
