"""The moment: what is so just now and is kept nowhere. A pure part of the circle's state beside what its log says."""

from dataclasses import dataclass, replace
from typing import assert_never

from app.circle import events as e
from app.circle import fleeting as f
from app.circle.phases import PHASES
from app.circle.plan import Plan

SIGNAL_FADES_MS = 30_000
CARD_FADES_MS = 30_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """All that is fleeting.

    `wishes` and `heard` are seats; `agreed` pairs an observer's seat with who agreed; `without` are seats whose long
    absence the leaders have answered; `keeper` is the leader who was handed the clock.
    """

    wishes: frozenset[int] = frozenset()
    heard: frozenset[int] = frozenset()
    hints: bool = True
    signals: tuple[f.SignalGiven, ...] = ()
    keeper: int | None = None
    card_fades_ms: int | None = None
    pause_needed: bool = False
    word_asked: bool = False
    without: frozenset[int] = frozenset()
    agreed: frozenset[tuple[int, int]] = frozenset()

    @property
    def fades_at_ms(self) -> int | None:
        """When the next of it fades."""
        fades = [signal.at_ms + SIGNAL_FADES_MS for signal in self.signals]
        if self.card_fades_ms is not None:
            fades.append(self.card_fades_ms)
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
        case e.Entered(seat=seat) | e.Returned(seat=seat):
            return replace(moment, without=moment.without - {seat})
        case e.WentAway(seat=seat) | e.SentToDoor(seat=seat) | e.InvitationEnded(seat=seat) | e.Knocked(seat=seat):
            agreed = frozenset(pair for pair in moment.agreed if pair[0] != seat)
            return replace(moment, wishes=moment.wishes - {seat}, without=moment.without - {seat}, agreed=agreed)
        case _:
            return moment


def _faded(moment: Moment, now_ms: int) -> Moment:
    signals = tuple(signal for signal in moment.signals if now_ms < signal.at_ms + SIGNAL_FADES_MS)
    card_ms = moment.card_fades_ms
    return replace(moment, signals=signals, card_fades_ms=card_ms if card_ms is None or now_ms < card_ms else None)
