"""What stands in the way of each kind of command, once its asker's role and the step it was seen at are right.

`permission.refusal` asks here; nobody else does.
"""

from collections.abc import Callable

from app.circle import commands as c
from app.circle.door import asks_leaders, observer_asks
from app.circle.frame import SitBack
from app.circle.hearing import has_floor
from app.circle.phases import PHASES, Phase, Role
from app.circle.plan import case_of
from app.circle.reasons import Reason
from app.circle.seats import CaseOffer, Presence
from app.circle.state import Circle, Paused
from app.circle.timing import takeable_minutes

STEP_MINUTES_MAX = 120
"""The most minutes one step can be given, however often it is extended."""

Move = c.NextStep | c.GoBack | c.SkipTo | c.BringPresenterBack | c.EndCase
TimeSetting = c.ChangeTime | c.PauseClock | c.ResumeClock | c.TakeFromReflection | c.BoundLingering
Aimed = (
    c.AskToPresent
    | c.NamePresenter
    | c.SilencePerson
    | c.LiftSilence
    | c.HandClock
    | c.GoOnWithout
    | c.Admit
    | c.TurnAway
    | c.SendToDoor
    | c.EndInvitation
    | c.AgreeToObserver
)
"""Commands that mean one person, and carry that person's seat."""


def target_step(circle: Circle, command: Move) -> int:
    """The index of the step a move leads to; it may lie outside the plan."""
    match command:
        case c.NextStep():
            return circle.step + 1
        case c.GoBack():
            return circle.step - 1
        case c.SkipTo(step=step):
            return step
        case c.BringPresenterBack():
            return _coming(circle, lambda phase: phase is Phase.PRESENTER_RETURNS)
        case c.EndCase():
            return _coming(circle, lambda phase: not PHASES[phase].belongs_to_case)


def _coming(circle: Circle, wanted: Callable[[Phase], bool]) -> int:
    later = range(circle.step + 1, len(circle.plan))
    return next((i for i in later if wanted(circle.plan[i].phase)), len(circle.plan))


def move(circle: Circle, command: Move) -> Reason | None:
    """Move the meeting to another step."""
    step = target_step(circle, command)
    in_case = circle.row.belongs_to_case
    if isinstance(command, c.BringPresenterBack | c.EndCase) and not in_case:
        return Reason.NOT_NOW
    if not 0 <= step < len(circle.plan) or step == circle.step:
        return Reason.NO_SUCH_STEP
    if isinstance(command, c.BringPresenterBack) and case_of(circle.plan, step) != case_of(circle.plan, circle.step):
        return Reason.NO_SUCH_STEP
    if PHASES[circle.plan[step].phase].belongs_to_case and circle.presenter_at(step) is None:
        return Reason.NO_PRESENTER
    return None


def set_time(circle: Circle, command: TimeSetting) -> Reason | None:
    """Set the running step's time, or what follows from it."""
    match command:
        case c.ChangeTime(minutes=minutes):
            fits = minutes != 0 and 0 <= circle.minutes + minutes <= STEP_MINUTES_MAX
            return None if fits else Reason.OUT_OF_BOUNDS
        case c.PauseClock():
            return Reason.ALREADY if isinstance(circle.clock, Paused) else None
        case c.ResumeClock():
            return None if isinstance(circle.clock, Paused) else Reason.ALREADY
        case c.TakeFromReflection(minutes=minutes):
            return None if 1 <= minutes <= takeable_minutes(circle) else Reason.OUT_OF_BOUNDS
        case c.BoundLingering(bounded=bounded):
            if circle.phase is not Phase.LINGERING:
                return Reason.NOT_NOW
            return Reason.ALREADY if circle.lingering_bounded is bounded else None


def offer(
    circle: Circle, command: c.OfferCase | c.WithdrawOffer | c.AcceptToPresent | c.DeclineToPresent, by: int
) -> Reason | None:
    """Offer a case, or answer to being asked for one."""
    seat = circle.seat(by)
    match command:
        case c.OfferCase() if not _case_to_come(circle):
            return Reason.NOT_NOW
        case c.OfferCase():
            return Reason.ALREADY if circle.offer_of(by) is CaseOffer.STANDING else None
        case c.WithdrawOffer() if by == circle.presenter:
            return Reason.CASE_HAS_BEGUN if circle.row.belongs_to_case else None
        case c.WithdrawOffer():
            return Reason.ALREADY if circle.offer_of(by) is CaseOffer.NONE else None
        case c.AcceptToPresent() if circle.row.belongs_to_case:
            return Reason.CASE_HAS_BEGUN
        case c.AcceptToPresent() | c.DeclineToPresent():
            return None if seat.asked else Reason.ALREADY


def _case_to_come(circle: Circle) -> bool:
    """Whether a presentation lies ahead in the plan, so that offering a case has a sense (C1)."""
    return any(step.phase is Phase.PRESENTATION for step in circle.plan[circle.step + 1 :])


def switch(circle: Circle, command: c.OpenMicrophone | c.CloseMicrophone, by: int) -> Reason | None:
    """Move one's own microphone switch."""
    seat = circle.seat(by)
    match command:
        case c.OpenMicrophone():
            if circle.held_silent(by):
                return Reason.SITTING_BACK
            if seat.silenced:
                return Reason.SILENCED
            return Reason.ALREADY if seat.microphone_open else None
        case c.CloseMicrophone():
            return None if seat.microphone_open else Reason.ALREADY


def wish(circle: Circle, command: c.WishToSpeak | c.TakeBackWish, by: int) -> Reason | None:
    """Show a wish to speak, or take it back."""
    wishes = by in circle.moment.wishes
    match command:
        case c.WishToSpeak():
            return Reason.ALREADY if wishes else None if has_floor(circle, by) else Reason.NOT_NOW
        case c.TakeBackWish():
            return None if wishes else Reason.ALREADY


def care(circle: Circle, command: c.NeedPause | c.AnswerPause | c.AskToSpeak | c.LetPresenterSpeak) -> Reason | None:
    """What passes between the presenter and the leaders."""
    softly = circle.row.sits_back and circle.frame.sit_back is SitBack.SOFT and circle.presenter is not None
    match command:
        case c.NeedPause():
            if not circle.row.belongs_to_case:
                return Reason.NOT_NOW
            return Reason.ALREADY if circle.moment.pause_needed else None
        case c.AnswerPause():
            return None if circle.moment.pause_needed else Reason.ALREADY
        case c.AskToSpeak():
            return Reason.NOT_NOW if not softly else Reason.ALREADY if _asked_or_let(circle) else None
        case c.LetPresenterSpeak():
            return Reason.NOT_NOW if not softly else Reason.ALREADY if circle.let_speak else None


def _asked_or_let(circle: Circle) -> bool:
    return circle.moment.word_asked or circle.let_speak


def aim(circle: Circle, command: Aimed, by: int) -> Reason | None:
    """Whatever is meant for one person."""
    if not circle.has_seat(command.seat):
        return Reason.NO_SUCH_PERSON
    match command:
        case c.AskToPresent() | c.NamePresenter():
            return _name(circle, command)
        case c.SilencePerson() | c.LiftSilence():
            return _silence(circle, command, by)
        case c.HandClock(seat=number):
            if not circle.seat(number).here or circle.role_of(number) is not Role.FACILITATOR:
                return Reason.NO_SUCH_PERSON
            return Reason.ALREADY if circle.keeper == number else None
        case c.GoOnWithout(seat=number):
            if circle.seat(number).presence is not Presence.COMING_BACK:
                return Reason.NO_SUCH_PERSON
            return Reason.ALREADY if number in circle.moment.without else None
        case c.Admit() | c.TurnAway() | c.SendToDoor() | c.EndInvitation() | c.AgreeToObserver():
            return _at_door(circle, command, by)


def _name(circle: Circle, command: c.AskToPresent | c.NamePresenter) -> Reason | None:
    if circle.row.belongs_to_case:
        return Reason.CASE_HAS_BEGUN
    if not _case_to_come(circle):
        return Reason.NOT_NOW
    seat = circle.seat(command.seat)
    if not seat.here or circle.role_of(command.seat) is not Role.MEMBER:
        return Reason.ALREADY if command.seat == circle.presenter else Reason.NO_SUCH_PERSON
    match command:
        case c.AskToPresent():
            return Reason.ALREADY if seat.asked or circle.offer_of(command.seat) is not CaseOffer.NONE else None
        case c.NamePresenter():
            return Reason.NO_CONSENT if circle.offer_of(command.seat) is CaseOffer.NONE else None


def _silence(circle: Circle, command: c.SilencePerson | c.LiftSilence, by: int) -> Reason | None:
    seat = circle.seat(command.seat)
    match command:
        case c.SilencePerson():
            if not seat.seated or seat.role is Role.OBSERVER or command.seat == by:
                return Reason.NO_SUCH_PERSON
            return Reason.ALREADY if seat.silenced else None
        case c.LiftSilence():
            return None if seat.silenced else Reason.ALREADY


def _at_door(
    circle: Circle, command: c.Admit | c.TurnAway | c.SendToDoor | c.EndInvitation | c.AgreeToObserver, by: int
) -> Reason | None:
    number = command.seat
    seat = circle.seat(number)
    knocks = seat.presence is Presence.KNOCKING or asks_leaders(circle, number) is not None
    leads = seat.role is Role.FACILITATOR
    presents = number == circle.presenter and circle.row.belongs_to_case
    match command:
        case c.Admit() | c.TurnAway() if not knocks:
            return Reason.NO_SUCH_PERSON
        case c.TurnAway():
            return None
        case c.Admit():
            agreed = observer_asks(circle, seat) is None or not missing_agreement(circle, number, besides=by)
            return None if agreed else Reason.NOT_AGREED
        case c.AgreeToObserver():
            if observer_asks(circle, seat) is None:
                return Reason.NO_SUCH_PERSON
            return Reason.ALREADY if (number, by) in circle.moment.agreed else None
        case c.SendToDoor() if leads or not seat.seated:
            return Reason.NO_SUCH_PERSON
        case c.EndInvitation() if leads or seat.presence is Presence.UNINVITED:
            return Reason.NO_SUCH_PERSON
        case c.SendToDoor() | c.EndInvitation():
            return Reason.IS_PRESENTER if presents else None


def missing_agreement(circle: Circle, observer: int, besides: int | None = None) -> frozenset[int]:
    """Who is here and has not agreed to this observer yet, besides the facilitator who is about to admit (O1)."""
    asked = {seat.number for seat in circle.seats if seat.here and seat.role is not Role.OBSERVER}
    return frozenset(asked - {by for seat, by in circle.moment.agreed if seat == observer} - {besides})
