"""The guide for facilitators says in each language what the English one says, in the words of that language's page."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.e2e.dictionaries import LANGUAGES, WORDS, texts_in
from tests.support.process import ROOT

ENGLISH = ROOT / "docs" / "GUIDE.md"
GUIDES = {"en": ENGLISH, **{language: ROOT / "docs" / "guide" / f"{language}.md" for language in LANGUAGES}}


def shape(page: Path) -> list[str]:
    """What it has beside sentences: headings, paragraphs, rows of tables, entries of lists, pictures by their files."""
    built = re.findall(r"^(#+|\||- |\n)|!\[[^]]+\]\([./]*([^)]+)", page.read_text(), re.MULTILINE)
    return [mark or picture for mark, picture in built]


def sentences(page: Path) -> list[int]:
    """How many each of its parts has, as far as they end with a mark; one within a code or an address is none."""
    parts = re.split(r"\n\n|\n(?=- )", page.read_text())
    return [len(re.findall(r"[.?!](?=[\s*_)]|$)", re.sub(r"`[^`]*`", "", part))) for part in parts]


def labels(page: Path) -> list[str]:
    """What it says in bold letters, which is what the page says."""
    return [bare(label) for label in re.findall(r"\*\*([^*]+)\*\*", page.read_text())]


def bare(text: str) -> str:
    """With one kind of space, a gap where something completes it, and without both at its ends."""
    return re.sub(r"\s+|\$\{[^}]+\}", lambda gap: "…" if "$" in gap[0] else " ", text).strip(" :…")


def areas_of(language: str, label: str) -> set[str]:
    """The files of its dictionary that say this."""
    files = (WORDS / language).glob("*/*.ts")
    return {f"{file.parent.name}/{file.name}" for file in files if label in map(bare, texts_in(file))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_is_built_as_the_english_one(language: str) -> None:
    assert shape(GUIDES[language]) == shape(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_has_as_many_sentences_as_the_english_one(language: str) -> None:
    """In each paragraph, so that what is told anew is told in every language."""
    assert sentences(GUIDES[language]) == sentences(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_names_what_the_page_says_word_for_word(language: str) -> None:
    """W21: and at the same place as the English one."""
    here, there = labels(GUIDES[language]), labels(ENGLISH)
    assert len(there) > 25 and len(here) == len(there)
    for own, english in zip(here, there, strict=True):
        assert areas_of(language, own) & areas_of("en", english), f"{own}: {english}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_has_the_numbers_of_the_english_one(language: str) -> None:
    """So no wait, bound or release of a browser is told in one language alone."""
    here, there = (Counter(re.findall(r"\d+", GUIDES[each].read_text())) for each in (language, "en"))
    assert here == there


@pytest.mark.parametrize("language", GUIDES)
def test_a_guide_leads_to_the_others(language: str) -> None:
    page = GUIDES[language]
    led = {(page.parent / link).resolve() for link in re.findall(r"\]\(([^)]+\.md)\)", page.read_text())}
    assert {guide for tag, guide in GUIDES.items() if tag != language} <= led
