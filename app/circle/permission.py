"""Who may ask what, and when. The one place: `decide` obeys it and every view draws its buttons from it (W1)."""

from collections.abc import Iterator

from app.circle.command_bases import Aimed, Stepped
from app.circle.commands import COMMANDS, Command, Leave
from app.circle.phases import Role
from app.circle.reasons import Reason
from app.circle.state import Circle

_KINDS_OF = {role: tuple(kind for kind in COMMANDS if role in kind.roles) for role in Role}
"""What each role may ask, so that a member's view need not ask about everything that is the leaders'."""

_KINDS_AFTER_END = (Leave,)
"""What anybody may still ask once the circle has ended."""


def refusal(circle: Circle, command: Command, by: int) -> Reason | None:
    """Why the person on seat `by` may not do this now, or None where they may."""
    if not circle.seat(by).here:
        return Reason.NOT_HERE
    if circle.ended and not isinstance(command, _KINDS_AFTER_END):
        return Reason.ENDED
    if circle.role_of(by) not in command.roles:
        return Reason.NOT_YOURS
    if isinstance(command, Stepped) and command.seen != circle.step:
        return Reason.STALE
    if isinstance(command, Aimed) and not circle.has_seat(command.seat):
        return Reason.NO_SUCH_PERSON
    return command.unmet_precondition(circle, by)


def allowed(circle: Circle, by: int) -> Iterator[Command]:
    """Every command this seat could give now, spelled out against the step the circle is at.

    An example has seen the running step and means a seat that exists, so that it is asked only for what is its own.
    """
    if not circle.seat(by).here:
        return
    for kind in _KINDS_AFTER_END if circle.ended else _KINDS_OF[circle.role_of(by)]:
        for command in kind.examples(circle):
            if command.unmet_precondition(circle, by) is None:
                yield command
