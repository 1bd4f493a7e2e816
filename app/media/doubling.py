"""Whether a listener is sent each packet twice, and how far apart.

A browser that never asks for what it lost (Firefox) is, as soon as it loses some: the second goes with the next packet,
for it waits for nothing. A browser that asks is, while it loses so many that requests and what is sent again are
often lost as well. It waits a round trip for what it asked for, so the second may come later, and outlives a burst.

A line is tried without for a moment now and then where nobody asks: a browser that gets one of two packets reports no
loss, so nothing else would tell that the line is good again. Time is an argument, in seconds.
"""

from collections import deque

WORTH = 5 / 256
"""From this loss on, 2 %. For less nobody is to pay twice the bytes."""

LASTS_S = 15.0
"""How long after a report of loss: in three reports in a row (RFC 3550, section 6.2) a bad line shows."""

RESENT_WORTH, RESENT_WITHIN_S = 16, 4.0
"""So many packets sent again in that time: 8 % of a voice."""

RESENT_LASTS_S = 5.0
"""How long after that: it is seen sooner than by reports, and again and again while the line is bad."""

PACKET_S, APART_MAX = 0.02, 4
"""A voice's packets come so often. Most bursts are shorter than four (`python -m bench repair`)."""


class Doubling:
    """The state of one listener."""

    def __init__(self) -> None:
        self._can_ask = False
        self._resent_at: deque[float] = deque(maxlen=RESENT_WORTH)
        self._until = float("-inf")

    def asked(self) -> None:
        """Note that the browser can ask."""
        if not self._can_ask:
            self._can_ask, self._until = True, float("-inf")

    def resent(self, now: float) -> None:
        """Note that a packet is sent again for the first time: it was lost on this line, not on the speaker's."""
        self._resent_at.append(now)
        if len(self._resent_at) == RESENT_WORTH and now - self._resent_at[0] <= RESENT_WITHIN_S:
            self._until = now + RESENT_LASTS_S

    def reported(self, lost: float, now: float) -> None:
        """Note a report: this share of a voice is lost on this line. What is lost of both keeps the doubling on."""
        if not self._can_ask and (lost >= WORTH or (lost > 0 and self._active(now))):
            self._until = now + LASTS_S

    def apart(self, round_trip_s: float | None, now: float) -> int:
        """By how many packets the second follows the first; 0 while nothing is sent twice."""
        if not self._active(now):
            return 0
        return min(max(1, round((round_trip_s or 0) / PACKET_S)), APART_MAX) if self._can_ask else 1

    def _active(self, now: float) -> bool:
        return now < self._until
