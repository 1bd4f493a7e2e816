"""Datagrams in a stream: each has its length before it, in two bytes (RFC 4571, section 2). Pure."""

_LENGTH_BYTES = 2


class FrameTooLong(ValueError):
    """A frame is longer than anything that is read here, or claims to be: the stream cannot be followed any more."""


def frame(datagram: bytes | bytearray) -> bytes:
    """Write a datagram as one frame."""
    return len(datagram).to_bytes(_LENGTH_BYTES, "big") + datagram


class FrameReader:
    """Cuts one stream into datagrams again, however it arrives. It keeps less than one frame."""

    def __init__(self, datagram_bytes_max: int) -> None:
        self._bytes_max = datagram_bytes_max
        self._rest = b""

    def feed(self, data: bytes) -> list[bytes]:
        """Give the datagrams that are whole now, without empty ones, which only keep a line open.

        Raises `FrameTooLong`, after which it is of no use any more.
        """
        datagrams, data, at = [], self._rest + data, 0
        while len(data) - at >= _LENGTH_BYTES:
            start = at + _LENGTH_BYTES
            end = start + int.from_bytes(data[at:start], "big")
            if end - start > self._bytes_max:
                raise FrameTooLong
            if end > len(data):
                break
            if end > start:
                datagrams.append(data[start:end])
            at = end
        self._rest = data[at:]
        return datagrams
