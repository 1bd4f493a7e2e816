"""The languages that the server writes in, and which of them somebody wants."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter

from app.words.words import Words

ENGLISH = "en"
WANTED_MAX = 16
"""Languages that are looked at of those that a browser names."""
WANTED_CHARS_MAX = 1000
"""What is looked at of a header; sixteen of the longest tags in use take half of it."""
SUBTAGS_MAX = 8
"""Parts of a tag that are looked at: no language needs more."""
COUNTRY = re.compile(r"-[A-Z]{2}$")
WANTED = re.compile(r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,7})\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?", re.ASCII)
"""One of them (RFC 9110, 12.5.4): a range, of no more parts than a language needs, and how much it is wanted."""

_words = TypeAdapter(Words)


def _read() -> Iterator[Words]:
    for file in sorted(Path(__file__).parent.glob("*.json")):
        yield _words.validate_json(file.read_bytes(), extra="forbid")


LANGUAGES: Mapping[str, Words] = {words.lang: words for words in _read()}
"""By their tags (BCP 47). They are read when the server starts."""


def words_in(language: str) -> Words:
    """The words of this language, or else the English ones."""
    return LANGUAGES.get(language, LANGUAGES[ENGLISH])


def language_of(wanted: str) -> str:
    """The best of the server's languages for a header `Accept-Language` (RFC 4647, lookup), or else English."""
    found = [match for each in wanted[:WANTED_CHARS_MAX].split(",")[:WANTED_MAX] if (match := WANTED.fullmatch(each))]
    by_weight = sorted(found, key=lambda match: -float(match[2] or 1))
    for match in by_weight:
        if float(match[2] or 1) > 0 and (tag := spoken(match[1])):
            return tag
    return ENGLISH


def spoken(tag: str) -> str | None:
    """The server's language that this tag means: `de-AT` means `de`, and `pt-BR` the one Portuguese that there is."""
    subtags = tag.lower().split("-")[:SUBTAGS_MAX]
    for length in range(len(subtags), 0, -1):
        meant = "-".join(subtags[:length])
        for language in LANGUAGES:
            if meant in {language.lower(), COUNTRY.sub("", language).lower()}:
                return language
    return None
