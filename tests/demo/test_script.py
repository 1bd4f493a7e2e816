"""The case as it is written, and whose turn it is."""

import re

import pytest

from app.circle.frame import SENTENCE_MAX
from app.circle.phases import Phase
from app.circle.seats import NAME_MAX
from app.demo.circle import SEATS, words_of
from app.demo.script import LANGUAGES, Kind, Script, ScriptLine, read_script, script_in
from app.demo.turns import PRESENTER, Moment, PersonsTurn, Turns
from app.demo.voices import VOICES
from app.words.languages import LANGUAGES as SERVERS


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_who_speaks_has_a_seat_and_a_voice(language: str) -> None:
    script = script_in(language)
    assert {line.speaker for lines in script.values() for line in lines} == {*SEATS} == {*VOICES}
    assert [*script] == [phase for phase in Phase if phase in script]


def shape(script: Script) -> dict[str, list[tuple[str, Kind, float, int]]]:
    """Who speaks, as what, how long it is quiet before, and how often they ask."""
    return {
        phase: [(line.speaker, line.kind, line.pause_s, line.text.count("?")) for line in lines]
        for phase, lines in script.items()
    }


def test_the_demonstration_speaks_every_language_of_the_page() -> None:
    assert {*LANGUAGES} == {tag.partition("-")[0] for tag in SERVERS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_tell_the_same_case(language: str) -> None:
    """Line by line, and none of them in the words of another language."""
    own, english = script_in(language), script_in("en")
    assert shape(own) == shape(english)
    lines, theirs = ([line.text for lines in script.values() for line in lines] for script in (own, english))
    assert language == "en" or not {*lines} & {*theirs}


IT_IS = {
    "en": "synthetic.*invented.*not sealed",
    "de": "künstlich.*erfunden.*nicht.*versiegelt",
    "fr": "synthétique.*inventés.*ne sont pas scellées",
    "es": "sintética.*inventados.*no están selladas",
    "pt": "sintética.*inventados.*não são seladas",
    "it": "sintetica.*inventati.*non sono sigillate",
    "nl": "synthetisch.*verzonnen.*niet.*verzegeld",
    "pl": "syntetyczny.*zmyślone.*nie są.*zapieczętowane",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_are_marked_and_the_door_says_what_this_is(language: str) -> None:
    words = words_of(language)
    assert all(len(f"{name} ({words.synthetic})") <= NAME_MAX for name in SEATS)
    assert words.synthetic in words.sentence and len(words.sentence) <= SENTENCE_MAX
    assert re.search(IT_IS[language], words.sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_presenter_is_silent_while_sitting_back_and_nobody_speaks_to_them(language: str) -> None:
    """M2, as people hold it and not the gate alone."""
    reflection = script_in(language)["reflection"]
    assert "Jonas" not in {line.speaker for line in reflection}
    addressed = "Jonas|doctor, you|Herr Doktor|docteur|, doctor|doutor|dottore|dokter|doktorze"
    assert not [line.text for line in reflection if re.search(addressed, line.text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_creeps_in_and_is_turned_back(language: str) -> None:
    lines = script_in(language)["reflection"]
    after = [(lines[n + 1].speaker, lines[n + 1].kind) for n, line in enumerate(lines) if line.kind is Kind.ADVICE]
    assert after == [("Ada", Kind.REDIRECTS)] * 2


@pytest.mark.parametrize("led_by_person", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_calls_a_person_who_presents_by_another_name(language: str, led_by_person: bool) -> None:
    script = script_in(language)
    lines = [line for phase in script for line in said(script, Moment(phase, led_by_person, True))]
    assert "(the person)" in lines
    assert [line for line in lines if PRESENTER in line] == []


SHORT = read_script("""
== presentation
Jonas: It began so.
Jonas: And went on so.
== clarifying_questions
Ada [leads]: A fact?
Tom: How old?
(2)
Jonas: Fifty.
""")


def said(script: Script, moment: Moment) -> list[str]:
    turns, found = Turns(script), []
    while turn := turns.next(moment):
        found.append(turn.text if isinstance(turn, ScriptLine) else "(the person)")
    return found


def test_lines_come_once_and_in_their_order() -> None:
    turns = Turns(SHORT)
    presented = [turns.next(Moment("presentation")) for _ in range(3)]
    assert [turn and turn.text for turn in presented if not isinstance(turn, PersonsTurn)] == [
        "It began so.",
        "And went on so.",
        None,
    ]
    assert said(SHORT, Moment("clarifying_questions")) == ["A fact?", "How old?", "Fifty."]
    assert SHORT["clarifying_questions"][2].pause_s == 2


def test_a_person_who_leads_opens_and_closes_themselves() -> None:
    assert said(SHORT, Moment("clarifying_questions", led_by_person=True)) == ["How old?", "Fifty."]


def test_a_person_who_presents_has_the_presenters_turns() -> None:
    assert said(SHORT, Moment("presentation", presented_by_person=True)) == ["(the person)"]
    assert said(SHORT, Moment("clarifying_questions", presented_by_person=True)) == [
        "A fact?",
        "How old?",
        "(the person)",
    ]


def test_a_line_is_said_sentence_by_sentence() -> None:
    line = ScriptLine("Ada", Kind.PLAIN, "Mrs. Keller came. Did she? She did", 1)
    assert line.sentences == ["Mrs. Keller came.", "Did she?", "She did"]


def test_what_is_no_line_is_refused() -> None:
    with pytest.raises(ValueError, match="no line of a script"):
        read_script("== opening\nAda says hello")
