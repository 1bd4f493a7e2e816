"""How the views of a circle are made: of its state, for one seat or for all that are here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.circle import commands as c
from app.circle.command_bases import Aimed
from app.circle.door import asks_leaders, asks_person, claim_of, observer_asks, shown_name, was_sent
from app.circle.hearing import Voice, voice_shown
from app.circle.leading import Can, leading_view
from app.circle.names import told_apart
from app.circle.permission import allowed, refusal
from app.circle.phases import Guidance, Role
from app.circle.replacing import replace
from app.circle.seats import CaseOffer, Seat
from app.circle.sounding import sounding, weak_line
from app.circle.state import Circle, Running
from app.circle.view import Asked, ClockView, ObserverAsks, SeatView, StepView, View, Waiting, You


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What is the same in every view of one moment, so that it is made once and not for each person.

    `seats` are as they are shown to somebody who may know and do nothing beyond, and sits in no other room. By their
    `names` those at the door are told apart from everybody, and nobody inside from them, or all would notice (D1).
    """

    circle: Circle
    now_ms: int
    names: Mapping[int, str]
    plan: tuple[StepView, ...]
    chairs: tuple[int, ...]
    seats: tuple[SeatView, ...]


def view_for(circle: Circle, number: int, now_ms: int) -> View | Waiting:
    """The circle as the person on this seat sees it. It offers exactly the commands that `decide` accepts (W1)."""
    return views_for(circle, (number,), now_ms)[number]


def views_for(circle: Circle, numbers: Iterable[int], now_ms: int) -> dict[int, View | Waiting]:
    """The same for each of these seats."""
    common = _common(circle, now_ms)
    return {
        number: _view(common, number) if circle.seat(number).seated else waiting_at(circle, number)
        for number in numbers
    }


def _common(circle: Circle, now_ms: int) -> _Common:
    names = told_apart({seat.number: seat.knocks_as or seat.name for seat in circle.seats})
    names |= told_apart({seat.number: seat.name for seat in circle.seats if seat.seated})
    return _Common(
        circle=circle,
        now_ms=now_ms,
        names=names,
        plan=tuple(StepView(phase=step.phase, minutes=step.minutes, can_skip_to=False) for step in circle.plan),
        chairs=tuple(seat.number for seat in circle.seats if seat.role is not Role.OBSERVER),
        seats=tuple(_seat_view(circle, seat, names, now_ms) for seat in circle.seats if seat.seated),
    )


def _view(common: _Common, number: int) -> View:
    circle, names, now_ms = common.circle, common.names, common.now_ms
    viewer, (mine, aimed, reachable) = circle.seat(number), _permitted(circle, number)
    leads = circle.role_of(number) is Role.FACILITATOR
    return View(
        title=circle.title,
        frame=circle.frame,
        sealed=circle.sealed,
        phase=circle.phase,
        step=circle.step,
        plan=tuple(replace(step, can_skip_to=True) if i in reachable else step for i, step in enumerate(common.plan)),
        clock=_clock_view(circle, digits=leads or circle.frame.digits_for_all),
        unled=circle.begun and not circle.led and not circle.ended,
        card=circle.transient.card_expires_ms is not None,
        chairs=common.chairs,
        outer=tuple(sorted(circle.outer)),
        seats=tuple(_seat_seen_by(circle, seat, viewer, leads, aimed.get(seat.number, ())) for seat in common.seats),
        observers_ask=_observers_ask(circle, number, names, aimed),
        you=_you(circle, number, mine, now_ms),
        leading=leading_view(circle, number, names, aimed, now_ms) if leads else None,
    )


def waiting_at(circle: Circle, number: int) -> Waiting:
    """What somebody sees who waits to be let in to this seat, whether it is a person's already or not."""
    seat, asks = circle.seat(number), _asked_about(circle, number)
    return Waiting(
        title=circle.title,
        number=number,
        role=seat.role,
        door_closed=circle.door_closed,
        asks=asks,
        sent=was_sent(seat),
    )


def _asked_about(circle: Circle, number: int) -> Asked:
    if claim_of(circle, number) and not asks_leaders(circle, number):
        return Asked.YOURSELF
    return Asked.LEADERS if circle.led or circle.seat(number).role is not Role.FACILITATOR else Asked.NOBODY


def _permitted(circle: Circle, number: int) -> tuple[tuple[str, ...], Can, frozenset[int]]:
    mine: list[str] = []
    aimed: dict[int, tuple[str, ...]] = {}
    reachable: set[int] = set()
    for command in allowed(circle, number):
        if isinstance(command, Aimed):
            aimed[command.seat] = (*aimed.get(command.seat, ()), command.type)
        elif isinstance(command, c.SkipTo):
            reachable.add(command.step)
        else:
            mine.append(command.type)
    return tuple(mine), aimed, frozenset(reachable)


def _clock_view(circle: Circle, *, digits: bool) -> ClockView:
    return ClockView(
        minutes=circle.minutes,
        ends_at_ms=circle.clock.ends_at_ms if isinstance(circle.clock, Running) else None,
        left_ms=None if isinstance(circle.clock, Running) else circle.clock.left_ms,
        digits=digits,
        bounded=circle.lingering_bounded,
        held=circle.held,
    )


def _seat_view(circle: Circle, seat: Seat, names: Mapping[int, str], now_ms: int) -> SeatView:
    """This seat as everybody may know it."""
    return SeatView(
        number=seat.number,
        name=names[seat.number],
        formerly=seat.formerly or None,
        role=circle.role_of(seat.number),
        presence=seat.presence,
        voice=voice_shown(circle, seat.number),
        sound=sounding(circle, seat, now_ms),
        sits_back=circle.sits_back(seat.number),
        wishes=seat.number in circle.transient.wishes,
        news=seat.number in circle.transient.news,
        in_debrief=seat.in_debrief,
        offer=circle.offer_of(seat.number) if circle.frame.offers_seen_by_all else CaseOffer.NONE,
        asked=False,
        can=(),
    )


def _seat_seen_by(circle: Circle, shown: SeatView, viewer: Seat, leads: bool, can: tuple[str, ...]) -> SeatView:
    """The same seat with what this viewer may know and do beyond; in another room nobody is heard (E6)."""
    seat = circle.seat(shown.number)
    voice, offer, asked = shown.voice, shown.offer, shown.asked
    if seat.in_debrief != viewer.in_debrief:
        voice = Voice.AWAY
    if leads or seat is viewer:
        offer, asked = circle.offer_of(seat.number), seat.asked
    if can or voice is not shown.voice or offer is not shown.offer or asked:
        return replace(shown, voice=voice, offer=offer, asked=asked, can=can)
    return shown


def _observers_ask(circle: Circle, viewer: int, names: Mapping[int, str], aimed: Can) -> tuple[ObserverAsks, ...]:
    asking = ((seat, claim_of(circle, seat.number), observer_asks(circle, seat)) for seat in circle.seats)
    return tuple(
        ObserverAsks(
            number=seat.number,
            name=shown_name(circle, claim, names) if claim else names[seat.number],
            given=given,
            agreed=(seat.number, viewer) in circle.transient.agreed,
            can_agree="agree_to_observer" in aimed.get(seat.number, ()),
        )
        for seat, claim, given in asking
        if given is not None
    )


def _you(circle: Circle, number: int, can: tuple[str, ...], now_ms: int) -> You:
    role = circle.role_of(number)
    other = asks_person(circle, number)
    presents, leads = role is Role.PRESENTER, role is Role.FACILITATOR
    return You(
        number=number,
        role=role,
        voice=voice_shown(circle, number),
        sound=sounding(circle, circle.seat(number), now_ms),
        weak_line=weak_line(circle, circle.seat(number)),
        microphone_open=circle.seat(number).microphone_open,
        sits_back=circle.sits_back(number),
        held_silent=circle.held_silent(number),
        pause_needed=presents and circle.transient.pause_needed,
        pause_seen=presents and circle.transient.pause_seen,
        word_asked=presents and circle.transient.word_asked,
        word_declined=presents and circle.transient.word_declined,
        guidance=_guidance(circle, number, role),
        no_next=refusal(circle, c.NextStep(seen=circle.step), number) if leads else None,
        other_device=other.name if other else None,
        other_device_enters=other is not None and other.enters,
        can=can,
    )


def _guidance(circle: Circle, number: int, role: Role) -> Guidance:
    if circle.sits_outside(number):
        return Guidance.LISTEN
    without_case = circle.row.without_case
    if without_case and role is not Role.OBSERVER and not circle.had_a_case:
        return without_case
    return circle.row.guidance[role]
