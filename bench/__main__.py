"""Run every benchmark, or those that are named."""

import sys
from importlib import import_module

NAMES = (
    "hot_path",
    "forwarding",
    "many_circles",
    "sitting_back",
    "events",
    "hubs",
    "relay",
    "failover",
    "page",
    "edges",
    "comfort_noise",
)


def main() -> int:
    """Run them one after the other; 1 if any target was missed that a benchmark ends with."""
    named = sys.argv[1:] or NAMES
    if unknown := set(named) - set(NAMES):
        print(f"There is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}.")
        return 2
    return max(import_module(f"bench.{name}").main() or 0 for name in named)


if __name__ == "__main__":
    sys.exit(main())
