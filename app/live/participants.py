"""The participants of a circle: everybody's outbox, and the line of sound of those who are seated.

Both are lost and renewed each by itself. A connection that comes back in time finds its seat as it was, and the line of
its sound where that still stands (S10).
"""

import re
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from app.circle.replacing import replace
from app.circle.seats import Presence
from app.circle.state import Circle
from app.circle.viewing import views_for
from app.live.introductions import Introductions
from app.live.outbox import EndReason, Outbox, Seated
from app.live.page_keys import Handed
from app.live.sound import Line, Sound

UNNOTED_MS = 3000
"""How long a connection may be away before anybody is told: a page that reloads is back in less."""

SOUNDS_ON_MS = 20_000
"""The same while the sound stands; then it ends, for nobody is heard for long who cannot be reached."""

SINCE = re.compile(r"(\d{1,13})\.", re.ASCII)
"""How the name of a line begins. Those of earlier releases do not."""

CLOSES = {
    Presence.LEFT: EndReason.LEFT,
    Presence.UNINVITED: EndReason.UNINVITED,
    Presence.VACANT: EndReason.NOT_ADMITTED,
}
"""Whose outbox is closed, and why, once their seat is in this state."""


class Participants:
    """The connections of one circle, by seat. Who has a line is derived from the circle, never set by itself.

    `on_sound` is called with a seat whose line has begun or ceased to let sound come and go.
    """

    def __init__(self, sound: Sound, on_sound: Callable[[int], object]) -> None:
        self.introductions = Introductions()
        self._sound = sound
        self._on_sound = on_sound
        self._outboxes: dict[int, Outbox[Any]] = {}
        self._lines: dict[int, Seated] = {}
        self._away: dict[int, int] = {}
        """Whose connection has gone, since when, and nobody has been told."""
        self._since: dict[int, int] = {}
        """Since when (ms) its page has a seat, there or not. Each name of a line that the page is given begins with it,
        so that its age is known also after a restart."""

    def __len__(self) -> int:
        return len(self._outboxes) + len(self._away)  # nobody is in both

    def __contains__(self, seat: int) -> bool:
        """Whether this person counts as connected."""
        return seat in self._outboxes or seat in self._away

    def holds(self, seat: int, outbox: Outbox[Any]) -> bool:
        """Whether it is this connection that holds the seat, and no newer one."""
        return self._outboxes.get(seat) is outbox

    @property
    def ever_sounded(self) -> bool:
        """Whether anybody's sound was ever connected, on a line that is not closed. It may be lost since."""
        return any(seated.line.ever_connected and not seated.line.closed for seated in self._lines.values())

    @property
    def next_loss_ms(self) -> int | None:
        """When the next person who is away counts as lost, in milliseconds; None where nobody is away."""
        return min((self._lost_at_ms(seat) for seat in self._away), default=None)

    def stands(self, seat: int) -> bool:
        """Whether this person's sound can come and go."""
        return seat in self._lines and self._lines[seat].line.alive

    def has_line(self, seat: int, line: str) -> bool:
        """Whether the line of this name is this seat's."""
        return seat in self._lines and self._lines[seat].name == line

    def connect(self, seat: int, outbox: Outbox[Any], line: str | None, circle: Circle, now_ms: int) -> None:
        """Views of this seat go here from now on; the outbox of an older connection is closed.

        `line` names the line that the page was given last; a page that is new to the seat has none. It is kept if it is
        this seat's and its sound is connected; otherwise the line of the seat is closed.
        """
        newest_ms = self._newest_ms(seat, circle)
        self._since[seat] = max(now_ms, newest_ms + 1) if line is None else max(_since_ms(line) or 0, newest_ms)
        if older := self._outboxes.get(seat):
            older.close(EndReason.REPLACED)
        self._away.pop(seat, None)
        self._outboxes[seat] = outbox
        if line is not None and self.stands(seat) and self.has_line(seat, line):
            outbox.seat(replace(self._lines[seat], kept=True))
        else:
            self.introductions.forget(seat)
            self._close_line(seat)

    def turn_back(self, seat: int, outbox: Outbox[Any], line: str | None, circle: Circle) -> bool:
        """Close this outbox if another page has taken the seat since that of this `line` had it.

        It may have missed the goodbye, and comes by itself: it is told again what has become of its seat. Its person
        may still take the seat back by hand, for then the page is new, and has no line.
        """
        since_ms = _since_ms(line or "")
        if since_ms is None or since_ms >= self._newest_ms(seat, circle):
            return False
        outbox.close(CLOSES.get(circle.seat(seat).presence, EndReason.REPLACED))
        return True

    def end(self, seat: int, reason: EndReason) -> None:
        """End this seat's connection and its sound, if it has any."""
        if outbox := self._outboxes.pop(seat, None):
            outbox.close(reason)
        self._away.pop(seat, None)
        self._close_line(seat)

    def disconnect_abandoned(self, seat: int, circle: Circle, now_ms: int) -> bool:
        """Forget this seat's connection if its page has gone; False if not, or if a newer one has taken the seat.

        Whoever was here and is expected back still counts as connected, for a while.
        """
        outbox = self._outboxes.get(seat)
        if outbox is None or not outbox.abandoned:
            return False
        del self._outboxes[seat]
        if circle.seat(seat).here and outbox.returns:
            self._away[seat] = now_ms
        else:
            self._close_line(seat)
        return True

    def drop_lost(self, now_ms: int) -> None:
        """Drop those who should have been back by now."""
        for seat in [seat for seat in self._away if self._lost_at_ms(seat) <= now_ms]:
            self._drop(seat)

    def drop_soundless(self, seat: int) -> None:
        """Drop this person if both their connection and their sound are away: somebody has come by their link."""
        if seat in self._away and not self.stands(seat):
            self._drop(seat)

    def renew(self, seat: int, line: str) -> None:
        """The page has lost this line. If it is still this seat's it is closed, and the next `show` makes another."""
        if self.has_line(seat, line):
            self._close_line(seat)

    def hand(self, to: int, handed: Handed) -> None:
        """Hand a box to the page of this seat."""
        self.introductions.hand(self._outboxes, to, handed)

    def show(self, circle: Circle, now_ms: int) -> None:
        """Make and close lines as the circle's state says, send everybody their view, and close outboxes (`CLOSES`)."""
        for seat in [seat for seat in self._lines if not circle.seat(seat).here or self._lines[seat].line.closed]:
            self._close_line(seat)
        for seat in [seat for seat in self._away if not circle.seat(seat).here]:
            del self._away[seat]
        views = views_for(circle, self._outboxes, now_ms)
        for seat, outbox in self._outboxes.items():
            presence = circle.seat(seat).presence
            if presence is Presence.HERE and seat not in self._lines:
                name = f"{self._newest_ms(seat, circle)}.{secrets.token_urlsafe(12)}"
                self._lines[seat] = seated = Seated(line=self._line(seat), name=name, kept=False)
                outbox.seat(seated)
            if presence in CLOSES:  # and nothing is shown: whoever is told goodbye stands at no door
                outbox.close(CLOSES[presence])
            else:
                outbox.show(views[seat])
        self.introductions.show(circle, self._outboxes)

    def close_all(self, reason: EndReason) -> None:
        """Close every outbox, even if closing one of them raises."""
        with ExitStack() as closings:
            for outbox in self._outboxes.values():
                closings.callback(outbox.close, reason)

    def _newest_ms(self, seat: int, circle: Circle) -> int:
        """Since when the newest page of this seat has it, as far as is known: the circle keeps when a link was used."""
        return max(self._since.get(seat, 0), circle.seat(seat).entered_ms)

    def _drop(self, seat: int) -> None:
        del self._away[seat]
        self._close_line(seat)

    def _lost_at_ms(self, seat: int) -> int:
        return self._away[seat] + (SOUNDS_ON_MS if self.stands(seat) else UNNOTED_MS)

    def _line(self, seat: int) -> Line:
        line = self._sound.join(seat)
        line.on_alive = line.on_close = lambda _: self._on_sound(seat)
        return line

    def _close_line(self, seat: int) -> None:
        if seated := self._lines.pop(seat, None):
            seated.line.close()


def _since_ms(line: str) -> int | None:
    """Since when the page that was given a line of this name has its seat; None where the name does not say."""
    said = SINCE.match(line)
    return int(said[1]) if said else None
