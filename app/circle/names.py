"""The few words that people give a circle: names, a title, a sentence. What the eye cannot see is not in them.

Every script and every emoji stays. The rules for joiners are those of UAX #31, simplified; the lookalikes are those of
Latin, Cyrillic and Greek, the three alphabets whose letters are mistaken for one another in names (UTS #39).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

MARKS_MAX = 8
"""Combining marks on one letter. No script needs more."""
ACCENTS_MAX = 4
"""Those of them that stand above, below or around it: more would run into other lines."""

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_VIRAMA = 9
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc\U0001d159\U00016fe4\U00013441\U00013442")
"""Letters, marks and symbols that are drawn as nothing."""
_SEEN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Of the format characters, the signs that are drawn: they stand before, or around, numbers."""
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_NO_CHARACTER = re.compile("[\u2065\ufdd0-\ufdef\ufff0-\ufff8\U000e0000-\U000e0fff]")
_REGION_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
"""The flag of England and its like: a black flag spelled out in tags."""
_CURSIVE = re.compile("[\u0600-\u08ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
"""Letters that join, so that it shows where they are kept apart."""
_MONGOLIAN = re.compile("[\u1820-\u18aa][\u180b-\u180d\u180f]")
_IDEOGRAPH = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_EMOJI_CATEGORIES = frozenset({"So", "Sm", "Sk", "Po", "Pd", "Cn"})
_INVISIBLE = re.compile(f"[{_ZWNJ}{_ZWJ}]|{_SELECTORS.pattern}")

_LETTERS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХЬаеѕіјкорсухьһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχϲϳıɩɑɡ",
    "ABESIJKMHOPCTYXbaesijkopcyxbhdqwlABEZHIKMNOPTYXaikvoptuxcjiiag",
)
"""Letters of other alphabets as the Latin letters they look like."""
_STROKES = str.maketrans("I1|0", "lllo")


def clean(text: str) -> str:
    """The text in NFC, without anything that is not seen or that moves what stands around it; spaces are single.

    It is empty where the eye would see nothing.
    """
    while (cleaner := unicodedata.normalize("NFC", _kept(text))) != text:
        text = cleaner
    return (
        text
        if any(unicodedata.category(char)[0] in "LNPS" or unicodedata.category(char) == "Cn" for char in text)
        else ""
    )


def same(one: str, other: str) -> bool:
    """Whether both are the same name, however it is typed: capitals, width and spaces do not matter."""
    return _typed(one) == _typed(other)


def told_apart(names: Mapping[int, str]) -> dict[int, str]:
    """These seats' names as they are shown: those that look alike carry the number of their seat. Empty ones stay."""
    shown = dict(names)
    while alike := _looking_alike({seat: name for seat, name in shown.items() if name}):
        shown |= {seat: f"{shown[seat]} ({seat})" for seat in alike}
    return shown


def _looking_alike(names: Mapping[int, str]) -> set[int]:
    if not names:
        return set()
    typed = _plain("\n".join(names.values()))
    lettered = typed.translate(_LETTERS)
    drawn = lettered.translate(_STROKES)
    found = set()
    for text in (_typed(typed), _typed(lettered), _typed(drawn).replace("rn", "m").replace("vv", "w")):
        looks = text.split("\n")
        often = Counter(looks)
        found |= {seat for seat, look in zip(names, looks, strict=True) if often[look] > 1}
    return found


def _typed(text: str) -> str:
    return _plain(text).casefold().replace(" ", "")


def _plain(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))


def _kept(text: str) -> str:
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    flags = {at for flag in _REGION_FLAG.finditer(text) for at in range(*flag.span())}
    kept: list[str] = []
    for at, char in enumerate(text):
        if at in flags or _stays(char, kept, text[at + 1 : at + 2]):
            kept.append(char)
    return "".join(kept)


def _stays(char: str, before: list[str], after: str) -> bool:
    """Whether this character stays, after what is kept before it and in front of what comes next."""
    category, last = unicodedata.category(char), before[-1] if before else " "
    if _SELECTORS.match(char):
        return _selects(char, last, after)
    if char in _BLANK or _NO_CHARACTER.match(char) or ord(char) & 0xFFFE == 0xFFFE:
        return False
    if char in (_ZWNJ, _ZWJ):
        return _joins(char, last, after)
    if category[0] == "M":
        return last not in (" ", char) and _bears(before, accent=_is_accent(char))
    return category not in {"Cc", "Cf", "Cs", "Co"} or char in _SEEN_FORMATS


def _selects(selector: str, last: str, after: str) -> bool:
    """Whether a variation selector chooses between two looks here: of an emoji, an ideograph, a Mongolian letter."""
    if selector in "\ufe0e\ufe0f":
        return _is_symbol(last) or after == "\u20e3"
    return _MONGOLIAN.match(last + selector) is not None or _IDEOGRAPH.match(last) is not None


def _joins(joiner: str, last: str, after: str) -> bool:
    """Whether a joiner is seen here: in an emoji of several, at a virama, or (non-joiner) between joined letters."""
    if _VIRAMA in (unicodedata.combining(last), unicodedata.combining(after or " ")):
        return True
    if joiner == _ZWNJ:
        return bool(_CURSIVE.match(last) and _CURSIVE.match(after))
    return (_is_symbol(last) or last == "\ufe0f") and _is_symbol(after)


def _is_symbol(char: str) -> bool:
    """Whether it may be an emoji, also one that is newer than the tables of this Python."""
    return char in ("©", "®") or (char > "\u2000" and unicodedata.category(char) in _EMOJI_CATEGORIES)


def _is_accent(mark: str) -> bool:
    return unicodedata.combining(mark) not in (0, _VIRAMA) or unicodedata.category(mark) == "Me"


def _bears(before: list[str], *, accent: bool) -> bool:
    """Whether the letter that ends here can bear one more mark."""
    marks: list[str] = []
    for char in reversed(before):
        if unicodedata.category(char)[0] != "M":
            break
        marks.append(char)
        if len(marks) >= MARKS_MAX:
            return False
    return not accent or sum(_is_accent(mark) for mark in marks) < ACCENTS_MAX
