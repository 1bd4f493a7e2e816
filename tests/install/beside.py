"""Scripts of the installation in a folder of its own, with what they find in a machine beside them."""

import os
import subprocess
from pathlib import Path

from tests.install.test_settings import SINGLE
from tests.support.process import PATIENCE_S

OF_A_MACHINE = ("/etc/", "/opt/", "/usr/local/", "/usr/bin/turnserver", "/var/lib/", "/run/")


def put_script(file: Path, lines: str) -> None:
    """A command that does this."""
    file.write_text(f"#!/bin/bash\n{lines}\n")
    file.chmod(0o755)


def put_shipped(folder: Path, *scripts: str) -> None:
    """Those that are shipped, which know this folder for the whole machine."""
    for script in scripts:
        text = (SINGLE / script).read_text()
        for path in OF_A_MACHINE:
            text = text.replace(path, f"{folder}{path}")
        (folder / script).write_text(text)
        (folder / script).chmod(0o755)


def typed_in(folder: Path, *command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """What a script there says, which finds the commands of the folder before the machine's."""
    known = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"} | environment
    line = [str(folder / command[0]), *command[1:]]
    return subprocess.run(line, env=known, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
