"""Which class of service the sound asks of the networks on its way: expedited forwarding (RFC 8837, section 5)."""

import socket
from contextlib import suppress

EXPEDITED = 46
_TRAFFIC_CLASS = EXPEDITED << 2


def expedite(sends: socket.socket) -> None:
    """Mark all that a socket sends, over either family. Where the system does not allow it nothing is marked."""
    with suppress(OSError):
        sends.setsockopt(socket.IPPROTO_IP, socket.IP_TOS, _TRAFFIC_CLASS)
    if sends.family == socket.AF_INET6:
        with suppress(OSError):
            sends.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_TCLASS, _TRAFFIC_CLASS)
