"""Sound that makes none: remembers who is heard and which lines are open."""

from collections.abc import Callable
from typing import Any


class SilentLine:
    def __init__(self, sound: "SilentSound", seat: int) -> None:
        self._sound = sound
        self.seat = seat
        self.offer = f"offer for seat {seat}"
        self.on_close: Callable[[Any], object] | None = None
        self.on_alive: Callable[[bool], object] | None = None
        self.answers: list[str] = []
        self.checks = 0
        self.closed = False
        self.ever_connected = False
        self.alive = False

    def answer(self, sdp: str) -> None:
        if not sdp.startswith("v=0"):
            raise ValueError("That is not an SDP answer.")
        self.answers.append(sdp)

    def check(self) -> None:
        self.checks += 1

    def close(self) -> None:
        self.closed, self.alive = True, False

    def stands(self, alive: bool = True) -> None:
        """Sound can come and go from now on, or cannot."""
        self.ever_connected = self.ever_connected or alive
        self.alive = alive
        if self.on_alive:
            self.on_alive(alive)

    def fail(self) -> None:
        """What the media server does when nothing has come from the browser for too long."""
        self.close()
        if self.on_close:
            self.on_close("consent")


class SilentSound:
    def __init__(self, seats: int = 0, sealed: bool = False) -> None:
        self.seats, self.sealed = seats, sealed
        self.heard: frozenset[int] = frozenset()
        self.breakout: frozenset[int] = frozenset()
        self.on_voice: Callable[[int], object] | None = None
        self.on_line: Callable[[int, Any], object] | None = None
        self.history: list[frozenset[int]] = []
        self.lines: dict[int, SilentLine] = {}
        self.open = True

    def let_be_heard(self, seats: frozenset[int], breakout: frozenset[int]) -> None:
        self.heard = seats
        self.breakout = breakout
        self.history.append(seats)

    def late_ms(self, seat: int) -> dict[int, int]:
        return {}

    def join(self, seat: int) -> SilentLine:
        assert self.open
        assert seat not in self.lines or self.lines[seat].closed
        line = self.lines[seat] = SilentLine(self, seat)
        return line

    def close(self) -> None:
        self.open = False
        self.heard = frozenset()
        for line in self.lines.values():
            line.close()
