"""What an answer says of who begins and of the certificate (RFC 8842, RFC 8122), and that nothing else comes of it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.media.answer import LINES_MAX, BadAnswer, SdpAnswer, read_answer, read_credentials

A, B, C = (":".join([octet] * 32) for octet in ("AA", "BB", "CC"))
LONG = ":".join(["DD"] * 64)


def section(*attributes: str, media: str = "audio 9 UDP/TLS/RTP/SAVPF 111") -> str:
    return "".join(f"{line}\r\n" for line in (f"m={media}", *(f"a={attribute}" for attribute in attributes)))


def answer(*sections: str, session: tuple[str, ...] = ()) -> str:
    return "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\n" + "".join(f"a={x}\r\n" for x in session) + "".join(sections)


def prints(*values: str, kind: str = "sha-256", server_begins: bool = False) -> SdpAnswer:
    return SdpAnswer(server_begins, kind, frozenset(values))


GOOD = section(f"fingerprint:sha-256 {A}", "setup:active")


@pytest.mark.parametrize("formats", ["111", "111 63", "63 111", "0 111 8"])
def test_opus_may_be_one_of_several(formats: str) -> None:
    media = f"audio 9 UDP/TLS/RTP/SAVPF {formats}"
    assert read_answer(answer(section(f"fingerprint:sha-256 {A}", "setup:active", media=media))) == prints(A)


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_line_ends_may_be_plain(ends: str) -> None:
    assert read_answer(answer(GOOD, GOOD).replace("\r\n", ends)) == prints(A)


def test_the_case_of_letters_does_not_matter() -> None:
    assert read_answer(answer(section(f"fingerprint:SHA-256 {A.lower()}", "setup:Active"))) == prints(A)


def test_a_browser_may_wait_for_the_server() -> None:
    waits = section(f"fingerprint:sha-256 {A}", "setup:passive")
    assert read_answer(answer(waits)) == prints(A, server_begins=True)


def test_a_browser_that_does_not_say_waits() -> None:
    """RFC 8842 leaves it to RFC 4145, section 4: the default in an answer is passive."""
    assert read_answer(answer(section(f"fingerprint:sha-256 {A}"))) == prints(A, server_begins=True)


def test_any_of_several_fingerprints_of_the_best_hash_is_good() -> None:
    several = section(f"fingerprint:sha-256 {A}", f"fingerprint:sha-256 {B}", "setup:active")
    assert read_answer(answer(several)) == prints(A, B)
    better = section(f"fingerprint:sha-256 {A}", f"fingerprint:SHA-512 {LONG}", "setup:active")
    assert read_answer(answer(better)) == prints(LONG, kind="sha-512")


def test_hashes_that_are_not_trusted_do_not_count() -> None:
    weak = ("fingerprint:sha-1 AA:BB", "fingerprint:md5 CC", "fingerprint:sha3-256 " + B, "fingerprint:")
    assert read_answer(answer(section(*weak, f"fingerprint:sha-256 {A}", "setup:active"))) == prints(A)


def test_what_stands_before_the_sections_is_for_all_that_say_nothing_else() -> None:
    session = (f"fingerprint:sha-256 {A}", "setup:active")
    assert read_answer(answer(section(), section(), session=session)) == prints(A)
    own = section(f"fingerprint:sha-256 {B}", "setup:passive")
    assert read_answer(answer(own, session=session)) == prints(B, server_begins=True)


def test_the_first_section_speaks_for_those_that_go_its_way() -> None:
    assert read_answer(answer(GOOD, section(), GOOD)) == prints(A)


def test_a_section_that_is_refused_says_nothing() -> None:
    refused = section(f"fingerprint:sha-256 {B}", "setup:holdconn", media="audio 0 UDP/TLS/RTP/SAVPF 111")
    video = section("setup:passive", media="video 9 UDP/TLS/RTP/SAVPF 111")
    assert read_answer(answer(refused, GOOD, video)) == prints(A)


BAD = {
    "nothing": "",
    "rubbish": "rubbish",
    "another format": answer(GOOD.replace("111", "0")),
    "a longer number": answer(GOOD.replace("111", "1110")),
    "111 as a port": answer(GOOD.replace("audio 9 UDP/TLS/RTP/SAVPF 111", "audio 111 UDP/TLS/RTP/SAVPF 0")),
    "refused": answer(GOOD.replace("audio 9", "audio 0")),
    "video": answer(GOOD.replace("audio", "video")),
    "no fingerprint": answer(section("setup:active")),
    "md5 alone": answer(section("fingerprint:md5 AA:BB", "setup:active")),
    "sha-1 alone": answer(section("fingerprint:sha-1 " + ":".join(["AA"] * 20), "setup:active")),
    "sha-1 where the session has better": answer(
        section("fingerprint:sha-1 AA", "setup:active"), session=(f"fingerprint:sha-256 {A}",)
    ),
    "a word": answer(section("fingerprint:sha-256 nothing", "setup:active")),
    "too short": answer(section(f"fingerprint:sha-256 {A[:-3]}", "setup:active")),
    "too long": answer(section(f"fingerprint:sha-256 {LONG}", "setup:active")),
    "no hexadecimals": answer(section(f"fingerprint:sha-256 {A[:-2]}G0", "setup:active")),
    "digits of another script": answer(section(f"fingerprint:sha-256 {A[:-2]}٣٣", "setup:active")),
    "actpass": answer(section(f"fingerprint:sha-256 {A}", "setup:actpass")),
    "holdconn": answer(section(f"fingerprint:sha-256 {A}", "setup:holdconn")),
    "another setup": answer(section(f"fingerprint:sha-256 {A}", "setup:")),
    "two setups": answer(section(f"fingerprint:sha-256 {A}", "setup:active", "setup:passive")),
    "contradictory setups": answer(GOOD, section("setup:passive")),
    "contradictory fingerprints": answer(GOOD, section(f"fingerprint:sha-256 {B}")),
    "contradiction with the session": answer(
        section(), section(f"fingerprint:sha-256 {B}"), session=(f"fingerprint:sha-256 {A}", "setup:active")
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_answer_is_explained(kind: str) -> None:
    with pytest.raises(BadAnswer, match=r"^The .*\.$"):
        read_answer(BAD[kind])


@pytest.mark.parametrize("line", ["m=\r\n", "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n", "a=sendrecv\r\n"])
def test_an_answer_is_read_up_to_so_many_lines(line: str) -> None:
    """All voices wait while it is read, and whoever checks their line may send one too."""
    room = LINES_MAX - answer(GOOD).count("\n")
    assert read_answer(answer(GOOD) + room * line) == prints(A)
    for read in (read_answer, read_credentials):
        with pytest.raises(BadAnswer, match="lines"):
            read(answer(GOOD) + (room + 1) * line)


LINES = st.one_of(
    st.builds("m={} {} {} {}".format, *[st.sampled_from(["audio", "video", "9", "0", "111", "", "٩", " "])] * 4),
    st.builds("a=setup:{}".format, st.sampled_from(["active", "passive", "actpass", "holdconn", "", " Active "])),
    st.builds(
        "a=fingerprint:{} {}".format,
        st.sampled_from(["sha-256", "SHA-512", "sha-1", "md5", ""]),
        st.sampled_from([A, B, LONG, A.lower(), "AA:BB", ""]) | st.text(max_size=100),
    ),
    st.text(max_size=40),
)


@settings(max_examples=500)
@given(st.text() | st.lists(LINES, max_size=20).map("\r\n".join))
@example("m=audio 9 UDP/TLS/RTP/SAVPF 111\ra=fingerprint:sha-256 ²:")
def test_any_text_is_an_answer_or_a_bad_one(text: str) -> None:
    try:
        read = read_answer(text)
    except BadAnswer as bad:
        assert str(bad).startswith("The ")
    else:
        assert read.fingerprints
        assert all(value.replace(":", "").lower() in text.replace(":", "").lower() for value in read.fingerprints)
        assert read.hash in text.lower()


@settings(max_examples=200)
@given(st.lists(st.sampled_from([A, B, C]), min_size=1, max_size=4), st.integers(1, 16), st.booleans())
def test_an_answer_like_those_of_browsers_is_read_as_it_is(values: list[str], sections: int, waits: bool) -> None:
    setup = "setup:passive" if waits else "setup:active"
    text = answer(*[section(*(f"fingerprint:sha-256 {value}" for value in values), setup)] * sections)
    assert read_answer(text) == prints(*values, server_begins=waits)
