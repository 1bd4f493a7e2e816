"""What all rooms and transports of one process share."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from app.media.counters import PortCounters
from app.media.send_batch import SendBatch
from app.media.udp import UdpPort


@dataclass(eq=False, slots=True)
class MediaContext:
    """Made once by the `MediaServer`, given to every room and transport."""

    port: UdpPort
    hosts: tuple[str, ...]
    """The addresses in the candidates of every offer, best first."""

    clock: Callable[[], float]
    """Seconds from any point in time; never goes back."""

    unix_offset_s: float
    """What to add to the clock's time to get the seconds since 1970."""

    receive_waiting: Callable[[], None]
    """Process everything the kernel has already received, under the rules in force until now."""

    send_batch: SendBatch
    """Packets to be sent at the end of this batch of received ones."""

    voices_max: int
    """Voices sent at once to those who hear each other."""

    media_until: float = math.inf
    """Voices are forwarded until this time of the clock."""

    counters: PortCounters = field(default_factory=PortCounters)

    tcp_port: int | None = None
    """The number of the TCP port, if there is one."""
