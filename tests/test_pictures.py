"""The pictures that the documents show."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
SHOWN = re.compile(r"!\[[^\]]*\]\(([^)#:]+)\)")


def test_every_picture_that_is_shown_is_there_and_no_other() -> None:
    shown = {
        (document.parent / link).resolve() for document in DOCUMENTS for link in SHOWN.findall(document.read_text())
    }
    assert {picture.relative_to(ROOT) for picture in shown if not picture.is_file()} == set()
    kept = set((ROOT / "docs" / "images").glob("*.*"))
    assert {picture.relative_to(ROOT) for picture in kept - shown} == set()
