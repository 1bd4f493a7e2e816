"""How much one browser may send: limits that no real voice and no real browser reaches, so that a flood stays cheap.

Browsers pack at least 10 ms of voice into a packet (`minptime` in the offer) and at most 510 kbit/s (RFC 6716, section
2.1.1): 100 packets and 66 kB a second with all headers. After some seconds without a radio link all packets that waited
come at once, and must pass, at 10 ms a packet as well.
"""

from dataclasses import dataclass

VOICE_PACKETS_PER_S = 120
VOICE_BYTES_PER_S = 80_000
VOICE_BURST_S = 5.0

REPORTS_PER_S = 200
"""With a request for each packet of four voices (`nack`), if every other one is lost."""

REPORT_BYTES_PER_S = 100 * REPORTS_PER_S
"""Requests have some 50, and long reports come every second at most. To read what is long takes long."""

HANDSHAKES_PER_S = 50
CHECKS_PER_S = 100
BURST_S = 4.0
"""Reports, handshakes and checks of so many seconds may come at once, as they do after a network outage."""

_PACKET_S = 1 / VOICE_PACKETS_PER_S
_BYTE_S = 1 / VOICE_BYTES_PER_S
_REPORT_S = 1 / REPORTS_PER_S
_REPORT_BYTE_S = 1 / REPORT_BYTES_PER_S


@dataclass(slots=True)
class RateLimit:
    """A rate with room for a burst, kept as one number (the generic cell rate algorithm, ITU-T I.371).

    Every datagram that passes adds its cost in seconds; a sender whose sum is more than `burst_s` ahead of the clock is
    over the limit. `exceeded` and `charge` are two steps, so that only authentic datagrams are charged: nobody can use
    up the rate of another by forging. Time is an argument, in seconds.
    """

    burst_s: float
    cost_s: float = 0.0
    """What one datagram costs, if `charge` is not told."""

    _busy_until: float = float("-inf")

    def exceeded(self, now: float) -> bool:
        """Whether nothing more may pass now."""
        return self._busy_until > now + self.burst_s

    def charge(self, now: float, cost_s: float = 0.0) -> None:
        """Note that a datagram has passed, at a cost of its own if there is one."""
        busy_until = self._busy_until
        self._busy_until = (busy_until if busy_until > now else now) + (cost_s or self.cost_s)


def voice_cost_s(length: int) -> float:
    """The cost in seconds of a voice packet of `length` bytes: by count or by size, whichever is more."""
    by_size_s = length * _BYTE_S
    return by_size_s if by_size_s > _PACKET_S else _PACKET_S


def report_cost_s(length: int) -> float:
    """The same of a datagram of reports."""
    return max(_REPORT_S, length * _REPORT_BYTE_S)
