"""Where a connection comes from, and how much one source may have."""

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.origin import is_own
from app.web.sources import SOURCES_MAX, SourceConnections, SourceRateLimit, source_behind, source_of

TRUSTED = (ip_network("127.0.0.0/8"), ip_network("::1/128"), ip_network("10.0.0.0/8"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("192.0.2.1", "192.0.2.1:5000", True),
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::9", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("2001:db8:0:1::1", "[2001:db8:0:1::7]:5000", True),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("unknown", "_hidden", True),
    ],
)
def test_whose_an_address_is(one: str, other: str, same: bool) -> None:
    """W3"""
    assert (source_of(one) == source_of(other)) is same


@pytest.mark.parametrize(
    ("peer", "forwarded", "source"),
    [
        ("192.0.2.1", [], "192.0.2.1"),
        ("192.0.2.1", ["198.51.100.1"], "192.0.2.1"),
        ("127.0.0.1", [], "127.0.0.1"),
        ("127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["203.0.113.9, 198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["203.0.113.9", "198.51.100.1"], "198.51.100.1"),
        ("::1", ["198.51.100.1, 10.1.2.3"], "198.51.100.1"),
        ("10.0.0.1", ["10.0.0.9, 10.0.0.8"], "10.0.0.9"),
        ("127.0.0.1", ["198.51.100.1, nonsense"], ""),
    ],
)
def test_whom_a_request_comes_from(peer: str, forwarded: list[str], source: str) -> None:
    """W3"""
    assert source_behind(peer, forwarded, TRUSTED) == source


def test_connections_are_counted_and_given_back() -> None:
    """W3"""
    connections = SourceConnections(each_max=2, all_max=3)
    assert [connections.take("a") for _ in range(3)] == [True, True, False]
    assert [connections.take("b") for _ in range(2)] == [True, False]
    connections.give_back("a")
    assert connections.take("b")
    for source in ("a", "b", "b"):
        connections.give_back(source)
    assert not connections._open


def test_a_burst_and_then_one_every_so_often() -> None:
    """W3"""
    rate = SourceRateLimit(burst_max=3, every_ms=1000)
    assert [rate.wait_ms("a", 0) for _ in range(4)] == [0, 0, 0, 1000]
    assert rate.wait_ms("b", 0) == 0
    assert [rate.wait_ms("a", at) for at in (999, 1000, 1000, 2000)] == [1, 0, 1000, 0]
    assert [rate.wait_ms("a", 60_000) for _ in range(4)] == [0, 0, 0, 1000]


def test_a_clock_that_is_set_back_locks_nobody_out() -> None:
    """W6"""
    rate = SourceRateLimit(burst_max=2, every_ms=1000)
    assert rate.wait_ms("a", 10_000_000) == 0
    assert rate.wait_ms("a", 0) <= 1000
    assert rate.wait_ms("a", 1000) == 0


def test_a_rate_remembers_a_bounded_number_of_sources() -> None:
    """W3: and forgets whoever has not asked for longest, not whoever asks all the time or has just begun to."""
    rate = SourceRateLimit(burst_max=1, every_ms=1000)
    assert rate.wait_ms("steady", 0) == 0
    for number in range(3 * SOURCES_MAX):
        assert rate.wait_ms(str(number), 0) == 0
        assert [rate.wait_ms(source, 0) for source in (str(number), "steady")] == [1000, 1000]
    assert len(rate._due_ms) == SOURCES_MAX


@given(st.text(), st.lists(st.text() | st.from_regex(r"[\d.:,\[\] %a-f]{0,40}"), max_size=3))
def test_whatever_a_header_says_a_source_is_found(peer: str, forwarded: list[str]) -> None:
    """W8"""
    assert isinstance(source_behind(peer, forwarded, TRUSTED), str)
    assert isinstance(source_behind("127.0.0.1", forwarded, TRUSTED), str)


@given(
    st.text() | st.from_regex(r"https?://[\w.\[\]:@%-]{0,30}[/?#]?", fullmatch=True),
    st.lists(st.text() | st.from_regex(r"[\w.\[\]:@-]{0,30}", fullmatch=True), max_size=2),
)
def test_whatever_a_header_says_it_is_known_whose_page_asks(origin: str, hosts: list[str]) -> None:
    """W7"""
    assert is_own(origin, "https://circle.example", hosts) in {True, False}
