"""Who is connected to a circle: everybody's outbox, and the sound of those who are seated."""

from contextlib import ExitStack
from dataclasses import replace
from typing import Any

from app.circle.seats import Presence
from app.circle.state import Circle
from app.circle.view import View, Waiting, view_for
from app.live.outbox import Goodbye, Outbox
from app.live.sound import Line, Sound

PARTING = {
    Presence.LEFT: Goodbye.LEFT,
    Presence.UNINVITED: Goodbye.UNINVITED,
    Presence.VACANT: Goodbye.NOT_ADMITTED,
}
"""Who is said goodbye to, and how, once their seat says so."""


class People:
    """The connections of one circle, by seat. Who has a line is derived from the circle, never set by itself."""

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        self._outboxes: dict[int, Outbox[Any]] = {}
        self._lines: dict[int, Line] = {}
        self._shown: dict[int, View | Waiting] = {}

    def __len__(self) -> int:
        return len(self._outboxes)

    def __contains__(self, seat: int) -> bool:
        return seat in self._outboxes

    def holds(self, seat: int, outbox: Outbox[Any]) -> bool:
        """Whether it is this connection that holds the seat, and no newer one."""
        return self._outboxes.get(seat) is outbox

    @property
    def sounding(self) -> bool:
        """Whether anybody's sound can come and go."""
        return any(line.stood and not line.closed for line in self._lines.values())

    def connect(self, seat: int, outbox: Outbox[Any]) -> None:
        """Views of this seat go here from now on; an older connection is said goodbye to and loses its line."""
        if older := self._outboxes.get(seat):
            older.close(Goodbye.REPLACED)
        self._hang_up(seat)
        self._shown.pop(seat, None)
        self._outboxes[seat] = outbox

    def disconnect_abandoned(self, seat: int) -> bool:
        """Forget this seat's connection if its page has gone; False if not, or if a newer one has taken the seat."""
        outbox = self._outboxes.get(seat)
        if outbox is None or not outbox.abandoned:
            return False
        self._hang_up(seat)
        del self._outboxes[seat]
        self._shown.pop(seat, None)
        return True

    def show(self, circle: Circle, now_ms: int) -> None:
        """Give and take lines as the circle says, part with whom it has parted with, show everybody else the circle."""
        for seat, outbox in self._outboxes.items():
            presence = circle.seat(seat).presence
            if presence is Presence.HERE and seat not in self._lines:
                self._lines[seat] = self._line(seat, outbox)
            elif presence is not Presence.HERE:
                self._hang_up(seat)
            self._show_news(seat, outbox, view_for(circle, seat, now_ms))
            if presence in PARTING:
                outbox.close(PARTING[presence])

    def part(self, goodbye: Goodbye) -> None:
        """Say goodbye to everybody, whatever comes of it with one of them."""
        with ExitStack() as goodbyes:
            for outbox in self._outboxes.values():
                goodbyes.callback(outbox.close, goodbye)

    def _show_news(self, seat: int, outbox: Outbox[Any], view: View | Waiting) -> None:
        """Show it if anything in it is new to this person: what is the leaders' own moves nothing on another's wire."""
        last = self._shown.get(seat)
        if last is None or replace(view, version=last.version) != last:
            self._shown[seat] = view = replace(view, version=last.version + 1 if last else 1)
            outbox.show(view)

    def _line(self, seat: int, outbox: Outbox[Any]) -> Line:
        line = self._sound.join(seat)
        line.on_close = lambda _reason: outbox.close(Goodbye.LOST_SOUND)
        outbox.seat(line)
        return line

    def _hang_up(self, seat: int) -> None:
        if line := self._lines.pop(seat, None):
            line.close()
