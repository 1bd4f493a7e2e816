"""What is read from a browser's answer: who begins the handshake, by which certificate, and with which credentials to
check that the browser is there (RFC 8842, RFC 8122, RFC 8839).

All voices of a connection go one way (RFC 9143), so the sections that the browser accepts must agree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import NamedTuple, TypeVar

from app.media.rtp import OPUS

_HASHES = {"sha-512": 64, "sha-384": 48, "sha-256": 32}
"""The hash functions that are trusted, best first, and the bytes of a fingerprint made by each."""

LINES_MAX = 1000
"""Browsers write some 20 for each of 16 seats, and their candidates. All voices wait while an answer is read."""

_ICE = frozenset(ascii_letters + digits + "+/")
_NAME_CHARACTERS = range(4, 257)
_PASSWORD_CHARACTERS = range(22, 257)

_HEX = frozenset("0123456789ABCDEF")
_SERVER_BEGINS = {"active": False, "passive": True}

Value = TypeVar("Value")


class BadAnswer(ValueError):
    """An answer that cannot work; the message says why, in words for people."""


@dataclass(frozen=True, slots=True)
class SdpAnswer:
    """What the handshake needs of a browser's SDP answer."""

    server_begins: bool
    """Whether the server is the DTLS client."""

    hash: str
    """The best hash function the browser used, such as `sha-256`."""

    fingerprints: frozenset[str]
    """The browser has to show a certificate that has one of them, in upper case."""


class _Section(NamedTuple):
    media: Sequence[str]
    """The words of the `m=` line; none for what stands before the first."""

    setup: frozenset[str]
    fingerprints: frozenset[tuple[str, str]]
    """(hash function, value), trusted or not."""


def read_answer(answer: str) -> SdpAnswer:
    """Read who begins, and which certificates are good. Raises `BadAnswer`, and nothing else, whatever the text."""
    session, *sections = map(_read, _split(answer))
    accepted = [section for section in sections if _is_accepted(section)]
    if not accepted:
        raise BadAnswer(f"The browser does not accept Opus under the number {OPUS}.")
    setup = _agreed("a=setup", session.setup, [section.setup for section in accepted])
    found = _agreed("a=fingerprint", session.fingerprints, [section.fingerprints for section in accepted])
    trusted = [(kind, value) for kind, value in found if _is_trusted(kind, value)]
    best = next((name for name in _HASHES if any(kind == name for kind, _ in trusted)), None)
    if best is None:
        raise BadAnswer("The answer has no fingerprint by SHA-256 or better, so the line could not be made safe.")
    return SdpAnswer(_server_begins(setup), best, frozenset(value for kind, value in trusted if kind == best))


def read_credentials(answer: str) -> tuple[str, str]:
    """Read the name and the password to ask the browser with (RFC 8839, section 5.4). Raises `BadAnswer`.

    Those of the first section that is accepted, because it speaks for all that go its way.
    """
    session, *sections = _split(answer)
    first = next((lines for lines in sections if _is_accepted(_read(lines))), [])
    name, password = (next(iter(_values([*first, *session], f"ice-{what}")), "").strip() for what in ("ufrag", "pwd"))
    if not (_is_ice(name, _NAME_CHARACTERS) and _is_ice(password, _PASSWORD_CHARACTERS)):
        raise BadAnswer("The answer has no ICE name and password, so nobody could ask whether the browser is there.")
    return name, password


def _is_ice(text: str, lengths: range) -> bool:
    return len(text) in lengths and _ICE.issuperset(text)


def _split(answer: str) -> list[list[str]]:
    lines = list(filter(None, answer.replace("\r", "\n").split("\n")))
    if len(lines) > LINES_MAX:
        raise BadAnswer(f"The answer has more than {LINES_MAX} lines.")
    parts = [[""]]
    for line in lines:
        if line.startswith("m="):
            parts.append([])
        parts[-1].append(line)
    return parts


def _read(lines: Sequence[str]) -> _Section:
    media = lines[0][2:].split() if lines[0].startswith("m=") else []
    setup = frozenset(value.strip().lower() for value in _values(lines, "setup"))
    return _Section(media, setup, frozenset(map(_fingerprint, _values(lines, "fingerprint"))))


def _values(lines: Iterable[str], attribute: str) -> Iterable[str]:
    start = f"a={attribute}:"
    return (line.removeprefix(start) for line in lines if line.startswith(start))


def _fingerprint(text: str) -> tuple[str, str]:
    kind, _, value = text.strip().partition(" ")
    return kind.lower(), value.strip().upper()


def _is_accepted(section: _Section) -> bool:
    """Whether a browser takes what a section offers; a port of 0 refuses it (RFC 3264, section 6)."""
    kind, port, _, *formats = section.media if len(section.media) > 3 else ("", "0", "")
    return kind == "audio" and port != "0" and str(OPUS) in formats


def _agreed(name: str, session: frozenset[Value], sections: Sequence[frozenset[Value]]) -> frozenset[Value]:
    """Give what all sections say: each for itself, the first of them also by what stands before it.

    Sections behind the first may be silent, because the first speaks for all that go its way.
    """
    first, *others = sections
    said = [values for values in (first or session, *others) if values]
    if any(values != said[0] for values in said):
        raise BadAnswer(f"The sections of the answer contradict one another ({name}).")
    return said[0] if said else frozenset()


def _is_trusted(kind: str, value: str) -> bool:
    octets = value.split(":")
    return len(octets) == _HASHES.get(kind) and all(len(octet) == 2 and _HEX.issuperset(octet) for octet in octets)


def _server_begins(setup: frozenset[str]) -> bool:
    """Whether the browser waits for the server, which it also does if it does not say (RFC 4145, section 4)."""
    said = setup or {"passive"}
    known = [_SERVER_BEGINS[value] for value in said if value in _SERVER_BEGINS]
    if len(said) > 1 or not known:
        raise BadAnswer(
            "The answer has to say who begins, the browser (a=setup:active) or the server (a=setup:passive)."
        )
    return known[0]
