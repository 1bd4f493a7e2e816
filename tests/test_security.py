"""docs/SECURITY.md names tests that exist, and says for how long what is kept as the code does."""

import re

import pytest

from app.circle.units import DAY_MS
from app.group import retention
from app.group.cards import END_CARD_OPEN_MS, QUARTERS_KEPT
from app.group.person import CODE_HOLDS_MS
from app.group.terms import Terms
from app.live.group_tidying import TIDY_EVERY_S
from tests.support.process import ROOT

NAMED = re.findall(
    r"`((?:tests|frontend)/[\w/.-]+\.(?:py|ts))(?:::(\w+))?`", (ROOT / "docs" / "SECURITY.md").read_text()
)


def test_every_test_that_is_named_is_there() -> None:
    assert len(NAMED) > 25
    for file, test in NAMED:
        source = (ROOT / file).read_text()
        assert not test or re.search(rf"^def {test}\(", source, re.MULTILINE), f"{file}::{test}"


def test_every_threat_of_the_table_has_one() -> None:
    """Those who might attack are numbered, and each has a row of tests; no row is for anybody who is not named."""
    attackers, _, proofs = (ROOT / "docs" / "SECURITY.md").read_text().partition("## Proofs")
    numbers = re.findall(r"^\| (T\d+) \|", attackers, re.MULTILINE)
    rows = re.findall(r"^\| (T\d+(?:, T\d+)*) \| (.+?) \| (.+) \|$", proofs, re.MULTILINE)
    assert numbers == [f"T{number}" for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 10
    assert {number for row, _, _ in rows for number in row.split(", ")} == {*numbers}
    assert [threat for _, threat, tests in rows if "`" not in tests] == []
    table = [line for line in proofs.partition("\n\n**")[0].splitlines() if line.startswith("|")]
    assert len(table) == len(rows) + 2


@pytest.mark.parametrize(
    "told",
    [
        f"after the months in its frame, {Terms().kept_months} unless",
        f"| {retention.ABSENCES_KEPT_MS // DAY_MS} days after the meeting |",
        f"| {retention.NOT_HELD_KEPT_MS // DAY_MS} days after it |",
        f"| {retention.EDITS_KEPT_MS // DAY_MS} days after it |",
        f"every {TIDY_EVERY_S // 7200} to {TIDY_EVERY_S // 2400} hours",
    ],
)
def test_how_long_a_group_keeps_what_is_so(told: str) -> None:
    """G22"""
    assert told in (ROOT / "docs" / "SECURITY.md").read_text()


def test_how_long_a_group_keeps_what_is_so_in_words() -> None:
    """G21, G22, G31"""
    assert (CODE_HOLDS_MS, END_CARD_OPEN_MS, QUARTERS_KEPT) == (DAY_MS, 2 * DAY_MS, 8)
    page = (ROOT / "docs" / "SECURITY.md").read_text()
    for told in ("a day after its code was sent", "two days after the meeting", "eight later quarters"):
        assert told in page
