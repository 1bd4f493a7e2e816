"""Sound that makes none: it knows when whose voice would be passed on, exactly, for the lease is part of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.store.store import Claim


@dataclass(slots=True)
class Span:
    """A time, in true seconds, in which at least one voice of a circle could pass at one owner."""

    claim: Claim
    begins_s: float
    ends_s: float


class SimulatedLine:
    """One browser's sound."""

    def __init__(self, room: "Room", seat: int) -> None:
        self.on_close: Callable[[Any], object] | None = None
        self.on_alive: Callable[[bool], object] | None = None
        self.closed = self.ever_connected = self.alive = False
        self.offer = "v=0"
        self.room = room
        self._seat = seat

    def answer(self, sdp: str) -> None: ...

    def check(self) -> None: ...

    def find_way(self) -> None:
        """The browser's sound comes and goes from now on."""
        if not self.closed:
            self.ever_connected = self.alive = True
            if self.on_alive:
                self.on_alive(True)

    def close(self) -> None:
        self.closed, self.alive = True, False
        self.room.changed()

    def fail(self) -> None:
        """The browser's sound alone has got lost."""
        if not self.closed:
            self.close()
            if self.on_close:
                self.on_close("silent")


class Room:
    """The sound of one circle at one node."""

    def __init__(self, media: "SimulatedMedia", claim: Claim) -> None:
        self.on_voice: Callable[[int], object] | None = None
        self.on_line: Callable[[int, Any], object] | None = None
        self.claim = claim
        self.heard: frozenset[int] = frozenset()
        self.open = True
        self._media = media
        self._lines: dict[int, SimulatedLine] = {}
        self._span: Span | None = None

    def let_be_heard(self, seats: frozenset[int], breakout: frozenset[int]) -> None:
        self.heard = seats
        self.changed()

    def late_ms(self, seat: int) -> dict[int, int]:
        return {}

    def join(self, seat: int) -> SimulatedLine:
        line = self._lines[seat] = SimulatedLine(self, seat)
        self.changed()
        return line

    def close(self) -> None:
        self.open, self.heard = False, frozenset()
        for line in self._lines.values():
            line.closed, line.alive = True, False
        self.changed()
        self._media.rooms.pop(self, None)

    def passes(self, seat: int) -> bool:
        """Whether a packet of this voice, coming in now, goes out."""
        line = self._lines.get(seat)
        return seat in self.heard and line is not None and not line.closed and self._media.passes()

    def changed(self) -> None:
        """Note from when to when anybody's voice can pass."""
        could = any(seat in self.heard and not line.closed for seat, line in self._lines.items())
        now_s = self._media.now_s()
        if self._span and self._span.ends_s < now_s:
            self._span = None
        if not (could and self._media.passes()):
            if self._span:
                self._span.ends_s = min(self._span.ends_s, now_s)
            self._span = None
        elif self._span is None:
            self._span = Span(self.claim, now_s, self._media.until_s)
            self._media.spans.append(self._span)
        else:
            self._span.ends_s = self._media.until_s


class SimulatedMedia:
    """All sound of one node. It passes voices on until `until_s`, unless its process does not run."""

    def __init__(self, now_s: Callable[[], float], runs: Callable[[], bool], spans: list[Span], leased: bool) -> None:
        self.now_s = now_s
        self.spans = spans
        self.rooms: dict[Room, None] = {}
        self.until_s = float("inf")
        self._runs = runs
        self._leased = leased

    def room(self, claim: Claim) -> Room:
        room = Room(self, claim)
        self.rooms[room] = None
        return room

    def sound_until(self, at_s: float) -> None:
        """See `app.media.server.MediaServer.sound_until`."""
        self.until_s = at_s if self._leased else float("inf")
        self.changed()

    def passes(self) -> bool:
        """Whether any voice does."""
        return self._runs() and self.now_s() <= self.until_s

    def changed(self) -> None:
        """The lease, or whether the process runs, is another now."""
        for room in list(self.rooms):
            room.changed()
