"""`make prove-image`: the Dockerfile is built, and two people meet in what comes of it, not as root, and read-only.

buildah builds it. What it begins from lies in a registry; here a fresh Debian 12 stands in for both images, with Python
and Node where those have them. So neither Docker nor those images are tried. Needs root, debootstrap and buildah.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from app.client.client import joined
from app.client.link import create_circle
from app.client.sound import PeerSound
from app.page_hashes import show_page_hashes
from tests.install.machine import PAGE, Machine
from tests.install.prove import told
from tests.support.peer import until
from tests.support.process import ROOT, ServerProcess
from tests.support.voices import tone

PYTHON, NODE, OURS = "docker.io/library/python:3.11-slim", "docker.io/library/node:24-slim", "localhost/circle"
BASE_PATH = "/usr/local/node:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
TRUST = "/etc/ssl/certs/ca-certificates.crt"
KEY = "the key of this proof"
CONTAIN = """
mount --make-rprivate / && mount --bind "$1" "$1" && mount --bind "$2" "$1/data" && mount -o remount,bind,ro "$1"
exec setpriv --no-new-privs chroot --userspec="$3:$3" "$1" env -i --chdir="$4" "${@:5}"
"""


def main() -> None:
    """Prove it in a folder that goes, or in one that is named and stays, and say how long each part took."""
    with tempfile.TemporaryDirectory() as passing:
        prove(Path(sys.argv[1] if sys.argv[1:] else passing))


def prove(folder: Path) -> None:
    """From nothing to two people who hear each other."""
    with closing(Images(folder)) as images:
        with told("a fresh Debian 12, and a Python and a Node in it"):
            make_bases(images, Machine.fresh(folder / "debian"))
        with told("the Dockerfile is built"):
            images("build", "--isolation=chroot", "--pull-never", "--format=docker", f"--tag={OURS}", str(ROOT))
        with told("it starts, serves the page that was built here, and two people meet in it"):
            run(images, folder)


def make_bases(images: "Images", machine: Machine) -> None:
    """What the Dockerfile begins from: Python as its image has it, and Node beside it."""
    machine.run("apt-get -qq update && apt-get -qq -y install --no-install-recommends python3-venv")
    machine.run("python3 -m venv /usr/local")
    images.keep(machine.root, PYTHON)
    machine.clone()
    machine.run("/root/circle/scripts/node-path /usr/local/bin/python && rm -r /root/circle")
    images.keep(machine.root, NODE)


def run(images: "Images", folder: Path) -> None:
    """Start what the image says it starts, as the user that it says, where it can write into its volume alone."""
    config, root = images.of_ours()
    data = folder / "data"
    data.mkdir()
    os.chown(data, int(config["User"]), -1)
    server = ServerProcess(folder, BALINT_OPENING_KEY=KEY)
    server.environment["BALINT_PUBLIC_URL"] = server.url
    settings = {name: value for name, value in server.environment.items() if name.startswith("BALINT_")}
    del settings["BALINT_DATA_DIR"]
    contain = ["unshare", "-mpf", "--kill-child", "bash", "-c", CONTAIN, "-", str(root), str(data)]
    told_it = [*config["Env"], *(f"{name}={value}" for name, value in settings.items())]
    server._command = [*contain, config["User"], config["WorkingDir"], *told_it, *config["Cmd"]]
    server.start()
    try:
        show_page_hashes(PAGE, server.url, None)
        asyncio.run(two_meet(server.url))
    finally:
        kill_contained(server)
    assert (data / "circles.sqlite").stat().st_uid == int(config["User"])


def kill_contained(server: ServerProcess) -> None:
    """What runs as another user is not killed along with `unshare`: the kernel forgets `--kill-child` there."""
    for child in Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split():
        os.kill(int(child), signal.SIGKILL)
    server.kill()


async def two_meet(server: str) -> None:
    """H1: one speaks, the other hears; when the presenter of a case sits back is the matter of other tests."""
    wishes = {"title": "An exercise", "seats": 3, "facilitators": 1, "observers": 0}
    links = [it["link"] for it in (await create_circle(server, wishes, KEY))["invitations"]]
    adas, bens = PeerSound(), PeerSound()
    async with joined(links[0], "Ada", adas) as ada, joined(links[1], "Ben", bens) as ben:
        await ada.until(lambda: ada.view["you"]["sound"] == "connected")
        await ben.until(lambda: ben.view["you"]["sound"] == "connected")
        await ada.ask("next_step", seen=ada.view["step"])
        await ada.ask("open_microphone")
        speaking = asyncio.ensure_future(adas.microphone.say(tone() * 60))
        await until(lambda: bens.hears(1))
        speaking.cancel()


class Images:
    """buildah with a store of its own; no service has to run."""

    def __init__(self, folder: Path) -> None:
        self._command = ["buildah", "--storage-driver=overlay", f"--root={folder}/images", f"--runroot={folder}/run"]

    def __call__(self, *words: str) -> str:
        """What buildah answers."""
        done = subprocess.run([*self._command, *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def close(self) -> None:
        """Take away what it has mounted, or nobody can remove the folder."""
        self("rm", "--all")

    def keep(self, root: Path, name: str) -> None:
        """Make this folder an image."""
        container = self("from", "scratch")
        self("add", "--quiet", container, str(root), "/")
        self(
            "config",
            f"--env=PATH={BASE_PATH}",
            f"--env=PIP_CERT={TRUST}",
            f"--env=NODE_EXTRA_CA_CERTS={TRUST}",
            container,
        )
        self("commit", "--quiet", "--rm", container, name)

    def of_ours(self) -> tuple[dict[str, Any], Path]:
        """What our image says of itself, and its files."""
        container = self("from", "--pull-never", OURS)
        about = json.loads(self("inspect", "--type=image", OURS))
        return about["OCIv1"]["config"], Path(self("mount", container))


if __name__ == "__main__":
    main()
