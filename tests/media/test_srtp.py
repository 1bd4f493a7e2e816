"""SRTP in place, on memory of our own."""

import gc

from pylibsrtp import Policy, Session

from app.media import srtp

KEY = bytes(range(44))


def session(direction: int) -> Session:
    return Session(Policy(KEY, direction, srtp_profile=Policy.SRTP_PROFILE_AEAD_AES_256_GCM))


def keys() -> srtp.Keys:
    """A line whose two directions have the same key, so that it understands itself."""
    return srtp.Keys(session(Policy.SSRC_ANY_INBOUND), session(Policy.SSRC_ANY_OUTBOUND))


def test_a_packet_is_protected_and_unprotected_in_place() -> None:
    line = keys()
    packet = b"\x80\x6f\x00\x01" + bytes(8) + b"a voice"
    memory = bytearray(200)
    memory[100 : 100 + len(packet)] = packet
    (place,) = srtp.pointers(memory, range(100, 101))
    length = srtp.new_length()
    length[0] = len(packet)
    assert srtp.protect(line.outbound, place, length) == 0
    assert len(packet) < length[0] <= len(packet) + 16
    assert packet[12:] not in memory
    assert srtp.unprotect(line.inbound, place, length) == 0
    assert memory[100 : 100 + length[0]] == packet
    assert memory[:100] == bytes(100)


def test_a_context_outlives_its_keys() -> None:
    """Whoever holds a context may use it, even if the transport it belonged to is long gone."""
    context = keys().outbound
    gc.collect()
    memory = bytearray(b"\x80\x6f\x00\x01" + bytes(60))
    (place,) = srtp.pointers(memory, range(1))
    length = srtp.new_length()
    length[0] = 20
    assert srtp.protect(context, place, length) == 0


def test_a_forged_report_is_none() -> None:
    line = keys()
    protected = line.protect_rtcp(b"\x80\xc9\x00\x01\x00\x00\x00\x05")
    assert line.unprotect_rtcp(b"\x80\xc9\x00\x01" + bytes(30)) is None
    assert line.unprotect_rtcp(bytes(5000)) is None
    assert line.unprotect_rtcp(protected) == b"\x80\xc9\x00\x01\x00\x00\x00\x05"
    assert line.unprotect_rtcp(protected) is None, "repeated"
