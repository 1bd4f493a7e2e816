"""A rate limit for one connection or one seat: the leaky bucket as a meter (ITU-T I.371)."""


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
