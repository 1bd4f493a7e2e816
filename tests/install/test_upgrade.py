"""`make upgrade` goes on with the new release, or with the one before, what that was told, and all that it had kept.

The scripts are those that are shipped, on a store of its own in another folder; the releases are small ones.
"""

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.store.sqlite import SqliteStore
from app.store.sqlite_file import FORM
from tests.install.test_settings import written
from tests.support.process import PATIENCE_S, ROOT

OPENS = """import asyncio, pathlib, sys
from app.store import directory, group_codec
{}
from app.store import sqlite
kept = pathlib.Path(sys.argv[1])
asyncio.run(sqlite.SqliteStore.open(kept))
"""
WORKS = OPENS.format("")
FAILS_AT_ONCE = "raise SystemExit(1)"
NEWER = {
    "events": OPENS.format("directory.EVENTS_FORMAT += 1"),
    "groups": OPENS.format("group_codec.GROUPS_FORMAT += 1"),
}
AND_DIES = """
import os, sqlite3
there = sqlite3.connect(kept)
there.execute("PRAGMA wal_autocheckpoint = 0")
there.execute("DELETE FROM events")
there.commit()
os._exit(9)"""
STARTS = f'PYTHONPATH={ROOT} {sys.executable} "$OPT/current/starts.py" "$KEPT/circles.sqlite" 2>/dev/null'
SCRIPTS = {
    "release": 'ln -sfn "releases/${CHECKOUT:-new}" "$OPT/next"',
    "settings": 'echo "new: $RELAY_DOMAIN $TLS $*" > "$OPT/told"',
    "start": STARTS,
    "systemctl": 'echo "$1 $(readlink "$OPT/current")" >> "$OPT/done"',
    "id": "echo 0",
}
"""What stands beside the scripts, and what they find in the machine."""
SCRIPTS_BEFORE = {
    "settings": 'echo "old: $RELAY_DOMAIN $TLS $*" > "$OPT/told"',
    "start": f'{STARTS}; echo old >> "$OPT/done"',
}
TOLD = "turn.example internal circle.example 203.0.113.7 10.0.0.5"


class Installed:
    """A server in a folder, whose release is `old` and which has kept one event."""

    def __init__(self, folder: Path, new: str) -> None:
        self.folder, self.kept, self.opt = folder, folder / "var/lib/balint", folder / "opt/balint"
        for file, text in {
            "balint/installed": "circle.example 203.0.113.7 10.0.0.5\n",
            "balint/names": "circle.example turn.example\n",
            "caddy/Caddyfile": "tls internal\n",
        }.items():
            (folder / "etc" / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / "etc" / file).write_text(text)
        for name, starts in (("old", WORKS), ("new", new)):
            (self.opt / "releases" / name / "deploy/single").mkdir(parents=True)
            (self.opt / "releases" / name / "starts.py").write_text(starts)
        (self.opt / "current").symlink_to("releases/old")
        (folder / "run/systemd/system").mkdir(parents=True)
        for name, lines in SCRIPTS.items():
            self.script(name, lines)
        for name, lines in SCRIPTS_BEFORE.items():
            self.script(f"opt/balint/releases/old/deploy/single/{name}", lines)
        for script in ("upgrade", "uninstall", "change", "common"):
            text = (ROOT / "deploy/single" / script).read_text()
            for path in ("/etc/", "/opt/", "/usr/local/", "/var/lib/", "/run/"):
                text = text.replace(path, f"{folder}{path}")
            (folder / script).write_text(text)
            (folder / script).chmod(0o755)
        asyncio.run(_make_store(self.kept / "circles.sqlite"))
        with closing(sqlite3.connect(self.kept / "circles.sqlite")) as store, store:
            store.execute("INSERT INTO events VALUES ('circle', 1, '{}')")

    def script(self, name: str, lines: str) -> None:
        (self.folder / name).write_text(f"#!/bin/sh\n{lines}\n")
        (self.folder / name).chmod(0o755)

    def upgrade(self, ends_with: int, checkout: str = "new") -> str:
        """What it says."""
        return self.run("upgrade", ends_with=ends_with, checkout=checkout)

    def run(self, *command: str, ends_with: int, checkout: str = "new") -> str:
        known = {
            "PATH": f"{self.folder}:{os.environ['PATH']}",
            "OPT": str(self.opt),
            "KEPT": str(self.kept),
            "CHECKOUT": checkout,
        }
        done = subprocess.run(
            [self.folder / command[0], *command[1:]],
            env=os.environ | known,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert done.returncode == ends_with, done.stdout + done.stderr
        return done.stdout + done.stderr

    @property
    def release(self) -> str:
        return str((self.opt / "current").readlink())

    @property
    def was_told(self) -> str | None:
        """By whose settings, and what: nothing until some were written."""
        told = self.opt / "told"
        return told.read_text().strip() if told.exists() else None

    @property
    def stopped(self) -> bool:
        """Whether anybody's sound was stopped."""
        return (self.opt / "done").exists()

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
    [
        (FAILS_AT_ONCE, False),
        (WORKS + FAILS_AT_ONCE, False),
        (NEWER["events"] + FAILS_AT_ONCE, True),
        (NEWER["groups"] + AND_DIES, True),
    ],
    ids=["at once", "with the store unchanged", "with events of a newer form", "groups too, in the middle of a change"],
)
def test_a_release_that_does_not_start_leaves_everything_as_it_was(tmp_path: Path, new: str, back: bool) -> None:
    server = Installed(tmp_path, new)
    said = server.upgrade(1)
    assert "releases/new does not start with what it is told now. releases/old goes on as it was." in said
    assert server.release == "releases/old"
    assert server.was_told == f"old: {TOLD}"
    assert (server.opt / "done").read_text().splitlines()[-1] == "old"
    assert server.store == (FORM, 1)
    assert ("back to the copy" in said) == back
    assert [file.name for file in server.kept.iterdir() if "upgrade" in file.name] == []


def test_a_server_runs_again_also_where_something_beside_it_does_not_start(tmp_path: Path) -> None:
    """The relay, for one: the scripts to start end at it, those of the release before too."""
    server = Installed(tmp_path, WORKS)
    server.script("start", "exit 1")
    server.script("opt/balint/releases/old/deploy/single/start", "exit 1")
    assert "releases/old does not start either, or not all of it." in server.upgrade(1)
    assert (server.opt / "done").read_text().splitlines()[-1] == "start releases/old"


@pytest.mark.parametrize("newer", NEWER)
def test_a_release_that_starts_goes_on_and_an_older_one_refuses_what_it_keeps(tmp_path: Path, newer: str) -> None:
    """N10, G23. No copy stays: what is erased later would stay in it."""
    server = Installed(tmp_path, NEWER[newer])
    (server.opt / "releases" / "older").mkdir()
    server.upgrade(0)
    assert (server.release, server.was_told, server.stopped) == ("releases/new", f"new: {TOLD}", True)
    form, events = server.store
    assert form > FORM
    assert events == 1
    assert {file.name for file in server.kept.iterdir()} == {"circles.sqlite", "circles.sqlite.lock"}
    assert {each.name for each in (server.opt / "releases").iterdir()} == {"old", "new"}
    for script, lines in SCRIPTS_BEFORE.items():
        server.script(f"opt/balint/releases/new/deploy/single/{script}", lines)
    assert "releases/old does not start with what it is told now. releases/new goes on as it was." in server.upgrade(
        1, checkout="old"
    )
    assert server.release == "releases/new"
    assert server.store == (form, 1)


def test_where_no_release_can_be_built_nothing_is_changed(tmp_path: Path) -> None:
    """No network, for one: not even what the next start of the machine would find."""
    server = Installed(tmp_path, WORKS)
    server.script("release", "exit 1")
    assert "The release could not be built. Nothing else was changed, and releases/old goes on." in server.upgrade(1)
    assert (server.release, server.was_told, server.stopped) == ("releases/old", None, False)


def test_settings_that_cannot_be_written_are_those_of_before(tmp_path: Path) -> None:
    server = Installed(tmp_path, WORKS)
    server.script("settings", f"{SCRIPTS['settings']}; exit 1")
    assert "Nothing was changed, and releases/old goes on." in server.upgrade(1)
    assert (server.release, server.was_told, server.stopped) == ("releases/old", f"old: {TOLD}", False)


def test_where_no_copy_can_be_made_the_release_before_goes_on(tmp_path: Path) -> None:
    server = Installed(tmp_path, NEWER["events"])
    server.script("cp", "exit 1")
    said = server.upgrade(1)
    assert "The store could not be copied, so releases/new was not tried. releases/old goes on as it was." in said
    assert "does not start" not in said
    assert (server.release, server.was_told) == ("releases/old", f"old: {TOLD}")
    assert server.store == (FORM, 1)


@pytest.mark.parametrize(("new", "release"), [(WORKS, "new"), (FAILS_AT_ONCE, "old")])
def test_a_line_that_is_lost_in_the_middle_leaves_no_server_stopped(tmp_path: Path, new: str, release: str) -> None:
    """SSH's, or Ctrl+C: what has been begun is done, or undone."""
    server = Installed(tmp_path, new)
    server.script("start", f'for each in HUP INT TERM; do kill -s $each "$PPID"; done; {STARTS}')
    server.upgrade(0 if release == "new" else 1)
    assert server.release == f"releases/{release}"
    assert server.was_told and server.was_told.startswith(release)


def test_another_name_that_does_not_start_is_the_name_before_again(tmp_path: Path) -> None:
    """`make install` typed again: by the same way."""
    server = Installed(tmp_path, FAILS_AT_ONCE)
    server.run("change", "other.example", "203.0.113.9", ends_with=1)
    assert (server.release, server.was_told) == ("releases/old", f"old: {TOLD}")
    assert "\n./change " in (ROOT / "deploy/single/install").read_text()


def test_whoever_takes_it_off_is_told_what_to_type_to_go_on_where_it_was(tmp_path: Path) -> None:
    server = Installed(tmp_path, WORKS)
    server.script("systemctl", "true")
    said = server.run("uninstall", ends_with=0)
    again = 'sudo make install DOMAIN=circle.example ADDRESS="203.0.113.7 10.0.0.5" RELAY_DOMAIN=turn.example'
    assert f"To go on where it was: {again}\n" in said
    assert not server.opt.exists()
    assert server.store == (FORM, 1)


def test_no_unit_and_no_script_stays_where_it_was_taken_off(tmp_path: Path) -> None:
    """Debian's packages stay, and nothing of ours changes how they run."""
    server = Installed(tmp_path, WORKS)
    server.script("systemctl", "true")
    (tmp_path / "etc/caddy/Caddyfile").unlink()
    written(tmp_path, relay_domain="turn.example")
    ours = [tmp_path / place for place in ("etc/systemd", "etc/sysctl.d", "usr/local")]
    assert all(is_left(place) for place in ours)
    server.run("uninstall", ends_with=0)
    assert not any(is_left(place) for place in ours)


def is_left(place: Path) -> bool:
    return any(file.is_file() for file in place.rglob("*"))


def test_where_nothing_was_before_there_is_nothing_to_go_back_to(tmp_path: Path) -> None:
    server = Installed(tmp_path, FAILS_AT_ONCE)
    (server.opt / "current").unlink()
    said = server.run("change", "circle.example", "203.0.113.7", ends_with=1)
    assert "releases/new does not start" in said
    assert "goes on" not in said
    assert server.store == (FORM, 1)
