"""How long the whole page may take on a machine that is busy with something else. No test judges speed by it."""

import time
from collections.abc import Callable
from typing import Any

PATIENCE_S = 30
PATIENCE_MS = PATIENCE_S * 1000
TICK_S = 0.05


def until(look: Callable[[], Any], told: Callable[[], object] = lambda: None) -> Any:
    """What is found by looking, as soon as there is something; else what is told is what went wrong."""
    deadline = time.monotonic() + PATIENCE_S
    while not (found := look()):
        assert time.monotonic() < deadline, told()
        time.sleep(TICK_S)
    return found
