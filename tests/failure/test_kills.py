"""A short run of `kills.py`: nodes are killed at random moments of a meeting."""

import asyncio
from pathlib import Path

from tests.failure.kills import kill
from tests.support.installation import QUICK


def test_nothing_that_was_acknowledged_is_lost_and_nobody_hears_who_sits_back(tmp_path: Path) -> None:
    """N4, N9, N15, H6, S3: whichever node is killed, and whenever."""
    tally = asyncio.run(kill(tmp_path, kills=4, seed=1, nodes=2, pace=QUICK))
    print(tally)
    assert tally.kills == 4
    assert tally.acknowledged > 4
    assert tally.lost == 0
    assert tally.heard == 0
