"""The moment: what is so just now and is kept nowhere. A pure part of the circle's state beside what its log says."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from app.circle import events as e
from app.circle import fleeting as f
from app.circle.phases import PHASES
from app.circle.plan import Plan

SIGNAL_FADES_MS = 30_000
CARD_FADES_MS = 30_000
CLAIM_WAITS_MS = 15_000
"""How long the person on a seat has to say whether it is they who open its link again, before the leaders are asked."""
DOUBT_FADES_MS = 10 * 60_000
"""How long leaders are shown that somebody else has opened a person's link, and that person is not asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody at the door of a seat that is a person's already. `outcome` is None while they wait, `waited` whether
    `CLAIM_WAITS_MS` have passed. A claim that has ended stays until the next one, for whoever has to tell them.
    """

    seat: int
    name: str
    at_ms: int
    waited: bool = False
    outcome: f.Outcome | None = None

    @property
    def waits(self) -> bool:
        """Whether they have not been answered yet."""
        return self.outcome is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """All that is fleeting.

    `wishes` and `heard` are seats; `soundless` says since when (ms) the sound of those who are here does not stand;
    `agreed` pairs an observer's seat with who agreed; `without` are seats whose long absence the leaders have answered;
    `keeper` is the leader who was handed the clock. `claims` has at most one for each seat; `doubts` pairs a seat whose
    person has said no to one with when that fades.
    """

    wishes: frozenset[int] = frozenset()
    heard: frozenset[int] = frozenset()
    soundless: Mapping[int, int] = field(default_factory=dict)
    hints: bool = True
    signals: tuple[f.SignalGiven, ...] = ()
    keeper: int | None = None
    card_fades_ms: int | None = None
    pause_needed: bool = False
    word_asked: bool = False
    without: frozenset[int] = frozenset()
    agreed: frozenset[tuple[int, int]] = frozenset()
    claims: tuple[Claim, ...] = ()
    doubts: tuple[tuple[int, int], ...] = ()

    @property
    def fades_at_ms(self) -> int | None:
        """When the next of it fades."""
        fades = [signal.at_ms + SIGNAL_FADES_MS for signal in self.signals]
        if self.card_fades_ms is not None:
            fades.append(self.card_fades_ms)
        fades += [claim.at_ms + CLAIM_WAITS_MS for claim in self.claims if claim.waits and not claim.waited]
        fades += [fades_ms for _, fades_ms in self.doubts]
        return min(fades, default=None)


def passed(moment: Moment, change: f.Fleeting) -> Moment:
    """The moment after something fleeting."""
    match change:
        case f.WishMade(seat=seat):
            return replace(moment, wishes=moment.wishes | {seat})
        case f.WishGone(seat=seat):
            return replace(moment, wishes=moment.wishes - {seat})
        case f.VoiceNoted(seat=seat):
            return replace(moment, heard=moment.heard | {seat}, wishes=moment.wishes - {seat})
        case f.SoundNoted(at_ms=at_ms, seat=seat, stands=stands):
            return replace(
                moment, soundless=_without(moment.soundless, seat) if stands else {**moment.soundless, seat: at_ms}
            )
        case f.SignalGiven(by=by):
            others = tuple(signal for signal in moment.signals if signal.by != by)
            return replace(moment, signals=(*others, change))
        case f.ClockHanded(seat=seat):
            return replace(moment, keeper=seat)
        case f.CardShown(at_ms=at_ms):
            return replace(moment, card_fades_ms=at_ms + CARD_FADES_MS)
        case f.HintSwitched(on=on):
            return replace(moment, hints=on)
        case f.PauseNeeded():
            return replace(moment, pause_needed=True)
        case f.PauseAnswered():
            return replace(moment, pause_needed=False)
        case f.WordAsked():
            return replace(moment, word_asked=True)
        case f.WentOnWithout(seat=seat):
            return replace(moment, without=moment.without | {seat})
        case f.ObserverAgreedTo(seat=seat, by=by):
            return replace(moment, agreed=moment.agreed | {(seat, by)})
        case f.SeatClaimed() | f.ClaimEnded():
            return _claimed(moment, change)
        case f.TimePassed(at_ms=at_ms):
            return _faded(moment, at_ms)
        case _:
            assert_never(change)


def after(moment: Moment, event: e.Event, plan: Plan, was_step: int) -> Moment:
    """The moment after an event: a new step clears the signs, a new case also who has been heard."""
    match event:
        case e.StepBegun(step=step):
            case_begins = PHASES[plan[step].phase].belongs_to_case and not PHASES[plan[was_step].phase].belongs_to_case
            heard = frozenset[int]() if case_begins else moment.heard
            return replace(moment, heard=heard, wishes=frozenset(), pause_needed=False, word_asked=False)
        case e.ClockPaused():
            return replace(moment, pause_needed=False)
        case e.PresenterLetSpeak():
            return replace(moment, word_asked=False)
        case e.Entered(seat=seat, at_ms=at_ms) | e.Returned(seat=seat, at_ms=at_ms):
            return replace(_connecting(moment, seat, at_ms), without=moment.without - {seat})
        case e.Admitted(seat=seat, at_ms=at_ms):
            return _connecting(moment, seat, at_ms)
        case e.Dropped(seat=seat):
            return replace(moment, soundless=_without(moment.soundless, seat))
        case e.InvitationEnded(seat=seat):
            doubts = tuple(doubt for doubt in moment.doubts if doubt[0] != seat)
            return replace(_parted(moment, seat), doubts=doubts)
        case e.WentAway(seat=seat) | e.SentToDoor(seat=seat) | e.Knocked(seat=seat):
            return _parted(moment, seat)
        case _:
            return moment


def another_person(moment: Moment, seat: int) -> Moment:
    """The moment once a seat is somebody else's: what was the earlier person's own is nobody's."""
    agreed = frozenset(pair for pair in moment.agreed if seat not in pair)
    keeper = None if moment.keeper == seat else moment.keeper
    parted = replace(_parted(moment, seat), soundless=moment.soundless)
    return replace(parted, heard=moment.heard - {seat}, agreed=agreed, keeper=keeper)


def _parted(moment: Moment, seat: int) -> Moment:
    agreed = frozenset(pair for pair in moment.agreed if pair[0] != seat)
    moment = replace(moment, soundless=_without(moment.soundless, seat))
    return replace(moment, wishes=moment.wishes - {seat}, without=moment.without - {seat}, agreed=agreed)


def _connecting(moment: Moment, seat: int, at_ms: int) -> Moment:
    return replace(moment, soundless={**moment.soundless, seat: at_ms})


def _without(soundless: Mapping[int, int], seat: int) -> Mapping[int, int]:
    return {number: since_ms for number, since_ms in soundless.items() if number != seat}


def _claimed(moment: Moment, change: f.SeatClaimed | f.ClaimEnded) -> Moment:
    others = tuple(claim for claim in moment.claims if claim.seat != change.seat)
    match change:
        case f.SeatClaimed(at_ms=at_ms, seat=seat, name=name):
            was = next((claim for claim in moment.claims if claim.seat == seat and claim.waits), None)
            if was is not None:  # the same person has loaded the page anew, and has waited since they came
                return replace(moment, claims=(*others, replace(was, name=name)))
            agreed = frozenset(pair for pair in moment.agreed if pair[0] != seat)
            return replace(moment, claims=(*others, Claim(seat=seat, name=name, at_ms=at_ms)), agreed=agreed)
        case f.ClaimEnded(at_ms=at_ms, seat=seat, outcome=outcome):
            ended = tuple(replace(claim, outcome=outcome) for claim in moment.claims if claim.seat == seat)
            doubts = moment.doubts
            if outcome is f.Outcome.NOT_ME:
                doubts = (*(doubt for doubt in doubts if doubt[0] != seat), (seat, at_ms + DOUBT_FADES_MS))
            return replace(moment, claims=(*others, *ended), doubts=doubts)


def _faded(moment: Moment, now_ms: int) -> Moment:
    signals = tuple(signal for signal in moment.signals if now_ms < signal.at_ms + SIGNAL_FADES_MS)
    card_ms = moment.card_fades_ms
    return replace(
        moment,
        signals=signals,
        card_fades_ms=card_ms if card_ms is None or now_ms < card_ms else None,
        claims=tuple(replace(claim, waited=now_ms >= claim.at_ms + CLAIM_WAITS_MS) for claim in moment.claims),
        doubts=tuple(doubt for doubt in moment.doubts if now_ms < doubt[1]),
    )
