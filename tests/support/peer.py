"""A browser reduced to what reaches the wire: own ICE, DTLS and SRTP, obedient or not as a test wants it.

    peer = Peer(offer)              # the text of an offer
    ...                             # give peer.answer back to whoever made the offer
    await peer.arrive()
    peer.speak(3)
    await other.hears(seat=1, packets=3)

A peer only does what it is told, but for connectivity checks, which go on until it leaves or vanishes.
"""

import asyncio
import random
import re
import secrets
import socket
import struct
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from aioice import stun
from aiortc.rtcdtlstransport import RTCCertificate, RTCDtlsFingerprint, RTCDtlsParameters, RTCDtlsTransport
from aiortc.rtcicetransport import RTCIceTransport
from pylibsrtp import Error

OPUS = 111
FRAME = 960
CLOCK_HZ = 48_000
CHECK_S = 1.0


async def until(holds: Callable[[], object], within_s: float = 10.0) -> None:
    """Wait until something holds; fail if it does not come to."""
    deadline = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < deadline, "what was waited for has not happened"
        await asyncio.sleep(0.005)


@dataclass(frozen=True)
class Packet:
    """An RTP packet a peer received, unprotected."""

    sequence: int
    timestamp: int
    ssrc: int
    payload_type: int
    marker: bool
    payload: bytes
    """All after the twelve header bytes, a header extension too; as `Peer.opens` has it."""

    at: float


class Peer:
    """One end of one connection to the server."""

    certificate = RTCCertificate.generateCertificate()

    def __init__(self, offer: str | None, host: str = "127.0.0.1", *, waits: bool = False) -> None:
        self._loop = asyncio.get_running_loop()
        self._waits = waits
        self._socket: socket.socket | None = None
        self._bind((host, 0))
        self._ufrag = secrets.token_hex(4)
        self._password = secrets.token_hex(12)
        self.seats: dict[int, int] = {}
        """The seat behind every SSRC of the offer."""

        self.heard: dict[int, list[Packet]] = defaultdict(list)
        """Every packet received, by seat."""

        self.strangers: list[Packet] = []
        """Packets of an SSRC that is not in the offer."""

        self.reports: list[bytes] = []
        """Every RTCP compound received, unprotected."""

        self.sent: list[bytes] = []
        """Every SRTP datagram sent, as it went out."""

        self.ssrc = random.getrandbits(32)
        self.sequence = random.getrandbits(15)  # low, as in browsers: the first packets may be lost before a roll-over
        self.timestamp = random.getrandbits(32)
        self.keeps_time = True
        """Whether timestamps go on with time, as those of a browser, and not with what is said alone."""

        self._spoken_until = time.monotonic()
        self.checks_answered = 0
        self.checked = 0
        """How many checks of the server's came."""
        self.opens: Callable[[int, bytes], bytes] = lambda _seat, payload: payload
        """What is made of the payload of each packet of a seat: the page of a sealed circle opens it."""
        self.deaf = False
        """Whether all voices are lost on their way here."""

        self.path = Path(self.transmit)
        self._dtls = RTCDtlsTransport(cast(RTCIceTransport, self.path), [self.certificate])
        self._checking: asyncio.TimerHandle | None = None
        if offer is not None:
            self.meet(offer)

    def meet(self, description: str) -> None:
        """Learn from an offer (or an answer, with a server that wants the offer from us) how to reach the server."""
        self._server_ufrag = _line(description, "ice-ufrag")
        self._server_password = _line(description, "ice-pwd").encode()
        self._fingerprint = _line(description, "fingerprint").split()
        self.server = _server_address(description, self.address[0])
        self.seats = _seats(description)
        self._dtls._set_role("server" if self._waits or _line(description, "setup") == "active" else "client")
        self._listen()

    @property
    def credentials(self) -> str:
        """The lines by which the server knows this peer."""
        fingerprint = next(f for f in self.certificate.getFingerprints() if f.algorithm == "sha-256")
        return (
            f"a=ice-ufrag:{self._ufrag}\r\na=ice-pwd:{self._password}\r\na=fingerprint:sha-256 {fingerprint.value}\r\n"
        )

    @property
    def answer(self) -> str:
        """The least answer that works."""
        return (
            "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"
            f"m=audio 9 UDP/TLS/RTP/SAVPF {OPUS}\r\nc=IN IP4 0.0.0.0\r\na=mid:mic\r\na=sendonly\r\n"
            f"{self.credentials}a=setup:{'passive' if self._waits else 'active'}\r\na=rtcp-mux\r\n"
        )

    @property
    def profile(self) -> bytes:
        """The name of the SRTP profile agreed on."""
        assert self._dtls._ssl
        return self._dtls._ssl.get_selected_srtp_profile()

    @property
    def farewelled(self) -> bool:
        """Whether the server has said goodbye, in the handshake or after it."""
        return self._dtls.state in ("closed", "failed")

    async def arrive(self) -> "Peer":
        """Be found by connectivity checks, then shake hands. The answer must have been given by then, or be soon."""
        await self.be_found()
        await self.shake_hands()
        return self

    async def be_found(self) -> None:
        """Send connectivity checks until one is answered, and on from there."""
        self._keep_checking()
        deadline = time.monotonic() + 10
        while not self.checks_answered:
            assert time.monotonic() < deadline, "the server does not answer connectivity checks"
            self.check()
            await asyncio.sleep(0.05)

    async def shake_hands(self) -> None:
        """Do the DTLS handshake; against our own server as the client, unless made to wait."""
        parameters = RTCDtlsParameters([RTCDtlsFingerprint(*self._fingerprint)], "server")
        await asyncio.wait_for(self._dtls.start(parameters), 20)
        assert self._dtls.state == "connected", self._dtls.state

    @property
    def has_keys(self) -> bool:
        """Whether its handshake is over, and the server has not ended the connection since."""
        return self._dtls._tx_srtp is not None

    def check(self, nominate: bool = True) -> None:
        """Send one connectivity check."""
        self.transmit(self.request(nominate))

    def request(self, nominate: bool = True) -> bytes:
        """Write one connectivity check."""
        request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
        request.attributes["USERNAME"] = f"{self._server_ufrag}:{self._ufrag}"
        request.attributes["PRIORITY"] = 1853824767
        request.attributes["ICE-CONTROLLING"] = 1
        if nominate:
            request.attributes["USE-CANDIDATE"] = None
        request.add_message_integrity(self._server_password)
        return bytes(request)

    def move(self, host: str = "127.0.0.1") -> None:
        """Go on from another address, as from Wi-Fi to mobile; the server learns of it by the next check."""
        self._bind((host, 0))
        self._listen()

    def take_over(self, gone: "Peer") -> None:
        """Go on from the address of a peer that has vanished."""
        self._bind(gone.address)
        self._listen()

    def speak(self, packets: int = 1, payload: bytes = b"\xf8voice", level: int | None = None) -> None:
        """Send so many packets of voice at once, 20 ms apart by their timestamps; with a level if there is one."""
        extension = b"" if level is None else b"\xbe\xde\x00\x01\x10%c\x00\x00" % level
        silent_s = max(0.0, time.monotonic() - self._spoken_until)
        self._spoken_until += silent_s + packets * FRAME / CLOCK_HZ
        if self.keeps_time:
            self.timestamp += int(silent_s * CLOCK_HZ)
        for _ in range(packets):
            self.sequence = (self.sequence + 1) & 0xFFFF
            self.timestamp = (self.timestamp + FRAME) & 0xFFFFFFFF
            self.send(extension + payload, flags=0x90 if extension else 0x80)

    def send(
        self,
        payload: bytes = b"\xf8voice",
        *,
        sequence: int | None = None,
        timestamp: int | None = None,
        ssrc: int | None = None,
        payload_type: int = OPUS,
        flags: int = 0x80,
        marker: bool = False,
    ) -> None:
        """Send one RTP packet, with anything in its header that is not in accord with this peer's own count."""
        header = struct.pack(
            "!BBHII",
            flags,
            payload_type | marker << 7,
            self.sequence if sequence is None else sequence,
            self.timestamp if timestamp is None else timestamp,
            self.ssrc if ssrc is None else ssrc,
        )
        self.sent.append(self._dtls._tx_srtp.protect(header + payload))
        self.transmit(self.sent[-1])

    def report(self, compound: bytes) -> None:
        """Send an RTCP compound, protected."""
        self.transmit(self._dtls._tx_srtp.protect_rtcp(compound))

    def transmit(self, datagram: bytes) -> None:
        """Send a datagram as it is: a replay of `sent`, or rubbish. Nothing is sent any more after it vanished."""
        if self._socket is not None:
            self._socket.sendto(datagram, self.server)

    async def hears(self, seat: int, packets: int) -> list[Packet]:
        """Wait until so many packets of a seat have come; all of that seat."""
        await until(lambda: len(self.heard[seat]) >= packets)
        return self.heard[seat]

    async def leave(self) -> None:
        """Say goodbye and go."""
        await self._dtls.stop()
        self.vanish()

    def vanish(self) -> None:
        """Go without a word. Idempotent."""
        if self._checking is not None:
            self._checking.cancel()
        if self._dtls._task is not None:
            self._dtls._task.cancel()
        self._unbind()

    def _bind(self, address: tuple[str, int]) -> None:
        self._unbind()
        self._socket = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(address)
        self._socket.setblocking(False)
        self.address = self._socket.getsockname()

    def _listen(self) -> None:
        """Take what comes. Until the server is known it waits in the kernel: a check could not be answered."""
        if self._socket is not None:
            self._loop.add_reader(self._socket.fileno(), self._receive)

    def _unbind(self) -> None:
        if self._socket is not None:
            self._loop.remove_reader(self._socket.fileno())
            self._socket.close()
            self._socket = None

    def _keep_checking(self) -> None:
        self.check()
        self._checking = self._loop.call_later(CHECK_S, self._keep_checking)

    def _receive(self) -> None:
        while self._socket:
            try:
                datagram = self._socket.recv(2048)
            except OSError:
                return
            self._take(datagram)

    def _take(self, datagram: bytes) -> None:
        if datagram[0] < 4:
            self._take_check(stun.parse_message(datagram))
        elif datagram[0] < 64:
            self.path.take(datagram)
        elif self._dtls._rx_srtp is not None and not self.deaf:
            self._unprotect(datagram)

    def _take_check(self, message: stun.Message) -> None:
        if message.message_class == stun.Class.RESPONSE:
            self.checks_answered += 1
        elif message.message_class == stun.Class.REQUEST:
            self.checked += 1
            self.transmit(self.response(message))

    def response(self, request: stun.Message) -> bytes:
        """Write the answer to a connectivity check of the server's."""
        response = stun.Message(stun.Method.BINDING, stun.Class.RESPONSE, request.transaction_id)
        response.attributes["XOR-MAPPED-ADDRESS"] = self.server
        response.add_message_integrity(self._password.encode())
        return bytes(response)

    def _unprotect(self, datagram: bytes) -> None:
        try:
            if 192 <= datagram[1] <= 223:
                self.reports.append(self._dtls._rx_srtp.unprotect_rtcp(datagram))
            else:
                self._hear(self._dtls._rx_srtp.unprotect(datagram))
        except Error as error:
            raise AssertionError("the server sent what cannot be unprotected") from error

    def _hear(self, plain: bytes) -> None:
        _, kind, sequence, timestamp, ssrc = struct.unpack_from("!BBHII", plain)
        seat, payload = self.seats.get(ssrc), plain[12:]
        if seat is not None:
            payload = self.opens(seat, payload)
        packet = Packet(sequence, timestamp, ssrc, kind & 0x7F, kind > 0x7F, payload, time.monotonic())
        (self.strangers if seat is None else self.heard[seat]).append(packet)


class Path:
    """What aiortc's DTLS needs of an ICE transport; `take` and `out` may be replaced by what a test does on the way."""

    role = "controlling"
    state = "completed"

    def __init__(self, out: Callable[[bytes], None]) -> None:
        self._held: asyncio.Queue[bytes] = asyncio.Queue()
        self.take: Callable[[bytes], None] = self._held.put_nowait
        self.out = out

    async def _recv(self) -> bytes:
        return await self._held.get()

    async def _send(self, datagram: bytes) -> None:
        self.out(datagram)


def _line(sdp: str, name: str) -> str:
    found = re.search(rf"^a={name}:(.*?)\r?$", sdp, re.M)
    assert found, name
    return found[1]


def _server_address(offer: str, host: str) -> tuple[str, int]:
    """Choose the server's address on the peer's own network: loopback to loopback."""
    candidates = re.findall(r"^a=candidate:\S+ 1 udp \d+ (\S+) (\d+) typ host", offer, re.M)
    known = [(address, int(port)) for address, port in candidates]
    family = ":" if ":" in host else "."
    near = [known for known in known if known[0].split(family)[0] == host.split(family)[0]]
    return (near or known)[0]


def _seats(offer: str) -> dict[int, int]:
    sections = offer.split("\r\nm=")[2:]
    return {int(_line(section, "ssrc").split()[0]): int(_line(section, "mid")) for section in sections}
