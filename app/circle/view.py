"""What one person sees of the circle. These are wire types: a browser receives them as they stand here.

A view is whole, never a difference, and holds only what its seat may know: what is the leaders' is in `leading`, offers
of a case and requests to present are shown to the facilitators and to the person concerned alone (C2).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from app.circle import commands as c
from app.circle.command_bases import Aimed
from app.circle.door import asks_leaders, asks_person, claim_of, observer_asks, shown_name
from app.circle.frame import Frame
from app.circle.hearing import Voice, voice_shown
from app.circle.leading import Can, Leading, leading_view
from app.circle.line_quality import WeakLine
from app.circle.names import told_apart
from app.circle.permission import allowed, refusal
from app.circle.phases import Guidance, Phase, Role
from app.circle.reasons import Reason
from app.circle.replacing import replace
from app.circle.seats import CaseOffer, Presence, Seat
from app.circle.sounding import Sounding, sounding, weak_line
from app.circle.state import Circle, Running


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """The running step's time, in milliseconds. Exactly one of `ends_at_ms` (running) and `left_ms` (paused) is set.

    Signed: past its end, time counts on. `minutes` is what the step has been given. `digits` is whether this seat is
    shown figures or a calm ring. `bounded` is whether the lingering room closes at zero (while the clock runs).
    `held` is whether it stands because no leader is here: then the first one back lets it run on (S8).
    """

    minutes: int
    ends_at_ms: int | None
    left_ms: int | None
    digits: bool
    bounded: bool
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A step of the plan; `can_skip_to` is whether this seat may go straight to it now."""

    phase: Phase
    minutes: int
    can_skip_to: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatView:
    """A seat that is somebody's. `can` names the commands this view's owner may aim at it. `formerly` is whose seat it
    was before, where it has become another person's: nobody's name is replaced without a trace.
    `sound` is None where nobody is here. `wishes`: they wish to speak. `news`: they have news of an
    earlier case.
    """

    number: int
    name: str
    formerly: str | None
    role: Role
    presence: Presence
    voice: Voice
    sound: Sounding | None
    sits_back: bool
    wishes: bool
    news: bool
    in_debrief: bool
    offer: CaseOffer
    asked: bool
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObserverAsks:
    """An observer stands at the door and everybody is asked. `agreed` is this seat's own answer."""

    number: int
    name: str
    agreed: bool
    can_agree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class You:
    """The seat this view is for. `can` names the commands that are open to it and aimed at nobody.

    `microphone_open` is the position of the person's own switch; whether it is heard says `voice`. `pause_needed` and
    `word_asked` are the presenter's own, while the leaders have not answered; `pause_seen` is whether a leader has, in
    this step, where no step has followed from it. `no_next` is why a facilitator cannot
    go to the next step, None where they can (and for all others). `other_device` is the name that somebody gave who has
    opened this person's link again: they are asked whether it is they, and `can` has both answers. `weak_line` is how
    this person's line is weak, where that matters now; null where it is good.
    """

    number: int
    role: Role
    voice: Voice
    sound: Sounding | None
    weak_line: WeakLine | None
    microphone_open: bool
    sits_back: bool
    held_silent: bool
    pause_needed: bool
    pause_seen: bool
    word_asked: bool
    guidance: Guidance
    no_next: Reason | None
    other_device: str | None
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The whole circle as one seat may know it.

    `version` counts the views of one connection: who is shown nothing new is sent nothing. `unled` is whether no
    leader is here, so that the circle holds. `card` is whether the shared sentence is shown. `chairs` are the seats of
    the ring in their order, all but the observers', whether anybody has come to them or not: they never change (S1).
    `outer` are the seats in the outer circle of a fishbowl: while a case runs they only listen.
    `sealed` is whether its voices are (V1).
    """

    title: str
    frame: Frame
    sealed: bool
    phase: Phase
    step: int
    plan: tuple[StepView, ...]
    clock: ClockView
    unled: bool
    card: bool
    chairs: tuple[int, ...]
    outer: tuple[int, ...]
    seats: tuple[SeatView, ...]
    observers_ask: tuple[ObserverAsks, ...]
    you: You
    leading: Leading | None
    version: int = field(default=0, compare=False)
    type: Literal["view"] = "view"


class Asked(StrEnum):
    """Who is asked about somebody at the door."""

    YOURSELF = "yourself"
    """The person on the seat: the link has been opened on another device, by them or by somebody else."""
    LEADERS = "leaders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What a person at the door sees: no roster, no phase, no sound (D1)."""

    title: str
    number: int
    role: Role
    door_closed: bool
    asks: Asked
    version: int = field(default=0, compare=False)
    type: Literal["waiting"] = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What is the same in every view of one moment, so that it is made once and not for each person.

    `seats` are as they are shown to somebody who may know and do nothing beyond, and sits in no other room.
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
        leading=leading_view(circle, names, aimed, now_ms) if leads else None,
    )


def waiting_at(circle: Circle, number: int) -> Waiting:
    """What somebody sees who waits to be let in to this seat, whether it is a person's already or not."""
    claim, seat = claim_of(circle, number), circle.seat(number)
    asks = Asked.YOURSELF if claim and not asks_leaders(circle, number) else Asked.LEADERS
    return Waiting(title=circle.title, number=number, role=seat.role, door_closed=circle.door_closed, asks=asks)


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
    asking = ((seat, claim_of(circle, seat.number)) for seat in circle.seats if observer_asks(circle, seat))
    return tuple(
        ObserverAsks(
            number=seat.number,
            name=shown_name(circle, claim, names) if claim else names[seat.number],
            agreed=(seat.number, viewer) in circle.transient.agreed,
            can_agree="agree_to_observer" in aimed.get(seat.number, ()),
        )
        for seat, claim in asking
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
        guidance=Guidance.LISTEN if circle.sits_outside(number) else circle.row.guidance[role],
        no_next=refusal(circle, c.NextStep(seen=circle.step), number) if leads else None,
        other_device=other.name if other else None,
        can=can,
    )
