"""Judges everybody's line by what is measured of it, and tells when that judgement changes."""

from collections.abc import Callable, Mapping

from app.circle.line_quality import LineJudge, Measure, WeakLine


class WeakLines:
    """The judges of one circle, by seat. `tell` is called with a seat of whose line there is something new to say."""

    def __init__(self, tell: Callable[[int], object]) -> None:
        self._tell = tell
        self._judges: dict[int, LineJudge] = {}
        self._weak: dict[int, WeakLine] = {}

    def of(self, seat: int) -> WeakLine | None:
        """How this seat's line is weak now; None where it is good, or nothing is known of it."""
        return self._weak.get(seat)

    def measured(self, seat: int, measured: Mapping[str, float], now_ms: int) -> None:
        """Take what has been measured of the line of this seat, by the names of `Measure`."""
        before = self.of(seat)
        judge = self._judges.setdefault(seat, LineJudge())
        weak = judge.report({Measure(name): value for name, value in measured.items()}, now_ms)
        if weak is None:
            self._weak.pop(seat, None)
        else:
            self._weak[seat] = weak
        if weak is not before:
            self._tell(seat)

    def forget(self, seat: int) -> None:
        """This seat's sound does not stand: nothing is known of the line by which it comes back."""
        self._judges.pop(seat, None)
        self._weak.pop(seat, None)
