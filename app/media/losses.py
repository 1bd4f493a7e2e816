"""What a speaker's browser is told of its listeners' loss: it adds redundancy for them, at some cost to all.

Losses are in 256ths, as in the reports; time is an argument, in seconds.
"""

from collections.abc import Collection
from typing import NamedTuple

from app.media.rtcp import ReportBlock

COUNTS_S = 15.0
"""How long a report counts: three of the five seconds in which browsers report on sound (RFC 3550, section 6.2)."""

TOLD_MAX = 64
"""A quarter: for more than that no redundancy is made, and the sender would only send worse sound."""


class Loss(NamedTuple):
    """What one listener loses of one voice, by its newest report."""

    share: int
    at: float


ASKED_MAX = 1024
"""So many packets asked for between two reports are told apart: more than a browser receives in that time."""


class ListenerLoss:
    """What one listener loses of one voice *before* anything is sent again.

    Browsers report what was lost after that. If a speaker's browser were told so, the resending would make it leave out
    the redundancy, and then whatever is lost twice could not be made good.
    """

    def __init__(self) -> None:
        self._asked: set[int] = set()
        self._highest: int | None = None

    def asked(self, sequence: int) -> None:
        """Note that the listener has asked for a packet: once or more, it was lost once."""
        if len(self._asked) < ASKED_MAX:
            self._asked.add(sequence)

    def report(self, block: ReportBlock, now: float) -> Loss:
        """Tell the loss since the listener's last report about the voice, by its newest."""
        expected = 0 if self._highest is None else (block.highest - self._highest) & 0xFFFFFFFF
        asked = 256 * len(self._asked) // expected if expected else 0
        self._highest = block.highest
        self._asked.clear()
        return Loss(min(max(block.fraction_lost, asked), 255), now)


def agreed(losses: Collection[Loss | None], now: float) -> int:
    """Tell what at least two of those who listen lose, or what the only one does.

    Of a listener who has reported nothing of late, nothing is known to be lost. So one false report among several
    changes nothing where lines are good, and never makes more than the worst true one would; and who alone has a bad
    line among others is not helped at the cost of all. Of two listeners the better line counts, and one alone is
    believed.
    """
    ranked = sorted(loss.share if loss and now - loss.at <= COUNTS_S else 0 for loss in losses)
    return min(ranked[-2:][0], TOLD_MAX) if ranked else 0
