"""What all circles of one process share: the port, the table of who is where, the clock."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic

from app.media.counters import PortCounters
from app.media.demux_table import DemuxTable, Who
from app.media.send_batch import SendBatch
from app.media.udp import UdpPort


@dataclass(eq=False)
class MediaContext(Generic[Who]):
    """Made once by the `MediaServer`, handed to every room and transport."""

    port: UdpPort
    hosts: tuple[str, ...]
    """The addresses browsers are told to come to."""

    clock: Callable[[], float]
    unix_offset_s: float
    """What to add to the clock's time for the seconds since 1970."""

    receive_waiting: Callable[[], None]
    """Take in everything the kernel already holds, by the rules in force until now."""

    send_batch: SendBatch
    sounds_until: float = math.inf
    """When by the clock the last voice may be passed on."""

    table: DemuxTable[Who] = field(default_factory=DemuxTable)
    counters: PortCounters = field(default_factory=PortCounters)
