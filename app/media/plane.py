"""What all circles of one process share: the port, the table of who is where, the clock."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic

from app.media.counters import PortCounters
from app.media.directory import Directory, Who
from app.media.outbox import Outbox
from app.media.udp import UdpPort


@dataclass(eq=False)
class Plane(Generic[Who]):
    """Made once by the `Forwarder`, handed to every room and connection."""

    port: UdpPort
    hosts: tuple[str, ...]
    """The addresses browsers are told to come to."""

    clock: Callable[[], float]
    unix_offset_s: float
    """What to add to the clock's time for the seconds since 1970."""

    receive_waiting: Callable[[], None]
    """Take in everything the kernel already holds, by the rules in force until now."""

    outbox: Outbox
    sounds_until: float = math.inf
    """When by the clock the last voice may be passed on."""

    directory: Directory[Who] = field(default_factory=Directory)
    counters: PortCounters = field(default_factory=PortCounters)
