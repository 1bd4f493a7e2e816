"""The circle after somebody has come, or has gone."""

from app.circle import events as e
from app.circle.names import clean, same
from app.circle.plan import case_of
from app.circle.replacing import replace
from app.circle.seats import CaseOffer, Presence, Seat
from app.circle.state import Circle


def person_came(circle: Circle, event: e.Knocked | e.Entered | e.Admitted | e.Returned) -> Circle:
    """The circle with this person at its door, or in it."""
    seat, at_ms = circle.seat(event.seat), event.at_ms
    match event:
        case e.Knocked(name=name):
            knocking = {"presence": Presence.KNOCKING, "knocks_as": clean(name) or "?", "microphone_open": False}
            return circle.with_seat(event.seat, stays=seat.stays_after_going(at_ms), **knocking)
        case e.Entered(name=name):
            came = _taken(seat, clean(name) or "?") | {"microphone_open": False, "entered_ms": at_ms}
        case e.Admitted():
            came = _taken(seat, seat.knocks_as) | {"must_knock": False}
        case e.Returned():
            came = {"name": seat.name}
    stays = seat.stays_after_coming(str(came["name"]), at_ms)
    then = circle.with_seat(event.seat, presence=Presence.HERE, gone_ms=None, stays=stays, **came)
    then = replace(then, empty_since_ms=None)
    return then if then.seat(event.seat).person == seat.person else _another_presents(then, event.seat)


def person_went(circle: Circle, event: e.Dropped | e.WentAway | e.SentToDoor | e.InvitationEnded) -> Circle:
    """The circle without this person: their line is lost, they left, or were sent out of it."""
    seat, at_ms = circle.seat(event.seat), event.at_ms
    stays = seat.stays_after_going(at_ms)
    gone = {"microphone_open": False, "offer": CaseOffer.NONE, "asked": False, "in_debrief": False}
    gone |= {"gone_ms": at_ms if seat.here else seat.gone_ms, "stays": stays}
    match event:
        case e.Dropped() if seat.presence is Presence.KNOCKING:
            return circle.with_seat(event.seat, presence=Presence.VACANT, knocks_as="")
        case e.Dropped(seen_ms=seen_ms):
            stays = seat.stays_after_going(at_ms if seen_ms is None else seen_ms)
            gone = {"presence": Presence.COMING_BACK, "gone_ms": at_ms, "stays": stays}
        case e.WentAway():
            gone |= {"presence": Presence.LEFT}
        case e.SentToDoor():
            gone |= {"presence": Presence.KNOCKING, "must_knock": True, "knocks_as": seat.name}
        case e.InvitationEnded():
            gone |= {"presence": Presence.UNINVITED}
            circle = replace(circle, outer=circle.outer - {event.seat})
    then = circle.with_seat(event.seat, **gone)
    empty = then.empty_since_ms is None and not any(s.here for s in then.seats)
    return replace(then, empty_since_ms=at_ms) if empty else then


def _taken(seat: Seat, name: str) -> dict[str, object]:
    """What is new of a seat that is taken under this name. A person keeps it as they first gave it (E8); another one
    inherits being silenced (D9).
    """
    if seat.person and same(name, seat.name):
        return {"name": seat.name, "knocks_as": ""}
    fresh = {"offer": CaseOffer.NONE, "asked": False, "in_debrief": False}
    return {"name": name, "knocks_as": "", "formerly": seat.name, "person": seat.person + 1} | fresh


def _another_presents(circle: Circle, number: int) -> Circle:
    """Whoever a seat has become another person's inherits, in a case, presenting it, and its silence; no leave to speak
    and no other case, which is nobody's from then on (D9).
    """
    running = case_of(circle.plan, circle.step)
    presenters = {case: None if of == number and case != running else of for case, of in circle.presenters.items()}
    named = circle.named if running is not None or circle.named != number else None
    let_speak = circle.let_speak and circle.named != number
    return replace(circle, named=named, presenters=presenters, let_speak=let_speak)
