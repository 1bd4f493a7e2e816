"""Commands about who brings the coming case: offering one, being asked for one, being named its presenter."""

from dataclasses import dataclass
from typing import Literal

from app.circle import events as e
from app.circle.command_bases import FACILITATORS, MEMBERS, MEMBERS_OR_PRESENTER, Aimed, Plain
from app.circle.phases import Role
from app.circle.reasons import Reason
from app.circle.seats import CaseOffer
from app.circle.state import Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCase(Plain):
    """Say quietly: I have a case."""

    type: Literal["offer_case"] = "offer_case"
    roles = MEMBERS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if circle.coming_case is None:
            return Reason.NOT_NOW
        return Reason.ALREADY if circle.offer_of(by) is CaseOffer.STANDING else None

    def effect(self, _circle: Circle, by: int, now_ms: int) -> e.CaseOffered:
        return e.CaseOffered(at_ms=now_ms, seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawOffer(Plain):
    """Take my offer back; until the case begins also when I have been named already."""

    type: Literal["withdraw_offer"] = "withdraw_offer"
    roles = MEMBERS_OR_PRESENTER

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if by == circle.presenter:
            return Reason.CASE_HAS_BEGUN if circle.row.belongs_to_case else None
        return Reason.ALREADY if circle.offer_of(by) is CaseOffer.NONE else None

    def effect(self, _circle: Circle, by: int, now_ms: int) -> e.OfferWithdrawn:
        return e.OfferWithdrawn(at_ms=now_ms, seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToPresent(Aimed):
    """Ask a member who has not offered whether they would present."""

    type: Literal["ask_to_present"] = "ask_to_present"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        if reason := _why_not_present(circle, self.seat):
            return reason
        offers = circle.offer_of(self.seat) is not CaseOffer.NONE
        return Reason.ALREADY if circle.seat(self.seat).asked or offers else None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.AskedToPresent:
        return e.AskedToPresent(at_ms=now_ms, seat=self.seat)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptToPresent(Plain):
    """I will present: I am the presenter of the coming case from now on."""

    type: Literal["accept_to_present"] = "accept_to_present"
    roles = MEMBERS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if reason := _why_no_case_is_called(circle):
            return reason
        return None if circle.seat(by).asked else Reason.STALE

    def effect(self, _circle: Circle, by: int, now_ms: int) -> e.PresenterNamed:
        return e.PresenterNamed(at_ms=now_ms, seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineToPresent(Plain):
    """I will not present this time."""

    type: Literal["decline_to_present"] = "decline_to_present"
    roles = MEMBERS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return None if circle.seat(by).asked else Reason.STALE

    def effect(self, _circle: Circle, by: int, now_ms: int) -> e.AskingDeclined:
        return e.AskingDeclined(at_ms=now_ms, seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePresenter(Aimed):
    """Make a member who has offered the presenter of the coming case."""

    type: Literal["name_presenter"] = "name_presenter"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        if reason := _why_not_present(circle, self.seat):
            return reason
        return Reason.NO_CONSENT if circle.offer_of(self.seat) is CaseOffer.NONE else None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.PresenterNamed:
        return e.PresenterNamed(at_ms=now_ms, seat=self.seat)


CaseCommand = OfferCase | WithdrawOffer | AskToPresent | AcceptToPresent | DeclineToPresent | NamePresenter


def _why_no_case_is_called(circle: Circle) -> Reason | None:
    """Why nobody can become presenter now, whoever it is (C3)."""
    if circle.row.belongs_to_case:
        return Reason.CASE_HAS_BEGUN
    return Reason.NOT_NOW if circle.coming_case is None else None


def _why_not_present(circle: Circle, number: int) -> Reason | None:
    """Why this seat can be neither asked to present the coming case nor named for it."""
    if reason := _why_no_case_is_called(circle):
        return reason
    if circle.seat(number).here and circle.role_of(number) is Role.MEMBER:
        return None
    return Reason.ALREADY if number == circle.presenter else Reason.NO_SUCH_PERSON
