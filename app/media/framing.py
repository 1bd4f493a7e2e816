"""Datagrams in a stream: each has its length before it, in two bytes (RFC 4571, section 2). Pure."""

_LENGTH_BYTES = 2


class BadFrame(ValueError):
    """A frame is longer or shorter than anything that is read here, or claims to be: nobody follows the stream on."""


def frame(datagram: bytes | bytearray) -> bytes:
    """Write a datagram as one frame."""
    return len(datagram).to_bytes(_LENGTH_BYTES, "big") + datagram


class FrameReader:
    """Cuts one stream into datagrams again, however it arrives. It keeps less than one frame."""

    def __init__(self, lengths: range) -> None:
        """`lengths` are those a datagram may have, in bytes."""
        self._lengths = lengths
        self._rest = b""

    def feed(self, data: bytes) -> list[bytes]:
        """Give the datagrams that are whole now, without empty ones, which only keep a line open.

        Raises `BadFrame`, after which it is of no use any more.
        """
        datagrams, data, at = [], self._rest + data, 0
        while len(data) - at >= _LENGTH_BYTES:
            start = at + _LENGTH_BYTES
            length = int.from_bytes(data[at:start], "big")
            if length and length not in self._lengths:
                raise BadFrame
            end = start + length
            if end > len(data):
                break
            if length:
                datagrams.append(data[start:end])
            at = end
        self._rest = data[at:]
        return datagrams
