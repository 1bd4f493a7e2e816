"""What grows in a long run: figures taken every minute, the first minutes beside the last."""

import itertools
import statistics

COMPARED = 10
"""So many minutes at the beginning are compared with as many at the end."""

EVERY_S = 60.0

Sample = dict[str, float]


def minutes_of(samples: list[Sample]) -> list[Sample]:
    """What is reported of each minute: rates of what is counted, and what all else was at its end."""
    minutes: list[Sample] = []
    for before, after in itertools.pairwise(samples):
        lasted_s = after["at_s"] - before["at_s"]
        if lasted_s < EVERY_S / 2 and minutes:
            continue  # the rest of the last minute
        change = {name: after[name] - before[name] for name in after}
        minutes.append(
            {
                "server: CPU, % of a core": 100 * change["server_cpu_s"] / lasted_s,
                "server: memory, MB": after["server_mb"],
                "server: packets in a second, forwarded": change["forwarded"] / lasted_s,
                "server: packets out a second": change["sent"] / lasted_s,
                "forwarding, p50 ms": after["delay_p50_ms"],
                "forwarding, p99 ms": after["delay_p99_ms"],
                "page: heap after collection, kB": after["heap_kb"],
                "page: nodes of the document": after["nodes"],
                "page: listeners": after["listeners"],
                "page: memory of its process, MB": after["page_mb"],
                "page: CPU, % of a core": 100 * change["page_cpu_s"] / lasted_s,
                "page: samples concealed, %": 100 * change["page_concealed"] / max(1, change["page_samples"]),
            }
        )
    return minutes


def print_growth(minutes: list[Sample]) -> None:
    """Print each figure's mean at the beginning and at the end, and its slope between."""
    compared = min(COMPARED, max(1, len(minutes) // 2))
    print(f"\n{len(minutes)} minutes: the first {compared}, the last {compared}, and the slope of all but the first")
    print(f"{'':42}{'first':>10}{'last':>10}{'an hour':>10}")
    for name in minutes[0]:
        values = [minute[name] for minute in minutes]
        first, final = (statistics.mean(part) for part in (values[:compared], values[-compared:]))
        print(f"{name:42}{first:10.2f}{final:10.2f}{_an_hour(values[compared:]):10.2f}")


def _an_hour(values: list[float]) -> float:
    """By how much they grow."""
    if len(values) < 2:
        return 0.0
    return statistics.linear_regression(range(len(values)), values).slope * 3600 / EVERY_S
