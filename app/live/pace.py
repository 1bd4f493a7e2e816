"""How fast something may come: a bucket that fills with each and drains with time."""


class Pace:
    """One bucket: `burst` at once, and `per_s` a second in the long run. Time is an argument, in milliseconds."""

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
