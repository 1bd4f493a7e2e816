"""Invitations that a group ends or renews while its circle runs, of a facilitator and of who presents too."""

from app.circle import events as e
from app.circle import transient_changes as t
from app.circle.door import claim_ended, claim_of
from app.circle.evolve import Change
from app.circle.plan import step_after_case
from app.circle.seats import Presence, Seat
from app.circle.state import Circle


def has_ended(seat: Seat, renewals: int) -> bool:
    """Whether this seat's invitation that had been renewed so often leads nowhere any more (D5, D11)."""
    return seat.presence is Presence.UNINVITED or renewals < seat.renewals


def invitation_changed(circle: Circle, seat: Seat, renewals: int | None, now_ms: int) -> tuple[Change, ...]:
    """What follows once this seat's invitation has ended (None), or was renewed so often; nothing if it is known."""
    if renewals is None:
        return _ended(circle, seat, now_ms)
    return _renewed(circle, seat, renewals, now_ms) if renewals > seat.renewals else ()


def _ended(circle: Circle, seat: Seat, now_ms: int) -> tuple[Change, ...]:
    """The seat is nobody's any more. A case that its person presents ends with care before that (D10)."""
    if seat.presence is Presence.UNINVITED:
        return ()
    ended = e.InvitationEnded(at_ms=now_ms, seat=seat.number)
    if not circle.presents_now(seat.number):
        return (ended,)
    return (e.StepBegun(at_ms=now_ms, step=step_after_case(circle.plan, circle.step)), ended)


def _renewed(circle: Circle, seat: Seat, renewals: int, now_ms: int) -> tuple[Change, ...]:
    """The seat waits for its person, as for a lost line. Who asks for it by an earlier one is sent away (D11)."""
    waits = claim_of(circle, seat.number)
    claim = (claim_ended(seat.number, t.ClaimOutcome.UNINVITED, now_ms),) if waits else ()
    return (*claim, e.InvitationRenewed(at_ms=now_ms, seat=seat.number, renewals=renewals))
