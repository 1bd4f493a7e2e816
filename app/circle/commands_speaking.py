"""Commands about speaking: one's own microphone switch, a wish to speak, and who is silenced."""

from dataclasses import dataclass
from typing import Literal

from app.circle import events as e
from app.circle import transient_changes as t
from app.circle.command_bases import FACILITATORS, MEMBERS, MEMBERS_OR_PRESENTER, SPEAKERS, Aimed, Plain
from app.circle.hearing import has_floor
from app.circle.phases import Role
from app.circle.reasons import Reason
from app.circle.state import Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class SilencePerson(Aimed):
    """Silence one person, whatever the phase, until a facilitator lifts it."""

    type: Literal["silence_person"] = "silence_person"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        seat = circle.seat(self.seat)
        if not seat.seated or seat.role is Role.OBSERVER or self.seat == by:
            return Reason.NO_SUCH_PERSON
        return Reason.ALREADY if seat.silenced else None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.PersonSilenced:
        return e.PersonSilenced(at_ms=now_ms, seat=self.seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftSilence(Aimed):
    """Let another person who is silenced be heard again. Their microphone stays closed until they open it."""

    type: Literal["lift_silence"] = "lift_silence"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if not circle.seat(self.seat).silenced:
            return Reason.ALREADY
        return Reason.NOT_YOURS if self.seat == by else None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.SilenceLifted:
        return e.SilenceLifted(at_ms=now_ms, seat=self.seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMicrophone(Plain):
    """Put my own microphone switch to open. A silenced facilitator who leads alone is silenced no more by it."""

    type: Literal["open_microphone"] = "open_microphone"
    roles = SPEAKERS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if circle.kept_silent(by):
            return Reason.SILENCED
        if circle.held_silent(by):
            return Reason.SITTING_BACK
        if circle.sits_outside(by):
            return Reason.NOT_NOW
        return Reason.ALREADY if circle.seat(by).microphone_open else None

    def effect(self, _circle: Circle, by: int, now_ms: int) -> e.MicrophoneOpened:
        return e.MicrophoneOpened(at_ms=now_ms, seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseMicrophone(Plain):
    """Put my own microphone switch to closed."""

    type: Literal["close_microphone"] = "close_microphone"
    roles = SPEAKERS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return None if circle.seat(by).microphone_open else Reason.ALREADY

    def effect(self, _circle: Circle, by: int, now_ms: int) -> e.MicrophoneClosed:
        return e.MicrophoneClosed(at_ms=now_ms, seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class WishToSpeak(Plain):
    """Show at my seat, quietly, that I would like to say something."""

    type: Literal["wish_to_speak"] = "wish_to_speak"
    roles = MEMBERS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if by in circle.transient.wishes:
            return Reason.ALREADY
        return None if has_floor(circle, by) else Reason.NOT_NOW

    def effect(self, _circle: Circle, by: int, _now_ms: int) -> t.WishMade:
        return t.WishMade(seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackWish(Plain):
    """Take my wish to speak back."""

    type: Literal["take_back_wish"] = "take_back_wish"
    roles = MEMBERS_OR_PRESENTER

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return None if by in circle.transient.wishes else Reason.ALREADY

    def effect(self, _circle: Circle, by: int, _now_ms: int) -> t.WishGone:
        return t.WishGone(seat=by)


SpeakingCommand = SilencePerson | LiftSilence | OpenMicrophone | CloseMicrophone | WishToSpeak | TakeBackWish
