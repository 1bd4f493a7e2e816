"""Voice packets, as from a browser that keeps to no rule but knows its keys, through receiver and numbering.

An input is up to eight packets, each behind its length in two bytes, which are encrypted as the browser would. aiortc
is the oracle of what they say of themselves.
"""

import struct
from collections.abc import Hashable, Iterator

from aiortc.rtp import RtpPacket
from pylibsrtp import Error, Policy, Session

from app.media import srtp
from app.media.batch import Batch
from app.media.counters import RoomCounters
from app.media.limits import VOICE_BURST_S, RateLimit
from app.media.rtp import HEADER, LEVEL, OPUS, QUIET, RTCP_TYPES, VERSION
from app.media.rtp_receiver import RtpReceiver
from app.media.sealed import frame_bytes
from app.media.speech import NOT_AUDIBLE, loudness
from app.media.stream import LEAP_MAX, SeatStream
from tests.media.test_sealed_form import inside
from tests.media.test_speech import understood
from tests.support.sframe import seal

PACKETS_MAX = 8
SLOT_BYTES = 1536
_KEY = bytes(range(44))
_LEVEL = b"\xbe\xde\x00\x01\x10\x9e\x00\x00"
_rx = Batch(1, SLOT_BYTES)


def _packet(sequence: int, payload: bytes, flags: int = 0x80, kind: int = OPUS, ssrc: int = 9) -> bytes:
    packet = HEADER.pack(flags, kind, sequence, sequence * 960, ssrc) + payload
    return len(packet).to_bytes(2, "big") + packet


SEEDS = (
    b"".join(_packet(n, _LEVEL + b"\xf8voice of some length", flags=0x90) for n in (65534, 65535, 0, 1)),
    _packet(1, b"\xf8voice") + _packet(3, b"\xf8") + _packet(2, b"\xf8late") + _packet(40_000, b"\xf8far"),
    _packet(1, b"\xf8one") + _packet(2, b"\xf8another source", ssrc=8) + _packet(3, b"\xf8video", kind=96),
    _packet(1, b"\xbe\xde\x00\x03\x22abc\x00\x10\x7f\xf0\x00\x00\x00\x00" + bytes(20), flags=0x90),
    _packet(1, b"\xbe\xde\x00\x02\xf0\x00\x10\x7f\x00\x00\x00\x00" + bytes(20), flags=0x90),
    _packet(1, b"\xbe\xde\x00\x02\x01\x00\x00\x10\x7f\x00\x00\x00" + bytes(20), flags=0x90),
    _packet(1, b"\x10\x00\x00\x02\x01\x01\x7f\x00\x02\x01\xff\x00" + bytes(20), flags=0x90),
    b"".join(_packet(n, seal(bytes(32), 1 << 39, n, bytes(n))) for n in (1, 2, 300)),
    _packet(1, b"\xf8\xff\xfe") + _packet(2, seal(bytes(32), 5, 0, bytes(20))) + _packet(3, b""),
    _packet(1, bytes(4) + b"mixed", flags=0x81) + _packet(2, b"padded\x00\x00\x03", flags=0xA0),
)


def check(data: bytes) -> Hashable:
    """Give what became of each packet."""
    browser, keys = (
        _session(Policy.SSRC_ANY_OUTBOUND),
        srtp.Keys(_session(Policy.SSRC_ANY_INBOUND), _session(Policy.SSRC_ANY_OUTBOUND)),
    )
    counters = RoomCounters()
    receiver = RtpReceiver(keys.inbound, _rx, counters, RateLimit(VOICE_BURST_S))
    stream = SeatStream(7, 0, 0, now=0.0)
    stream.begin(0)
    assert not _accept(receiver, data), "nobody can speak without the keys"
    outcomes = []
    for n, packet in enumerate(_packets(data)):
        try:
            datagram = browser.protect(packet)
        except (Error, TypeError, ValueError):
            continue
        if datagram[0] >> 6 != 2 or datagram[1] in RTCP_TYPES:
            continue  # the port sends such things elsewhere
        accepted = _accept(receiver, datagram, now=n * 0.02)
        size = frame_bytes(packet)
        assert size == (inside(packet[HEADER.size :]) if packet[0] == VERSION else None)
        outcomes.append((len(packet), size, _judge(receiver, packet, stream, n * 0.02) if accepted else None))
        assert not _accept(receiver, datagram), "nothing is taken twice"
    assert len({packet[8:12] for packet in _packets(data)}) >= (receiver.ssrc is not None)
    return tuple(outcomes), counters.bad, counters.foreign


def _judge(receiver: RtpReceiver, packet: bytes, stream: SeatStream, now: float) -> Hashable:
    flags, kind, sequence, timestamp, ssrc = HEADER.unpack_from(packet)
    voice = receiver.header
    assert bytes(_rx.data[: len(packet)]) == packet
    assert (voice.flags, voice.kind, voice.index & 0xFFFF, voice.timestamp) == (flags, kind, sequence, timestamp)
    assert (kind & 0x7F, flags & 0x0F, flags >> 6, ssrc) == (OPUS, 0, 2, receiver.ssrc)
    before = stream.settle() if not stream.flowing else None
    newest = stream._newest
    numbered = stream.number(voice.index, voice.timestamp, now)
    assert stream._newest - newest <= LEAP_MAX + 1
    if numbered is not None:
        assert 0 <= numbered[0] <= 0xFFFF
        assert 0 <= numbered[1] <= 0xFFFFFFFF
        assert before is None or (numbered[0], numbered[2]) == (before + 1 & 0xFFFF, True)
    audible = loudness(packet) > NOT_AUDIBLE
    assert audible in _oracle(packet)
    return numbered is None, audible


def _oracle(packet: bytes) -> tuple[bool, ...]:
    """What may be said of a packet's being audible: both where aiortc does not understand it."""
    if not packet[0] & 0x10 or packet[12:14] != b"\xbe\xde":
        return (True, False)
    try:
        RtpPacket.parse(packet)
        words = packet[16 : 16 + 4 * int.from_bytes(packet[14:16], "big")]
        level = dict(reversed(understood(words))).get(LEVEL)
    except (ValueError, struct.error):
        return (True, False)
    return (len(packet) - 16 - len(words) > 10,) if level is None else (level[0] & 0x7F < QUIET,)


def _accept(receiver: RtpReceiver, datagram: bytes, now: float = 0.0) -> int:
    datagram = datagram[:SLOT_BYTES]
    _rx.data[: len(datagram)] = datagram
    return receiver.accept(0, len(datagram), now)


def _packets(data: bytes) -> Iterator[bytes]:
    at = 0
    for _ in range(PACKETS_MAX):
        if at + 2 > len(data):
            return
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        yield data[at + 2 : end]
        at = end


def _session(kind: int) -> Session:
    policy = Policy(key=_KEY, ssrc_type=kind, srtp_profile=Policy.SRTP_PROFILE_AEAD_AES_256_GCM)
    policy.window_size, policy.allow_repeat_tx = 1024, True
    return Session(policy)
