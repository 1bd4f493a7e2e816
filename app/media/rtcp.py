"""The reports browsers and server exchange about the voices (RFC 3550, section 6), as bytes, without any I/O.

Reading never raises: of a malformed compound what came before the fault counts, the rest is ignored.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

SENDER_REPORT = 200
RECEIVER_REPORT = 201
_SOURCE_DESCRIPTION = 202
_CNAME = 1
_NTP_EPOCH_S = 2_208_988_800
"""Seconds from 1900, where RTCP's clock begins, to 1970."""

ROUND_TRIP_S_MAX = 30
"""What is said to have taken longer is no round trip."""

_BLOCK = struct.Struct("!IIIIII")
_SENDER = struct.Struct("!BBHIIIIII")
_RECEIVER = struct.Struct("!BBHI")
_HEADER_BYTES = 4
_SENDER_INFO_BYTES = 20
_LOST_MASK = 0xFFFFFF
_LOST_SIGN = 0x800000


class ReportBlock(NamedTuple):
    """The reception statistics of one source (RFC 3550, section 6.4.1)."""

    ssrc: int
    fraction_lost: int
    """256ths, since the report before."""

    lost: int
    """Packets since the beginning, from -2**23 on: what came twice counts as found."""

    highest: int
    jitter: int
    last_report: int
    """The middle 32 bits of the NTP time in the newest sender report; 0 before the first."""

    since_last_report: int
    """65536ths of a second."""


@dataclass(frozen=True, slots=True)
class Report:
    """A sender or receiver report that arrived."""

    ssrc: int
    ntp_middle: int | None
    """Of a sender report: the middle 32 bits of its NTP time."""

    blocks: tuple[ReportBlock, ...]


def packets(compound: bytes) -> Iterator[bytes]:
    """Divide a compound into its packets (section 6.1); it ends before the first that is none or is cut off."""
    at = 0
    while at + _HEADER_BYTES <= len(compound):
        end = at + 4 + 4 * int.from_bytes(compound[at + 2 : at + 4], "big")
        if compound[at] >> 6 != 2 or end > len(compound):
            return
        yield compound[at:end]
        at = end


def read_reports(compound: bytes) -> Iterator[Report]:
    """Find the sender and receiver reports in a compound packet; everything else is skipped. Never raises."""
    for packet in packets(compound):
        if packet[1] in (SENDER_REPORT, RECEIVER_REPORT) and len(packet) >= _RECEIVER.size:
            yield _read_report(packet)


def round_trip_s(block: ReportBlock, unix_s: float) -> float | None:
    """How long a sender report of ours and the answer to it were on their way (RFC 3550, section 6.4.1).

    `None` where the other end has not had one yet, or says what cannot be.
    """
    now_middle = int((unix_s + _NTP_EPOCH_S) * 65536)
    on_the_way = (now_middle - block.last_report - block.since_last_report) & 0xFFFFFFFF
    return on_the_way / 65536 if block.last_report and on_the_way < ROUND_TRIP_S_MAX * 65536 else None


def sender_report(ssrc: int, unix_s: float, timestamp: int, packets: int, octets: int) -> bytes:
    """Write a sender report: the RTP timestamp of `unix_s`, and how much has been sent so far (section 6.4.1)."""
    seconds = int(unix_s)
    fraction = int((unix_s - seconds) * 2**32)
    ntp_seconds = (seconds + _NTP_EPOCH_S) & 0xFFFFFFFF
    counts = (timestamp, packets & 0xFFFFFFFF, octets & 0xFFFFFFFF)
    return _SENDER.pack(0x80, SENDER_REPORT, 6, ssrc, ntp_seconds, fraction, *counts)


def receiver_report(ssrc: int, block: ReportBlock | None) -> bytes:
    """Write a receiver report; without a block it is the empty one that a compound may begin with (section 6.4.2)."""
    if block is None:
        return _RECEIVER.pack(0x80, RECEIVER_REPORT, 1, ssrc)
    loss = block.fraction_lost << 24 | block.lost & _LOST_MASK
    packed = _BLOCK.pack(block.ssrc, loss, block.highest, block.jitter, block.last_report, block.since_last_report)
    return _RECEIVER.pack(0x81, RECEIVER_REPORT, 7, ssrc) + packed


def source_description(ssrc: int, cname: str) -> bytes:
    """Write the canonical name of a source, which every compound must have (section 6.5)."""
    name = cname.encode()
    chunk = struct.pack("!IBB", ssrc, _CNAME, len(name)) + name
    chunk += bytes(4 - len(chunk) % 4)
    return struct.pack("!BBH", 0x81, _SOURCE_DESCRIPTION, len(chunk) // 4) + chunk


def _read_report(packet: bytes) -> Report:
    ssrc = int.from_bytes(packet[4:8], "big")
    ntp_middle = None
    at = 8
    if packet[1] == SENDER_REPORT:
        ntp_middle = int.from_bytes(packet[10:14], "big") if len(packet) >= at + _SENDER_INFO_BYTES else None
        at += _SENDER_INFO_BYTES
    wanted = range(at, at + _BLOCK.size * (packet[0] & 0x1F), _BLOCK.size)
    return Report(ssrc, ntp_middle, tuple(_read_block(packet, b) for b in wanted if b + _BLOCK.size <= len(packet)))


def _read_block(packet: bytes, at: int) -> ReportBlock:
    ssrc, loss, highest, jitter, last_report, since = _BLOCK.unpack_from(packet, at)
    lost = ((loss & _LOST_MASK) ^ _LOST_SIGN) - _LOST_SIGN
    return ReportBlock(ssrc, loss >> 24, lost, highest, jitter, last_report, since)
