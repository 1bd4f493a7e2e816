"""Time as the shell sees it. Tests move it by hand (`tests/support/clock.py`)."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Protocol

COUNTS_SUSPENDED_TIME = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Where a system has no such clock, its monotonic one has to do."""
LOOK_AGAIN_S = 10
"""How often an alarm that is still to come looks whether the machine has slept. It costs a thousand circles nothing."""
SET_BY_S = 5
"""A correction of less than this, as NTP makes, is no news."""
FOLLOWS_MAX_S = 3600
"""How far ahead a machine may be whose time is taken over: what waits for people waits for longer than that."""

log = logging.getLogger(__name__)


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


def elapsed_s() -> float:
    """Seconds since the machine was started, those it was suspended for as well: to everybody else they have passed.

    `time.monotonic` leaves them out on Linux, and a node that slept would take its claims for fresh.
    """
    return time.clock_gettime(COUNTS_SUSPENDED_TIME)


class SystemClock:
    """The machine's clock, read once: then only what has elapsed counts, so that setting the time moves no meeting."""

    def __init__(self, elapsed_s: Callable[[], float] = elapsed_s) -> None:
        self._elapsed_s = elapsed_s
        self._offset_s = self._begun_s = time.time() - elapsed_s()

    def set(self, now_ms: int) -> None:
        """Go by this time from here on: that of the other nodes. Only before any circle is alive."""
        self._offset_s = now_ms / 1000 - self._elapsed_s()

    def machine_ahead_s(self) -> float:
        """How far the machine's time of day has gone ahead: it was set, or its host has paused it untold."""
        return time.time() - self._elapsed_s() - self._begun_s

    def go_on_by_machine(self) -> None:
        """Go by the machine's time from here on. Only where that is ahead, and nobody is in a circle."""
        ahead_s = self.machine_ahead_s()
        self._offset_s += ahead_s
        self._begun_s += ahead_s

    def elapsed_at_s(self, at_ms: int) -> float:
        """The same moment as `elapsed_s` counts."""
        return at_ms / 1000 - self._offset_s

    def now_ms(self) -> int:
        """See `Clock.now_ms`."""
        return int((self._elapsed_s() + self._offset_s) * 1000)

    def call_at(self, at_ms: int, wake: Callable[[], None]) -> Alarm:
        """See `Clock.call_at`. One that came due while the machine slept rings within `LOOK_AGAIN_S` of its waking."""
        return _SystemAlarm(self, at_ms, wake)


class _SystemAlarm:
    """The timers of a loop leave out suspended time, so this one looks at the clock now and then."""

    def __init__(self, clock: SystemClock, at_ms: int, wake: Callable[[], None]) -> None:
        self._clock = clock
        self._at_ms = at_ms
        self._wake = wake
        self._timer = self._wait()

    def cancel(self) -> None:
        """See `Alarm.cancel`."""
        self._timer.cancel()

    def _wait(self) -> asyncio.TimerHandle:
        left_s = max(0, self._at_ms - self._clock.now_ms()) / 1000
        return asyncio.get_running_loop().call_later(min(left_s, LOOK_AGAIN_S), self._look)

    def _look(self) -> None:
        if self._clock.now_ms() >= self._at_ms:
            self._wake()
        else:
            self._timer = self._wait()


async def go_with_machine(clock: SystemClock, nobody_is_here: Callable[[], bool] | None = None) -> None:
    """Go by the machine's time where it is ahead by now, and nobody is here: each night a host may pause its machine.

    Say once in the log where it is behind or far ahead, or other nodes go by the same time (None): then it stays so.
    """
    while True:
        await asyncio.sleep(LOOK_AGAIN_S)
        ahead_s = clock.machine_ahead_s()
        if abs(ahead_s) <= SET_BY_S:
            continue
        if nobody_is_here is None or not 0 < ahead_s <= FOLLOWS_MAX_S:
            log.warning("this machine's clock has been set; until this server is restarted it goes by the time before")
            return
        if nobody_is_here():
            clock.go_on_by_machine()
            log.warning("this machine's clock was ahead by %d seconds; this server goes by it now", ahead_s)


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
