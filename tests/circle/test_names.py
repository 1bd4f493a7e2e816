"""The few words that people give a circle: what the eye cannot see is not in them, and everything it can see stays."""

import unicodedata
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.circle import commands as c
from app.circle.decide import open_circle, react
from app.circle.events import Entered, Knocked
from app.circle.evolve import replay
from app.circle.frame import SENTENCE_MAX, Frame
from app.circle.names import ACCENTS_MAX, MARKS_MAX, clean, same, told_apart
from app.circle.notices import Arrived
from app.circle.phases import Role
from app.circle.plan import TEMPLATES, Template
from app.circle.reasons import Reason, Refused
from tests.support.scene import FRIDA, MAX, MIA, OLGA, PIET, Scene

PLAN = TEMPLATES[Template.ONE_CASE_60]
PAIR = (Role.FACILITATOR, Role.MEMBER)
ZALGO = "Z" + "".join(chr(0x0300 + n) for n in range(60))

STAYS = {
    "capitals, marks and apostrophes": "Zoë d’Œil-Müller O'Neill",
    "Vietnamese": "Nguyễn Thị Ánh",
    "Persian with its non-joiner": "می\u200cخواهم",
    "Hindi with joiners at a virama": "क्\u200dष क्\u200cष",
    "Malayalam, a joiner at the end": "അവന്\u200d",
    "Bengali, a joiner before the virama": "র\u200d্যাব",
    "Thai": "กิ่งแก้ว",
    "Hebrew with points": "מִרְיָם",
    "Burmese": "ကျွန်ုပ်",
    "Tibetan": "བསྒྲུབས",
    "Chinese with a selected variant": "葛\U000e0100城",
    "Japanese": "ガブリエル 龍",
    "Korean": "김민준",
    "Mongolian with a selector": "ᠠ\u180bᠭ",
    "Arabic number sign": "\u06dd١٢",
    "Egyptian": "𓀀",
    "a family of four": "👨\u200d👩\u200d👧\u200d👦",
    "a pilot with a skin tone": "👩🏽\u200d✈\ufe0f",
    "a rainbow flag": "🏳\ufe0f\u200d🌈",
    "a head that shakes": "🙂\u200d↔\ufe0f",
    "the flag of England": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "a keycap": "1\ufe0f\u20e3",
    "a country's flag": "🇳🇱",
    "an emoji newer than this Python": "\U0001fae8\U0001faea",
    "one heart": "❤\ufe0f",
}
UNSEEN = {
    "nothing": "",
    "spaces of every width": " \t\u00a0\u2003\u3000\u202f",
    "zero width": "\u200b\u200c\u200d\u2060\ufeff",
    "directions": "\u202e\u202d\u2066\u2069\u200e\u200f\u061c",
    "controls": "\x00\x07\x1b\x7f\x85",
    "blank letters": "\u3164\u115f\u1160\uffa0\u2800\u17b4\u17b5\U00013441",
    "marks on nothing": "\u0301\u0302 \u034f\u20dd",
    "tags": "\U000e0041\U000e0042\U000e007f",
    "selectors": "\ufe0f\ufe00\U000e0100",
    "half a character": "\ud83d",
    "private, or none at all": "\ue000\ufffe\ufdd0\U000e0fff",
    "an object's place": "\ufffc",
}


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS.keys())
def test_every_script_and_every_emoji_stays(text: str) -> None:
    """S6"""
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN.keys())
def test_what_nobody_sees_is_no_name_and_in_no_name(text: str) -> None:
    """S6"""
    assert clean(text) == ""
    assert clean(f"Mi{text.strip()}a") in {"Mia", "Mi a", "Mi\u0301\u0302 a", "Mí\u0302 a"}
    assert react(Scene().circle, Arrived(seat=MIA, name=text), 0) == Refused(Reason.OUT_OF_BOUNDS)
    with pytest.raises(ValueError, match="title"):
        open_circle(text, PLAN, PAIR, 0)


def test_a_name_turns_nothing_around_it_and_runs_into_no_other_line() -> None:
    """S6"""
    assert clean("Mia\u202eadirF") == "MiaadirF"
    assert clean("Mia\r\nFrida\u2028Max") == "Mia Frida Max"
    assert clean("e\u0301") == "é"
    assert len(clean(ZALGO)) <= 1 + ACCENTS_MAX
    assert len(clean("\u0e01" + "\u0e47\u0e34" * 40)) <= 1 + MARKS_MAX
    assert clean("\u0e01" + "\u0e47" * 40) == "\u0e01\u0e47"


@given(st.text(max_size=60))
def test_cleaning_is_done_once_and_leaves_nothing_unseen(text: str) -> None:
    """S6"""
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Co", "Zl", "Zp"} for char in cleaned)
    assert not set(cleaned) & set(
        "\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )
    assert cleaned == cleaned.strip()


@given(st.text(alphabet="\u200c\u200d\ufe0f\U0001f3f4\U000e0067\U000e007f👩aم्1 \u0301", max_size=12))
def test_joiners_and_selectors_never_stand_alone(text: str) -> None:
    """S6"""
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    for bare in ("a\u200d", "a\u200c", "a\ufe0f", " \u200d", "\u200d\u200d"):
        assert bare not in cleaned or "\u200d\u094d" in cleaned or "\u200c\u094d" in cleaned


def test_a_text_of_marks_alone_is_cleaned_at_once() -> None:
    """S6: while it is no voice passes. 16 kB is the most that may be asked of a group."""
    began_s = process_time()
    assert clean("a" + "\ufe0f\u20e3" * 2700) == "a" + "\ufe0f\u20e3" * ACCENTS_MAX
    assert process_time() - began_s < 0.2


def test_a_title_and_a_sentence_are_cleaned_and_measured_after_it() -> None:
    """S6, F1"""
    opened = open_circle("  Tues\u200bday\u202e  circle ", PLAN, PAIR, 0, Frame(sentence="Stays\u2066 here.\n Always."))
    assert (opened.title, opened.frame.sentence) == ("Tuesday circle", "Stays here. Always.")
    long = "x\u200b" * SENTENCE_MAX
    assert len(open_circle("Circle", PLAN, PAIR, 0, Frame(sentence=long)).frame.sentence) == SENTENCE_MAX
    with pytest.raises(ValueError, match="sentence"):
        open_circle("Circle", PLAN, PAIR, 0, Frame(sentence=long + "x"))


def test_what_earlier_releases_kept_is_cleaned_as_it_is_read() -> None:
    """S6: of a circle that was opened before."""
    opened = open_circle("Circle", PLAN, PAIR, 0, Frame())
    kept = replace(opened, title="\u202eCircle", frame=Frame(sentence="Stays\u2066 here."))
    circle = replay([kept, Entered(at_ms=1, seat=1, name="Fri\u202eda"), Knocked(at_ms=2, seat=2, name="\u200b")])
    assert (circle.title, circle.frame.sentence) == ("Circle", "Stays here.")
    assert (circle.seat(1).name, circle.seat(2).knocks_as) == ("Frida", "?")


def test_the_same_name_is_the_same_however_it_is_typed() -> None:
    """S6"""
    assert same("Mia Vos", "mia  VOS")
    assert same("Zoë", "Zoe\u0308")
    assert same("Ｍｉａ", "Mia")
    assert not same("Max", "Maxine")
    assert not same("Мax", "Max"), "that M is Cyrillic"


def test_names_that_look_alike_are_told_apart_by_their_seats() -> None:
    """S6"""
    names = {1: "Frida", 2: "Max", 3: "Мах", 4: "ΜΑΧ", 5: "lan", 6: "Ian", 7: "Mia"}
    assert told_apart(names) == {
        **{1: "Frida", 2: "Max (2)", 3: "Мах (3)", 4: "ΜΑΧ (4)"},
        **{5: "lan (5)", 6: "Ian (6)", 7: "Mia"},
    }
    assert told_apart({4: "", 5: ""}) == {4: "", 5: ""}
    assert told_apart({4: "Max (5)", 5: "Max", 6: "max"}) == {4: "Max (5) (4)", 5: "Max (5) (5)", 6: "max (6)"}


def test_everybody_sees_two_of_one_name_apart() -> None:
    """S6, D1: also who is at the door, of which nobody inside sees anything; and each sees themselves as others do."""
    scene = Scene(knocking=True).notices(Arrived(seat=FRIDA, name="Frida")).arrive(MIA)
    before = scene.view(MIA)
    scene.notices(Arrived(seat=MAX, name="МIА"))
    assert [door.name for door in scene.leading().at_door if door.knocks] == ["МIА (5)"]
    assert scene.view(MIA) == before
    scene.asks(FRIDA, c.Admit(seat=MAX))
    assert scene.seen(MIA, MAX).name == "МIА (5)"
    assert scene.seen(MIA, MIA).name == scene.seen(FRIDA, MIA).name == "Mia (4)"
    assert scene.seen(MIA, FRIDA).name == "Frida"
    scene.notices(Arrived(seat=OLGA, name="frida"))
    assert [asks.name for asks in scene.view(MIA).observers_ask] == ["frida (6)"]
    assert PIET not in [seat.number for seat in scene.view(MIA).seats]
