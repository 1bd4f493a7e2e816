"""docs/decisions: a number names one decision, in the file's name and in its title."""

from pathlib import Path

from tests.support.process import ROOT

DECISIONS = sorted(ROOT.glob("docs/decisions/*.md"))


def test_each_decision_has_a_number_of_its_own() -> None:
    assert [_number(path) for path in DECISIONS] == [*range(1, len(DECISIONS) + 1)]


def test_a_title_begins_with_the_number_of_its_file() -> None:
    assert [path.name for path in DECISIONS if not path.read_text().startswith(f"# {_number(path)}. ")] == []


def _number(path: Path) -> int:
    return int(path.name[:4])
