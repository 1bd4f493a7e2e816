"""A clock that moves only when told."""

import heapq
from collections.abc import Callable
from itertools import count

START_MS = 1_767_225_600_000  # an arbitrary January


class _Alarm:
    def __init__(self, wake: Callable[[], None]) -> None:
        self.wake: Callable[[], None] | None = wake

    def cancel(self) -> None:
        self.wake = None


class HandMovedClock:
    def __init__(self) -> None:
        self._now_ms = START_MS
        self._alarms: list[tuple[int, int, _Alarm]] = []
        self._order = count()

    def now_ms(self) -> int:
        return self._now_ms

    def call_at(self, at_ms: int, wake: Callable[[], None]) -> _Alarm:
        alarm = _Alarm(wake)
        heapq.heappush(self._alarms, (at_ms, next(self._order), alarm))
        return alarm

    @property
    def next_ms(self) -> int | None:
        """When the next alarm rings that has not been called off."""
        return min((at_ms for at_ms, _, alarm in self._alarms if alarm.wake), default=None)

    def pass_unnoticed(self, ms: int) -> None:
        """So much time goes by, and what it brings due rings with the next move: the loop is late."""
        self._now_ms += ms

    def move(self, *, ms: int = 0, s: float = 0, minutes: float = 0, hours: float = 0) -> None:
        self._now_ms += int(ms + 1000 * (s + 60 * (minutes + 60 * hours)))
        while self._alarms and self._alarms[0][0] <= self._now_ms:
            wake = heapq.heappop(self._alarms)[2].wake
            if wake:
                wake()
