"""A rate limit for one connection or one seat: the leaky bucket as a meter (ITU-T I.371)."""

from collections.abc import Hashable
from typing import Generic, NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Pace(NamedTuple):
    """How often something may be done: so often in a row, and so often a second in the long run."""

    at_once: int
    per_s: float


class LeakyBucket:
    """Allows a pace. Time is an argument, in milliseconds."""

    def __init__(self, now_ms: int, pace: Pace) -> None:
        self._pace = pace
        self._full = 0.0
        self._at_ms = now_ms

    def allows(self, now_ms: int) -> bool:
        """Count one more; False when it is one too many. What was refused does not fill the bucket."""
        drained = (now_ms - self._at_ms) * self._pace.per_s / 1000
        self._full, self._at_ms = max(0.0, self._full - drained), now_ms
        if self._full + 1 > self._pace.at_once:
            return False
        self._full += 1
        return True


class LeakyBuckets(Generic[Key]):
    """One for each key. They are kept for good: whoever makes up keys must not be able to make up more."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._buckets: dict[Key, LeakyBucket] = {}

    def allows(self, key: Key, now_ms: int) -> bool:
        """See `LeakyBucket.allows`."""
        return self._buckets.setdefault(key, LeakyBucket(now_ms, self._pace)).allows(now_ms)
