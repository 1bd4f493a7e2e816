"""Who is where: tables that must never disagree."""

from hypothesis import given
from hypothesis import strategies as st

from app.media.demux_table import DemuxTable


def table_of(*present: str) -> DemuxTable[str]:
    made: DemuxTable[str] = DemuxTable()
    for who in present:
        made.add(who.encode(), who)
    return made


def test_of_those_who_have_not_answered_the_newest_check_has_the_address() -> None:
    table = table_of("old", "new")
    table.bind(b"here", "old", proved=False)
    table.bind(b"here", "new", proved=False)
    assert table.by_address.get(b"here") == "new"


def test_a_check_takes_no_address_from_whoever_has_answered_there() -> None:
    table = table_of("holder", "liar")
    table.bind(b"here", "holder", proved=True)
    table.bind(b"here", "liar", proved=False)
    assert table.by_address.get(b"here") == "holder"


def test_an_answer_takes_the_address_of_whoever_has_answered_before() -> None:
    table = table_of("old", "new")
    table.bind(b"here", "old", proved=True)
    table.bind(b"here", "new", proved=True)
    table.release(b"here", "old")
    assert table.by_address.get(b"here") == "new", "the end of the old must not take the address along"


def test_a_released_address_is_free() -> None:
    table = table_of("one", "two")
    table.bind(b"here", "one", proved=True)
    table.release(b"here", "one")
    assert (table.by_address.get(b"here"), len(table.by_address)) == (None, 0)
    table.bind(b"here", "two", proved=False)
    assert table.by_address.get(b"here") == "two"


def test_whoever_is_removed_is_known_no_more() -> None:
    table = table_of("one")
    table.remove(b"one")
    assert (table.by_ufrag.get(b"one"), len(table)) == (None, 0)


def test_a_question_is_known_until_it_is_forgotten() -> None:
    table = table_of("one")
    table.add_transaction(b"transaction", "one")
    assert table.by_transaction.get(b"transaction") == "one"
    table.remove_transaction(b"transaction")
    assert table.by_transaction.get(b"transaction") is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"), st.integers(0, 5).map(lambda n: bytes([n])), st.sampled_from("check answer end")
        )
    )
)
def test_an_address_changes_hands_by_an_answer_or_when_nobody_has_answered(
    script: list[tuple[str, bytes, str]],
) -> None:
    table = table_of(*"abc")
    holders: dict[bytes, tuple[str, bool]] = {}
    for who, address, what in script:
        holder, proved = holders.get(address, ("", False))
        if what == "end":
            table.release(address, who)
            if holder == who:
                del holders[address]
        elif what == "answer" or not proved:
            table.bind(address, who, proved=what == "answer")
            holders[address] = (who, proved or what == "answer")
        else:
            table.bind(address, who, proved=False)
        assert table.by_address == {address: holder for address, (holder, _) in holders.items()}
        assert len(table.by_address) == len(holders)
