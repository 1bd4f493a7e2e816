"""`python -m app groups`: what whoever runs a server can see of its groups, and do."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import httpx

from tests.support.process import ROOT, ServerProcess


def told(server: ServerProcess, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app", "groups", *words]
    return subprocess.run(command, cwd=ROOT, env=server.environment, capture_output=True, text=True, timeout=60)


def test_groups_are_listed_copied_erased_and_put_back(tmp_path: Path) -> None:
    """G27: the list names nobody; a copy is its owner's alone, and everybody's link opens the group again.

    What is no copy is refused in words.
    """
    server = ServerProcess(tmp_path).start()
    copies = tmp_path / "groups.jsonl"
    try:
        people = [{"name": "Frida Lindqvist", "leads": True}, {"name": "Mia"}]
        asked = {"name": "Tuesday nights", "zone": "Europe/Berlin", "people": people}
        opened = httpx.post(f"{server.url}/api/groups", json=asked).json()
        token = opened["links"][1]["link"].partition("#")[2]

        def read() -> httpx.Response:
            return httpx.post(f"{server.url}/api/group", json={"token": token})

        before = read().json()
        shown = told(server).stdout
        [line] = shown.splitlines()[1:]
        number = line.split()[0]
        assert line.split()[1:3] == ["2", "0"]
        assert not any(secret in shown for secret in ("Frida", "Mia", "Tuesday", token))

        assert told(server, "export", str(copies)).returncode == 0
        assert stat.S_IMODE(copies.stat().st_mode) == 0o600
        assert [json.loads(each)["name"] for each in copies.read_text().splitlines()]
        assert "Left as they are, because they are there: 1." in told(server, "restore", str(copies)).stdout

        no_copy = tmp_path / "no-copy.jsonl"
        no_copy.write_text(json.dumps({"name": "another", "document": '{"format": 1}'}))
        refused = told(server, "restore", str(no_copy))
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "This is no copy of a group. Put back before: 0." in refused.stderr
        assert len(told(server).stdout.splitlines()) == 2

        assert told(server, "erase", number, "--yes").returncode == 0
        assert read().status_code == 410
        assert "Groups put back: 1." in told(server, "restore", str(copies)).stdout
        assert {**read().json(), "now_ms": 0} == {**before, "now_ms": 0}
    finally:
        server.stop()
