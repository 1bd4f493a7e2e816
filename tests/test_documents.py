"""What the documents tell people to type or to open is there: commands with their options, modules, files."""

import ast
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pathlib import Path

import pytest

from app.command_line import _arguments
from bench.__main__ import LONG, NAMES
from tests.support.process import ROOT

PAGES = [
    page for folder in ("*", "docs/*", "docs/decisions/*", "docs/guide/*") for page in sorted(ROOT.glob(f"{folder}.md"))
]
MAKEFILE = (ROOT / "Makefile").read_text()
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
RUN_BY_MAKE = set(re.findall(r"python -m ([\w.]+)", MAKEFILE)) | {f"bench.{name}" for name in (*NAMES, *LONG)}
OF_OTHERS = ("python -m venv", "python -m pip")


def code(page: Path) -> Iterator[str]:
    """What stands on a page as code: lines of blocks, and spans in sentences, which may go on in the next line."""
    text = page.read_text()
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from block.splitlines()
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    for span in re.findall(r"`([^`]+)`", text):
        yield " ".join(span.split())


def typed(page: Path) -> list[list[str]]:
    """The commands among it, without what the shell does with them."""
    plain = (re.split(r" #| \| | && | > |;", line)[0].strip() for line in code(page))
    return [shlex.split(line) for line in plain if re.match(r"(sudo )?(make|balint|python -m) ", line)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_can_be_typed(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in typed(page):
        words = command[command[0] == "sudo" :]
        if words[0] == "make":
            assert words[1] in TARGETS, command
        elif words[:3] == ["python", "-m", "bench"]:
            assert {*words[3:4]} <= {*NAMES, *LONG}, command
        elif words[0] == "balint" or words[:3] == ["python", "-m", "app"]:
            monkeypatch.setattr(sys, "argv", words if words[0] == "balint" else words[2:])
            assert len(sys.argv) == 1 or _arguments(), command
        elif " ".join(words[:3]) not in OF_OTHERS:
            assert list(ROOT.glob(words[2].replace(".", "/") + "*")), command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    """A number of a decision stands for its file, and braces for several."""
    rooms = "|".join(sorted(each.name for each in ROOT.iterdir() if each.is_dir() and each.name[0] != "."))
    named = re.findall(rf"(?<![\w./-])(?:{rooms}|decisions)/[\w./*{{}},-]*", "\n".join(code(page)))
    for path in named:
        parts = [part.split(",") for part in re.split(r"[{}]", path.rstrip(".,/"))]
        for one in map("".join, product(*parts)):
            assert list(ROOT.glob(re.sub("^decisions/", "docs/decisions/", one) + "*")), path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)", page.read_text()):
        assert link.startswith("https://") or (page.parent / link).exists(), link


def test_a_server_that_is_started_by_hand_has_the_settings_that_are_typed_before_it() -> None:
    """As they stand there, with a Python that says what it is given."""
    [block] = re.findall(r"^```\n([^`]*BALINT_[^`]*)^```", (ROOT / "docs" / "OPERATIONS.md").read_text(), re.MULTILINE)
    line = ["bash", "-euc", f"python() {{ env; }}; {block}"]
    given = subprocess.run(line, capture_output=True, text=True, check=True)
    settings = set(re.findall(r"BALINT_\w+=\S+", block))
    assert len(settings) > 2
    assert settings <= set(given.stdout.splitlines())


def test_whoever_is_called_reads_the_words_that_the_page_says() -> None:
    """In English, which the page is written in."""
    page = (ROOT / "docs" / "OPERATIONS.md").read_text()
    calls = page[page.index("\n# When somebody calls") : page.index("\n# Settings")]
    said = [" ".join(words.split()) for words in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", calls)]
    words = "\n".join(file.read_text() for file in (ROOT / "frontend/src/words/en").rglob("*.ts"))
    assert len(said) > 5
    assert [each for each in said if each != "slanted" and each not in words] == []


def test_each_failure_that_is_proved_stands_where_people_look_up_what_to_do() -> None:
    """By the same words, so that it is found in both."""
    told, proved = (first_column(page, "what fails") for page in ("OPERATIONS.md", "RELIABILITY.md"))
    assert len(proved) > 5
    assert [failure for failure in proved if failure not in told] == []


def first_column(page: str, head: str) -> list[str]:
    """What stands in it, of the table of the page whose first column has this head."""
    _, _, table = (ROOT / "docs" / page).read_text().partition(f"\n| {head} |")
    return re.findall(r"^\| ([^-|][^|]*) \|", table.partition("\n\n")[0], re.MULTILINE)


def test_a_command_that_the_server_advises_is_there_however_it_is_typed() -> None:
    """Who has installed it types `balint circles`, others `docker compose exec ...`: it names the command alone."""
    files = [file for file in (ROOT / "app").rglob("*.py") if file.name != "reference.py"]  # it writes a document
    said = [text for file in files for text in texts(ast.parse(file.read_text()))]
    assert [text for text in said if "python -m" in text] == []
    advised = {command for text in said for command in re.findall("the command `([a-z]+)", text, re.IGNORECASE)}
    assert advised == {"circles", "doctor"}


def texts(file: ast.Module) -> Iterator[str]:
    """What stands in it as text, without what says what is what."""
    tells = {id(node.value) for node in ast.walk(file) if isinstance(node, ast.Expr)}
    for node in ast.walk(file):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in tells:
            yield node.value


@pytest.mark.parametrize("module", sorted(RUN_BY_MAKE))
def test_whatever_make_runs_can_be_imported(module: str) -> None:
    """Also what is proved or measured by hand: else it is found broken when it is needed."""
    import_module(module)


def test_every_form_that_can_rise_is_in_the_stores_own_and_said_where_releases_change() -> None:
    """N10, G23"""
    texts = "\n".join(file.read_text() for file in (ROOT / "app/store").glob("*.py"))
    forms = set(re.findall(r"^(\w+_(?:FORMAT|VERSION)) = \d", texts, re.MULTILINE))
    [stores_own] = re.findall("^FORM = (.*)$", texts, re.MULTILINE)
    _, _, changing = (ROOT / "docs/OPERATIONS.md").read_text().partition("# Draining and upgrading")
    rolling, _, back = changing.partition("\n# ")[0].partition("**Going back**")
    assert len(forms) > 2
    assert forms == set(re.findall(r"[A-Z_]{5,}", stores_own))
    assert all(f"`{form}`" in back for form in forms)
    assert all(f"`{form}`" in rolling for form in forms - {"SCHEMA_VERSION"})  # nodes have no file


def test_each_part_of_the_figures_names_what_measured_it_and_the_day() -> None:
    parts = (ROOT / "docs/PERFORMANCE.md").read_text().split("\n## ")[1:]
    assert len(parts) > 8
    for needed in (r"bench[\s/]\w|make \w", r"\d [A-Z]\w+ 20\d\d|20\d\d-\d\d-\d\d"):
        assert [part.partition("\n")[0] for part in parts if not re.search(needed, part)] == []


def test_every_benchmark_is_named_where_its_figures_stand() -> None:
    told = "\n".join(page.read_text() for page in PAGES)
    assert [name for name in (*NAMES, *LONG) if not re.search(rf"bench[\s/]+{name}\b", told)] == []


def test_what_a_page_may_weigh_is_told_as_it_is_asked_for() -> None:
    """In kB: in English, and in the heaviest other language."""
    asked = {
        tuple(int(most.replace("_", "")) / 1000 for most in (own, abroad or own))
        for own, abroad in re.findall(
            r"most: (\w+),(?:\s+mostAbroad: (\w+))?", (ROOT / "frontend/scripts/size.mjs").read_text()
        )
    }
    [page] = ROOT.glob("docs/decisions/0044-*.md")
    told = re.findall(r"^\| [^|]+ \| ([\d.]+)(?: kB)? \| ([\d.]+) \|", page.read_text(), re.MULTILINE)
    assert len(told) > 4
    assert {(float(own), float(abroad)) for own, abroad in told} == asked
