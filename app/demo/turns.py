"""Whose turn it is: what the seven say next, given where the meeting is and which persons are in it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.demo.script import Kind, Script, ScriptLine

PRESENTER = "Jonas"
"""Who presents in the script. Where a person does, these lines are that person's turn."""

PRESENTS_IN = ("presentation", "clarifying_questions", "presenter_returns")


@dataclass(frozen=True, slots=True)
class Moment:
    """What matters of the meeting: its phase, whether a person leads, whether a person presents."""

    phase: str
    led_by_person: bool = False
    presented_by_person: bool = False


class PersonsTurn:
    """It is for the person who presents to speak; the others wait."""


PERSONS_TURN = PersonsTurn()


class Turns:
    """Walks through the script. A line that was said or passed over does not come again, wherever the meeting goes."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._passed: dict[str, int] = {}

    def next(self, moment: Moment) -> ScriptLine | PersonsTurn | None:
        """Take the next turn of this phase; None where the others have nothing left to say."""
        lines = self._script.get(moment.phase, ())
        at = self._passed.get(moment.phase, 0)
        while at < len(lines):
            line = lines[at]
            at += 1
            self._passed[moment.phase] = at
            if _is_the_persons(line, moment):
                if not _is_the_persons_already(lines[: at - 1], moment):
                    return PERSONS_TURN
            elif _is_said(line, moment):
                return line
        return None


def _is_the_persons(line: ScriptLine, moment: Moment) -> bool:
    return moment.presented_by_person and line.speaker == PRESENTER and moment.phase in PRESENTS_IN


def _is_the_persons_already(before: Sequence[ScriptLine], moment: Moment) -> bool:
    """Several lines in a row are one turn."""
    return bool(before) and _is_the_persons(before[-1], moment)


def _is_said(line: ScriptLine, moment: Moment) -> bool:
    if line.kind is Kind.LEADS:
        return not moment.led_by_person
    return not (line.kind is Kind.OFFERS and moment.presented_by_person)
