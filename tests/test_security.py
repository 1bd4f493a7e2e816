"""docs/SECURITY.md names tests that exist."""

import re

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
