"""What is freed is overwritten, in a process that was started as the server starts itself."""

import subprocess
import sys

import pytest

from app.freed_memory import OVERWRITING, overwriting

FREED = """
import ctypes, os
where = 0
for size in (40, 200, 3000, 60_000):
    secret = b"what nobody may find again, " + os.urandom(size)
    begins, kept = id(secret) + 40, bytes(secret[8:])
    del secret
    where += ctypes.string_at(begins, size // 2).count(165) == size // 2
print(where)
"""


def freed_and_overwritten(environment: dict[str, str]) -> int:
    """How many of four sizes are overwritten once they are freed."""
    told = subprocess.run([sys.executable, "-c", FREED], env=environment, capture_output=True, text=True, check=True)
    return int(told.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only glibc overwrites what is freed.")
def test_what_is_freed_is_overwritten() -> None:
    assert freed_and_overwritten(overwriting({})) == 4
    assert freed_and_overwritten({}) == 0


def test_what_else_is_set_stays() -> None:
    environment = {"HOME": "/srv", "GLIBC_TUNABLES": "glibc.malloc.arena_max=2"}
    changed = overwriting(environment)
    assert changed["HOME"] == "/srv"
    assert changed["GLIBC_TUNABLES"] == f"glibc.malloc.arena_max=2:{OVERWRITING}"
    assert overwriting(changed) == changed, "it would be started anew for ever"
