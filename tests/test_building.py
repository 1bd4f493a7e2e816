"""The page is built with the same tools and for the same use, whatever Node is told of the machine that builds it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.process import PATIENCE_S, ROOT


def of_make(recipe: str) -> str:
    """What a recipe of this Makefile prints, where this is told that a machine develops."""
    told = os.environ | {"NODE_ENV": "development"}
    command = ["make", "--silent", "--eval", f"told: ; @echo {recipe}", "told"]
    return subprocess.run(
        command, cwd=ROOT, env=told, capture_output=True, text=True, timeout=PATIENCE_S, check=True
    ).stdout.strip()


def test_make_tells_node_nothing_of_what_a_machine_is_for() -> None:
    """`production` leaves out what builds the page, and `development` builds another one."""
    assert of_make('"[$$NODE_ENV]"') == "[]"


def test_the_page_is_built_anew_when_a_step_of_its_build_has_changed() -> None:
    steps = re.findall(r"from '\./(.+)'", (ROOT / "frontend" / "vite.config.ts").read_text())
    sources = of_make('"$(PAGE_SOURCES)"').split()
    assert steps
    assert [step for step in steps if f"frontend/{step}" not in sources] == []


@pytest.mark.parametrize("told", [{"NODE_ENV": "production"}, {"NPM_CONFIG_OMIT": "dev"}], ids=["node", "npm"])
def test_npm_brings_what_builds_the_page(tmp_path: Path, told: dict[str, str]) -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / "frontend" / name, tmp_path)
    node = subprocess.run([ROOT / "scripts" / "node-path", sys.executable], capture_output=True, text=True, check=True)
    path = f"{node.stdout.strip()}:{os.environ['PATH']}"
    done = subprocess.run(
        ["npm", "ci", "--dry-run", "--offline"],
        cwd=tmp_path,
        env=os.environ | told | {"PATH": path},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    assert "add vite " in done.stdout
