"""A command that somebody types on a machine, and what it has said so far."""

import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.install.machine import Machine


class Typed:
    """It runs until it ends by itself, or `typed` ends it."""

    def __init__(self, process: "subprocess.Popen[bytes]", said: Path) -> None:
        self._process, self._said = process, said

    @property
    def text(self) -> str:
        """What it has said."""
        return self._said.read_text(errors="replace")

    def says(self, pattern: str, within_s: float) -> list[str]:
        """Wait until it has said this; every place where it has."""
        deadline = time.monotonic() + within_s
        while not (found := re.findall(pattern, self.text, re.MULTILINE)):
            assert self._process.poll() is None, self.text
            assert time.monotonic() < deadline, self.text
            time.sleep(0.1)
        return found

    def ends(self, within_s: float) -> int:
        """Wait until it has ended by itself; its exit code."""
        return self._process.wait(within_s)


@contextmanager
def typed(machine: Machine, command: str) -> Iterator[Typed]:
    """Type it as root, in the machine's checkout. In the end it is ended, and all that it has started."""
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder, "said")
        with said.open("wb") as to:
            shell = [*machine.inside(), "/bin/sh", "-c", f"cd /root/circle && exec {command}"]
            process = subprocess.Popen(shell, stdin=subprocess.DEVNULL, stdout=to, stderr=to)
        try:
            yield Typed(process, said)
        finally:
            process.kill()
            process.wait()
