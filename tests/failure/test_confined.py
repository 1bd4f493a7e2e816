"""A whole meeting by a server that has no more rights than our containers give it: compose.yaml, deploy/, Dockerfile.

No container engine is needed: the kernel's own means are used, a mount namespace and setpriv.
"""

import asyncio
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.meeting import seated
from tests.support.process import ROOT, ServerProcess
from tests.support.scene import PIET

UID, DATA = "10001", "/mnt"
NO_RIGHTS = f"setpriv --reuid {UID} --regid {UID} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all"
CONFINE = f"""
mount --make-rprivate /
mount -t tmpfs -o mode=700,uid={UID} tmpfs {DATA}
mount -o remount,bind,ro /
exec {NO_RIGHTS} "$@"
"""
TOOLS = ("unshare", "setpriv", "nsenter", "mount")
needs_root = pytest.mark.skipif(
    os.geteuid() != 0 or not all(map(shutil.which, TOOLS)), reason="needs root, and Debian's util-linux"
)

needs_open_folders = pytest.mark.skipif(
    not all(folder.stat().st_mode & 0o001 for folder in (ROOT, *ROOT.parents)),
    reason="needs a checkout that everybody may read: whoever has no rights cannot come into root's own folder",
)


@needs_root
@needs_open_folders
def test_a_meeting_needs_no_rights_and_writes_nowhere_but_into_its_data(tmp_path: Path) -> None:
    """H6: not root, a root file system that cannot be written, no capabilities and none to be had."""
    server = ServerProcess(tmp_path, BALINT_DATA_DIR=DATA)
    server._command = ["unshare", "--mount", "sh", "-ec", CONFINE, "sh", *server._command]
    server.environment |= {"PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"}

    async def play() -> None:
        tokens = await asyncio.to_thread(server.open_circle)
        async with seated([server.socket_url], tokens) as table:
            since = await table.reflects()
            await table.settled(time.monotonic())
            assert table.hears(PIET, since) == []
            assert await table.frida.ask("end_circle") is None

    try:
        server.start()
        rights = dict(line.split(":\t", 1) for line in Path(f"/proc/{server.pid}/status").read_text().splitlines())
        assert set(rights["Uid"].split()) == {UID}
        assert {int(rights[kind], 16) for kind in ("CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb")} == {0}
        assert rights["NoNewPrivs"] == "1"
        assert "Read-only file system" in touched(server.pid, Path.cwd() / "a-file")
        assert touched(server.pid, Path(DATA) / "a-file") == ""
        asyncio.run(play())
        assert server.log == ""
    finally:
        server.stop()


def touched(pid: int, file: Path) -> str:
    """What is said against making this file where the server is, even by root."""
    command = ["nsenter", "--target", str(pid), "--mount", "touch", str(file)]
    return subprocess.run(command, capture_output=True, text=True).stderr
