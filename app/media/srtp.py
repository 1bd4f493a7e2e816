"""SRTP by libsrtp on our own memory (RFC 3711, RFC 7714), with keys from DTLS (RFC 5764).

This is the one file that uses private names of pylibsrtp. Its public functions make an object and two copies of every
packet; here a packet is protected and unprotected in place. The price is an exact pin, which `app/pins.py` checks
before a server starts.
"""

from collections.abc import Callable
from typing import Any, Self

from pylibsrtp import Error, Policy, Session
from pylibsrtp._binding import ffi, lib  # type: ignore[import-not-found, unused-ignore]

Pointer = Any
"""A place in memory, or an SRTP context, as C sees it."""

protect: Callable[[Pointer, Pointer, Pointer], int] = lib.srtp_protect
"""`protect(context, packet, length)` protects an RTP packet in place and updates the length in bytes; 0 is success.

It may lengthen the packet by 32 bytes: so much room must be left behind it."""

unprotect: Callable[[Pointer, Pointer, Pointer], int] = lib.srtp_unprotect
"""The reverse of `protect`; for a packet that is forged, altered or repeated the result is not 0."""

_WINDOW = 1024
"""The replay window (RFC 3711, section 3.3.2): so many packets may overtake one and it is still accepted."""


def new_length() -> Pointer:
    """Make the integer through which `protect` and `unprotect` take and give a packet's length: `length[0]`."""
    return ffi.new("int *")


def pointers(memory: bytearray, starts: range) -> list[Pointer]:
    """Make pointers to places in a buffer. The caller must keep the buffer as long as it uses the pointers."""
    whole = ffi.from_buffer("unsigned char[]", memory)
    return [whole + start for start in starts]


class Keys:
    """The SRTP contexts of one transport, one for each direction."""

    def __init__(self, inbound: Session, outbound: Session) -> None:
        self._inbound = inbound
        self._outbound = outbound
        self.inbound = _context(inbound)
        self.outbound = _context(outbound)

    @classmethod
    def of(cls, profile: int, *, ours: bytes, theirs: bytes) -> Self:
        """Make them from a handshake's result: the profile as libsrtp numbers it, and key and salt of each end."""
        inbound = _session(profile, theirs, Policy.SSRC_ANY_INBOUND)
        return cls(inbound, _session(profile, ours, Policy.SSRC_ANY_OUTBOUND))

    def protect_rtcp(self, report: bytes) -> bytes:
        """Protect a compound RTCP packet; returns the SRTCP datagram."""
        return self._outbound.protect_rtcp(report)

    def unprotect_rtcp(self, datagram: bytes) -> bytes | None:
        """Unprotect an SRTCP datagram; `None` if it is forged, altered, repeated or too long."""
        try:
            return self._inbound.unprotect_rtcp(datagram)
        except (Error, ValueError):
            return None


def _session(profile: int, key: bytes, direction: int) -> Session:
    policy = Policy(key, direction, srtp_profile=profile)
    policy.allow_repeat_tx = True
    policy.window_size = _WINDOW
    return Session(policy)


def _context(session: Session) -> Pointer:
    """Take the C context out of a session. Whoever holds it keeps the session, so it can never dangle."""
    return ffi.gc(session._srtp[0], lambda _: session)


def check_names() -> None:
    """Check that pylibsrtp still has the private names this file uses. Raises `ImportError`."""
    wanted: dict[str, tuple[object, tuple[str, ...]]] = {
        "Session": (Session(), ("_srtp",)),
        "pylibsrtp._binding.lib": (lib, ("srtp_protect", "srtp_unprotect")),
    }
    for owner, (thing, names) in wanted.items():
        for name in names:
            if not hasattr(thing, name):
                raise ImportError(f"{owner} has lost {name}, which {__name__} needs: install the pinned version.")
