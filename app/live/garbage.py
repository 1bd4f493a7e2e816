"""What a circle leaves behind, or a browser that was passed on: objects that hold one another, and with them names,
links and keys.

Python collects them after some hundreds of others. In a quiet server that may be never. What the loop has received last
is overwritten too.
"""

import asyncio
import gc

from app.live.loop_buffer import overwrite_loop_buffer

SOON_S = 5.0
"""By then the connections of a circle that has ended are closed."""
LATE_S = 30.0
"""By then those of browsers that answer nothing are closed too."""


class Garbage:
    """Collected `after_s` seconds after the first of it, and once more if more has come since.

    Not more often, because every voice waits meanwhile.
    """

    def __init__(self, after_s: float) -> None:
        self._after_s = after_s
        self._waits = self._more = False
        self._overwriting: asyncio.Task[None] | None = None

    def left(self) -> None:
        """There is some more since just now. To be called on the loop."""
        if self._waits:
            self._more = True
            return
        self._waits = True
        asyncio.get_running_loop().call_later(self._after_s, self._collect)

    def _collect(self) -> None:
        gc.collect()
        self._overwriting = asyncio.get_running_loop().create_task(overwrite_loop_buffer())
        more, self._waits, self._more = self._more, False, False
        if more:
            self.left()


class CircleGarbage:
    """What circles leave that ran in this process, and browsers whose circle runs at another node."""

    def __init__(self) -> None:
        self._soon, self._late = Garbage(SOON_S), Garbage(LATE_S)

    def circle_left(self) -> None:
        """A circle runs here no more."""
        self._soon.left()
        self._late.left()

    def browser_passed_on(self, *, circles_run: bool) -> None:
        """A browser has gone that was passed on. Where circles run, what it leaves is collected late and seldom.

        Browsers come and go more often than circles end, and each time every voice waits.
        """
        if not circles_run:
            self._soon.left()
        self._late.left()
