"""Whether a listener is sent each packet twice: one who loses some and whose browser never asks for them again.

Firefox is such a browser. Its line is tried without for a moment now and then: a browser that gets one of two packets
reports no loss, so nothing else would tell that the line is good again. Time is an argument, in seconds.
"""

WORTH = 5
"""From this loss on, in 256ths: 2 %. For less nobody is to pay twice the bytes."""

LASTS_S = 15.0
"""How long after a report of loss: in three reports in a row (RFC 3550, section 6.2) a bad line shows."""


class Doubling:
    """The state of one listener."""

    def __init__(self) -> None:
        self._can_ask = False
        self._until = float("-inf")

    def asked(self) -> None:
        """Note that the browser can ask: it gets what it lost, and nothing twice."""
        self._can_ask = True

    def reported(self, fraction_lost: int, now: float) -> None:
        """Note a report: so much (256ths) of a voice is lost. What is lost of both packets keeps the doubling on."""
        if fraction_lost >= (1 if self.active(now) else WORTH):
            self._until = now + LASTS_S

    def active(self, now: float) -> bool:
        """Whether each packet is sent twice now."""
        return now < self._until and not self._can_ask
