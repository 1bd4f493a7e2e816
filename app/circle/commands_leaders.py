"""Commands by which leaders work together: signals, the clock's keeper, the shared card, the hint, a lost person."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

from app.circle import transient_changes as t
from app.circle.cards import Signal
from app.circle.command_bases import FACILITATORS, Aimed, Plain
from app.circle.phases import Role
from app.circle.reasons import Reason
from app.circle.seats import Presence
from app.circle.state import Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveSignal:
    """Tell the other leaders, and nobody else, one of the fixed signals."""

    signal: Signal
    type: Literal["give_signal"] = "give_signal"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return None if circle.led_beside(by) else Reason.NO_SUCH_PERSON

    def effect(self, _circle: Circle, by: int, now_ms: int) -> t.SignalGiven:
        return t.SignalGiven(at_ms=now_ms, by=by, signal=self.signal)

    @classmethod
    def examples(cls, _circle: Circle) -> Iterable[Self]:
        """One signal, for any of them."""
        return (cls(signal=Signal.YES),)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandClock(Aimed):
    """Let this facilitator keep the clock from now on (oneself: take it)."""

    type: Literal["hand_clock"] = "hand_clock"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        if not circle.seat(self.seat).here or circle.role_of(self.seat) is not Role.FACILITATOR:
            return Reason.NO_SUCH_PERSON
        return Reason.ALREADY if circle.keeper == self.seat else None

    def effect(self, _circle: Circle, _by: int, _now_ms: int) -> t.ClockHanded:
        return t.ClockHanded(seat=self.seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCard(Plain):
    """Show the whole circle the one shared sentence; it goes by itself."""

    type: Literal["show_card"] = "show_card"
    roles = FACILITATORS

    def unmet_precondition(self, _circle: Circle, _by: int) -> Reason | None:
        return None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> t.CardShown:
        return t.CardShown(at_ms=now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchHint:
    """Whether you see who has not been heard yet; another leader has it as they wish."""

    on: bool
    type: Literal["switch_hint"] = "switch_hint"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return None if self.on is (by in circle.transient.unhinted) else Reason.ALREADY

    def effect(self, _circle: Circle, by: int, _now_ms: int) -> t.HintSwitched:
        return t.HintSwitched(seat=by, on=self.on)

    @classmethod
    def examples(cls, _circle: Circle) -> Iterable[Self]:
        """Both ways: each leader has it one way."""
        return (cls(on=True), cls(on=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOnWithout(Aimed):
    """Go on without a person whose connection is lost, or whose sound does not stand."""

    type: Literal["go_on_without"] = "go_on_without"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        lost = circle.seat(self.seat).presence is Presence.COMING_BACK
        if not lost and self.seat not in circle.transient.soundless:
            return Reason.STALE
        return Reason.ALREADY if self.seat in circle.transient.without else None

    def effect(self, _circle: Circle, _by: int, _now_ms: int) -> t.WentOnWithout:
        return t.WentOnWithout(seat=self.seat)


LeadersCommand = GiveSignal | HandClock | ShowCard | SwitchHint | GoOnWithout
