"""The page's words in each language, as they stand in its dictionaries."""

import re
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parents[2] / "frontend" / "src" / "words"
LANGUAGES = sorted(
    folder.name for folder in WORDS.iterdir() if (folder / "everywhere").is_dir() and folder.name != "en"
)
_SAID = re.compile(r"'((?:[^'\\\n]|\\.)+)'|`([^`]+)`")
_CODE = re.compile(r"\\u([0-9a-f]{4})")
_SPACE = re.compile(r"[ \t\n]+")
"""Not those that French has before a colon: they are written nowhere in English."""
_PART = re.compile(r"\\\$\\\{[^}]+\\\}")

READ = """() => {
  const texts = []
  const all = document.createTreeWalker(document, NodeFilter.SHOW_TEXT)
  const marked = (part) => part.closest('[lang]').lang !== document.documentElement.lang
  while (all.nextNode()) if (!marked(all.currentNode.parentElement)) texts.push(all.currentNode.data)
  for (const name of ['aria-label', 'placeholder', 'title', 'aria-valuetext'])
    for (const part of document.querySelectorAll(`[${name}]`)) texts.push(part.getAttribute(name))
  return texts
}"""
"""Everything that is shown, announced or read aloud."""

GIVEN = {"Tuesday group"}
"""What people of the stage have named something, and English has as an example of a name."""


def read_as(written: str) -> str:
    """What is read where a dictionary has this: its codes as the characters that they stand for."""
    return _CODE.sub(lambda code: chr(int(code[1], 16)), written)


def texts_in(file: Path) -> list[str]:
    """What a dictionary's file says; what completes a sentence stands in it as `${…}`."""
    return [read_as(plain or completed) for plain, completed in _SAID.findall(file.read_text())]


@cache
def said_in(language: str) -> frozenset[str]:
    """Every text in the dictionaries of this language, as a pattern: anything may complete a sentence."""
    files = (file for file in (WORDS / language).glob("*/*.ts") if file.parent.name != "server")
    return frozenset(_PART.sub(".+", re.escape(text)) for file in files for text in texts_in(file))


@cache
def only_in(other: str, language: str) -> re.Pattern[str]:
    """What the other one says, of two words or more, and this language says otherwise."""
    theirs = (text for text in said_in(other) - said_in(language) if r"\ " in text and re.search("[a-z]{3}", text))
    return re.compile("|".join(sorted(theirs)))


def foreign_in(texts: list[str], language: str) -> list[str]:
    """Which of these texts are in another language of the page than this one."""
    others = [only_in(other, language) for other in ("en", *LANGUAGES) if other != language]
    shown = ((text, _SPACE.sub(" ", text).strip(" ")) for text in texts)
    strange = ((text, said) for text, said in shown if said not in GIVEN and re.escape(said) not in said_in(language))
    return [text for text, said in strange if any(other.fullmatch(said) for other in others)]


def said(language: str, file: str, word: str) -> str:
    """What stands in this file of the dictionary under this name, first."""
    found = re.search(rf"\b{word}: '([^']+)'", (WORDS / language / file).read_text())
    assert found, f"{language}/{file} has no {word}"
    return read_as(found[1])
