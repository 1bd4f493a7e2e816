"""The protocols by which `app/live` uses the sound of a circle.

`app.media.room.Room` and its connections satisfy them; tests have fakes of their own.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol


class Line(Protocol):
    """The sound connection of one browser, for one seat."""

    on_close: Callable[[Any], object] | None
    """Called at most once, with a reason, when the server ends the connection by itself; not after `close`."""

    on_alive: Callable[[bool], object] | None
    """Called with the new value whenever `alive` changes, until the connection is closed."""

    @property
    def closed(self) -> bool:
        """Whether the connection has ended. It never opens again."""
        ...

    @property
    def ever_connected(self) -> bool:
        """Whether sound could ever be sent and received on it, now or earlier."""
        ...

    @property
    def alive(self) -> bool:
        """Whether sound can be sent and received on it now. This may change often until the connection is closed."""
        ...

    @property
    def offer(self) -> str:
        """The SDP offer for the browser."""
        ...

    def answer(self, sdp: str) -> None:
        """Accept the browser's SDP answer. Raises `ValueError`, in words for people, if it cannot be used."""
        ...

    def check(self) -> None:
        """Send the browser something by this connection, so that it knows whether anything comes by it."""
        ...

    def close(self) -> None:
        """End the connection. Idempotent."""
        ...


class Sound(Protocol):
    """The sound of one circle. Nobody is heard before `let_be_heard` is called."""

    on_voice: Callable[[int], object] | None
    """Called with the number of a seat each time it has spoken for another while."""

    on_line: Callable[[int, Mapping[str, float]], object] | None
    """Called every few seconds with the number of each seat whose sound stands, and what has been measured of its line
    since, by the names of `Measure`."""

    def let_be_heard(self, seats: frozenset[int], breakout: frozenset[int]) -> None:
        """Forward the voices of exactly these seats from now on.

        The seats in `breakout` hear only each other, and all other seats hear only each other.
        """
        ...

    def late_ms(self, seat: int) -> dict[int, int]:
        """Tell, by seat, of which voices that this seat hears some packets come so many ms later than their turn."""
        ...

    def join(self, seat: int) -> Line:
        """Make a new connection for this seat. A connection the seat had before is closed."""
        ...

    def close(self) -> None:
        """End all connections. Idempotent."""
        ...
