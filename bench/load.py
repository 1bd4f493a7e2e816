"""The load: circles of twelve in one process, who speak on time and note when every packet reached their socket.

Packets carry the moment they were sent; the kernel says when they arrived (SO_TIMESTAMPNS), so that this process may
be late in reading without spoiling the figures.
"""

import asyncio
import random
import socket
import struct
import time
from dataclasses import dataclass, field
from pathlib import Path

from aiortc.rtp import RtcpSenderInfo, RtcpSrPacket

from app.media.rtp import EXTENSION, HEADER_BYTES, RTCP_TYPES
from tests.support.peer import Peer

PEOPLE = 12
"""In a circle."""

PACKET_S = 0.02
PAYLOAD_BYTES = 80
"""A packet of voice at 32 kbit/s."""

SPOKEN, QUIET = 0x80 | 30, 60
"""Levels, of what its sender finds voice in and of a quiet room."""

DTX_S = 0.4
"""How often a silent microphone tells how its room sounds."""

ROOM = bytes(70), bytes(3)
"""What Chromium sends then, in two packets."""

REPORT_S = 5.0
WARM_UP_S = 3.0

_SO_TIMESTAMPNS = 35
_STAMP = struct.Struct("!Q4s")
_VOICE = b"LOAD"


class Caller(Peer):
    """A peer that keeps times instead of packets."""

    counts_only = False
    """Whether voices are only counted: thousands of packets a second more than can be decrypted beside a server."""

    def __init__(self, offer: str | None, host: str) -> None:
        self.delays_ms: list[float] = []
        self.voice_packets = 0
        self.packets = 0
        self.last_voice_ns = 0
        super().__init__(offer, host)
        assert self._socket is not None
        self._socket.setsockopt(socket.SOL_SOCKET, _SO_TIMESTAMPNS, 1)

    def speak_now(self) -> None:
        """Send a packet that says when it was sent."""
        self.speak(1, _STAMP.pack(time.time_ns(), _VOICE).ljust(PAYLOAD_BYTES, b"."), SPOKEN)
        self.sent.clear()

    def send_report(self) -> None:
        """Send what a browser sends every few seconds."""
        info = RtcpSenderInfo(int(time.time()) + 2_208_988_800 << 32, self.timestamp, 0, 0)
        self.report(bytes(RtcpSrPacket(self.ssrc, info)))

    def forget(self) -> None:
        """Begin to measure."""
        self.delays_ms.clear()
        self.reports.clear()
        self.voice_packets = self.packets = 0

    def _receive(self) -> None:
        assert self._socket is not None
        if self.counts_only:
            self._count(self._socket.recv(2048))
            return
        while True:
            try:
                datagram, notes, _, _ = self._socket.recvmsg(2048, 64)
            except OSError:
                return
            self._arrived_ns = _nanoseconds(notes[0][2]) if notes else time.time_ns()
            self._take(datagram)

    def _count(self, datagram: bytes) -> None:
        if datagram[0] < 128:
            self._take(datagram)
        else:
            self.packets += datagram[1] not in RTCP_TYPES

    def _hear(self, plain: bytes) -> None:
        self.packets += 1
        begins = HEADER_BYTES + (4 + 4 * int.from_bytes(plain[14:16], "big") if plain[0] & EXTENSION else 0)
        if len(plain) < begins + _STAMP.size:
            return
        sent_ns, mark = _STAMP.unpack_from(plain, begins)
        if mark == _VOICE:
            self.voice_packets += 1
            self.last_voice_ns = self._arrived_ns
            self.delays_ms.append((self._arrived_ns - sent_ns) / 1e6)


@dataclass
class Person:
    """Somebody in the meeting; with Janus speaking and listening take two connections."""

    mouth: Caller
    ear: Caller


@dataclass
class Figures:
    """What one run cost and how long packets took."""

    cpu_s_per_participant_minute: float
    packets_out_per_s: float
    delay_p50_ms: float
    delay_p99_ms: float
    memory_mb_per_participant: float


@dataclass
class Meeting:
    """People, some of whom talk, on a server that is a process of its own. Every `PEOPLE` of them are a circle."""

    people: list[Person]
    server_pid: int
    memory_before_mb: float
    _speaking: list[asyncio.Task[None]] = field(default_factory=list)

    def begin(self, talkers: int) -> None:
        """Let the first so many of every circle talk and all others be silent, as silent microphones are."""
        for n, person in enumerate(self.people):
            life = talk(person.mouth) if n % PEOPLE < talkers else keep_silent(person.mouth)
            self._speaking += [asyncio.ensure_future(life), asyncio.ensure_future(send_reports(person.mouth))]

    async def end(self) -> None:
        """Let nobody say anything any more."""
        for task in self._speaking:
            task.cancel()
        await asyncio.gather(*self._speaking, return_exceptions=True)
        self._speaking.clear()

    async def measure(self, talkers: int, seconds: float) -> Figures:
        """Let some talk and measure the server."""
        self.begin(talkers)
        await asyncio.sleep(WARM_UP_S)
        for person in self.people:
            person.ear.forget()
        before_s, began_s = cpu_s(self.server_pid), time.monotonic()
        await asyncio.sleep(seconds)
        spent_s, lasted_s = cpu_s(self.server_pid) - before_s, time.monotonic() - began_s
        delays_ms = sorted(delay for person in self.people for delay in person.ear.delays_ms)
        await self.end()
        return Figures(
            cpu_s_per_participant_minute=spent_s / len(self.people) * 60 / lasted_s,
            packets_out_per_s=sum(person.ear.packets for person in self.people) / lasted_s,
            delay_p50_ms=delays_ms[len(delays_ms) // 2],
            delay_p99_ms=delays_ms[len(delays_ms) * 99 // 100],
            memory_mb_per_participant=(memory_mb(self.server_pid) - self.memory_before_mb) / len(self.people),
        )

    def leave(self) -> None:
        """Take everybody out."""
        for person in self.people:
            person.mouth.vanish()
            person.ear.vanish()


def let_few_hear(people: list[Person]) -> None:
    """Let the last of every circle note times, and all others only count what comes."""
    for n, person in enumerate(people):
        person.ear.counts_only = n % PEOPLE < PEOPLE - 1


def memory_mb(pid: int) -> float:
    """Tell how much memory a process has to itself or shares, in all."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1024


async def talk(mouth: Caller) -> None:
    """Speak without a pause."""
    due = time.monotonic() + random.random() * PACKET_S
    while True:
        mouth.speak_now()
        due += PACKET_S
        await asyncio.sleep(max(0.0, due - time.monotonic()))


async def keep_silent(mouth: Caller) -> None:
    """Send what a silent microphone sends."""
    await asyncio.sleep(random.random() * DTX_S)
    while True:
        for payload in ROOM:
            mouth.speak(1, payload, QUIET)
            await asyncio.sleep(PACKET_S)
        await asyncio.sleep(DTX_S - len(ROOM) * PACKET_S)


async def send_reports(mouth: Caller) -> None:
    """Send a sender report every few seconds."""
    await asyncio.sleep(random.random() * REPORT_S)
    while True:
        mouth.send_report()
        await asyncio.sleep(REPORT_S)


def cpu_s(pid: int) -> float:
    """Tell how many seconds of CPU a process has taken so far."""
    return time.clock_gettime((~pid << 3) | 2)


def _nanoseconds(timespec: bytes) -> int:
    seconds, rest = struct.unpack("qq", timespec[:16])
    return int(seconds) * 1_000_000_000 + int(rest)
