"""What the server needs no more is overwritten: names, links, keys and voices of circles that have ended.

Python's own allocator leaves what is freed as it was. glibc's can overwrite it, once it is told to before a process
begins (docs/decisions/0042). Here that is done for every way of starting the server, before anything large is loaded.
"""

import os
import sys
from collections.abc import Mapping

TUNABLES = "GLIBC_TUNABLES"
OVERWRITING = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0"
"""Each byte that is freed becomes 165. What glibc puts aside for one thread it would not overwrite, so it is to put
nothing aside."""


def overwrite_freed_memory() -> None:
    """Start `serve` anew, as the same process, where its memory would not be overwritten; otherwise do nothing."""
    environment = overwriting(os.environ)
    if sys.platform != "linux" or "serve" not in sys.argv[1:2] or environment == os.environ:
        return
    # Whoever has given up rights may not reach by its path any more what runs already.
    program = sys.executable if os.access(sys.executable, os.X_OK) else "/proc/self/exe"
    try:
        os.execve(program, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606 - by no shell
    except OSError as error:
        print(f"What the server frees in its memory is not overwritten: {error.strerror}.", file=sys.stderr)


def overwriting(environment: Mapping[str, str]) -> dict[str, str]:
    """This environment, and what has a process in it overwrite its memory. Other tunables stay as they are."""
    tunables = environment.get(TUNABLES, "")
    if OVERWRITING not in tunables:
        tunables = f"{tunables}:{OVERWRITING}" if tunables else OVERWRITING
    return {**environment, "PYTHONMALLOC": "malloc", TUNABLES: tunables}
