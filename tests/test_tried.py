"""Every line that the pages have in a block to be typed is run by a test or a proof, or is marked as not tried."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.process import ROOT

PAGES = ("README.md", *(f"docs/{name}.md" for name in ("OPERATIONS", "GUIDE", "SECURITY", "CLIENTS", "NETWORKS")))
NOT_TYPED = ("https, wss", "NUMBER ")
"""How a drawing and an answer begin."""
PROOF, SETTINGS, RESTORE = "make prove-install", "tests/doctor/test_at_work.py", "tests/test_restore.py"
SHOWN_BY = {
    "make run": "make prove-newcomer",
    "make demo": "make prove-newcomer",
    "make test": "make prove-newcomer",
    "git clone ... circle && cd circle": PROOF,
    "sudo make install DOMAIN=circle.example": PROOF,
    "sudo make install DOMAIN=circle.example RELAY_DOMAIN=turn.circle.example": "tests/install/test_relay_domain.py",
    "sudo balint doctor": PROOF,
    "https://circle.example/check": "tests/e2e/test_line_check.py",
    "BALINT_PUBLIC_URL=https://circle.example": SETTINGS,
    "BALINT_MEDIA_ADVERTISE=203.0.113.7": SETTINGS,
    "BALINT_OPENING_KEY=...": SETTINGS,
    "python -m app serve": SETTINGS,
    "redis://circle:password@host:6379/0": "tests/test_deploy.py",
    "redis+sentinel://circle:password@sentinel-1,sentinel-2,sentinel-3/balint?sentinel_password=...": (
        "tests/failure/test_failover.py"
    ),
    "mkdir appendonlydir && cp backup.rdb appendonlydir/appendonly.aof.1.base.rdb": RESTORE,
    "echo 'file appendonly.aof.1.base.rdb seq 1 type b' > appendonlydir/appendonly.aof.manifest": RESTORE,
    "python -m app page-hashes https://circle.example --published page.sha256": "tests/test_page_hashes.py",
    "from app.client.client import joined": "tests/client/test_client.py",
}
"""The first line of a block of Python stands for all of it."""
NOT_TRIED = (
    "sudo apt-get install git make",
    "rediss://circle:password@host:6380/0?ssl_ca_certs=/etc/ssl/ours.pem",
    "rediss+sentinel://circle:password@.../balint?ssl_ca_certs=/etc/ssl/ours.pem&sentinel_ssl_ca_certs=/etc/ssl/ours.pem",
    "curl -s https://circle.example/ | sha256sum",
)
"""`docs/OPERATIONS.md` says so of each, under "What of this was tried"."""


def typed(page: Path) -> Iterator[str]:
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL):
        lines = [re.split(r" +# ", line)[0] for line in block.splitlines()]
        if not lines[0].strip().startswith(NOT_TYPED):
            yield from lines[:1] if language == "python" else lines


def test_every_line_is_shown_by_something_or_marked() -> None:
    assert {line for page in PAGES for line in typed(ROOT / page)} == {*SHOWN_BY, *NOT_TRIED}


@pytest.mark.parametrize("shown_by", sorted(set(SHOWN_BY.values())))
def test_what_shows_it_is_there(shown_by: str) -> None:
    if shown_by.startswith("make "):
        assert re.search(rf"^{shown_by[5:]}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
    else:
        assert (ROOT / shown_by).is_file()


def test_what_is_not_tried_is_said() -> None:
    """Each by its first word, in the last column of the table."""
    _, _, tried = (ROOT / "docs/OPERATIONS.md").read_text().partition("# What of this was tried")
    columns = [line.split(" | ")[-1] for line in tried.splitlines()]
    for line in NOT_TRIED:
        word = re.split("[ :]", line.removeprefix("sudo "))[0]
        assert any(f"`{word}" in column for column in columns), line


def test_whatever_tests_are_skipped_without_is_named_by_make() -> None:
    """So that nobody takes a skipped test for one that was run."""
    asked = {
        command
        for file in (ROOT / "tests").rglob("*.py")
        for command in re.findall(r"(?:needs|shutil\.which)\(\"([\w.-]+)\"", file.read_text())
    }
    recipe = (ROOT / "Makefile").read_text().partition("\ntest:")[2].partition("\n\n")[0]
    assert {command for command in asked if not re.search(rf"(?<![\w-]){command}(?![\w-])", recipe)} == set()
