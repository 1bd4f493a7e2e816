"""What the seven say, phase by phase, as it is written in `case.en.txt` and in the same of each language. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

CASES = Path(__file__).parent
LANGUAGES = tuple(sorted(file.suffixes[0][1:] for file in CASES.glob("case.*.txt")))


class Kind(StrEnum):
    """What a line is in the meeting."""

    PLAIN = "plain"
    LEADS = "leads"
    """Only said where no person leads: it welcomes, moves on or closes."""
    OFFERS = "offers"
    """Whoever says it offers the case."""
    ADVICE = "advice"
    """Advice creeps in."""
    PROBES = "probes"
    """A question that is none of facts."""
    REDIRECTS = "redirects"
    """Turns advice or probing back; left to the person who leads, for a while."""
    WISHES = "wishes"
    """Said after a sign of wishing to speak."""


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """What one person says without a break, and how long it is quiet before (in seconds of real time)."""

    speaker: str
    kind: Kind
    text: str
    pause_s: float

    @property
    def sentences(self) -> list[str]:
        """The text in pieces after each of which somebody else may come in."""
        return _AFTER_SENTENCE.split(self.text)


Script = Mapping[str, tuple[ScriptLine, ...]]
"""By the name of the phase."""

_LINE = re.compile(r"(?P<speaker>\w+)(?: \[(?P<kind>\w+)\])?: (?P<text>.+)")
_AFTER_SENTENCE = re.compile(r"(?<=[.?!])(?<!Mrs\.)\s+")
_BETWEEN_S = 1.0
"""How long it is quiet where the script says nothing."""


def read_script(text: str) -> Script:
    """Read a script. Raises ValueError for a line that is none."""
    phases: dict[str, list[ScriptLine]] = {}
    phase, pause_s = "", _BETWEEN_S
    for row in filter(None, map(str.strip, text.splitlines())):
        if row.startswith("#"):
            continue
        if row.startswith("== "):
            phase, pause_s = row.removeprefix("== "), _BETWEEN_S
        elif row.startswith("("):
            pause_s = float(row.strip("()"))
        elif (found := _LINE.fullmatch(row)) and phase:
            line = ScriptLine(found["speaker"], Kind(found["kind"] or "plain"), found["text"], pause_s)
            phases.setdefault(phase, []).append(line)
            pause_s = _BETWEEN_S
        else:
            raise ValueError(f"This is no line of a script: {row}")
    return {name: tuple(lines) for name, lines in phases.items()}


def script_in(language: str) -> Script:
    """The case in this language, one of `LANGUAGES`."""
    return read_script((CASES / f"case.{language}.txt").read_text())
