"""The lock on every line: DTLS handshakes by aiortc, SRTP by libsrtp on our own memory (RFC 5763, RFC 5764).

This is the one file that uses private names of aiortc and pylibsrtp. Their public ways make an object and two copies
of every packet; here a packet is locked and unlocked where it lies. The price is exact pins: importing this file
fails if the libraries are not the ones it was written for.
"""

import asyncio
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any, cast

from aiortc.rtcdtlstransport import RTCCertificate, RTCDtlsFingerprint, RTCDtlsParameters, RTCDtlsTransport
from aiortc.rtcicetransport import RTCIceTransport
from OpenSSL import SSL
from pylibsrtp import Error, Session
from pylibsrtp._binding import ffi, lib  # type: ignore[import-not-found, unused-ignore]

Certificate = RTCCertificate
Pointer = Any
"""A place in memory, or an SRTP context, as C sees it."""

protect: Callable[[Pointer, Pointer, Pointer], int] = lib.srtp_protect
"""`protect(context, packet, length)` locks an RTP packet where it lies and updates the length; 0 is success."""

unprotect: Callable[[Pointer, Pointer, Pointer], int] = lib.srtp_unprotect
"""The reverse of `protect`; what is forged, altered or repeated gives another number than 0."""

GROWTH_MAX = 32
"""Bytes by which locking may lengthen a packet: room to leave behind it."""

_PINS = {"aiortc": "1.16.0", "pylibsrtp": "1.0.0"}
_HELD_MAX = 32
"""DTLS datagrams kept for a handshake that has not got to them: more than any flight needs."""


class HandshakeFailed(Exception):
    """The other end could not prove that it holds the certificate of its answer."""


def new_length() -> Pointer:
    """Make the integer through which `protect` and `unprotect` take and give a packet's length: `length[0]`."""
    return ffi.new("int *")


def pointers(memory: bytearray, starts: range) -> list[Pointer]:
    """Point at places in a buffer; whoever uses the pointers must hold the buffer."""
    whole = ffi.from_buffer("unsigned char[]", memory)
    return [whole + start for start in starts]


def new_certificate() -> Certificate:
    """Make a self-signed certificate, good for 30 days: far longer than a meeting."""
    return RTCCertificate.generateCertificate()


def fingerprint(certificate: Certificate) -> str:
    """Give the SHA-256 fingerprint an offer carries."""
    return next(f.value for f in certificate.getFingerprints() if f.algorithm == "sha-256")


class Keys:
    """Both directions of one safe line."""

    def __init__(self, inbound: Session, outbound: Session) -> None:
        self._inbound = inbound
        self._outbound = outbound
        self.inbound = _context(inbound)
        self.outbound = _context(outbound)

    def lock_report(self, report: bytes) -> bytes:
        """Lock an RTCP packet."""
        return self._outbound.protect_rtcp(report)

    def unlock_report(self, datagram: bytes) -> bytes | None:
        """Unlock an RTCP packet; `None` if it is forged, altered, repeated or too long."""
        try:
            return self._inbound.unprotect_rtcp(datagram)
        except (Error, ValueError):
            return None


class Handshake:
    """The server's half of one DTLS handshake, which may receive datagrams before it is begun."""

    def __init__(self, certificate: Certificate, send: Callable[[bytes], None]) -> None:
        self._path = _Path(send)
        self._dtls = RTCDtlsTransport(cast(RTCIceTransport, self._path), [certificate])
        self._dtls._set_role("server")

    def take(self, datagram: bytes) -> bool:
        """Take a DTLS datagram; `False` if too many are waiting, and it is lost as on any line."""
        return self._path.take(datagram)

    async def complete(self, fingerprints: Sequence[tuple[str, str]]) -> Keys:
        """Shake hands with whoever holds a certificate of these fingerprints. Sets no deadline of its own."""
        known = [RTCDtlsFingerprint(kind, value) for kind, value in fingerprints]
        try:
            await self._dtls.start(RTCDtlsParameters(known, "client"))
        except SSL.Error as error:
            raise HandshakeFailed from error
        if self._dtls.state != "connected":
            raise HandshakeFailed
        return Keys(self._dtls._rx_srtp, self._dtls._tx_srtp)

    async def farewell(self) -> None:
        """Wait until the other end says goodbye, or sends what cannot be understood."""
        pump = self._dtls._task
        if pump is not None:
            await asyncio.wait([pump])
            if not pump.cancelled():
                pump.exception()

    async def stop(self) -> None:
        """Say goodbye, so that the other end knows at once. Sends at most one datagram and does not wait."""
        await self._dtls.stop()


class _Path:
    """What `RTCDtlsTransport` needs of an ICE transport: a way out and a bounded way in."""

    role = "controlled"
    state = "completed"

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._out = send
        self._held: asyncio.Queue[bytes] = asyncio.Queue(_HELD_MAX)

    def take(self, datagram: bytes) -> bool:
        if self._held.full():
            return False
        self._held.put_nowait(datagram)
        return True

    async def _recv(self) -> bytes:
        return await self._held.get()

    async def _send(self, datagram: bytes) -> None:
        self._out(datagram)


def _context(session: Session) -> Pointer:
    """Take the C context out of a session. Whoever holds it keeps the session, so it can never dangle."""
    return ffi.gc(session._srtp[0], lambda _: session)


def _check_pins() -> None:
    for package, pinned in _PINS.items():
        found = version(package)
        if found != pinned:
            raise ImportError(
                f"{__name__} uses private names of {package} {pinned}, but {found} is installed. Install the pinned "
                f"version, or read what changed, adapt this file, run its test and change the pin."
            )


def _check_names() -> None:
    transport = RTCDtlsTransport(cast(RTCIceTransport, _Path(lambda _: None)), [new_certificate()])
    wanted: dict[str, tuple[object, tuple[str, ...]]] = {
        "RTCDtlsTransport": (transport, ("_set_role", "_rx_srtp", "_tx_srtp", "_task")),
        "Session": (Session(), ("_srtp",)),
        "pylibsrtp._binding.lib": (lib, ("srtp_protect", "srtp_unprotect")),
    }
    for owner, (thing, names) in wanted.items():
        for name in names:
            if not hasattr(thing, name):
                raise ImportError(f"{owner} has lost {name}, which {__name__} needs: install the pinned versions.")


_check_pins()
_check_names()
