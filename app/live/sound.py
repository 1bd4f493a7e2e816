"""What the shell needs of the audio plane. `app.media.room.Room` is one; tests have their own."""

from collections.abc import Callable
from typing import Any, Protocol


class Line(Protocol):
    """One browser's sound."""

    on_close: Callable[[Any], object] | None
    """Called once, with the audio plane's reason, when it gives the line up by itself."""

    on_alive: Callable[[bool], object] | None
    """Called whenever `alive` is another than before, until it has ended."""

    @property
    def closed(self) -> bool:
        """Whether it has ended."""
        ...

    @property
    def stood(self) -> bool:
        """Whether sound has ever been able to come and go on it."""
        ...

    @property
    def alive(self) -> bool:
        """Whether sound can come and go on it right now. It may lapse and come back, until the line is closed."""
        ...

    @property
    def offer(self) -> str:
        """The SDP offer for the browser."""
        ...

    def answer(self, sdp: str) -> None:
        """Take the browser's SDP answer. Raises ValueError, in words for people, for what is not one."""
        ...

    def close(self) -> None:
        """End it. Idempotent."""
        ...


class Sound(Protocol):
    """The sound of one circle. Nobody is heard until `let_be_heard` says so."""

    on_voice: Callable[[int], object] | None
    """Called with a seat whose voice has been heard for a while."""

    def let_be_heard(self, seats: frozenset[int], apart: frozenset[int]) -> None:
        """These seats and no others, from the moment this returns; those apart are heard by one another alone."""
        ...

    def join(self, seat: int) -> Line:
        """A new line for this seat; an older one is closed."""
        ...

    def close(self) -> None:
        """End every line. Idempotent."""
        ...
