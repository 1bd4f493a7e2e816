"""The echo by which somebody checks their line: a browser gets back what it sends, and nothing else.

Whoever checks has no invitation, so an echo is in no room: it knows one transport, hears nobody and is heard by nobody
else. It sends no more than it receives, only where the browser has answered from, and not for long.
"""

from app.media import dtls, srtp
from app.media.context import MediaContext
from app.media.counters import RoomCounters
from app.media.demux_table import DemuxTable
from app.media.limits import VOICE_BURST_S, RateLimit
from app.media.rtp import HEADER, HEADER_BYTES
from app.media.rtp_receiver import RtpReceiver
from app.media.transport import Transport

ECHO_S = 25.0
"""How long one echo lasts at most: eighteen seconds to connect, five to measure, and to spare."""

ECHOES_MAX = 24
"""So many last at once in a process. All together cost what two circles cost in which one person speaks."""

BROWSER, ECHO = 1, 2
"""The seats of the offer: the browser's own, and the one from which it hears itself."""

ECHO_SSRC = 0x0BA11EC0


class Echo:
    """One browser's. Its methods are the transport's `TransportEvents`."""

    def __init__(self, context: MediaContext, table: DemuxTable[Transport], certificate: dtls.Certificate) -> None:
        self._context = context
        self._ends_at = context.clock() + ECHO_S
        self._microphone: RtpReceiver | None = None
        self.transport = Transport(BROWSER, [(ECHO, ECHO_SSRC)], self, context, table, certificate)

    def on_connected(self, transport: Transport, keys: srtp.Keys) -> None:
        """Begin to receive."""
        rx, limit = self._context.port.rx, RateLimit(VOICE_BURST_S)
        self._microphone = RtpReceiver(keys.inbound, rx, RoomCounters(), limit)

    def on_address_changed(self, transport: Transport) -> None:
        """Nothing to do: each packet is sent to the address of its moment."""

    def on_closed(self, transport: Transport) -> None:
        """Receive nothing more."""
        self._microphone = None

    def on_rtp(self, transport: Transport, slot: int, length: int, now: float) -> bool:
        """Send the packet in a slot of the receive batch back as it came. Returns whether it was authentic."""
        receiver, keys, address = self._microphone, transport.keys, transport.ice.address
        length = receiver.accept(slot, length, now) if receiver else 0
        if length and keys and address:
            start = self._context.port.rx.starts[slot]
            packet = self._context.port.rx.data[start : start + length]
            flags, kind, sequence, timestamp, _ = HEADER.unpack(packet[:HEADER_BYTES])
            HEADER.pack_into(packet, 0, flags, kind, sequence, timestamp, ECHO_SSRC)
            self._context.send_batch.fan_out(packet, [(keys.outbound, address)])
        return length > 0

    def on_rtcp(self, transport: Transport, datagram: bytes, now: float) -> bool:
        """Leave a report unread: nothing here needs it, and libsrtp would keep state for every source that reports."""
        return False

    def tick(self, now: float) -> None:
        """Do what is due; called several times a second."""
        self.transport.tick(now)
        if now > self._ends_at:
            self.transport.close()


class Echoes:
    """All echoes of one port."""

    def __init__(self, context: MediaContext, table: DemuxTable[Transport]) -> None:
        self._context = context
        self._table = table
        self._certificate = dtls.Certificate()
        self._lasting: list[Echo] = []

    def begin(self) -> Transport | None:
        """Make an echo's transport; None where as many last as may."""
        self._forget_closed()
        if len(self._lasting) >= ECHOES_MAX:
            return None
        echo = Echo(self._context, self._table, self._certificate)
        self._lasting.append(echo)
        return echo.transport

    def tick(self, now: float) -> None:
        """Do what is due; called several times a second."""
        for echo in self._lasting:
            echo.tick(now)
        self._forget_closed()

    def close(self) -> None:
        """End all of them."""
        for echo in self._lasting:
            echo.transport.close()
        self._lasting.clear()

    def _forget_closed(self) -> None:
        self._lasting = [echo for echo in self._lasting if not echo.transport.closed]
