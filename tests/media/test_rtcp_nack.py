"""Requests to send again as bytes, with aiortc as the independent oracle."""

from aiortc.rtp import RtcpPacket, RtcpRtpfbPacket
from hypothesis import given
from hypothesis import strategies as st

from app.media import rtcp
from app.media.rtcp_nack import nack, read_nacks

u16, u32 = st.integers(0, 0xFFFF), st.integers(0, 0xFFFFFFFF)
gaps = st.lists(st.integers(1, 40), max_size=60)


def missing(first: int, gaps: list[int]) -> list[int]:
    """Sequence numbers one after the other, over the roll-over if it comes to that."""
    numbers = [first]
    for gap in gaps:
        numbers.append((numbers[-1] + gap) & 0xFFFF)
    return numbers


@given(u32, u32, u16, gaps)
def test_what_is_asked_for_is_understood(sender: int, ssrc: int, first: int, gaps: list[int]) -> None:
    numbers = missing(first, gaps)
    (packet,) = RtcpPacket.parse(nack(sender, ssrc, numbers))
    assert (packet.fmt, packet.ssrc, packet.media_ssrc) == (1, sender, ssrc)
    assert [number & 0xFFFF for number in packet.lost] == numbers, "aiortc counts on past the roll-over"


@given(u32, u32, st.integers(0, 0xFFFF - 60 * 40), gaps)
def test_what_browsers_ask_for_is_read_from_among_reports(sender: int, ssrc: int, first: int, gaps: list[int]) -> None:
    numbers = missing(first, gaps)
    asked = bytes(RtcpRtpfbPacket(fmt=1, ssrc=sender, media_ssrc=ssrc, lost=numbers))
    compound = rtcp.receiver_report(sender, None) + asked + rtcp.source_description(sender, "browser") + asked
    assert list(read_nacks(compound)) == [(ssrc, number) for number in numbers] * 2


@given(u16, gaps)
def test_a_roll_over_changes_nothing(first: int, gaps: list[int]) -> None:
    """aiortc cannot write one."""
    numbers = missing(first, gaps)
    assert list(read_nacks(nack(1, 2, numbers))) == [(2, number) for number in numbers]


def test_a_run_of_losses_is_one_field() -> None:
    assert nack(1, 2, list(range(100, 117))) == bytes.fromhex("81cd0003 00000001 00000002 0064ffff".replace(" ", ""))


def test_other_feedback_asks_for_nothing() -> None:
    """Nor does padding, which is no field."""
    wide = bytes(RtcpRtpfbPacket(fmt=15, ssrc=1, media_ssrc=2, lost=[7]))
    picture = wide.replace(b"\x8f\xcd", b"\x81\xce")
    padded = bytes.fromhex("a1cd000400000001000000020007000000000004")
    assert list(read_nacks(wide + picture + padded)) == [(2, 7)]


@given(st.binary(max_size=60), st.integers(0, 255))
def test_rubbish_never_raises(body: bytes, first: int) -> None:
    body += bytes(-len(body) % 4)
    list(read_nacks(body))
    list(read_nacks(bytes([first, 205]) + (len(body) // 4).to_bytes(2, "big") + body))
