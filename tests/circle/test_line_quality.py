"""When a line is called weak: after some bad reports, not one, and until it has been good for a while."""

from itertools import pairwise

import pytest

from app.circle.line_quality import COUNTS_MS, LIMITS, LineJudge, Measure, WeakLine, effect_of

REPORT_MS = 3000
BAD, MIDDLING, GOOD = 0.10, 0.03, 0.0


class Line:
    """One line, reported on every three seconds."""

    def __init__(self) -> None:
        self.judge = LineJudge()
        self.now_ms = 1_000_000

    def loses(self, *shares: float, measure: Measure = Measure.VOICE_LOST) -> list[WeakLine | None]:
        """What is said after each report."""
        return [self.reports({measure: share}) for share in shares]

    def reports(self, measured: dict[Measure, float]) -> WeakLine | None:
        self.now_ms += REPORT_MS
        return self.judge.report(measured, self.now_ms)


def test_three_bad_reports_of_four_make_a_line_weak() -> None:
    """S11: some ten seconds; a moment alone, or one now and then, makes none."""
    assert Line().loses(BAD, BAD, BAD) == [None, None, WeakLine.HEARD]
    assert Line().loses(BAD, BAD, GOOD, BAD) == [None, None, None, WeakLine.HEARD]
    assert set(Line().loses(*[1.0, 1.0, GOOD, GOOD] * 5)) == {None}
    assert set(Line().loses(*[MIDDLING] * 20)) == {None}


def test_a_weak_line_is_good_again_after_seven_good_reports_in_a_row() -> None:
    """S11: so the word never flickers, however the line does."""
    line = Line()
    line.loses(BAD, BAD, BAD)
    assert set(line.loses(*[GOOD] * 6, MIDDLING)) == {WeakLine.HEARD}
    assert line.loses(*[GOOD] * 7) == [WeakLine.HEARD] * 6 + [None]


def test_a_line_at_the_limit_changes_its_word_seldom() -> None:
    """S11: whatever share it loses between the limits, and however it swings around them."""
    for shares in ([0.049, 0.051] * 100, [0.019, 0.021] * 100, [0.0, 0.1] * 100, [0.06, 0.06, 0.06, 0.01] * 50):
        said = Line().loses(*shares)
        assert sum(one is not other for one, other in pairwise(said)) <= 1


def test_in_silence_the_word_stays_for_a_while_and_then_nothing_is_claimed() -> None:
    """S11"""
    line = Line()
    line.loses(BAD, BAD, BAD)
    said = [line.reports({}) for _ in range(COUNTS_MS // REPORT_MS)]
    assert said[:-1] == [WeakLine.HEARD] * (len(said) - 1)
    assert said[-1] is None


@pytest.mark.parametrize("of", [7, 10, 20])
def test_whoever_speaks_now_and_then_has_a_good_line_again_once_nothing_bad_is_of_late(of: int) -> None:
    """S11: their voice is measured in few of the reports, and never seven times within the time that one counts."""
    line = Line()
    line.loses(BAD, BAD, BAD)
    reports = range(2 * COUNTS_MS // REPORT_MS)
    assert [line.reports({} if number % of else {Measure.VOICE_LOST: GOOD}) for number in reports][-1] is None


@pytest.mark.parametrize(
    ("measure", "value", "weak"),
    [
        (Measure.VOICE_LOST, 0.05, WeakLine.HEARD),
        (Measure.VOICE_LOST, 0.049, None),
        (Measure.HEARING_LOST, 0.05, WeakLine.HEARS),
        (Measure.HEARING_LOST, 0.049, None),
        (Measure.ROUND_TRIP_MS, 500, WeakLine.SLOW),
        (Measure.ROUND_TRIP_MS, 499, None),
        (Measure.JITTER_MS, 60, WeakLine.HEARD),
        (Measure.JITTER_MS, 59, None),
    ],
)
def test_the_limits(measure: Measure, value: float, weak: WeakLine | None) -> None:
    """S11"""
    assert Line().loses(value, value, value, measure=measure)[-1] is weak
    assert LIMITS[measure].good < LIMITS[measure].weak


def test_what_several_measures_come_to() -> None:
    """S11: what is lost is said before what is late."""
    heard, hears, slow = Measure.VOICE_LOST, Measure.HEARING_LOST, Measure.ROUND_TRIP_MS
    assert [effect_of(each) for each in ([], [slow], [heard, slow], [hears, slow], [heard, hears])] == [
        None,
        WeakLine.SLOW,
        WeakLine.HEARD,
        WeakLine.HEARS,
        WeakLine.BOTH,
    ]


def test_each_way_is_judged_by_itself() -> None:
    """S11"""
    line = Line()
    both = {Measure.VOICE_LOST: BAD, Measure.HEARING_LOST: BAD}
    assert [line.reports(both) for _ in range(3)][-1] is WeakLine.BOTH
    mended = {Measure.VOICE_LOST: GOOD, Measure.HEARING_LOST: BAD}
    assert [line.reports(mended) for _ in range(7)][-1] is WeakLine.HEARS
