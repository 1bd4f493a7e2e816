"""Plain numbers for a health page: they name nobody and hold no address. Counts since the beginning unless said."""

from dataclasses import dataclass


@dataclass(slots=True)
class RoomCounters:
    """What became of the voices of one circle, in packets."""

    forwarded: int = 0
    """Came in and went on to whoever listens."""

    sent: int = 0
    """Went out: `forwarded` and silence, once for every listener."""

    gated: int = 0
    """Came from somebody who may not be heard."""

    late: int = 0
    """Were older than the speaker's turn."""

    foreign: int = 0
    """Were no Opus, mixed from several sources, or of another source than the microphone's first."""

    bad: int = 0
    """Were forged, altered, repeated, or not packets at all."""


@dataclass(slots=True)
class PortCounters:
    """What came to the port, whoever it was meant for."""

    received: int = 0
    """Datagrams in all."""

    checks: int = 0
    """Authentic connectivity checks."""

    forged_checks: int = 0
    """Connectivity checks that were malformed, or not signed by anybody in a circle."""

    strays: int = 0
    """Datagrams from addresses where nobody is known to be, or of no known kind."""

    overflows: int = 0
    """DTLS datagrams dropped because too many were waiting."""

    handshakes_failed: int = 0
    timeouts: int = 0
    """Connections given up because their browser had been silent for too long."""

    connections: int = 0
    """Right now."""

    addresses: int = 0
    """At which browsers have shown themselves, right now."""

    unsent: int = 0
    """Datagrams the kernel would not take."""

    loop_lag_ms: float = 0.0
    """How late the event loop was when it was last asked, up to a quarter of a second ago."""
