"""Time as the shell sees it. Tests move it by hand (`tests/support/clock.py`)."""

import asyncio
import time
from collections.abc import Callable
from typing import Protocol


class Alarm(Protocol):
    """A wake-up that can be called off."""

    def cancel(self) -> None:
        """Call it off. Idempotent; harmless once it has rung."""
        ...


class Clock(Protocol):
    """Where the shell reads time and asks to be woken."""

    def now_ms(self) -> int:
        """Milliseconds since 1970; never runs backwards."""
        ...

    def call_at(self, at_ms: int, wake: Callable[[], None]) -> Alarm:
        """Call `wake` once, at that time or as soon as it has passed."""
        ...


class SystemClock:
    """The machine's clock, read once: from then on monotonic, so that setting the machine's time moves no meeting."""

    def __init__(self) -> None:
        self._offset_s = time.time() - time.monotonic()

    def set(self, now_ms: int) -> None:
        """Go by this time from here on: that of the other nodes. Only before any circle is alive."""
        self._offset_s = now_ms / 1000 - time.monotonic()

    def monotonic_s(self, at_ms: int) -> float:
        """The same moment on the monotonic clock, in seconds."""
        return at_ms / 1000 - self._offset_s

    def now_ms(self) -> int:
        """See `Clock.now_ms`."""
        return int((time.monotonic() + self._offset_s) * 1000)

    def call_at(self, at_ms: int, wake: Callable[[], None]) -> Alarm:
        """See `Clock.call_at`."""
        return asyncio.get_running_loop().call_later(max(0, at_ms - self.now_ms()) / 1000, wake)


class CircleClock:
    """A circle's own time: the server's, but never before what the circle has already lived through (N8).

    A node that takes a circle up may have a clock that lags behind the one before.
    """

    def __init__(self, clock: Clock, not_before_ms: int) -> None:
        self._clock = clock
        self._ahead_ms = max(0, not_before_ms - clock.now_ms())

    def now_ms(self) -> int:
        """See `Clock.now_ms`."""
        return self._clock.now_ms() + self._ahead_ms

    def call_at(self, at_ms: int, wake: Callable[[], None]) -> Alarm:
        """See `Clock.call_at`."""
        return self._clock.call_at(at_ms - self._ahead_ms, wake)
