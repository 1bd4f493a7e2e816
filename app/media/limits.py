"""How much one browser may send: bounds that no voice and no browser comes near, so that a flood stays cheap.

Browsers pack at least 10 ms of voice into a packet (`minptime` in the offer) and at most 510 kbit/s (RFC 6716, section
2.1.1): 100 packets and 66 kB a second with all headers. Whatever waited on a radio that stood still for some seconds
comes at once and must pass, at 10 ms a packet as well.
"""

from dataclasses import dataclass

VOICE_PACKETS_PER_S = 120
VOICE_BYTES_PER_S = 80_000
VOICE_BURST_S = 5.0

REPORTS_PER_S = 50
HANDSHAKES_PER_S = 50
CHECKS_PER_S = 100
BURST_S = 4.0
"""Reports, handshakes and checks of so many seconds may come at once, as they do when a line comes back."""

_PACKET_S = 1 / VOICE_PACKETS_PER_S
_BYTE_S = 1 / VOICE_BYTES_PER_S


@dataclass(slots=True)
class RateLimit:
    """A rate with room for a burst, kept as one number (the generic cell rate algorithm, ITU-T I.371).

    Everything let through takes up time on the line, by its cost; who is ahead of the clock by more than `burst_s` must
    wait. To ask and to pay are two steps, so that only what proves authentic is paid for: nobody can use up the rate of
    another by forging. Time is an argument, in seconds.
    """

    burst_s: float
    cost_s: float = 0.0
    """What one datagram costs unless said."""

    _busy_until: float = float("-inf")

    def exceeded(self, now: float) -> bool:
        """Whether nothing more may pass just now. Never for longer than it takes to pay one datagram off."""
        return self._busy_until > now + self.burst_s

    def pay(self, now: float, cost_s: float = 0.0) -> None:
        """Note that a datagram has passed, at a cost of its own if there is one."""
        busy_until = self._busy_until
        self._busy_until = (busy_until if busy_until > now else now) + (cost_s or self.cost_s)


def voice_cost_s(length: int) -> float:
    """Tell how much of the time of a voice a packet of so many bytes takes up, by count or by size."""
    by_size_s = length * _BYTE_S
    return by_size_s if by_size_s > _PACKET_S else _PACKET_S
