"""The offer a seat gets (RFC 8829, RFC 8866), as plain text; what comes back is read in `answer.py`.

The server offers everything a meeting can ever need at once: a microphone, and one voice for every other seat.
Joining, leaving, silencing and returning change nothing in it, so nothing is ever negotiated again. Plain Opus for now.

What is said can be guessed from how long packets are and how loud they claim to be, though nobody can open them. So the
offer of a sealed circle asks for a constant bit rate (RFC 6562, section 3) and takes no level.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.media.rtp import LEVEL, OPUS

MICROPHONE = "mic"
"""The `mid` of the section a browser sends in; every other section's is the number of the seat heard there."""

_UDP_PREFERENCE = 126 << 24
_TCP_PREFERENCE = 90 << 24
_PASSIVE = 4 << 13
"""Of candidates of the same kind, how good TCP is that the browser opens (RFC 6544, section 4.2)."""


@dataclass(frozen=True, slots=True)
class TransportParameters:
    """The server's candidates, ICE credentials and certificate: the part of an offer that is not about voices."""

    hosts: Sequence[str]
    port: int
    ufrag: str
    password: str
    fingerprint: str
    """Of the server's certificate, SHA-256."""

    tcp_port: int | None = None
    """Of the same hosts, if there is one."""


_CLEAR = (
    f"a=extmap:{LEVEL} urn:ietf:params:rtp-hdrext:ssrc-audio-level",
    f"a=fmtp:{OPUS} minptime=10;useinbandfec=1;usedtx=1",
)
_SEALED = (f"a=fmtp:{OPUS} minptime=10;useinbandfec=1;usedtx=1;cbr=1",)
"""Of a sealed circle's voices; that nothing is sent while nobody speaks stays (docs/decisions/0028)."""


def offer(
    session: int, parameters: TransportParameters, voices: Sequence[tuple[int, int]], *, sealed: bool = False
) -> str:
    """Write the offer for one browser; `voices` are the (seat, SSRC) it will hear, `sealed` or not."""
    form = _SEALED if sealed else _CLEAR
    mids = [MICROPHONE, *(str(seat) for seat, _ in voices)]
    lines = [
        "v=0",
        f"o=- {session} 1 IN IP4 0.0.0.0",
        "s=-",
        "t=0 0",
        "a=ice-lite",
        f"a=group:BUNDLE {' '.join(mids)}",
        "a=msid-semantic: WMS *",
        "a=extmap-allow-mixed",
        *_section(parameters, MICROPHONE, form, ["a=recvonly"]),
    ]
    for seat, ssrc in voices:
        lines += _section(parameters, str(seat), form, _voice(seat, ssrc))
    return "\r\n".join(lines) + "\r\n"


def cname(seat: int) -> str:
    """Name the source of a seat, alike in the offer and in the reports."""
    return f"seat{seat}"


def _section(parameters: TransportParameters, mid: str, form: Iterable[str], ending: Iterable[str]) -> list[str]:
    return [
        f"m=audio {parameters.port} UDP/TLS/RTP/SAVPF {OPUS}",
        f"c=IN {'IP6' if ':' in parameters.hosts[0] else 'IP4'} {parameters.hosts[0]}",
        f"a=mid:{mid}",
        f"a=ice-ufrag:{parameters.ufrag}",
        f"a=ice-pwd:{parameters.password}",
        "a=ice-options:ice2",
        f"a=fingerprint:sha-256 {parameters.fingerprint}",
        "a=setup:actpass",
        "a=rtcp-mux",
        "a=rtcp-rsize",
        f"a=rtpmap:{OPUS} opus/48000/2",
        f"a=rtcp-fb:{OPUS} nack",
        *form,
        *_candidates(parameters),
        "a=end-of-candidates",
        *ending,
    ]


def _voice(seat: int, ssrc: int) -> list[str]:
    name = cname(seat)
    return ["a=sendonly", f"a=msid:{name} {name}", f"a=ssrc:{ssrc} cname:{name}"]


def _candidates(parameters: TransportParameters) -> Iterator[str]:
    for rank, host in enumerate(parameters.hosts):
        priority = _UDP_PREFERENCE | (0xFFFF - rank) << 8 | 0xFF
        yield f"a=candidate:{rank + 1} 1 udp {priority} {host} {parameters.port} typ host"
    if parameters.tcp_port is None:
        return
    for rank, host in enumerate(parameters.hosts):
        priority = _TCP_PREFERENCE | (_PASSIVE + 0x1FFF - rank) << 8 | 0xFF
        foundation = len(parameters.hosts) + rank + 1
        yield f"a=candidate:{foundation} 1 tcp {priority} {host} {parameters.tcp_port} typ host tcptype passive"
