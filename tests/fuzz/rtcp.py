"""Compounds of reports, with aiortc as the oracle: what it understands is understood alike, all else never raises."""

import struct
from collections.abc import Hashable, Iterator

from aiortc.rtp import RtcpPacket, RtcpReceiverInfo, RtcpRrPacket, RtcpSrPacket

from app.media import rtcp
from app.media.rtcp import Report, ReportBlock

_BLOCK = ReportBlock(0xBA11701, 51, 9, 70_000, 480, 0xABCD1234, 65536)
_GOODBYE = b"\x81\xcb\x00\x01\x00\x00\x00\x05"
_NACK = b"\x81\xcd\x00\x03\x00\x00\x00\x05\x0b\xa1\x17\x01\x00\x10\x00\x03"

SEEDS = (
    rtcp.receiver_report(5, _BLOCK) + rtcp.source_description(5, "browser"),
    rtcp.sender_report(5, 1_700_000_000.5, 9600, 10, 800) + rtcp.source_description(5, "browser") + _GOODBYE,
    bytes(RtcpRrPacket(5, [RtcpReceiverInfo(n, n, -n, n, n, n, n) for n in range(1, 32)])),
    rtcp.receiver_report(5, None) + _NACK,
    b"\xa1\xc9\x00\x0e" + rtcp.receiver_report(5, _BLOCK)[4:] + bytes(27) + b"\x1c",
)


def check(data: bytes) -> Hashable:
    """Give how many blocks each report has."""
    ours = list(rtcp.read_reports(data))
    for report in ours:
        assert 0 <= report.ssrc <= 0xFFFFFFFF
        assert len(report.blocks) <= 31
        for block in report.blocks:
            rtcp.round_trip_s(block, 1_700_000_000.0)
            assert list(rtcp.read_reports(rtcp.receiver_report(1, block))) == [Report(1, None, (block,))]
    theirs = list(_understood(data))
    assert len(ours) == len(theirs)
    assert all(report in (None, our) for our, report in zip(ours, theirs, strict=True))
    return tuple((report.ntp_middle is None, len(report.blocks)) for report in ours)


def _understood(data: bytes) -> Iterator[Report | None]:
    """What aiortc makes of each whole report, until one is cut off; `None` where it does not like the rest of it."""
    at = 0
    while at + 4 <= len(data) and data[at] >> 6 == 2:
        end = at + 4 + 4 * int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data):
            return
        if data[at + 1] in (rtcp.SENDER_REPORT, rtcp.RECEIVER_REPORT) and end > at + 4:
            try:
                (packet,) = RtcpPacket.parse(data[at:end])
                assert isinstance(packet, RtcpRrPacket | RtcpSrPacket)
                yield _report(packet)
            except (ValueError, struct.error, IndexError):
                yield None
        at = end


def _report(packet: RtcpRrPacket | RtcpSrPacket) -> Report:
    sent = packet.sender_info.ntp_timestamp >> 16 & 0xFFFFFFFF if isinstance(packet, RtcpSrPacket) else None
    return Report(packet.ssrc, sent, tuple(ReportBlock(*vars(block).values()) for block in packet.reports))
