"""What the server writes, in each language of the page."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from time import process_time
from typing import Any

import pytest

from app.circle.phases import Role
from app.group.meeting import LeaderPart, Mode
from app.group.reasons import GroupReason
from app.words.languages import LANGUAGES, language_of, spoken, words_in
from tests.support.process import ROOT

FOLDERS = {folder.name for folder in (ROOT / "frontend/src/words").iterdir() if folder.is_dir()}
PLACE = re.compile(r"\{\w+\}")


def test_the_server_writes_in_every_language_of_the_page() -> None:
    """W20"""
    assert {tag.partition("-")[0] for tag in LANGUAGES} == FOLDERS


def sentences(words: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(words, str):
        yield path, words
    else:
        for key, word in words.items() if isinstance(words, dict) else enumerate(words):
            yield from sentences(word, f"{path}.{key}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_completed_in_every_language_by_the_same(language: str) -> None:
    """W20"""
    english = {path: set(PLACE.findall(text)) for path, text in sentences(asdict(words_in("en")))}
    own = {path: set(PLACE.findall(text)) for path, text in sentences(asdict(words_in(language)))}
    assert own == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_code_has_its_words(language: str) -> None:
    """W20, G6, G17, G18"""
    words = words_in(language)
    assert words.refused.keys() == set(GroupReason)
    assert words.paper.roles.keys() == set(Role)
    assert words.paper.modes.keys() == set(Mode)
    assert words.log.part.keys() == set(LeaderPart)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Tuesday, 2 March 2027"),
        ("de", "Dienstag, 2. März 2027"),
        ("fr", "mardi 2 mars 2027"),
        ("es", "martes, 2 de marzo de 2027"),
        ("pt", "terça-feira, 2 de março de 2027"),
        ("it", "martedì 2 marzo 2027"),
        ("nl", "dinsdag 2 maart 2027"),
        ("pl", "wtorek, 2 marca 2027"),
    ],
)
def test_a_day_is_written_as_that_language_writes_it(language: str, written: str) -> None:
    """G17, G29"""
    [words] = [words for tag, words in LANGUAGES.items() if tag.partition("-")[0] == language]
    assert words.dates.with_weekday(date(2027, 3, 2)) == written


@pytest.mark.parametrize(
    ("language", "written"), [("en", "1 March 2027"), ("de", "1. März 2027"), ("fr", "1er mars 2027")]
)
def test_french_counts_the_first_day_of_a_month(language: str, written: str) -> None:
    """G17, G29: and as its page does (`words/times.test.ts`)."""
    assert words_in(language).dates.written(date(2027, 3, 1)) == written


@pytest.mark.parametrize(
    ("language", "written"), [("en", "09:05–10:35"), ("de", "09:05–10:35 Uhr"), ("fr", "09:05\u2009–\u200910:35")]
)
def test_hours_are_written_as_that_language_writes_them(language: str, written: str) -> None:
    """G17: and as its page does (`words/times.test.ts`)."""
    dates = words_in(language).dates
    assert dates.from_to(datetime(2027, 3, 2, 9, 5), datetime(2027, 3, 2, 10, 35)) == written


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("sv, fr;q=0.4, pl;q=0.9", "pl"),
        ("de;q=0, it", "it"),
        ("DE-ch", "de"),
        ("tlh, *;q=0.1", "en"),
        ("de;q=9, ;;;, \x00", "en"),
        (",".join(["xx"] * 5000 + ["de"]), "en"),
        ("de-Latn-DE-1996-u-co-phonebk-x", "de"),
        ("de-Latn-DE-1996-u-co-phonebk-x-y, pl", "pl"),
        (" " * 1000 + "de", "en"),
    ],
)
def test_whoever_asks_gets_the_best_language_that_there_is(wanted: str, language: str) -> None:
    """W20: RFC 9110 (12.5.4), RFC 4647. What makes no sense is passed over."""
    assert language_of(wanted) == language


@pytest.mark.parametrize(
    "wanted",
    ["-".join(["a"] * 32_000), ",".join(["-".join(["a"] * 2000)] * 16), " " * 60_000 + "!", "de" + " " * 60_000],
)
def test_a_header_of_any_length_is_read_at_once(wanted: str) -> None:
    """W3, W20: while it is read no voice passes."""
    began_s = process_time()
    assert language_of(wanted) == ("de" if wanted.startswith("de") else "en")
    assert process_time() - began_s < 0.01


def test_a_tag_of_any_length_is_read_at_once() -> None:
    """W3, W20: it may come with an address, too."""
    began_s = process_time()
    assert (spoken("-".join(["a"] * 32_000)), spoken("de" + "-a" * 32_000)) == (None, "de")
    assert process_time() - began_s < 0.01


def test_one_portuguese_is_what_all_who_read_portuguese_get() -> None:
    """W20"""
    assert {spoken("pt-BR"), spoken("pt"), spoken("pt-PT")} == {"pt-PT"}
    assert spoken("p") is None
