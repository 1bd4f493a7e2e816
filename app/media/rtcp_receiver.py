"""The RTCP of one browser: what it loses of the voices it hears and asks for again, and how long its round trip is."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import islice

from app.media import srtp
from app.media.context import MediaContext
from app.media.counters import RoomCounters
from app.media.doubling import Doubling
from app.media.limits import BURST_S, RateLimit, report_cost_s
from app.media.line_meter import HearingMeter
from app.media.losses import ListenerLoss, Loss
from app.media.rtcp import ReportBlock, read_reports, round_trip_s
from app.media.rtcp_nack import read_nacks
from app.media.rtp_receiver import RtpReceiver

REPORTERS_MAX = 64
"""SSRCs one browser may send reports from: one for every section of the offer, and some to spare."""

REQUESTS_MAX = 64
"""Packets asked for in one datagram; whoever has lost more has no use for them."""


class RtcpReceiver:
    """Unprotects and reads the RTCP of one browser, and keeps the newest loss of every voice."""

    def __init__(
        self,
        keys: srtp.Keys,
        microphone: RtpReceiver,
        hears: Collection[int],
        context: MediaContext,
        counters: RoomCounters,
        resend: Callable[[int, int, float], bool],
        never_sent: Callable[[int, int, int], int],
    ) -> None:
        """`resend` is called with SSRC, sequence number and time for every packet of a voice the browser asks for.

        It tells whether that packet is sent again, and was not before. For `never_sent` see `HearingMeter`.
        """
        self.losses: dict[int, Loss] = {}
        """What this browser loses of the voices it hears, by SSRC, before anything is sent again."""

        self.doubling = Doubling()
        self.hearing = HearingMeter(never_sent)

        self._keys = keys
        self._microphone = microphone
        self._hears = frozenset(hears)
        self._context = context
        self._counters = counters
        self._resend = resend
        self._listener_losses: dict[int, ListenerLoss] = defaultdict(ListenerLoss)
        self._reporters: set[bytes] = set()
        self._limit = RateLimit(BURST_S)

    def accept(self, datagram: bytes, now: float) -> bool:
        """Unprotect and read an RTCP datagram. Returns whether it was authentic and within the limits."""
        reporter = datagram[4:8]
        if reporter not in self._reporters and len(self._reporters) >= REPORTERS_MAX:
            return False
        if self._limit.exceeded(now):
            self._counters.excess_reports += 1
            return False
        compound = self._keys.unprotect_rtcp(datagram)
        if compound is None:
            self._counters.bad += 1
            return False
        self._limit.charge(now, report_cost_s(len(datagram)))
        self._reporters.add(reporter)
        self._read(compound, now)
        return True

    def _read(self, compound: bytes, now: float) -> None:
        for report in read_reports(compound):
            if report.ntp_middle is not None and report.ssrc == self._microphone.ssrc:
                self._microphone.stats.sender_reported(report.ntp_middle, now)
            blocks = [block for block in report.blocks if block.ssrc in self._hears]
            for block in blocks:
                self._note_loss(block, now)
            self._note_round_trip(blocks, now)
        for ssrc, sequence in islice(read_nacks(compound), REQUESTS_MAX):
            if ssrc in self._hears:
                self._listener_losses[ssrc].asked(sequence)
                self.doubling.asked()
                if self._resend(ssrc, sequence, now):
                    self.doubling.resent(now)

    def _note_loss(self, block: ReportBlock, now: float) -> None:
        self.doubling.reported(self.hearing.reported(block), now)
        self.losses[block.ssrc] = self._listener_losses[block.ssrc].report(block, now)
        self._context.counters.loss_ratio.note(block.fraction_lost / 256)

    def _note_round_trip(self, blocks: Sequence[ReportBlock], now: float) -> None:
        """Of one report: all its blocks tell the same."""
        round_trips = (round_trip_s(block, now + self._context.unix_offset_s) for block in blocks)
        if round_trip := next(filter(None, round_trips), None):
            self.hearing.took(round_trip)
            self._context.counters.round_trip_seconds.note(round_trip)
