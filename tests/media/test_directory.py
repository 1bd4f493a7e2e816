"""Who is where: two tables that must never disagree."""

from hypothesis import given
from hypothesis import strategies as st

from app.media.directory import ADDRESSES_MAX, Directory


def test_the_newest_proof_wins() -> None:
    directory: Directory[str] = Directory()
    directory.admit(b"a", "old")
    directory.admit(b"b", "new")
    directory.bind(b"here", "old", None)
    directory.bind(b"here", "new", None)
    directory.dismiss(b"a")
    assert directory.at(b"here") == "new", "the end of the old must not take the address along"


def test_the_dismissed_hold_nothing() -> None:
    directory: Directory[str] = Directory()
    directory.admit(b"a", "one")
    directory.bind(b"here", "one", None)
    directory.dismiss(b"a")
    assert (directory.named(b"a"), directory.at(b"here"), len(directory), directory.addresses) == (None, None, 0, 0)


def test_the_oldest_address_goes_first_but_not_the_one_in_use() -> None:
    directory: Directory[str] = Directory()
    directory.admit(b"a", "one")
    for n in range(ADDRESSES_MAX + 1):
        directory.bind(bytes([n]), "one", spare=bytes([0]))
    assert directory.at(bytes([0])) == "one"
    assert directory.at(bytes([1])) is None
    assert directory.addresses == ADDRESSES_MAX


names = st.sampled_from([b"a", b"b", b"c"])
addresses = st.integers(0, 30).map(lambda n: bytes([n]))


@given(st.lists(st.tuples(st.sampled_from(["admit", "dismiss", "bind"]), names, addresses)))
def test_every_address_belongs_to_somebody_present(script: list[tuple[str, bytes, bytes]]) -> None:
    directory: Directory[str] = Directory()
    present: set[bytes] = set()
    for what, name, address in script:
        if what == "admit" and name not in present:
            directory.admit(name, name.decode())
            present.add(name)
        elif what == "dismiss" and name in present:
            directory.dismiss(name)
            present.remove(name)
        elif what == "bind" and name in present:
            directory.bind(address, name.decode(), None)
            assert directory.at(address) == name.decode()
    holders = [directory.at(bytes([n])) for n in range(31)]
    assert {holder.encode() for holder in holders if holder} <= present
    assert directory.addresses == sum(holder is not None for holder in holders)
    assert all(holders.count(name.decode()) <= ADDRESSES_MAX for name in present)
