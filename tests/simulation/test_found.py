"""What the simulation has found, by the seed that showed it."""

import pytest

from tests.simulation.histories import play


def holds(seed: int) -> None:
    assert not play(seed).violations, f"make sim seed={seed}"


@pytest.mark.parametrize("seed", [586, 925])
def test_seed_586_a_node_never_seen_was_robbed_while_it_beat(seed: int) -> None:
    """N6: it had joined while the other could not read Redis, and was not even asked."""
    holds(seed)


@pytest.mark.parametrize("seed", [34, 1297])
def test_seed_34_a_node_was_claimed_from_by_the_beat_that_showed_it_alive(seed: int) -> None:
    """N6: it came back while it was asked, and the claim carried the beat seen then, not the one it was judged by."""
    holds(seed)


@pytest.mark.parametrize("seed", [695, 777])
def test_seed_695_a_node_was_given_a_circle_before_its_clock_was_set(seed: int) -> None:
    """N8: time ran back in the log by an hour."""
    holds(seed)


def test_seed_31004242_a_node_took_a_circle_up_before_its_clock_was_set() -> None:
    """N8, N15: one without Redis sent a person there, for it was said to reach Redis before it had ever beaten."""
    holds(31004242)
