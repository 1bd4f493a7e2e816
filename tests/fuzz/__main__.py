"""`python -m tests.fuzz TARGET COUNT [--seed N]`: what a target does not stand is printed as bytes, for a test."""

import argparse
import sys
import time
import traceback

from tests.fuzz import TARGETS, target
from tests.fuzz.mutation import hunt


def main() -> int:
    """1 if something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("count", type=int, help="how many inputs")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    module = target(asked.target)
    began = time.monotonic()
    found = hunt(module.check, module.SEEDS, asked.count, asked.seed)
    if found is not None:
        traceback.print_exception(found.error)
        print(f"\n{asked.target} does not stand this input (seed {asked.seed}):\n{found.data!r}")
        return 1
    seconds = time.monotonic() - began
    print(f"{asked.target}: {asked.count} inputs, seed {asked.seed}, nothing found in {seconds:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
