"""Whether what comes of a voice was said since it was let be heard (H8). Pure; time is an argument, in seconds.

A line that stands still, as a telephone's between two cells, holds what is said meanwhile and delivers it all at once.
Sequence numbers cannot tell that from speech of now. Timestamps can, by how much later than the fastest a packet has
come: had it been as fast, would it have come before the opening? Jitter takes away nothing by that, for what counts is
when something was said, and so there is no tolerance beside the time that the fastest way takes. That much of what was
said before does pass, of whoever goes on talking.

But the timestamps of Chromium and Firefox stand still while no microphone is sent, and then everything seems late for
good. So a packet is of now too if the browser has answered what it was asked after the opening: before the answer comes
all that it has sent before. Of a page that does not pause while it is unheard, packets must also come as slowly as they
are spoken: what it has held itself, while it answered all the same, comes faster. A page that pauses as it should is
heard from its first packet on, or the first 20 ms of each voice would be lost.
"""

from math import inf

from app.media.receiver_stats import ReceiverStats
from app.media.rtp import CLOCK_HZ

EVEN_S = 0.01
"""By so much less time than they are spoken in, half a frame, packets may come and still count as coming in turn."""

TOLD_S = 0.5
"""For so long after its voice was closed a page may go on sending: it has to be told, and what it sent is under way."""


class Opening:
    """A voice that is let be heard at a time, until its first packet passes."""

    def __init__(self, at: float, *, pauses: bool = False) -> None:
        """`pauses` says whether the page has sent nothing while it was not heard."""
        self._at = at
        self._least_late_s = -inf if pauses else inf

    def begins(self, stats: ReceiverStats, answers_since: float, now: float) -> bool:
        """Whether the voice begins with the packet that was counted last, of all the newest.

        `answers_since` is when its browser was asked what it has answered (`IceTransport.answers_since`).
        """
        late_s = stats.late / CLOCK_HZ
        if now - late_s >= self._at:
            return True
        in_turn = late_s >= self._least_late_s - EVEN_S
        self._least_late_s = min(self._least_late_s, late_s)
        if not in_turn or answers_since < self._at:
            return False
        stats.catch_up()
        return True
