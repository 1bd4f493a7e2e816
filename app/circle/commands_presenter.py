"""Commands that pass between the presenter and the leaders: a pause, and a word while sitting back softly."""

from dataclasses import dataclass
from typing import Literal

from app.circle import events as e
from app.circle import transient_changes as t
from app.circle.command_bases import FACILITATORS, PRESENTER, Plain
from app.circle.frame import SitBack
from app.circle.reasons import Reason
from app.circle.state import Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedPause(Plain):
    """The presenter, to the leaders alone: I need a pause."""

    type: Literal["need_pause"] = "need_pause"
    roles = PRESENTER

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        if not circle.row.belongs_to_case:
            return Reason.NOT_NOW
        return Reason.ALREADY if circle.transient.pause_needed else None

    def effect(self, _circle: Circle, _by: int, _now_ms: int) -> t.PauseNeeded:
        return t.PauseNeeded()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPause(Plain):
    """The presenter is told that a leader has seen it, and is looked after."""

    type: Literal["answer_pause"] = "answer_pause"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return None if circle.transient.pause_needed else Reason.STALE

    def effect(self, _circle: Circle, _by: int, _now_ms: int) -> t.PauseAnswered:
        return t.PauseAnswered()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToSpeak(Plain):
    """The presenter, sitting back softly, asks the leaders for a word."""

    type: Literal["ask_to_speak"] = "ask_to_speak"
    roles = PRESENTER

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        if not _sits_back_softly(circle):
            return Reason.NOT_NOW
        return Reason.ALREADY if circle.transient.word_asked or circle.let_speak else None

    def effect(self, _circle: Circle, _by: int, _now_ms: int) -> t.WordAsked:
        return t.WordAsked()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackWord(Plain):
    """The presenter asks for no word any more."""

    type: Literal["take_back_word"] = "take_back_word"
    roles = PRESENTER

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return None if circle.transient.word_asked else Reason.STALE

    def effect(self, _circle: Circle, _by: int, _now_ms: int) -> t.WordTakenBack:
        return t.WordTakenBack()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineWord(Plain):
    """Not now: the presenter who asks for a word is told so, and may ask again."""

    type: Literal["decline_word"] = "decline_word"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return None if circle.transient.word_asked else Reason.STALE

    def effect(self, _circle: Circle, _by: int, _now_ms: int) -> t.WordDeclined:
        return t.WordDeclined()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetPresenterSpeak(Plain):
    """Let the presenter who sits back softly speak, until the next step."""

    type: Literal["let_presenter_speak"] = "let_presenter_speak"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        if not _sits_back_softly(circle):
            return Reason.NOT_NOW
        return Reason.ALREADY if circle.let_speak else None

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.PresenterLetSpeak:
        assert circle.presenter is not None  # noqa: S101  (or nobody would sit back)
        return e.PresenterLetSpeak(at_ms=now_ms, seat=circle.presenter)


PresenterCommand = NeedPause | AnswerPause | AskToSpeak | TakeBackWord | DeclineWord | LetPresenterSpeak


def _sits_back_softly(circle: Circle) -> bool:
    return circle.row.sits_back and circle.frame.sit_back is SitBack.SOFT and circle.presenter is not None
