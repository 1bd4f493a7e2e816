"""Ten circles of twelve beside Janus VideoRoom, and sixty in one process. In each circle one person talks."""

from bench import janus, network, ours
from bench.load import Figures
from bench.rounds import compare, measured, title

TEN, SIXTY = 10, 60
CPU_RATIO_MAX = 0.18
P99_RATIO_MAX = 0.6
P99_MAX_MS = 5.0
"""With sixty circles."""


def main() -> int:
    """Run in a network of its own if that can be had; 1 if a target was missed."""
    return network.run("many_circles")


async def measure(*, host: str, beside_janus: bool) -> int:
    """Measure and print; 1 if a target was missed."""
    print(title("circles"))
    ten, sixty = [await _ours(host, circles) for circles in (TEN, SIXTY)]
    missed = _grows(ten, sixty)
    if beside_janus:
        async with janus.meeting(host, TEN) as meeting:
            theirs = await measured(f"Janus VideoRoom, {TEN} circles", meeting, 1)
        missed += compare(f"{TEN} circles", ten, theirs, CPU_RATIO_MAX, P99_RATIO_MAX)
    return min(missed, 1)


async def _ours(host: str, circles: int) -> Figures:
    async with ours.meeting(host, circles) as (meeting, _):
        return await measured(f"forwarder, {circles} circles", meeting, 1)


def _grows(ten: Figures, sixty: Figures) -> int:
    """Print how sixty circles compare with ten; 1 if a target was missed."""
    cpu = sixty.cpu_s_per_participant_minute / ten.cpu_s_per_participant_minute
    met = cpu <= 1 and sixty.delay_p99_ms < P99_MAX_MS
    print(
        f"{SIXTY} circles / {TEN}: CPU of each {cpu:.2f} (to reach: 1), p99 {sixty.delay_p99_ms:.2f} ms "
        f"(to reach: {P99_MAX_MS:g}): {'met' if met else 'MISSED'}"
    )
    return int(not met)
