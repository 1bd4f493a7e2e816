"""Requests to send packets again, as bytes: generic NACK (RFC 4585, section 6.2.1), the lost ones of one source.

Reading never raises: of a malformed compound what came before the fault counts, the rest is ignored.
"""

import struct
from collections.abc import Iterator, Sequence

from app.media.rtcp import packets

FEEDBACK = 205
_GENERIC_NACK = 1
_PADDING = 0x20
_FOLLOWING = 16
"""So many sequence numbers after the first one does a field say of whether they are lost too."""

_HEADER = struct.Struct("!BBHII")
_FIELD = struct.Struct("!HH")


def read_nacks(compound: bytes) -> Iterator[tuple[int, int]]:
    """Find what is asked for in a compound packet: the SSRC and the sequence number of each packet, one by one."""
    for packet in packets(compound):
        if packet[1] == FEEDBACK and packet[0] & 0x1F == _GENERIC_NACK and len(packet) >= _HEADER.size:
            ssrc = int.from_bytes(packet[8:12], "big")
            end = len(packet) - (packet[-1] if packet[0] & _PADDING else 0)
            for at in range(_HEADER.size, end - _FIELD.size + 1, _FIELD.size):
                for sequence in _read_field(packet, at):
                    yield ssrc, sequence


def nack(sender: int, ssrc: int, sequences: Sequence[int]) -> bytes:
    """Ask for packets of a source by their sequence numbers, oldest first."""
    fields: list[tuple[int, int]] = []
    for sequence in sequences:
        first, following = fields[-1] if fields else (sequence, 0)
        ahead = (sequence - first) & 0xFFFF
        if fields and 1 <= ahead <= _FOLLOWING:
            fields[-1] = first, following | 1 << (ahead - 1)
        else:
            fields.append((sequence, 0))
    header = _HEADER.pack(0x80 | _GENERIC_NACK, FEEDBACK, 2 + len(fields), sender, ssrc)
    return header + b"".join(_FIELD.pack(*field) for field in fields)


def _read_field(packet: bytes, at: int) -> Iterator[int]:
    first, following = _FIELD.unpack_from(packet, at)
    yield first
    for bit in range(_FOLLOWING):
        if following >> bit & 1:
            yield (first + 1 + bit) & 0xFFFF
