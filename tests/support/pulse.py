"""Loudspeakers that nobody hears: a PulseAudio of one's own, for browsers that wait for a sound device."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE_S = 10
OPTIONS = ("-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes", "--log-level=error")

needs_pulse = pytest.mark.skipif(not shutil.which("pulseaudio"), reason="Not on this machine: pulseaudio")


@contextmanager
def null_sink(folder: Path) -> Iterator[dict[str, str]]:
    """Run it in this folder, with two outputs of one name. The environment by which a browser finds it."""
    socket = folder / "pulse.socket"
    modules = (f"module-native-protocol-unix auth-anonymous=1 socket={socket}", *["module-null-sink rate=48000"] * 2)
    loads = [part for module in modules for part in ("-L", module)]
    own = os.environ | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder)}
    with (folder / "pulse.log").open("wb") as log:
        process = subprocess.Popen(["pulseaudio", *OPTIONS, *loads], env=own, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + PATIENCE_S
        while not socket.exists():
            assert process.poll() is None and time.monotonic() < deadline, (folder / "pulse.log").read_text()
            time.sleep(0.02)
        yield {"PULSE_SERVER": f"unix:{socket}", "PULSE_COOKIE": str(folder / "cookie"), "HOME": str(folder)}
    finally:
        process.kill()
        process.wait(PATIENCE_S)
        socket.unlink(missing_ok=True)  # another one may be begun in this folder


def pactl(loudspeakers: dict[str, str], *command: str) -> str:
    """What PulseAudio's own tool answers, of `null_sink` with this environment."""
    return subprocess.run(
        ["pactl", *command], env=os.environ | loudspeakers, check=True, capture_output=True, text=True
    ).stdout
