"""Reports as bytes, with aiortc as the independent oracle."""

from aiortc.rtp import RtcpPacket, RtcpReceiverInfo, RtcpRrPacket, RtcpSenderInfo, RtcpSrPacket
from hypothesis import given
from hypothesis import strategies as st

from app.media import rtcp
from app.media.rtcp import ReportBlock

u32 = st.integers(0, 0xFFFFFFFF)
blocks = st.builds(ReportBlock, u32, st.integers(0, 255), st.integers(-0x800000, 0x7FFFFF), u32, u32, u32, u32)


def theirs(block: ReportBlock) -> RtcpReceiverInfo:
    return RtcpReceiverInfo(
        ssrc=block.ssrc,
        fraction_lost=block.fraction_lost,
        packets_lost=block.lost,
        highest_sequence=block.highest,
        jitter=block.jitter,
        lsr=block.last_report,
        dlsr=block.since_last_report,
    )


@given(u32, st.none() | blocks)
def test_receiver_report(ssrc: int, block: ReportBlock | None) -> None:
    (packet,) = RtcpPacket.parse(rtcp.receiver_report(ssrc, block))
    assert packet == RtcpRrPacket(ssrc=ssrc, reports=[theirs(block)] if block else [])


@given(u32, u32, st.integers(0, 2**40), st.integers(0, 2**40))
def test_sender_report(ssrc: int, timestamp: int, packets: int, octets: int) -> None:
    (packet,) = RtcpPacket.parse(rtcp.sender_report(ssrc, 1_700_000_000.25, timestamp, packets, octets))
    assert packet.ssrc == ssrc
    assert packet.sender_info.ntp_timestamp == (1_700_000_000 + 2_208_988_800) << 32 | 1 << 30
    assert packet.sender_info.rtp_timestamp == timestamp
    assert packet.sender_info.packet_count == packets & 0xFFFFFFFF
    assert packet.sender_info.octet_count == octets & 0xFFFFFFFF


@given(u32, st.text("abcdefgh0123", min_size=1, max_size=60))
def test_source_description(ssrc: int, cname: str) -> None:
    (packet,) = RtcpPacket.parse(rtcp.source_description(ssrc, cname))
    assert packet.chunks[0].ssrc == ssrc
    assert packet.chunks[0].items == [(1, cname.encode())]


@given(u32, u32, st.lists(blocks, max_size=31), st.integers(0, 2**64 - 1))
def test_reports_of_browsers_are_read(ssrc: int, other: int, reported: list[ReportBlock], ntp: int) -> None:
    info = RtcpSenderInfo(ntp_timestamp=ntp, rtp_timestamp=1, packet_count=2, octet_count=3)
    compound = bytes(RtcpSrPacket(ssrc, info, [theirs(b) for b in reported]))
    compound += rtcp.source_description(ssrc, "browser")
    compound += bytes(RtcpRrPacket(other, [theirs(b) for b in reported]))
    first, second = rtcp.read_reports(compound)
    assert first == rtcp.Report(ssrc, ntp >> 16 & 0xFFFFFFFF, tuple(reported))
    assert second == rtcp.Report(other, None, tuple(reported))


def test_a_goodbye_is_passed_over() -> None:
    goodbye = b"\x81\xcb\x00\x01\x00\x00\x00\x05"
    report = rtcp.receiver_report(5, None)
    assert [r.ssrc for r in rtcp.read_reports(goodbye + report + goodbye)] == [5]


def test_a_report_without_a_source_is_none() -> None:
    nobody = b"\x80\xc9\x00\x00"
    assert [r.ssrc for r in rtcp.read_reports(nobody + rtcp.receiver_report(5, None) + nobody)] == [5]


def test_what_came_twice_counts_as_found() -> None:
    """Losses are signed (RFC 3550, section 6.4.1)."""
    (report,) = rtcp.read_reports(rtcp.receiver_report(5, ReportBlock(1, 7, -2, 9, 0, 0, 0)))
    assert report.blocks[0][:4] == (1, 7, -2, 9)


@given(st.binary(max_size=300))
def test_rubbish_never_raises(compound: bytes) -> None:
    list(rtcp.read_reports(compound))


@given(st.binary(max_size=60), st.sampled_from([200, 201]), st.integers(0, 31))
def test_rubbish_in_a_report_never_raises(body: bytes, kind: int, count: int) -> None:
    body += bytes(-len(body) % 4)
    compound = bytes([0x80 | count, kind]) + (len(body) // 4).to_bytes(2, "big") + body
    for report in rtcp.read_reports(compound):
        assert len(report.blocks) <= count
