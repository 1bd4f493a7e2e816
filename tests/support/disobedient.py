"""A server that lies about voices and keys: a process of its own (`DisobedientServer`), which does what a file names.

nothing     obeys
noise       sends random bytes in the place of each frame, which Opus decodes to noise
clear       sends a tone in Opus, not sealed
swapped     sends each voice as that of the next seat
replayed    sends a second of each voice over and over
codec       sends each voice as PCMU, a codec that every offer of its names beside Opus
boxes       keeps back what pages hand to one another
unlocked    says at the door that no circle has a lock
"""

import os
import runpy
import secrets
import sys
from collections import defaultdict, deque
from itertools import count
from pathlib import Path
from typing import Any

from app.live.introductions import Introductions, Outboxes
from app.live.page_keys import Handed
from app.media import sdp
from app.media.room import Room
from app.media.rtp import HEADER_BYTES, OPUS, VERSION
from app.web import door
from app.web.circles_protocol import DoorSign
from bench.voice import tone
from tests.support.process import ServerProcess

SECOND = 50
"""Frames in a second."""

_ONE_FRAME = b"\x78"
"""One frame of 20 ms follows (RFC 6716, section 3.1)."""

_PCMU = 0
_TONE = tone()
_turns = count()
_said: defaultdict[int, deque[bytes]] = defaultdict(lambda: deque(maxlen=SECOND))
_replayed: dict[int, list[bytes]] = {}
_fan_out = Room._fan_out
_hand = Introductions.hand
_offer = sdp.offer


class DisobedientServer(ServerProcess):
    def __init__(self, folder: Path) -> None:
        self._lie = folder / "lie"
        self.does("nothing")
        super().__init__(folder, DISOBEYS=str(self._lie))
        self._command = [sys.executable, "-m", "tests.support.disobedient", "serve"]

    def does(self, lie: str) -> None:
        self._lie.write_text(lie)


def _lie() -> str:
    return Path(os.environ["DISOBEYS"]).read_text()


def _sign(**signs: Any) -> DoorSign:
    return DoorSign(**signs | ({"lock": None} if _lie() == "unlocked" else {}))


def _keeps_back(introductions: Introductions, outboxes: Outboxes, to: int, handed: Handed) -> None:
    if _lie() != "boxes":
        _hand(introductions, outboxes, to, handed)


def _offers(*about: Any, **form: Any) -> str:
    return _offer(*about, **form).replace(f"SAVPF {OPUS}", f"SAVPF {OPUS} {_PCMU}")


def _lies(room: Room, seat: int, packet: bytearray, flags: int, kind: int, sequence: int, timestamp: int) -> None:
    lie, frame = _lie(), bytes(packet[HEADER_BYTES:])
    said = _said[seat]
    if lie == "nothing":
        _replayed.clear()
    if lie in {"noise", "clear"}:
        flags = VERSION  # without the level that stands before a frame
    if lie == "noise":
        frame = _ONE_FRAME + secrets.token_bytes(len(frame))
    elif lie == "clear":
        frame = _TONE[next(_turns) % len(_TONE)]
    elif lie == "replayed" and said:
        own = _replayed.setdefault(seat, list(said))
        frame = own[next(_turns) % len(own)]
    elif lie == "codec":
        kind = _PCMU
    said.append(bytes(packet[HEADER_BYTES:]))
    if lie == "swapped":
        seat = seat % len(room.seats) + 1
    _fan_out(room, seat, packet[:HEADER_BYTES] + frame, flags, kind, sequence, timestamp)


if __name__ == "__main__":
    Room._fan_out = _lies  # type: ignore[method-assign,assignment]
    Introductions.hand = _keeps_back  # type: ignore[method-assign,assignment]
    sdp.offer = _offers
    door.DoorSign = _sign  # type: ignore[assignment,attr-defined]
    runpy.run_module("app", run_name="__main__")
