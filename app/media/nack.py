"""Which packets of a microphone the server asks its browser for again, and when.

A packet is missing once a younger one has come. Everything here happens when a packet arrives, so nothing waits for a
timer: a speaker who has stopped is asked for nothing more. Time is an argument, in seconds.
"""

from collections.abc import Sequence

ASKED_MAX = 3
"""How often one packet is asked for: twice at once, in case the request is lost, and again if no answer comes."""

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

_SMOOTHING = 0.25
_NOTHING: Sequence[int] = ()
_BEFORE_ALL = -(1 << 32)


class NackGenerator:
    """The missing packets of one microphone, known by their index (`ReceiverStats`)."""

    def __init__(self) -> None:
        self.round_trip_s = ROUND_TRIP_S
        """Between asking and the answer, as far as it is known."""

        self._next = _BEFORE_ALL
        self._missing: dict[int, _Missing] = {}

    def begin(self) -> None:
        """Let the next packet be the first one: what is older is never asked for."""
        self._next = _BEFORE_ALL
        self._missing.clear()

    def arrive(self, index: int, now: float) -> Sequence[int]:
        """Note a packet that has come; returns the sequence numbers (16 bits) to ask for now, oldest first."""
        if index == self._next and not self._missing:
            self._next = index + 1
            return _NOTHING
        if index >= self._next:
            self._pass_over(index, now)
        elif missing := self._missing.pop(index, None):
            self._measure(missing, now)
        return [sequence & 0xFFFF for sequence in self._due(now)]

    def _pass_over(self, index: int, now: float) -> None:
        gap = range(self._next, index)
        self._next = index + 1
        if len(gap) <= GAP_MAX and len(self._missing) + len(gap) <= MISSING_MAX:
            self._missing.update((lost, _Missing(now)) for lost in gap)

    def _due(self, now: float) -> list[int]:
        past = [index for index, missing in self._missing.items() if now - missing.seen_at > WAITS_S]
        for index in past:
            del self._missing[index]
        again_s = 1.2 * self.round_trip_s + 0.01
        due = [index for index, missing in self._missing.items() if missing.is_due(now, again_s)]
        for index in due:
            self._missing[index].asked += 1
        return due

    def _measure(self, missing: "_Missing", now: float) -> None:
        """Learn the round trip; of a packet asked for again later nobody knows which request was answered (Karn)."""
        if missing.asked < ASKED_MAX:
            self.round_trip_s += (now - missing.seen_at - self.round_trip_s) * _SMOOTHING


class _Missing:
    __slots__ = ("asked", "seen_at")

    def __init__(self, seen_at: float) -> None:
        self.seen_at = seen_at
        self.asked = 0

    def is_due(self, now: float, again_s: float) -> bool:
        waits_s = (0.0, TWICE_S, again_s)
        return self.asked < ASKED_MAX and now - self.seen_at >= waits_s[self.asked]
