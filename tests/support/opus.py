"""Opus's own padding (RFC 6716, section 3.2.5), written a second time, and what a decoder makes of packets."""

import itertools
from collections.abc import Iterable

import av
from av.audio.frame import AudioFrame


def padded(packet: bytes, length: int) -> bytes:
    """A packet of one frame, filled up to this length, which is longer."""
    assert packet[0] & 3 == 0
    head, more = bytes([packet[0] | 3]), length - len(packet) - 1
    if more == 0:
        return head + b"\x01" + packet[1:]
    for lengths in itertools.count(1):
        padding = more - lengths
        last = padding - 254 * (lengths - 1)
        if last < 255:
            break
    return head + b"\x41" + b"\xff" * (lengths - 1) + bytes([last]) + packet[1:] + bytes(padding)


def decoded(packets: Iterable[bytes]) -> bytes:
    """The samples of both ears, 16 bit; packets that are none are passed over."""
    decoder = av.CodecContext.create("libopus", "r")
    samples = b""
    for packet in packets:
        try:
            frames = decoder.decode(av.Packet(packet))
        except (av.FFmpegError, ValueError):
            continue
        for frame in frames:
            assert isinstance(frame, AudioFrame)
            samples += bytes(frame.planes[0])[: 4 * frame.samples]
    return samples
