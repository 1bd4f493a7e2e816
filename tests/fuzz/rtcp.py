"""Compounds of reports, with aiortc as the oracle: what it understands is understood alike, all else never raises."""

import struct
from collections.abc import Hashable, Iterator

from aiortc.rtp import RtcpPacket, RtcpReceiverInfo, RtcpRrPacket, RtcpRtpfbPacket, RtcpSrPacket

from app.media import rtcp, rtcp_nack
from app.media.rtcp import Report, ReportBlock

_BLOCK = ReportBlock(0xBA11701, 51, 9, 70_000, 480, 0xABCD1234, 65536)
_GOODBYE = b"\x81\xcb\x00\x01\x00\x00\x00\x05"
_NACK = rtcp_nack.nack(5, 0xBA11701, (16, 17, 18, 40, 65535, 0))

SEEDS = (
    rtcp.receiver_report(5, _BLOCK) + rtcp.source_description(5, "browser"),
    rtcp.sender_report(5, 1_700_000_000.5, 9600, 10, 800) + rtcp.source_description(5, "browser") + _GOODBYE,
    bytes(RtcpRrPacket(5, [RtcpReceiverInfo(n, n, -n, n, n, n, n) for n in range(1, 32)])),
    rtcp.receiver_report(5, None) + _NACK,
    _NACK + b"\xa1\xcd\x00\x04\x00\x00\x00\x05\x0b\xa1\x17\x01\x00\x07\xff\xff\x00\x00\x00\x04" + _NACK,
    b"\xa1\xc9\x00\x0e" + rtcp.receiver_report(5, _BLOCK)[4:] + bytes(27) + b"\x1c",
)


def check(data: bytes) -> Hashable:
    """Give how many blocks each report has, and how many packets are asked for."""
    asked = list(rtcp_nack.read_nacks(data))
    assert len(asked) <= 17 * len(data) // 4
    assert asked == list(_asked(data))
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
    return tuple((report.ntp_middle is None, len(report.blocks)) for report in ours), len(asked)


def _asked(data: bytes) -> Iterator[tuple[int, int]]:
    """What is asked for by each packet that aiortc understands; the rest is read anew, to go on as ours does."""
    for packet in _packets(data):
        if packet[1] != rtcp_nack.FEEDBACK:
            continue
        try:
            (parsed,) = RtcpPacket.parse(packet)
        except (ValueError, struct.error, IndexError):
            yield from rtcp_nack.read_nacks(packet)
            continue
        if isinstance(parsed, RtcpRtpfbPacket) and parsed.fmt == 1:
            yield from ((parsed.media_ssrc, number & 0xFFFF) for number in parsed.lost)


def _understood(data: bytes) -> Iterator[Report | None]:
    """What aiortc makes of each whole report, until one is cut off; `None` where it does not like the rest of it."""
    for packet in _packets(data):
        if packet[1] in (rtcp.SENDER_REPORT, rtcp.RECEIVER_REPORT) and len(packet) > 4:
            try:
                (parsed,) = RtcpPacket.parse(packet)
                assert isinstance(parsed, RtcpRrPacket | RtcpSrPacket)
                yield _report(parsed)
            except (ValueError, struct.error, IndexError):
                yield None


def _packets(data: bytes) -> Iterator[bytes]:
    at = 0
    while at + 4 <= len(data) and data[at] >> 6 == 2:
        end = at + 4 + 4 * int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data):
            return
        yield data[at:end]
        at = end


def _report(packet: RtcpRrPacket | RtcpSrPacket) -> Report:
    sent = packet.sender_info.ntp_timestamp >> 16 & 0xFFFFFFFF if isinstance(packet, RtcpSrPacket) else None
    return Report(packet.ssrc, sent, tuple(ReportBlock(*vars(block).values()) for block in packet.reports))
