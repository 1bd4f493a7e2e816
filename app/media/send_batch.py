"""The last step of a packet: copied, protected and addressed for every listener, and sent in a batch.

This is where the server spends its time; the loop makes no object that outlives it.
"""

from collections.abc import Sequence

from app.media import srtp
from app.media.batch import NAME_BYTES
from app.media.udp import UdpPort

PACKET_BYTES_MAX = 1350
"""The longest SRTP packet that is accepted: an Opus frame has at most 1275 bytes (RFC 6716, section 3.2.1)."""

Listener = tuple[srtp.Pointer, bytes]
"""The outbound SRTP context of somebody who hears a voice, and the address to send to."""


class SendBatch:
    """Fills the port's send batch; it never holds more than there are slots."""

    def __init__(self, port: UdpPort) -> None:
        self._port = port
        batch = port.tx
        self._slots = batch.slots
        self._data, self._names, self._lengths = batch.data, batch.names, batch.lengths
        self._places = [
            (start, slice(slot * NAME_BYTES, (slot + 1) * NAME_BYTES), pointer)
            for slot, (start, pointer) in enumerate(zip(batch.starts, batch.pointers, strict=True))
        ]
        self._length = srtp.new_length()
        self._count = 0

    def fan_out(self, packet: bytes | bytearray, listeners: Sequence[Listener]) -> int:
        """Put a plain packet into the batch, protected for every listener. Returns how many were put."""
        if self._count + len(listeners) > self._slots:
            self.flush()
        data, names, lengths, places = self._data, self._names, self._lengths, self._places
        length, protect, packet_bytes = self._length, srtp.protect, len(packet)
        slot = first = self._count
        for context, address in listeners:
            start, name, pointer = places[slot]
            data[start : start + packet_bytes] = packet
            length[0] = packet_bytes
            if protect(context, pointer, length):
                continue
            lengths[slot] = length[0]
            names[name] = address
            slot += 1
        self._count = slot
        return slot - first

    def flush(self) -> None:
        """Send what is in the batch, and empty it."""
        if self._count:
            self._port.flush(self._count)
            self._count = 0
