"""coturn with the very configuration that is shipped (`compose.yaml`)."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from tests.support.balancer import TURN_NAME
from tests.support.process import PATIENCE_S, ROOT

SECRET = "shared" * 6
STARTED = "Total General servers"

needs_coturn = pytest.mark.skipif(shutil.which("turnserver") is None, reason="needs Debian's coturn")


def configuration(address: str) -> str:
    """What compose.yaml tells coturn, for a server at this address."""
    told = {"PUBLIC_TURN_NAME": TURN_NAME, "PUBLIC_ADDRESS": address, "TURN_SECRET": SECRET}
    content = yaml.safe_load((ROOT / "compose.yaml").read_text())["configs"]["turnserver.conf"]["content"]
    return re.sub(r"\$\{(\w+):\?\}", lambda name: told[name[1]], content)


@contextmanager
def coturn(folder: Path, address: str) -> Iterator[Path]:
    """It runs in the network that this thread is in, at port 3478. Gives the file it logs to."""
    (folder / "turnserver.conf").write_text(configuration(address))
    with coturn_by(folder / "turnserver.conf") as log:
        yield log


@contextmanager
def coturn_by(configured: Path, *arguments: str) -> Iterator[Path]:
    """The same with what stands in this file, and these arguments."""
    log, pid = configured.with_name("coturn.log"), configured.with_name("coturn.pid")
    with log.open("wb") as file:
        command = ["turnserver", "-c", str(configured), f"--pidfile={pid}", *arguments]
        process = subprocess.Popen(command, stdout=file, stderr=file)
    try:
        deadline = time.monotonic() + PATIENCE_S
        while STARTED not in log.read_text():
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.02)
        yield log
    finally:
        process.terminate()
        process.wait(PATIENCE_S)
