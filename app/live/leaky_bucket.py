"""A rate limit for one connection or one seat: the leaky bucket as a meter (ITU-T I.371)."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class LeakyBucket:
    """Allows `burst` at once, and `per_s` a second in the long run. Time is an argument, in milliseconds."""

    def __init__(self, now_ms: int, burst: int, per_s: float) -> None:
        self._burst = burst
        self._per_s = per_s
        self._full = 0.0
        self._at_ms = now_ms

    def allows(self, now_ms: int) -> bool:
        """Count one more; False when it is one too many. What was refused does not fill the bucket."""
        drained = (now_ms - self._at_ms) * self._per_s / 1000
        self._full, self._at_ms = max(0.0, self._full - drained), now_ms
        if self._full + 1 > self._burst:
            return False
        self._full += 1
        return True


class LeakyBuckets(Generic[Key]):
    """One for each key. They are kept for good: whoever makes up keys must not be able to make up more."""

    def __init__(self, burst: int, per_s: float) -> None:
        self._burst = burst
        self._per_s = per_s
        self._buckets: dict[Key, LeakyBucket] = {}

    def allows(self, key: Key, now_ms: int) -> bool:
        """See `LeakyBucket.allows`."""
        return self._buckets.setdefault(key, LeakyBucket(now_ms, self._burst, self._per_s)).allows(now_ms)
