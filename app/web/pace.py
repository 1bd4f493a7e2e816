"""How fast one page may speak: a bucket that fills with every message and drains with time."""

BURST_MAX = 40
"""Messages at once: a page that wakes up and catches up needs a dozen."""
PER_S = 10
"""Messages a second in the long run: more than any hand can mean."""


class Pace:
    """One connection's bucket. Time is an argument, in milliseconds."""

    def __init__(self, now_ms: int) -> None:
        self._full = 0.0
        self._at_ms = now_ms

    def allows(self, now_ms: int) -> bool:
        """Count one message; False when it is one too many."""
        self._full = max(0.0, self._full - (now_ms - self._at_ms) * PER_S / 1000) + 1
        self._at_ms = now_ms
        return self._full <= BURST_MAX
