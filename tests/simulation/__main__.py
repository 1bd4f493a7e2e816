"""Play histories: one, told step by step, or many, counted.

python -m tests.simulation --seed 123
python -m tests.simulation --histories 10000 --processes 2
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool

from tests.simulation.histories import Past, play
from tests.simulation.mutations import MUTATIONS

SHOWN_MAX = 20


def tell(seed: int, without: frozenset[str]) -> bool:
    """One history, readably."""
    past = play(seed, without, narrates=True)
    for line in (*past.story, "", *_table(past.counts), "", *past.violations):
        print(line)
    return not past.violations


def count(histories: int, processes: int, first: int, without: frozenset[str]) -> bool:
    """Many, and what they were like."""
    began_s = time.monotonic()
    counts: Counter[str] = Counter()
    failed: list[Past] = []
    jobs = [(seed, without) for seed in range(first, first + histories)]
    with Pool(processes) as pool:
        for past in pool.imap_unordered(_play, jobs, chunksize=20):
            counts = together(counts, past.counts)
            failed += [past] if past.violations else []
    seconds = time.monotonic() - began_s
    for line in _table(counts):
        print(line)
    print(f"{histories} histories in {seconds:.0f} s, {histories / seconds:.0f} a second; {len(failed)} failed")
    for past in sorted(failed, key=lambda past: past.seed)[:SHOWN_MAX]:
        print(f"make sim seed={past.seed}    {past.violations[0]}")
    return not failed


def together(some: Counter[str], more: Counter[str]) -> Counter[str]:
    """Both; of what is counted 'at most', the most."""
    return Counter({name: _both(name, some, more) for name in {**some, **more}})


def _both(name: str, some: Counter[str], more: Counter[str]) -> int:
    return max(some[name], more[name]) if name.endswith("at most") else some[name] + more[name]


def _play(job: tuple[int, frozenset[str]]) -> Past:
    return play(*job)


def _table(counts: Counter[str]) -> Iterator[str]:
    return (f"  {name:50} {counts[name]:>9}" for name in sorted(counts))


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--histories", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--without", choices=MUTATIONS, action="append", default=[], help="what to take away")
    asked = parser.parse_args()
    without = frozenset(asked.without)
    well = tell(asked.seed, without) if asked.seed is not None else None
    if well is None:
        well = count(asked.histories, asked.processes, asked.first, without)
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
