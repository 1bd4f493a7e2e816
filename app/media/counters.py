"""Plain numbers for whoever watches the server: they name nobody and hold no address.

Whole numbers are counts since the beginning, unless marked `NOW`. Every field is shown to whoever watches under its own
name (`app/web/metrics.py`), so a new one needs nothing but its line here.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from operator import attrgetter

LAGS_S = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1)
ROUND_TRIPS_S = (0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2)
LOSSES = (0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)

NOW = {"now": True}
"""Marks a number that says how it is right now, and may fall."""


class Distribution:
    """How often a measured value was how large: counts by upper bounds, the last one for whatever is larger."""

    __slots__ = ("bounds", "counts", "sum")

    def __init__(self, *bounds: float) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.sum = 0.0

    def note(self, value: float) -> None:
        """Count one value."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.sum += value


@dataclass(slots=True)
class RoomCounters:
    """What became of the voices of one circle, in packets."""

    forwarded: int = 0
    """Came in and went on to whoever listens."""

    sent: int = 0
    """Went out: `forwarded` and silence, once for every listener."""

    gated: int = 0
    """Came from somebody who may not be heard."""

    held_back: int = 0
    """Came from one voice too many at once, or were the noise of a room in which nobody spoke."""

    unsealed: int = 0
    """Were not sealed, though the circle is, and were sent to nobody (`app/media/sealed.py`)."""

    late: int = 0
    """Were older than the talk spurt."""

    foreign: int = 0
    """Were no Opus, mixed from several sources, or of another source than the microphone's first."""

    bad: int = 0
    """Were forged, altered, repeated, or not packets at all."""

    asked: int = 0
    """Were lost on their way here, or late, and asked for again; each time counts."""

    resent: int = 0
    """Went out again to a listener who had lost them and asked."""

    doubled: int = 0
    """Went out once more unasked: after it was sent again, or to a listener whose browser cannot ask."""

    resend_gated: int = 0
    """Were asked for and not sent again: of a voice that is not heard, or not by who asked."""

    resend_not_kept: int = 0
    """Were asked for and not sent again: too old, from before a gate closed, or never here."""

    resend_repeated: int = 0
    """Were asked for and not sent again, because they were on their way already."""

    resend_excess: int = 0
    """Were asked for and not sent again, because one listener asked for more than can be of use."""

    excess: int = 0
    """Came faster or were larger than any voice is, and were dropped unread (`app/media/limits.py`)."""

    excess_reports: int = 0
    """Were not voice but reports, and more of them than any browser sends."""


@dataclass(slots=True)
class PortCounters:
    """What came to the port, whoever it was meant for."""

    received: int = 0
    """Datagrams in all."""

    checks: int = 0
    """Authentic connectivity checks."""

    forged_checks: int = 0
    """Connectivity checks that were malformed, or not signed by anybody in a circle."""

    excess_checks: int = 0
    """Connectivity checks in the name of a transport that had sent more of them than any browser does."""

    checks_refused: int = 0
    """Connectivity checks answered with an error (RFC 8489, section 14.8): by somebody present, and yet wrong."""

    strays: int = 0
    """Datagrams from addresses where nobody is known to be, of no known kind, or answers to no check of ours."""

    overflows: int = 0
    """DTLS datagrams dropped because too many were waiting, or came at once."""

    handshakes_failed: int = 0
    timeouts: int = 0
    """Connections given up because their browser had been silent for too long."""

    connections: int = field(default=0, metadata=NOW)
    addresses: int = field(default=0, metadata=NOW)
    """From which browsers have sent authentic checks."""

    moved: int = 0
    """Times a browser's sound went on at another address of it."""

    unproved_bytes_refused: int = 0
    """Bytes of answers not sent, or not at once, to addresses that had neither answered nor sent as many themselves."""

    unsent: int = 0
    """Datagrams the kernel would not take, or a TCP connection that was behind."""

    tcp_connections: int = field(default=0, metadata=NOW)
    tcp_refused: int = 0
    """TCP connections not taken or closed: too many, nobody's, or with too long frames."""

    loop_lag_seconds: Distribution = field(default_factory=lambda: Distribution(*LAGS_S))
    """How late the event loop was, measured four times a second."""

    round_trip_seconds: Distribution = field(default_factory=lambda: Distribution(*ROUND_TRIPS_S))
    """From the server to a browser and back, as each browser's reports let it be reckoned (RFC 3550, section 6.4.1)."""

    loss_ratio: Distribution = field(default_factory=lambda: Distribution(*LOSSES))
    """What browsers say they lost of a voice, between one report about it and the next."""


_each = attrgetter(*(each.name for each in fields(RoomCounters)))


def total(rooms: Iterable[RoomCounters]) -> RoomCounters:
    """The sum of several rooms' numbers, as a new one. There are a thousand: it is to cost no voice its time."""
    return RoomCounters(*map(sum, zip(*map(_each, rooms), strict=True)))
