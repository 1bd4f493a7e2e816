"""How long a thousand open circles take from a node that is told to stop to the other one: `python -m bench draining`.

Two real nodes and one Redis. Nobody is in the circles, so each is handed over at once; what is measured is the handing
over itself, from SIGTERM until the other node holds all of them and the first has ended.
"""

import signal
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.support.installation import Node
from tests.support.process import ServerProcess
from tests.support.redis import RedisProcess

CIRCLES = 1000
MOVED_S = 30
"""Within the half minute in which a person presses a button again before they call somebody."""
WISHES = {name: str(CIRCLES) for name in ("BALINT_CIRCLES_MAX", "BALINT_UNUSED_MAX", "BALINT_OPENINGS_MAX")}


def main() -> int:
    """Measure it; 1 if it took longer than it may."""
    with tempfile.TemporaryDirectory() as folder, RedisProcess(Path(folder, "redis")) as redis:
        first, second = (Node(Path(folder, name), redis.url, None, WISHES) for name in ("first", "second"))
        try:
            return _measure(first, second)
        finally:
            first.kill()
            second.kill()


def _measure(first: ServerProcess, second: ServerProcess) -> int:
    first.start()
    with ThreadPoolExecutor(8) as openers:
        list(openers.map(lambda _: first.open_circle(), range(CIRCLES)))
    second.start()
    time.sleep(1)  # until each has seen the other's beat move
    began = time.monotonic()
    first.tell(signal.SIGTERM)
    while _circles(second) < CIRCLES:
        assert time.monotonic() - began < 10 * MOVED_S, second.log
        time.sleep(0.05)
    moved_s = time.monotonic() - began
    first.ended()
    print(
        f"\n{CIRCLES} circles moved in {moved_s:.1f} s, {1000 * moved_s / CIRCLES:.1f} ms each, of the target "
        f"{moved_s / MOVED_S:.2f} (target 1, which is {MOVED_S} s)"
    )
    return int(moved_s > MOVED_S)


def _circles(node: ServerProcess) -> int:
    return int((node.health() or {}).get("circles", 0))


if __name__ == "__main__":
    sys.exit(main())
