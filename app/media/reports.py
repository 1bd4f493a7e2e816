"""What each browser is told every few seconds: how its microphone fares, and what time the voices it hears have."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from app.media import losses, rtcp, sdp
from app.media.losses import Loss
from app.media.microphone import Microphone
from app.media.routes import Routes
from app.media.stream import SeatStream

REPORT_S = 3.0
"""How often each browser gets its reports."""

RECENT_S = 30.0
"""How long after its last packet a voice is still reported on."""

SERVER_SSRC = 0x0BA11700
"""The server's own source; a seat's is this plus its number."""


class Party(Protocol):
    """What reports need of a transport."""

    @property
    def seat(self) -> int:
        """Whose it is."""
        ...

    @property
    def alive(self) -> bool:
        """Whether sound can come and go on it right now."""
        ...

    @property
    def microphone(self) -> Microphone | None:
        """What comes in on it."""
        ...

    @property
    def losses(self) -> Mapping[int, Loss]:
        """What it loses of the voices it hears, by SSRC."""
        ...


class Reports:
    """Writes the reports of one room, which never tell anything of a voice on the other side."""

    def __init__(self, streams: Mapping[int, SeatStream], routes: Routes, unix_offset_s: float) -> None:
        self._streams = streams
        self._routes = routes
        self._unix_offset_s = unix_offset_s

    def write(self, transport: Party, everybody: Iterable[Party], now: float) -> bytes:
        """Write what is due to one transport; what those who listen to it lose of its voice counts too."""
        seat = transport.seat
        together = [other for other in everybody if self._routes.together(seat, other.seat)]
        listeners = [other for other in together if other is not transport and other.alive]
        reports = [self._about(transport, listeners, now), rtcp.source_description(SERVER_SSRC, "circle")]
        for other, stream in self._streams.items():
            if other != seat and self._routes.together(seat, other) and _is_recent(stream, now):
                unix_s, timestamp = now + self._unix_offset_s, stream.timestamp_at(now)
                reports.append(rtcp.sender_report(stream.ssrc, unix_s, timestamp, stream.packets, stream.octets))
                reports.append(rtcp.source_description(stream.ssrc, sdp.cname(other)))
        return b"".join(reports)

    def _about(self, transport: Party, listeners: Iterable[Party], now: float) -> bytes:
        microphone = transport.microphone
        if microphone is None or microphone.ssrc is None:
            return rtcp.receiver_report(SERVER_SSRC, None)
        ssrc = self._streams[transport.seat].ssrc
        lost = losses.agreed([listener.losses.get(ssrc) for listener in listeners], now)
        return rtcp.receiver_report(SERVER_SSRC, microphone.stats.report(microphone.ssrc, lost, now))


def _is_recent(stream: SeatStream, now: float) -> bool:
    return stream.packets > 0 and now - stream.heard_at < RECENT_S
