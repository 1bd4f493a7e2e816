"""Which packets of a microphone the server asks its browser for again, and when.

A packet is missing once a younger one has come. On a line that loses some it is as soon as it is overdue, or what a
burst takes would be asked for when the burst is over, and come too late. So a speaker who has stopped may be asked for
a few packets that were never sent: a browser knows none of them. Time is an argument, in seconds.
"""

import math
from collections import deque
from collections.abc import Callable, Sequence

from app.media.rtp import FRAME_S

ASKED_MAX = 3
"""How often one packet is asked for: twice at once, in case the request is lost, and again if no answer comes. One that
was overdue and is then passed over is missing anew, and asked for as often again."""

TWICE_S = 0.015
"""The least time between the first two: with the next packet of the voice, lest both are lost together."""

GAP_MAX = 32
"""So many packets may be missing in a row and are asked for; after more the line was down, and the moment is past."""

MISSING_MAX = 64
"""So many packets at most are waited for at once."""

WAITS_S = 0.5
"""How long after its gap was seen a packet is of use to listeners: no browser delays a voice so long for it."""

ROUND_TRIP_S = 0.2
"""Supposed until one was measured: asking too late costs one packet, asking too early asks for all of them twice."""

LOSSES, WITHIN_S, WITHIN_PACKETS = 4, 5.0, 250
"""A line is bad that has lost so many of its last packets, 2 % of a voice. The clock is looked at while it lost them in
the last seconds: of a speaker who pauses it asks for what was never sent."""

OVERDUE_S, JITTERS = 0.01, 2.0
"""A packet is overdue after its turn, this and so many times the jitter (RFC 3550, section 6.4.1)."""

UNEVEN_MAX_S = 0.1
"""But no longer than this for the jitter: by then younger packets have come, or a burst has taken them too."""

OVERDUE_MAX = 6
"""So many packets in a row are held to be overdue: most bursts are shorter, and most pauses longer."""

_NOTHING: Sequence[int] = ()
_BEFORE_ALL = -(1 << 32)


class NackGenerator:
    """The missing packets of one microphone, known by their index (`ReceiverStats`)."""

    def __init__(self, round_trip_s: Callable[[], float | None]) -> None:
        """`round_trip_s` tells the newest that is known of this line."""
        self._known_s = round_trip_s
        self._newest_at = -math.inf
        self._lost: deque[tuple[int, float]] = deque(maxlen=LOSSES)
        """The last packets that were lost, and when that was seen."""

        self.begin()

    def begin(self) -> None:
        """Let the next packet be the first one: what is older is never asked for."""
        self._next = _BEFORE_ALL
        self._overdue = OVERDUE_MAX
        """How many of the packets after the newest are held to be overdue. Before the first one nothing is due."""

        self._missing: dict[int, _Missing] = {}

    def arrive(self, index: int, now: float) -> Sequence[int]:
        """Note a packet that has come; returns the sequence numbers (16 bits) to ask for now, oldest first."""
        if index == self._next and not self._missing:
            self._come(index, now)
            return _NOTHING
        if index >= self._next:
            self._pass_over(index, now)
        else:
            self._missing.pop(index, None)
        self._forget(now)
        return self._due(now)

    def look_at(self, jitter_s: float, now: float) -> float:
        """When to look by the clock (`look`) unless a packet comes before: never, on a line that loses hardly any."""
        loses = len(self._lost) == LOSSES and now - self._lost[0][1] <= WITHIN_S
        if not loses or self._overdue >= OVERDUE_MAX or len(self._missing) >= MISSING_MAX:
            return math.inf
        return self._newest_at + (self._overdue + 1) * FRAME_S + OVERDUE_S + min(JITTERS * jitter_s, UNEVEN_MAX_S)

    def look(self, jitter_s: float, now: float) -> Sequence[int]:
        """Hold to be missing what is overdue; returns the sequence numbers to ask for now, as `arrive` does."""
        self._forget(now)
        while now >= self.look_at(jitter_s, now):
            self._missing.setdefault(self._next + self._overdue, _Missing(now))
            self._overdue += 1
        return self._due(now)

    @property
    def late_s(self) -> float:
        """How much later than its turn a packet comes that was lost and is sent again; 0 where the line is good."""
        bad = len(self._lost) == LOSSES and 0 <= self._next - self._lost[0][0] <= WITHIN_PACKETS
        return self._round_trip_s if bad else 0.0

    @property
    def _round_trip_s(self) -> float:
        return self._known_s() or ROUND_TRIP_S

    def _come(self, index: int, now: float) -> None:
        self._next, self._newest_at, self._overdue = index + 1, now, 0

    def _pass_over(self, index: int, now: float) -> None:
        gap = range(self._next, index)
        self._come(index, now)
        self._missing.pop(index, None)
        if len(gap) <= GAP_MAX and len(self._missing) + len(gap) <= MISSING_MAX:
            self._lost.extend((lost, now) for lost in gap)
            self._missing.update((lost, _Missing(now)) for lost in gap)

    def _forget(self, now: float) -> None:
        past = [index for index, missing in self._missing.items() if now - missing.seen_at > WAITS_S]
        for index in past:
            del self._missing[index]

    def _due(self, now: float) -> Sequence[int]:
        if not self._missing:
            return []
        again_s = 1.2 * self._round_trip_s + 0.01
        due = [index for index, missing in self._missing.items() if missing.is_due(now, again_s)]
        for index in due:
            self._missing[index].asked += 1
        return [index & 0xFFFF for index in sorted(due)]


class _Missing:
    __slots__ = ("asked", "seen_at")

    def __init__(self, seen_at: float) -> None:
        self.seen_at = seen_at
        self.asked = 0

    def is_due(self, now: float, again_s: float) -> bool:
        waits_s = (0.0, TWICE_S, again_s)
        return self.asked < ASKED_MAX and now - self.seen_at >= waits_s[self.asked]
