"""Commands about a fishbowl: who sits in the inner circle that speaks, and who in the outer one that listens."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

from app.circle import events as e
from app.circle.command_bases import FACILITATORS, MEMBERS, Aimed
from app.circle.phases import Role
from app.circle.reasons import Reason
from app.circle.state import Circle

_WHOEVER_SITS = FACILITATORS | MEMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class SitOutside(Aimed):
    """Let this member sit in the outer circle. Each may do so for themselves too, before a case."""

    type: Literal["sit_outside"] = "sit_outside"
    roles = _WHOEVER_SITS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        if reason := _why_not_move(circle, self.seat, by):
            return reason
        if self.seat in circle.outer:
            return Reason.ALREADY
        return Reason.NOT_NOW if self.seat == by and circle.coming_case is None else None

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.PlacesChanged:
        return _changed(circle.outer | {self.seat}, now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class SitInside(Aimed):
    """Let this member sit in the inner circle. Each may do so for themselves too, as long as no case runs."""

    type: Literal["sit_inside"] = "sit_inside"
    roles = _WHOEVER_SITS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return _why_not_move(circle, self.seat, by) or (None if self.seat in circle.outer else Reason.ALREADY)

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.PlacesChanged:
        return _changed(circle.outer - {self.seat}, now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlaces:
    """Let the outer circle sit inside, and the members of the inner one, but for the presenter, outside.

    `outer` is who sat outside when it was asked: where they have changed since, it is refused as stale (P2).
    """

    outer: tuple[int, ...]
    type: Literal["change_places"] = "change_places"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        if not circle.outer:
            return Reason.NOT_NOW
        return None if frozenset(self.outer) == circle.outer else Reason.STALE

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.PlacesChanged:
        inner = (seat.number for seat in circle.seats if _has_a_place(circle, seat.number))
        return _changed(frozenset(inner) - circle.outer, now_ms)

    @classmethod
    def examples(cls, circle: Circle) -> Iterable[Self]:
        """From the places as they are now."""
        return (cls(outer=tuple(sorted(circle.outer))),)


PlaceCommand = SitOutside | SitInside | ChangePlaces


def _why_not_move(circle: Circle, number: int, by: int) -> Reason | None:
    if not circle.frame.fishbowl:
        return Reason.NOT_NOW
    if not _has_a_place(circle, number):
        return Reason.NO_SUCH_PERSON
    if circle.role_of(by) is Role.FACILITATOR:
        return None
    if number != by:
        return Reason.NOT_YOURS
    return Reason.NOT_NOW if circle.row.belongs_to_case else None


def _has_a_place(circle: Circle, number: int) -> bool:
    """Whether this seat is a member's who sits in one of the two circles. Who presents always sits inside."""
    return circle.seat(number).seated and circle.role_of(number) is Role.MEMBER


def _changed(outer: frozenset[int], now_ms: int) -> e.PlacesChanged:
    return e.PlacesChanged(at_ms=now_ms, outer=tuple(sorted(outer)))
