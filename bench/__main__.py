"""Run every benchmark, or those that are named; what comes after `loss` is for it alone."""

import sys
from importlib import import_module

NAMES = (
    "hot_path",
    "forwarding",
    "many_circles",
    "sitting_back",
    "events",
    "hubs",
    "beats",
    "draining",
    "relay",
    "failover",
    "first_load",
    "page",
    "sealing",
    "edges",
    "moving",
    "comfort_noise",
    "clients",
    "groups",
    "repair",
    "asking",
)
LONG = ("soak", "loss", "voices", "flicker")
"""Those that take too long to be run unless they are named."""


def main() -> int:
    """Run them one after the other; 1 if any target was missed that a benchmark ends with."""
    if sys.argv[1:2] == ["loss"]:
        return int(import_module("bench.loss").main(*sys.argv[2:]))
    named = sys.argv[1:] or NAMES
    if unknown := set(named) - {*NAMES, *LONG}:
        print(f"There is no benchmark {', '.join(sorted(unknown))}; there are {', '.join((*NAMES, *LONG))}.")
        return 2
    return max(import_module(f"bench.{name}").main() or 0 for name in named)


if __name__ == "__main__":
    sys.exit(main())
