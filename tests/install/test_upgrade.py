"""`make upgrade` goes on with the new release, or with the one before and all that it had kept.

The script is the one that is shipped, on a store of its own in another folder; the releases are small ones.
"""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.store.sqlite import SCHEMA_VERSION, SqliteStore
from tests.support.process import PATIENCE_S, ROOT

OPENS = "import asyncio, pathlib, sys\nfrom app.store import sqlite\nkept = pathlib.Path(sys.argv[1])\n"
WORKS = f"{OPENS}asyncio.run(sqlite.SqliteStore.open(kept))"
FAILS_AT_ONCE = "raise SystemExit(1)"
CHANGES_THE_STORE = WORKS.replace("asyncio.run", "sqlite.SCHEMA_VERSION += 1\nasyncio.run") + "\n"
AND_DIES = """
import os, sqlite3
there = sqlite3.connect(kept)
there.execute("PRAGMA wal_autocheckpoint = 0")
there.execute("DELETE FROM events")
there.commit()
os._exit(9)"""
SCRIPTS = {
    "settings": "",
    "release": 'ln -sfn releases/new "$OPT/current"',
    "start": f'PYTHONPATH={ROOT} {sys.executable} "$OPT/current/starts.py" "$KEPT/circles.sqlite" 2>/dev/null',
    "systemctl": "",
    "id": "echo 0",
}
"""What stands beside the script, and what it finds in the machine."""


class Installed:
    """A server in a folder, whose release is `old` and which has kept one event."""

    def __init__(self, folder: Path, new: str) -> None:
        self.folder, self.kept, self.opt = folder, folder / "var/lib/balint", folder / "opt/balint"
        (folder / "etc/balint").mkdir(parents=True)
        (folder / "etc/balint/installed").write_text("circle.example 203.0.113.7\n")
        (folder / "etc/caddy").mkdir()
        (folder / "etc/caddy/Caddyfile").write_text("")
        for name, starts in (("old", WORKS), ("new", new)):
            (self.opt / "releases" / name).mkdir(parents=True)
            (self.opt / "releases" / name / "starts.py").write_text(starts)
        (self.opt / "current").symlink_to("releases/old")
        for name, lines in SCRIPTS.items():
            self._script(name, f"#!/bin/sh\n{lines}\n")
        shutil.copy(ROOT / "deploy/single/common", folder)
        text = (ROOT / "deploy/single/upgrade").read_text()
        for path in ("/etc/", "/opt/", "/var/lib/"):
            text = text.replace(path, f"{folder}{path}")
        self._script("upgrade", text)
        asyncio.run(_make_store(self.kept / "circles.sqlite"))
        with closing(sqlite3.connect(self.kept / "circles.sqlite")) as store, store:
            store.execute("INSERT INTO events VALUES ('circle', 1, '{}')")

    def _script(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)
        (self.folder / name).chmod(0o755)

    def upgrade(self, ends_with: int) -> str:
        """What it says."""
        known = {"PATH": f"{self.folder}:{os.environ['PATH']}", "OPT": str(self.opt), "KEPT": str(self.kept)}
        command = [self.folder / "upgrade"]
        done = subprocess.run(
            command, env=os.environ | known, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
        assert done.returncode == ends_with, done.stdout + done.stderr
        return done.stdout + done.stderr

    @property
    def release(self) -> str:
        return str((self.opt / "current").readlink())

    @property
    def store(self) -> tuple[int, int]:
        """Its form, and how many events it has."""
        with closing(sqlite3.connect(self.kept / "circles.sqlite")) as store:
            [(form,)] = store.execute("PRAGMA user_version").fetchall()
            [(events,)] = store.execute("SELECT count(*) FROM events").fetchall()
        return form, events


async def _make_store(path: Path) -> None:
    await (await SqliteStore.open(path)).close()


@pytest.mark.parametrize(
    ("new", "back"),
    [(FAILS_AT_ONCE, False), (CHANGES_THE_STORE + FAILS_AT_ONCE, True), (CHANGES_THE_STORE + AND_DIES, True)],
    ids=["at once", "with the store changed", "in the middle of a change"],
)
def test_a_release_that_does_not_start_leaves_everything_as_it_was(tmp_path: Path, new: str, back: bool) -> None:
    server = Installed(tmp_path, new)
    said = server.upgrade(1)
    assert "releases/old goes on" in said
    assert server.release == "releases/old"
    assert server.store == (SCHEMA_VERSION, 1)
    assert ("back to the copy" in said) == back
    assert [file.name for file in server.kept.iterdir() if "upgrade" in file.name] == []


def test_a_release_that_starts_goes_on_and_no_copy_stays(tmp_path: Path) -> None:
    """What is erased later would stay in it."""
    server = Installed(tmp_path, CHANGES_THE_STORE)
    (server.opt / "releases" / "older").mkdir()
    server.upgrade(0)
    assert server.release == "releases/new"
    assert server.store == (SCHEMA_VERSION + 1, 1)
    assert {file.name for file in server.kept.iterdir()} == {"circles.sqlite", "circles.sqlite.lock"}
    assert {each.name for each in (server.opt / "releases").iterdir()} == {"old", "new"}


def test_where_no_copy_can_be_made_the_release_before_goes_on(tmp_path: Path) -> None:
    server = Installed(tmp_path, CHANGES_THE_STORE)
    server._script("cp", "#!/bin/sh\nexit 1\n")
    assert "releases/old goes on" in server.upgrade(1)
    assert server.release == "releases/old"
    assert server.store == (SCHEMA_VERSION, 1)
