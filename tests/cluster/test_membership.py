"""Who is alive, and who takes the next circle: judged from beats and one's own clock alone."""

import random

from app.cluster.membership import REMEMBERED_MS, Membership
from app.store.directory import NodeStatus, Snapshot
from app.store.store import NodeId

HERE, THERE, YONDER = NodeId("here"), NodeId("there"), NodeId("yonder")
CLAIM_MS = 3000


def status(node: NodeId, beat: int = 1, **shown: int) -> NodeStatus:
    return NodeStatus(
        **(
            {"node": node, "beat": beat, "address": node, "circles": 0, "people": 0, "draining": False, "now_ms": 0}
            | shown
        )
    )


def reading(*shown: NodeStatus, still: tuple[NodeId, ...] = ()) -> Snapshot:
    return Snapshot(others={it.node: it for it in shown}, still=frozenset(still))


def test_a_node_is_dead_once_its_beat_has_stood_still_for_the_claim_time() -> None:
    """N6"""
    membership = Membership(HERE, CLAIM_MS)
    for second in range(6):
        membership.observe(reading(status(THERE), still=(THERE,) if second > 2 else ()), second * 1000)
        assert membership.alive(THERE) == (second < 5), second


def test_the_time_others_show_decides_nothing() -> None:
    """N6: not even an hour's step of somebody's clock."""
    membership = Membership(HERE, CLAIM_MS)
    membership.observe(reading(status(THERE, beat=1, now_ms=0)), 0)
    membership.observe(reading(status(THERE, beat=2, now_ms=3_600_000)), 2000)
    membership.observe(reading(status(THERE, beat=3, now_ms=-3_600_000)), 4000)
    assert membership.alive(THERE)


def test_who_has_not_looked_for_a_while_takes_nobody_for_dead() -> None:
    """N6: a node cut off from the directory sees nobody move; that says something about itself."""
    membership = Membership(HERE, CLAIM_MS)
    membership.observe(reading(status(THERE)), 0)
    assert membership.alive(THERE)
    membership.observe(reading(status(THERE, beat=2)), 60_000)
    assert membership.alive(THERE)


def test_a_newcomer_takes_a_node_it_has_never_seen_for_alive_until_it_has_looked_long_enough() -> None:
    """N6: its status may only be missing for a moment."""
    membership = Membership(HERE, CLAIM_MS)
    assert membership.alive(THERE)
    membership.observe(reading(), 0)
    membership.observe(reading(), CLAIM_MS - 1)
    assert membership.alive(THERE)
    membership.observe(reading(), CLAIM_MS)
    assert not membership.alive(THERE)


def test_a_dead_node_can_still_be_asked_for_an_hour() -> None:
    """N11"""
    membership = Membership(HERE, CLAIM_MS)
    membership.observe(reading(status(THERE)), 0)
    membership.observe(reading(), REMEMBERED_MS - 1)
    assert not membership.alive(THERE)
    assert membership.status(THERE) == status(THERE)
    membership.observe(reading(), REMEMBERED_MS)
    assert membership.status(THERE) is None


def test_a_circle_goes_to_the_less_loaded_of_two() -> None:
    """N7"""
    membership = Membership(HERE, CLAIM_MS)
    membership.observe(reading(status(THERE, people=30), status(YONDER, circles=2)), 0)
    chosen = [membership.choose(status(HERE, people=10), random.Random(seed)) for seed in range(60)]
    assert set(chosen) == {HERE, YONDER}
    assert chosen.count(YONDER) > chosen.count(HERE)


def test_no_circle_goes_to_a_node_that_drains_is_dead_or_cannot_read_it() -> None:
    """N7, N10"""
    membership = Membership(HERE, CLAIM_MS)
    membership.observe(reading(status(THERE)), 0)
    others = (status(YONDER, draining=True), status(NodeId("old"), events_format=0))
    membership.observe(reading(status(THERE), *others, still=(THERE,)), CLAIM_MS)
    assert {membership.choose(status(HERE, people=99), random.Random(seed)) for seed in range(20)} == {HERE}
    assert membership.choose(status(HERE, draining=True), random.Random(1)) == HERE


def test_a_circle_follows_its_people_only_to_a_node_that_lives_takes_circles_and_can_read_it() -> None:
    """N17, N10"""
    membership, old, unseen = Membership(HERE, CLAIM_MS), NodeId("old"), NodeId("unseen")
    membership.observe(reading(status(THERE)), 0)
    others = (status(YONDER), status(NodeId("going"), draining=True), status(old, events_format=0))
    membership.observe(reading(status(THERE), *others, still=(THERE,)), CLAIM_MS)
    asked = (THERE, YONDER, NodeId("going"), old, unseen)
    assert [node for node in asked if membership.takes(node, status(HERE, draining=True))] == [YONDER]
