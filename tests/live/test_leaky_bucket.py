"""How fast something may come."""

from app.live.leaky_bucket import LeakyBucket, LeakyBuckets, Pace

BURST, PER_S = 40, 10
PACE = Pace(BURST, PER_S)


def test_a_burst_is_allowed_and_one_more_is_not() -> None:
    """W3"""
    bucket = LeakyBucket(0, PACE)
    assert all(bucket.allows(0) for _ in range(BURST))
    assert not bucket.allows(0)


def test_time_makes_room_again() -> None:
    """W3: also for whoever never stopped trying."""
    bucket = LeakyBucket(0, PACE)
    assert sum(bucket.allows(now_ms) for now_ms in range(10_000)) == BURST + 10 * PER_S - 1


def test_a_steady_pace_never_ends() -> None:
    """W3"""
    bucket = LeakyBucket(0, PACE)
    assert all(bucket.allows(i * 1000 // PER_S) for i in range(10_000))


def test_each_key_has_its_own() -> None:
    """W3: nobody uses up what another may, and time makes room for each."""
    buckets = LeakyBuckets[str](PACE)
    assert [buckets.allows("Mia", 0) for _ in range(BURST + 1)] == [True] * BURST + [False]
    assert [buckets.allows("Max", 0) for _ in range(BURST + 1)] == [True] * BURST + [False]
    assert [buckets.allows("Mia", 1000) for _ in range(PER_S + 1)] == [True] * PER_S + [False]
