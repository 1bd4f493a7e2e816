"""The RTCP reports each browser gets every few seconds: on its microphone, and on the voices it hears."""

from collections.abc import Mapping

from app.media import losses, rtcp, sdp
from app.media.routes import Routes
from app.media.rtcp_receiver import RtcpReceiver
from app.media.rtp_receiver import RtpReceiver
from app.media.stream import SeatStream

REPORT_S = 3.0
"""How often each browser gets its reports."""

RECENT_S = 30.0
"""How long after its last packet a voice is still reported on."""

SERVER_SSRC = 0x0BA11700
"""The server's own source; a seat's is this plus its number."""


class Reports:
    """Writes the reports of one room. They tell a seat nothing of the seats it does not hear because of a breakout."""

    def __init__(self, streams: Mapping[int, SeatStream], routes: Routes, unix_offset_s: float) -> None:
        self._streams = streams
        self._routes = routes
        self._unix_offset_s = unix_offset_s

    def write(self, seat: int, microphone: RtpReceiver, alive: Mapping[int, RtcpReceiver], now: float) -> bytes:
        """Write the compound packet for one seat, in plain (RFC 3550, section 6.1).

        `alive` are the reports of all browsers that can be reached now, by seat: what those who hear this seat lose of
        its voice counts too.
        """
        reports = [self._about(seat, microphone, alive, now), rtcp.source_description(SERVER_SSRC, "circle")]
        for other, stream in self._streams.items():
            if other != seat and self._routes.same_side(seat, other) and _is_recent(stream, now):
                unix_s, timestamp = now + self._unix_offset_s, stream.timestamp_at(now)
                reports.append(rtcp.sender_report(stream.ssrc, unix_s, timestamp, stream.packets, stream.octets))
                reports.append(rtcp.source_description(stream.ssrc, sdp.cname(other)))
        return b"".join(reports)

    def _about(self, seat: int, microphone: RtpReceiver, alive: Mapping[int, RtcpReceiver], now: float) -> bytes:
        if microphone.ssrc is None:
            return rtcp.receiver_report(SERVER_SSRC, None)
        ssrc = self._streams[seat].ssrc
        listeners = (their for other, their in alive.items() if other != seat and self._routes.same_side(seat, other))
        lost = losses.agreed([listener.losses.get(ssrc) for listener in listeners], now)
        return rtcp.receiver_report(SERVER_SSRC, microphone.stats.report(microphone.ssrc, lost, now))


def _is_recent(stream: SeatStream, now: float) -> bool:
    return stream.packets > 0 and now - stream.heard_at < RECENT_S
