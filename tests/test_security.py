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
    _, _, proofs = (ROOT / "docs" / "SECURITY.md").read_text().partition("## Proofs")
    rows = re.findall(r"^\| (?!threat|---)(.+?) \| (.+) \|$", proofs, re.MULTILINE)
    assert len(rows) > 15
    assert [threat for threat, tests in rows if "`" not in tests] == []
