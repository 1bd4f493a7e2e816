"""What `release` builds can be read by the server, on a hardened Debian too."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from tests.install.test_settings import SINGLE
from tests.support.process import PATIENCE_S

STUBS = {
    "id": "echo 0",
    "chown": "true",
    "install": 'exec /usr/bin/install -d "${@:6}"',  # there is no user balint here
    # With the environment in which it is built, and another script than the one that builds it.
    "runuser": '"${@:4:$#-5}" \'mkdir "$0/venv" && echo "${NODE_ENV-built}" > "$0/venv/built"\' "${@: -1}"',
}


@pytest.mark.parametrize("umask", [0o022, 0o027, 0o077])
def test_the_server_reads_its_release_whatever_root_keeps_to_itself(tmp_path: Path, umask: int) -> None:
    """What was cloned and what was built, also where both were for root alone; but no password that lies among it."""
    checkout, releases = tmp_path / "circle", tmp_path / "opt/balint/releases"
    scripts = checkout / "deploy/single"
    scripts.mkdir(parents=True)
    for script in ("release", "common"):
        text = (SINGLE / script).read_text().replace("/opt/", f"{tmp_path}/opt/")
        (scripts / script).write_text(text)
    for file in ("app.py", ".env", "deploy/single/.env"):
        (checkout / file).write_text("text")
    for path in [checkout, *checkout.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    for name, lines in STUBS.items():
        (tmp_path / name).write_text(f"#!/bin/bash\n{lines}\n")
        (tmp_path / name).chmod(0o755)
    path = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "NODE_ENV": "production"}
    command = ["bash", str(scripts / "release")]
    subprocess.run(command, env=path, umask=umask, check=True, capture_output=True, timeout=PATIENCE_S)
    [built] = releases.iterdir()
    files = {file.name for file in built.rglob("*") if file.is_file()}
    assert files == {"app.py", "built", "common", "release", "release.env"}
    assert (built / "venv/built").read_text() == "built\n", "or npm leaves out what builds the page"
    for made in (releases.parent, releases, built, *built.rglob("*")):
        needed = 0o005 if made.is_dir() else 0o004
        assert stat.S_IMODE(made.stat().st_mode) & needed == needed, made
