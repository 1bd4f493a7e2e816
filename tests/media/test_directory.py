"""Who is where: tables that must never disagree."""

from hypothesis import given
from hypothesis import strategies as st

from app.media.directory import Directory


def directory_of(*present: str) -> Directory[str]:
    made: Directory[str] = Directory()
    for who in present:
        made.admit(who.encode(), who)
    return made


def test_of_those_who_have_not_answered_the_newest_check_has_the_address() -> None:
    directory = directory_of("old", "new")
    directory.bind(b"here", "old", proved=False)
    directory.bind(b"here", "new", proved=False)
    assert directory.at(b"here") == "new"


def test_a_check_takes_no_address_from_whoever_has_answered_there() -> None:
    directory = directory_of("holder", "liar")
    directory.bind(b"here", "holder", proved=True)
    directory.bind(b"here", "liar", proved=False)
    assert directory.at(b"here") == "holder"


def test_an_answer_takes_the_address_of_whoever_has_answered_before() -> None:
    directory = directory_of("old", "new")
    directory.bind(b"here", "old", proved=True)
    directory.bind(b"here", "new", proved=True)
    directory.release(b"here", "old")
    assert directory.at(b"here") == "new", "the end of the old must not take the address along"


def test_a_released_address_is_free() -> None:
    directory = directory_of("one", "two")
    directory.bind(b"here", "one", proved=True)
    directory.release(b"here", "one")
    assert (directory.at(b"here"), directory.addresses) == (None, 0)
    directory.bind(b"here", "two", proved=False)
    assert directory.at(b"here") == "two"


def test_the_dismissed_are_known_no_more() -> None:
    directory = directory_of("one")
    directory.dismiss(b"one")
    assert (directory.named(b"one"), len(directory)) == (None, 0)


def test_a_question_is_known_until_it_is_forgotten() -> None:
    directory = directory_of("one")
    directory.ask(b"transaction", "one")
    assert directory.asked(b"transaction") == "one"
    directory.ask_no_more(b"transaction")
    assert directory.asked(b"transaction") is None


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
    directory = directory_of(*"abc")
    holders: dict[bytes, tuple[str, bool]] = {}
    for who, address, what in script:
        holder, proved = holders.get(address, ("", False))
        if what == "end":
            directory.release(address, who)
            if holder == who:
                del holders[address]
        elif what == "answer" or not proved:
            directory.bind(address, who, proved=what == "answer")
            holders[address] = (who, proved or what == "answer")
        else:
            directory.bind(address, who, proved=False)
        assert {address: directory.at(address) for address in holders} == {a: w for a, (w, _) in holders.items()}
        assert directory.addresses == len(holders)
