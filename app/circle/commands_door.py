"""Commands about who comes in: answers to those at the door, and the end of an invitation."""

from dataclasses import dataclass
from typing import Literal

from app.circle import events as e
from app.circle import transient_changes as t
from app.circle.command_bases import EVERYBODY, FACILITATORS, SPEAKERS, Aimed, Plain
from app.circle.door import (
    asks_person,
    claim_ended,
    claim_of,
    entered,
    missing_agreement,
    name_at_door,
    observer_asks,
)
from app.circle.phases import Role
from app.circle.reasons import Reason
from app.circle.seats import Presence
from app.circle.state import Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer(Aimed):
    """An answer to whoever is at the door of a seat. `name` is the one they gave, if that is said: then nobody else is
    meant who stands there by now.
    """

    name: str | None = None

    def means(self, given: str | None) -> bool:
        """Whether it is for who is there under this name; None where nobody is."""
        return given is not None and self.name in (None, given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Admit(_Answer):
    """Let in a person who knocks."""

    type: Literal["admit"] = "admit"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if not self.means(name_at_door(circle, self.seat)):
            return Reason.STALE
        no_observer = observer_asks(circle, circle.seat(self.seat)) is None
        return None if no_observer or not missing_agreement(circle, self.seat, besides=by) else Reason.NOT_AGREED

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.Entered | e.Admitted:
        claim = claim_of(circle, self.seat)
        if claim:
            return entered(circle.seat(self.seat), claim.name, now_ms)
        return e.Admitted(at_ms=now_ms, seat=self.seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnAway(_Answer):
    """Do not let in whoever is at the door of this seat."""

    type: Literal["turn_away"] = "turn_away"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return None if self.means(name_at_door(circle, self.seat)) else Reason.STALE

    def effect(self, circle: Circle, _by: int, now_ms: int) -> t.ClaimEnded | e.Dropped:
        if claim_of(circle, self.seat):
            return claim_ended(self.seat, t.ClaimOutcome.TURNED_AWAY, now_ms)
        return e.Dropped(at_ms=now_ms, seat=self.seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class _AnswerForMyself(Plain):
    """An answer to whoever has opened one's own link again."""

    roles = EVERYBODY

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return None if asks_person(circle, by) else Reason.STALE


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowOtherDevice(_AnswerForMyself):
    """I have opened my link on another device myself: let it take my seat over."""

    type: Literal["allow_other_device"] = "allow_other_device"

    def effect(self, circle: Circle, by: int, now_ms: int) -> e.Entered:
        return entered(circle.seat(by), circle.seat(by).name, now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseOtherDevice(_AnswerForMyself):
    """Somebody else has opened my link."""

    type: Literal["refuse_other_device"] = "refuse_other_device"

    def effect(self, _circle: Circle, by: int, now_ms: int) -> t.ClaimEnded:
        return claim_ended(by, t.ClaimOutcome.NOT_ME, now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendToDoor(Aimed):
    """Send a person back to the door."""

    type: Literal["send_to_door"] = "send_to_door"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        seat = circle.seat(self.seat)
        if seat.role is Role.FACILITATOR or not seat.seated:
            return Reason.NO_SUCH_PERSON
        return Reason.IS_PRESENTER if circle.presents_now(self.seat) else None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.SentToDoor:
        return e.SentToDoor(at_ms=now_ms, seat=self.seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndInvitation(Aimed):
    """End an invitation: its person's connection, the seat, and every later entry by its link into this circle."""

    type: Literal["end_invitation"] = "end_invitation"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        seat = circle.seat(self.seat)
        if seat.role is Role.FACILITATOR or seat.presence is Presence.UNINVITED:
            return Reason.NO_SUCH_PERSON
        return Reason.IS_PRESENTER if circle.presents_now(self.seat) else None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.InvitationEnded:
        return e.InvitationEnded(at_ms=now_ms, seat=self.seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDoor(Plain):
    """From now on whoever is not seated yet has to knock."""

    type: Literal["close_door"] = "close_door"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return Reason.ALREADY if circle.door_closed else None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.DoorClosed:
        return e.DoorClosed(at_ms=now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDoor(Plain):
    """Undo `close_door`."""

    type: Literal["open_door"] = "open_door"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return None if circle.door_closed else Reason.ALREADY

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.DoorOpened:
        return e.DoorOpened(at_ms=now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeToObserver(_Answer):
    """I agree that this observer comes in."""

    type: Literal["agree_to_observer"] = "agree_to_observer"
    roles = SPEAKERS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if not self.means(observer_asks(circle, circle.seat(self.seat))):
            return Reason.STALE
        return Reason.ALREADY if (self.seat, by) in circle.transient.agreed else None

    def effect(self, _circle: Circle, by: int, _now_ms: int) -> t.ObserverAgreedTo:
        return t.ObserverAgreedTo(seat=self.seat, by=by)


DoorCommand = (
    Admit
    | TurnAway
    | AllowOtherDevice
    | RefuseOtherDevice
    | SendToDoor
    | EndInvitation
    | CloseDoor
    | OpenDoor
    | AgreeToObserver
)
