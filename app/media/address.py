"""Addresses of browsers as a `Batch` has them, `NAME_BYTES` each; those of UDP are as the kernel writes them."""

import socket
import struct
import sys

_SOCKADDR_IN = struct.Struct("=H2s4s20x")
_SOCKADDR_IN6 = struct.Struct("=H2s4x16sI")
_MAPPED = bytes(10) + b"\xff\xff"
"""What an IPv4 address begins with where it is written as one of IPv6."""

_STREAM = 0xFFFF
"""The family of the addresses of streams."""


def pack_address(host: str, port: int, _flow: int = 0, scope: int = 0) -> bytes:
    """Write an address as it appears in a batch: `NAME_BYTES`, as the kernel writes them.

    Takes what `socket.getsockname` returns, of either family.
    """
    if ":" in host:
        address = socket.inet_pton(socket.AF_INET6, host.partition("%")[0])
        return _SOCKADDR_IN6.pack(socket.AF_INET6, port.to_bytes(2, "big"), address, scope)
    return _SOCKADDR_IN.pack(socket.AF_INET, port.to_bytes(2, "big"), socket.inet_aton(host))


def stream_address(host: str, port: int, _flow: int = 0, scope: int = 0) -> bytes:
    """Write the address of the other end of a TCP connection, which is no address of UDP. Takes what `accept` gives."""
    address = socket.inet_pton(socket.AF_INET6, host.partition("%")[0] if ":" in host else f"::ffff:{host}")
    return _SOCKADDR_IN6.pack(_STREAM, port.to_bytes(2, "big"), address, scope)


NOWHERE = stream_address("0.0.0.0", 0)  # noqa: S104 - nothing is bound to it
"""The address of no connection. What is sent there is lost, and counted as unsent."""


def is_stream(address: bytes) -> bool:
    """Whether this is the address of a TCP connection."""
    return _family(address) == _STREAM


def host_and_port(address: bytes) -> tuple[bytes, bytes]:
    """Take the host (4 bytes of IPv4, mapped or not, or 16 of IPv6) and the port (2 bytes) out, in network order."""
    if _family(address) == socket.AF_INET:
        return address[4:8], address[2:4]
    host = address[8:24]
    return host[len(_MAPPED) :] if host.startswith(_MAPPED) else host, address[2:4]


def _family(address: bytes) -> int:
    return int.from_bytes(address[:2], sys.byteorder)


def sockaddr(address: bytes) -> tuple[str, int] | tuple[str, int, int, int]:
    """The same address as Python's sockets want it."""
    if _family(address) == socket.AF_INET:
        _, port, host = _SOCKADDR_IN.unpack(address)
        return socket.inet_ntoa(host), int.from_bytes(port, "big")
    _, port, host, scope = _SOCKADDR_IN6.unpack(address)
    return socket.inet_ntop(socket.AF_INET6, host), int.from_bytes(port, "big"), 0, scope
