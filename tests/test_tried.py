"""Every line that somebody is told to type is run by a test or a proof, or is marked as not tried."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.support.process import ROOT
from tests.tried import NOT_TRIED, SHOWN_BY

PAGES = ("README.md", *(f"docs/{name}.md" for name in ("OPERATIONS", "GUIDE", "SECURITY", "CLIENTS", "NETWORKS")))
HEADS = (
    "compose.yaml",
    "deploy/single/compose.yaml",
    "deploy/kubernetes.yaml",
    "deploy/kubernetes-relay.yaml",
    "deploy/example.env",
)
"""What their comments tell one to type."""
COMMANDS = (
    "apt|apt-get|balint|cd|chmod|chown|cp|curl|docker|echo|git|ip|journalctl|kill|kubectl|make|mkdir|mv|nft|npm|openssl"
    "|pip|podman|printf|python|python3|redis-cli|rm|sqlite3|ssh|sudo|systemctl|tar|wget"
)
"""What a span of code begins with, and goes on after, that is there to be typed."""
BY_HAND = ("make prove-", "make bench", "python -m bench")
"""They prove or measure; `docs/PERFORMANCE.md` says when and what came of it."""
NOT_TYPED = ("https, wss", "NUMBER ")
"""How a drawing and an answer begin."""


def typed(page: Path) -> Iterator[str]:
    """Whatever stands in a block, and the commands within sentences."""
    text = page.read_text()
    if page.suffix != ".md":
        comments = "\n".join(re.findall(r"^# ?(.*)", text, re.MULTILINE))
        text = re.sub(r"^    +(.+)$", r"```\n\1\n```", comments, flags=re.MULTILINE)
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        lines = [re.split(r" +# ", line)[0] for line in block.splitlines()]
        if not lines[0].strip().startswith(NOT_TYPED):
            yield from lines[:1] if language == "python" else commands_in(lines)
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    spans = (" ".join(span.split()) for span in re.findall(r"`([^`]+)`", text))
    yield from (line for line in commands_in(spans) if re.match(rf"({COMMANDS}) \S", line))


def commands_in(lines: Iterable[str]) -> Iterator[str]:
    """Each by itself, without who types it and which Python it is."""
    for line in lines:
        for command in line.split(" && "):
            yield re.sub(r"^(sudo |\.venv/bin/)", "", command)


def shown_by(line: str) -> tuple[str, str] | None:
    return SHOWN_BY.get(line) or next((by for begins, by in SHOWN_BY.items() if line.startswith(f"{begins} ")), None)


@pytest.mark.parametrize("page", [*PAGES, *HEADS])
def test_every_line_is_shown_by_something_or_marked(page: str) -> None:
    lines = typed(ROOT / page)
    assert [line for line in lines if not shown_by(line) and not line.startswith((*NOT_TRIED, *BY_HAND))] == []


def test_the_tables_hold_nothing_else() -> None:
    lines = {line for page in (*PAGES, *HEADS) for line in typed(ROOT / page)}
    assert [it for it in (*SHOWN_BY, *NOT_TRIED) if not any(line.startswith(it) for line in lines)] == []


@pytest.mark.parametrize(("file", "words"), sorted(set(SHOWN_BY.values())))
def test_what_shows_it_does(file: str, words: str) -> None:
    assert words in (ROOT / file).read_text()


def test_what_is_not_tried_is_said() -> None:
    """In the last column of the table, or where it says that no test does it."""
    _, _, tried = (ROOT / "docs/OPERATIONS.md").read_text().partition("# What of this was tried")
    said = [line if "| no test" in line else line.split(" | ")[-1] for line in tried.splitlines()]
    for line in NOT_TRIED:
        assert any(f"`{line}" in words for words in said), line


def test_whatever_tests_are_skipped_without_is_named_by_make() -> None:
    """So that nobody takes a skipped test for one that was run."""
    asked = {
        command
        for file in (ROOT / "tests").rglob("*.py")
        for command in re.findall(r"(?:needs|shutil\.which)\(\"([\w.-]+)\"", file.read_text())
    }
    recipe = (ROOT / "Makefile").read_text().partition("\ntest:")[2].partition("\n\n")[0]
    assert {command for command in asked if not re.search(rf"(?<![\w-]){command}(?![\w-])", recipe)} == set()
