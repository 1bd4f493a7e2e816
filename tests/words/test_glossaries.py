"""Each language has a glossary, in one form, of terms that its page really says."""

import re

import pytest

from tests.e2e.dictionaries import LANGUAGES, WORDS, texts_in
from tests.support.process import ROOT

GLOSSARY = ROOT / "docs" / "GLOSSARY.md"
BALINT = ["English", "Term used", "Alternative", "Source"]
PAGE = BALINT[:-1]
SOURCE = re.compile(r"\]\(https?://")
MISSING = re.compile("[Nn]o source found|own word|own, for gender")
ASIDE = re.compile(r"\([^)]*\)|\b(?:at (?:a|the) seat|of a (?:form|seat|keyboard)|phase|role|chair)\b")


def tables(language: str) -> list[list[list[str]]]:
    """The rows of each table of its glossary, the names of the columns first."""
    page = (ROOT / "docs" / "glossary" / f"{language}.md").read_text()
    blocks = re.findall(r"(?:^\|.*\|\n)+", page, re.MULTILINE)
    return [[[cell.strip() for cell in row[1:-1].split("|")] for row in block.splitlines()] for block in blocks]


def stems(term: str) -> list[str]:
    """How its longer words begin, whatever their ending in a sentence is."""
    words = re.findall(r"[\w’'-]+", ASIDE.sub("", term).lower())
    return [word[: max(4, len(word) - 3)] for word in words if len(word) > 3] or words


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_a_glossary_has_forty_words_of_balints_with_their_alternatives_and_sources(language: str) -> None:
    """A word of Balint's method names where it was found, or says that it was not; those of the software need none."""
    balint, page, *_ = tables(language)
    assert [balint[0], page[0]] == [BALINT, PAGE]
    assert {len(row) for row in balint} == {4} and {len(row) for row in page} == {3}
    assert len(balint[2:]) >= 40
    assert [row for row in balint[2:] if not SOURCE.search(row[3]) and not MISSING.search(row[3])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_glossary_has_each_term_of_the_english_one_in_its_order(language: str) -> None:
    """It may have others beside: what only its own country's groups say."""
    for english, own in zip(tables("en")[:2], tables(language)[:2], strict=True):
        names = [row[0] for row in english]
        assert [row[0] for row in own if row[0] in names] == names


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_page_says_the_terms_of_its_glossary(language: str) -> None:
    """By the beginning of each longer word: the rest is its case, its number or its verb's person."""
    said = " ".join(text for file in (WORDS / language).rglob("*.ts") for text in texts_in(file)).lower()
    balint, page, *_ = tables(language)
    terms = [term for row in balint[2:] + page[2:] for term in re.split("[;,]", row[1])]
    assert [term for term in terms if not all(stem in said for stem in stems(term))] == []


def sources(language: str) -> tuple[str, ...]:
    """How many of Balint's words it has, how many with a source, and how many of these lack nothing."""
    rows = [row[3] for row in tables(language)[0][2:]]
    found = [row for row in rows if SOURCE.search(row)]
    return tuple(str(len(some)) for some in (rows, found, [row for row in found if not MISSING.search(row)]))


def test_the_first_page_names_every_glossary_and_counts_its_sources() -> None:
    row = re.compile(r"\]\(glossary/(\w+)\.md\) \| (\d+) \| (\d+) \| (\d+) \|")
    said = {language: tuple(counts) for language, *counts in row.findall(GLOSSARY.read_text())}
    assert said == {language: sources(language) for language in ["en", *LANGUAGES]}
