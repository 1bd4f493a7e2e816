"""`scripts/dev`: the server and Vite end together."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.process import PATIENCE_S, ROOT

NEVER, AT_ONCE = "exec sleep 600", "exit 3"


@pytest.mark.parametrize(("server", "vite"), [(AT_ONCE, NEVER), (NEVER, AT_ONCE)])
def test_where_one_of_them_ends_so_does_the_other(server: str, vite: str, tmp_path: Path) -> None:
    for name, does in {
        "python": server,
        "scripts/node-path": f"dirname {sys.executable}",
        "frontend/node_modules/.bin/vite": vite,
    }.items():
        program = tmp_path / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/usr/bin/env bash\n{does}\n")
        program.chmod(0o700)
    ended = subprocess.run([ROOT / "scripts" / "dev", tmp_path / "python"], cwd=tmp_path, timeout=PATIENCE_S)
    assert ended.returncode == 3
