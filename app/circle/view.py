"""What one person sees of the circle. These are wire types: a browser receives them as they stand here.

A view is whole, never a difference, and holds only what its seat may know: what is the leaders' is in `leading`, offers
of a case and requests to present are shown to the facilitators and to the person concerned alone (C2). `viewing.py`
makes them.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from app.circle.frame import Frame
from app.circle.hearing import Voice
from app.circle.leading import Leading
from app.circle.line_quality import WeakLine
from app.circle.phases import Guidance, Phase, Role
from app.circle.reasons import Reason
from app.circle.seats import CaseOffer, Presence
from app.circle.sounding import Sounding


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
    """An observer stands at the door and everybody is asked. `agreed` is this seat's own answer.

    `given` is the name as they gave it, for the answer to say whom it means.
    """

    number: int
    name: str
    given: str
    agreed: bool
    can_agree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class You:
    """The seat this view is for. `can` names the commands that are open to it and aimed at nobody.

    `microphone_open` is the position of the person's own switch; whether it is heard says `voice`. `pause_needed` and
    `word_asked` are the presenter's own, while the leaders have not answered; `pause_seen` is whether a leader has, in
    this step, where no step has followed from it, and `word_declined` whether one has said in it: not now. `no_next`
    is why a facilitator cannot go to the next step, None where they can (and for all others). `other_device` is the
    name that somebody gave who has opened this person's link again: they are asked whether it is they, and `can` has
    both answers.
    `other_device_enters` is whether it has this seat after 15 s without an answer, for no other leader is there to be
    asked. `weak_line` is how this person's line is weak, where that matters now; null where it is good.
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
    word_declined: bool
    guidance: Guidance
    no_next: Reason | None
    other_device: str | None
    other_device_enters: bool
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
    NOBODY = "nobody"
    """No facilitator is here to be asked: this facilitator's link lets them in by itself, within two minutes (D8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What a person at the door sees: no roster, no phase, no sound (D1). `sent` is whether a facilitator has sent them
    there.
    """

    title: str
    number: int
    role: Role
    door_closed: bool
    asks: Asked
    sent: bool
    version: int = field(default=0, compare=False)
    type: Literal["waiting"] = "waiting"
