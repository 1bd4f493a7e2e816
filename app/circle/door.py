"""Who comes straight in by a seat's invitation, who knocks, and who has to ask whoever the seat already is."""

from collections.abc import Mapping

from app.circle import events as e
from app.circle import transient_changes as t
from app.circle.names import same, told_apart
from app.circle.phases import Role
from app.circle.seats import Presence, Seat
from app.circle.state import Circle
from app.circle.timing import gone_long, is_waited_for, still_there
from app.circle.transient import SeatClaim


def knocks(circle: Circle, seat: Seat, name: str | None, now_ms: int) -> bool:
    """Whether whoever comes by this seat's invitation waits at the door to be admitted (D1 to D4, O1).

    `name` is None before they have given one: then it is said of whoever is announced.
    """
    return _has_to_knock(circle, seat, now_ms) and not _comes_announced(circle, seat, name)


def was_sent(seat: Seat) -> bool:
    """Whether whoever knocks at this seat was sent there: its person, and nobody who comes by their link (D4)."""
    return seat.must_knock and same(seat.knocks_as, seat.name)


def enters(circle: Circle, seat: Seat, name: str, now_ms: int) -> bool:
    """Whether somebody of this name comes straight in to a seat that is a person's already (D7)."""
    return same(name, seat.name) and not seat.here and not _has_to_knock(circle, seat, now_ms)


def admitted_unasked(circle: Circle, seat: Seat, now_ms: int) -> bool:
    """Whether who knocks at this seat comes in: the door is open or no other facilitator is there (D8), or they are an
    observer who comes announced.
    """
    if seat.presence is not Presence.KNOCKING:
        return False
    if seat.role is Role.FACILITATOR:
        return not _has_to_knock(circle, seat, now_ms)
    return _comes_announced(circle, seat, seat.knocks_as)


def will_enter_unasked(circle: Circle, claim: SeatClaim, now_ms: int) -> bool:
    """Whether no answer lets in who waits for this facilitator's seat: no other facilitator is there to be asked (D8).

    Nobody is locked out under their own name; another name takes the seat of one who has left, or is lost for long.
    Whoever is here and has just said that it is not they keeps their seat: they are not asked again.
    """
    seat = circle.seat(claim.seat)
    if seat.role is not Role.FACILITATOR or _others_lead(circle, seat, now_ms) or _has_said_no(circle, seat):
        return False
    return same(claim.name, seat.name) or seat.presence is Presence.LEFT or gone_long(seat, now_ms)


def tells_that_it_enters(circle: Circle, claim: SeatClaim, now_ms: int) -> bool:
    """Whether the person on this seat is to be told that it goes without an answer, 15 s before it does."""
    return circle.seat(claim.seat).here and will_enter_unasked(circle, claim, now_ms)


def claim_of(circle: Circle, number: int) -> SeatClaim | None:
    """Who waits to be let in to this seat, which is a person's already."""
    claim = circle.transient.claims.get(number)
    return claim if claim and claim.waits else None


def asks_person(circle: Circle, number: int) -> SeatClaim | None:
    """The claim that the person on this seat is asked about: is this you, on another device? Who said no is not asked
    again for a while.
    """
    claim, seat = claim_of(circle, number), circle.seat(number)
    return claim if seat.here and not _has_said_no(circle, seat) else None


def asks_leaders(circle: Circle, number: int) -> SeatClaim | None:
    """The claim to this seat that the leaders are asked about: its person is not here, or has not answered in time."""
    claim = claim_of(circle, number)
    return claim if claim and (claim.waited or asks_person(circle, number) is None) else None


def name_at_door(circle: Circle, number: int) -> str | None:
    """The name, as they gave it, of whoever is at the door of this seat for the leaders to answer."""
    claim, seat = asks_leaders(circle, number), circle.seat(number)
    if claim:
        return claim.name
    return seat.knocks_as if seat.presence is Presence.KNOCKING else None


def shown_name(circle: Circle, claim: SeatClaim, names: Mapping[int, str]) -> str:
    """What whoever waits for a seat is called in front of others; `names` are the seats' as they are shown.

    As the person on it, where they give the same name; otherwise told apart from everybody else's in the circle.
    """
    seat = circle.seat(claim.seat)
    if same(claim.name, seat.name):
        return names[seat.number]
    given = {other.number: other.knocks_as or other.name for other in circle.seats}
    return told_apart(given | {seat.number: claim.name})[seat.number]


def observer_asks(circle: Circle, seat: Seat) -> str | None:
    """The name of an observer at the door to whom everybody is asked to agree (O1)."""
    if seat.role is not Role.OBSERVER:
        return None
    if seat.presence is Presence.KNOCKING:
        return seat.knocks_as
    claim = asks_leaders(circle, seat.number)
    return claim.name if claim and not same(claim.name, seat.name) else None


def missing_agreement(circle: Circle, observer: int, besides: int | None = None) -> frozenset[int]:
    """Who is asked and has not agreed to this observer yet, besides the facilitator who is about to admit (O1)."""
    asked = {seat.number for seat in _asked_about_observers(circle)}
    return frozenset(asked - {by for seat, by in circle.transient.agreed if seat == observer} - {besides})


def entered(seat: Seat, name: str, now_ms: int) -> e.Entered:
    """A person keeps their name as they first gave it, however they type it the next time."""
    return e.Entered(at_ms=now_ms, seat=seat.number, name=seat.name if same(name, seat.name) else name)


def claim_ended(seat: int, outcome: t.ClaimOutcome, now_ms: int) -> t.ClaimEnded:
    """Whoever waited to be let in to this seat has their answer."""
    return t.ClaimEnded(at_ms=now_ms, seat=seat, outcome=outcome)


def _has_to_knock(circle: Circle, seat: Seat, now_ms: int) -> bool:
    """Whether even the person of this seat, coming by its invitation, knocks where they do not come announced."""
    if seat.role is Role.FACILITATOR:
        return circle.door_closed and not seat.seated and _others_lead(circle, seat, now_ms)
    if seat.seated:
        return seat.presence is Presence.LEFT and circle.door_closed
    at_door = circle.frame.knocking or circle.door_closed or seat.must_knock
    return at_door or seat.role is Role.OBSERVER or seat.presence is Presence.KNOCKING


def _comes_announced(circle: Circle, seat: Seat, name: str | None) -> bool:
    """Whether this observer comes straight in: everybody who is asked, a facilitator too, agreed beforehand (O1).

    Whoever has taken somebody else's seat has not; and where members knock, observers do.
    """
    announced = next((each for each in circle.announced if each.seat == seat.number), None)
    if announced is None or not same(name or announced.name, announced.name) or circle.frame.knocking:
        return False
    agreed = all(other.number in announced.agreed and not other.formerly for other in _asked_about_observers(circle))
    return agreed and circle.led and not circle.door_closed and not seat.must_knock


def _asked_about_observers(circle: Circle) -> list[Seat]:
    """Everybody who speaks here and is there, or whose lost line is waited for."""
    there = (seat for seat in circle.seats if seat.here or is_waited_for(circle, seat))
    return [seat for seat in there if seat.role is not Role.OBSERVER]


def _has_said_no(circle: Circle, seat: Seat) -> bool:
    """Whether the person on this seat is here, and has said a while ago that somebody else has opened its link (D7)."""
    return seat.here and seat.number in circle.transient.doubts


def _others_lead(circle: Circle, but: Seat, now_ms: int) -> bool:
    """Whether another facilitator is there to be asked: a lost line opens no door."""
    others = (seat for seat in circle.seats if seat.role is Role.FACILITATOR and seat.number != but.number)
    return any(still_there(other, now_ms) for other in others)
