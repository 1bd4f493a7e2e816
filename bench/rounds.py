"""What the benchmarks of forwarding print: medians of several rounds, and how they compare with Janus."""

import statistics
from dataclasses import astuple, fields

from bench import network
from bench.load import Figures, Meeting

SECONDS = 6.0
ROUNDS = 5
"""Each figure is the median of so many rounds: on a shared machine single ones differ by a fifth."""

_COLUMN = 26


def title(what: str) -> str:
    """Head a table."""
    names = "".join(f"{field.name.replace('_per_', '/').replace('_', ' '):>30}" for field in fields(Figures))
    return (
        f"\n{what} of 12, medians of {ROUNDS} rounds of {SECONDS:g} s; {network.machine()}\n{'':{_COLUMN + 4}}{names}"
    )


async def measured(name: str, meeting: Meeting, talking: int) -> Figures:
    """Measure with so many talking in each circle, and print one line of the table."""
    rounds = [astuple(await meeting.measure(talking, SECONDS)) for _ in range(ROUNDS)]
    figures = Figures(*(statistics.median(values) for values in zip(*rounds, strict=True)))
    print(f"{name:{_COLUMN + 4}}" + "".join(f"{value:>30.3f}" for value in astuple(figures)), flush=True)
    return figures


def compare(what: str, own: Figures, theirs: Figures, cpu_max: float, p99_max: float) -> int:
    """Print the ratios; 1 if a target was missed."""
    cpu = own.cpu_s_per_participant_minute / theirs.cpu_s_per_participant_minute
    p99 = own.delay_p99_ms / theirs.delay_p99_ms
    memory = own.memory_mb_per_participant / theirs.memory_mb_per_participant
    met = cpu <= cpu_max and p99 <= p99_max
    print(
        f"ours / Janus, {what}: CPU {cpu:.2f} (to reach: {cpu_max}), p99 {p99:.2f} (to reach: {p99_max}), "
        f"memory {memory:.2f}: {'met' if met else 'MISSED'}"
    )
    return int(not met)
