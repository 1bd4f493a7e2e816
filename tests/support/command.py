"""`python -m app ...` that ends by itself: what it says, and its exit code."""

import subprocess
from collections.abc import Mapping
from tempfile import TemporaryFile

from tests.support.imported import fork
from tests.support.process import PATIENCE_S


def run_to_end(environment: Mapping[str, str], *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """The command of these words, with something said to it."""
    with TemporaryFile("w+") as reads, TemporaryFile("w+") as says, TemporaryFile("w+") as complains:
        reads.write(said)
        reads.seek(0)
        code = fork(words, environment, reads, says, complains).wait(PATIENCE_S)
        says.seek(0)
        complains.seek(0)
        return subprocess.CompletedProcess(words, code, says.read(), complains.read())
