"""The transient part of a circle's state: it is kept nowhere, and a server that dies loses it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, assert_never

from app.circle import events as e
from app.circle import transient_changes as t
from app.circle.line_quality import WeakLine
from app.circle.phases import PHASES, Phase
from app.circle.plan import Plan, case_of, takes_news
from app.circle.replacing import replace
from app.circle.units import MINUTE_MS

_Value = TypeVar("_Value")

SIGNAL_TTL_MS = 30_000
CARD_TTL_MS = 30_000
CLAIM_WAITS_MS = 15_000
"""How long the person on a seat has to say whether it is they who open its link again, before the leaders are asked."""
DOUBT_TTL_MS = 10 * MINUTE_MS
"""How long leaders are shown that somebody else has opened a person's link, and that person is not asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatClaim:
    """Somebody at the door of a seat that is a person's already. `outcome` is None while they wait, `waited` whether
    `CLAIM_WAITS_MS` have passed since `at_ms`: since they came, or it last changed whether the person is told that the
    seat goes without an answer (`enters`). One that has ended stays until the next one, for whoever has to tell them.
    """

    seat: int
    name: str
    at_ms: int
    waited: bool = False
    enters: bool = False
    outcome: t.ClaimOutcome | None = None

    @property
    def waits(self) -> bool:
        """Whether they have not been answered yet."""
        return self.outcome is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transient:
    """All of a circle that is not kept.

    `wishes`, `news` and `heard` are seats; `heard_in` is the case in which they have been, the latest one; `soundless`
    says since when (ms) the sound of those who are here does not stand, `weak` how the lines of others are weak;
    `unhinted` are leaders who do not want to see who has been heard; `agreed` pairs an observer's seat with who agreed;
    `without` are seats whose lost line, or sound that does not stand, the leaders go on without; `keeper` is the leader
    who was handed the clock. `pause_seen` is whether a leader has answered that a pause is needed, in this step,
    `word_declined` whether one has said not now to a word. `claims` are by seat. `doubts` says of a seat whose person
    has said no to one when (ms) that expires, `declined` of one whose person will not present.
    """

    wishes: frozenset[int] = frozenset()
    news: frozenset[int] = frozenset()
    heard: frozenset[int] = frozenset()
    heard_in: int | None = None
    soundless: Mapping[int, int] = field(default_factory=dict)
    weak: Mapping[int, WeakLine] = field(default_factory=dict)
    unhinted: frozenset[int] = frozenset()
    signals: tuple[t.SignalGiven, ...] = ()
    keeper: int | None = None
    card_expires_ms: int | None = None
    pause_needed: bool = False
    pause_seen: bool = False
    word_asked: bool = False
    word_declined: bool = False
    declined: Mapping[int, int] = field(default_factory=dict)
    without: frozenset[int] = frozenset()
    agreed: frozenset[tuple[int, int]] = frozenset()
    claims: Mapping[int, SeatClaim] = field(default_factory=dict)
    doubts: Mapping[int, int] = field(default_factory=dict)

    @property
    def expires_at_ms(self) -> int | None:
        """When the next of it expires, in ms; None where nothing does."""
        expire = [signal.at_ms + SIGNAL_TTL_MS for signal in self.signals]
        if self.card_expires_ms is not None:
            expire.append(self.card_expires_ms)
        expire += [claim.at_ms + CLAIM_WAITS_MS for claim in self.claims.values() if claim.waits and not claim.waited]
        expire += [*self.doubts.values(), *self.declined.values()]
        return min(expire, default=None)


def after_change(transient: Transient, change: t.TransientChange) -> Transient:
    """The transient state after a transient change."""
    match change:
        case t.WishMade(seat=seat):
            return replace(transient, wishes=transient.wishes | {seat})
        case t.WishGone(seat=seat):
            return replace(transient, wishes=transient.wishes - {seat})
        case t.NewsShown(seat=seat):
            return replace(transient, news=transient.news | {seat})
        case t.NewsGone(seat=seat):
            return replace(transient, news=transient.news - {seat})
        case t.VoiceNoted(seat=seat):
            return replace(transient, heard=transient.heard | {seat}, wishes=transient.wishes - {seat})
        case t.SoundNoted(at_ms=at_ms, seat=seat, stands=stands):
            if not stands:
                return _soundless_since(transient, seat, at_ms)
            return _sound_over(transient, seat)
        case t.LineNoted(seat=seat, weak=weak):
            others = _without_seat(transient.weak, seat)
            return replace(transient, weak=others if weak is None else {**others, seat: weak})
        case t.SignalGiven(by=by):
            earlier = tuple(signal for signal in transient.signals if signal.by != by)
            return replace(transient, signals=(*earlier, change))
        case t.ClockHanded(seat=seat):
            return replace(transient, keeper=seat)
        case t.CardShown(at_ms=at_ms):
            return replace(transient, card_expires_ms=at_ms + CARD_TTL_MS)
        case t.HintSwitched(seat=seat, on=on):
            unhinted = transient.unhinted - {seat} if on else transient.unhinted | {seat}
            return replace(transient, unhinted=unhinted)
        case t.PauseNeeded():
            return replace(transient, pause_needed=True, pause_seen=False)
        case t.PauseAnswered():
            return replace(transient, pause_needed=False, pause_seen=True)
        case t.WordAsked():
            return replace(transient, word_asked=True, word_declined=False)
        case t.WordTakenBack():
            return replace(transient, word_asked=False)
        case t.WordDeclined():
            return replace(transient, word_asked=False, word_declined=True)
        case t.WentOnWithout(seat=seat):
            return replace(transient, without=transient.without | {seat})
        case t.ObserverAgreedTo(seat=seat, by=by):
            return replace(transient, agreed=transient.agreed | {(seat, by)})
        case t.SeatClaimed() | t.ClaimTurned() | t.ClaimEnded():
            return _claimed(transient, change)
        case t.TimePassed(at_ms=at_ms):
            return _expired(transient, at_ms)
        case _:
            assert_never(change)


def after_event(transient: Transient, event: e.Event, plan: Plan) -> Transient:
    """The transient state after an event."""
    match event:
        case e.StepBegun(step=step):
            return _step_begun(transient, step, plan)
        case e.PresenterLetSpeak():
            return replace(transient, word_asked=False, word_declined=False)
        case e.AskingDeclined(seat=seat, at_ms=at_ms):
            return replace(transient, declined={**transient.declined, seat: at_ms + SIGNAL_TTL_MS})
        case e.AskedToPresent(seat=seat) | e.CaseOffered(seat=seat):
            return replace(transient, declined=_without_seat(transient.declined, seat))
        case e.Entered(seat=seat, at_ms=at_ms) | e.Returned(seat=seat, at_ms=at_ms):
            return replace(_soundless_since(transient, seat, at_ms), without=transient.without - {seat})
        case e.Admitted(seat=seat, at_ms=at_ms):
            return _soundless_since(transient, seat, at_ms)
        case e.Dropped(seat=seat) | e.InvitationRenewed(seat=seat):
            return _sound_over(transient, seat)
        case e.InvitationEnded(seat=seat):
            return replace(_person_went(transient, seat), doubts=_without_seat(transient.doubts, seat))
        case e.WentAway(seat=seat) | e.SentToDoor(seat=seat) | e.Knocked(seat=seat):
            return _person_went(transient, seat)
        case _:
            return transient


def another_person(transient: Transient, seat: int, *, presents: bool) -> Transient:
    """The transient state once a seat is another person's: what was the earlier person's own is gone from it (D9)."""
    return replace(
        _all_answered(transient) if presents else transient,
        wishes=transient.wishes - {seat},
        news=transient.news - {seat},
        agreed=frozenset(pair for pair in transient.agreed if seat not in pair),
        heard=transient.heard - {seat},
        unhinted=transient.unhinted - {seat},
        signals=tuple(signal for signal in transient.signals if signal.by != seat),
        doubts=_without_seat(transient.doubts, seat),
        declined=_without_seat(transient.declined, seat),
        keeper=None if transient.keeper == seat else transient.keeper,
    )


def _step_begun(transient: Transient, step: int, plan: Plan) -> Transient:
    """A new step clears the wishes, a new case also who has been heard. What the presenter asks for is answered by the
    return and by the end of the case: any other step may have been on its way when they asked.
    """
    case, phase = case_of(plan, step), plan[step].phase
    if case is None or case != transient.heard_in or phase is Phase.PRESENTER_RETURNS:
        transient = _all_answered(transient)
    if case not in {None, transient.heard_in}:
        transient = replace(transient, heard=frozenset(), heard_in=case)
    elif transient.heard_in is not None and step < transient.heard_in:
        transient = replace(transient, heard_in=None)  # the case is called anew
    return replace(
        transient,
        wishes=frozenset(),
        news=transient.news if takes_news(plan, step) else frozenset(),
        pause_seen=False,
        word_declined=False,
        word_asked=transient.word_asked and PHASES[phase].sits_back,
    )


def _all_answered(transient: Transient) -> Transient:
    return replace(transient, pause_needed=False, pause_seen=False, word_asked=False, word_declined=False)


def _person_went(transient: Transient, seat: int) -> Transient:
    return replace(
        _sound_over(transient, seat),
        wishes=transient.wishes - {seat},
        news=transient.news - {seat},
        without=transient.without - {seat},
        agreed=frozenset(pair for pair in transient.agreed if pair[0] != seat),
    )


def _soundless_since(transient: Transient, seat: int, at_ms: int) -> Transient:
    """Their sound begins to look for its way; what was known of the line before says nothing of the next one."""
    over = _sound_over(transient, seat)
    return replace(over, soundless={**over.soundless, seat: at_ms})


def _sound_over(transient: Transient, seat: int) -> Transient:
    """Nothing is known of this seat's sound any more. Who is gone on without for their sound is waited for again; for
    a lost line they are not.
    """
    soundless, weak = _without_seat(transient.soundless, seat), _without_seat(transient.weak, seat)
    without = transient.without - {seat} if seat in transient.soundless else transient.without
    return replace(transient, soundless=soundless, weak=weak, without=without)


def _without_seat(by_seat: Mapping[int, _Value], seat: int) -> Mapping[int, _Value]:
    return {number: value for number, value in by_seat.items() if number != seat}


def _claimed(transient: Transient, change: t.SeatClaimed | t.ClaimTurned | t.ClaimEnded) -> Transient:
    claims, seat, at_ms = transient.claims, change.seat, change.at_ms
    match change:
        case t.SeatClaimed(name=name):
            was = claims.get(seat)
            if was and was.waits:  # the same person has loaded the page anew, and has waited since they came
                return replace(transient, claims={**claims, seat: replace(was, name=name)})
            agreed = frozenset(pair for pair in transient.agreed if pair[0] != seat)
            new = SeatClaim(seat=seat, name=name, at_ms=at_ms)
            return replace(transient, claims={**claims, seat: new}, agreed=agreed)
        case t.ClaimTurned(enters=enters):
            turned = replace(claims[seat], at_ms=at_ms, waited=False, enters=enters)
            return replace(transient, claims={**claims, seat: turned})
        case t.ClaimEnded(outcome=outcome):
            doubts = transient.doubts
            if outcome is t.ClaimOutcome.NOT_ME:
                doubts = {**_without_seat(doubts, seat), seat: at_ms + DOUBT_TTL_MS}
            return replace(transient, claims={**claims, seat: replace(claims[seat], outcome=outcome)}, doubts=doubts)


def _expired(transient: Transient, now_ms: int) -> Transient:
    signals = tuple(signal for signal in transient.signals if now_ms < signal.at_ms + SIGNAL_TTL_MS)
    card_ms = transient.card_expires_ms
    return replace(
        transient,
        signals=signals,
        card_expires_ms=card_ms if card_ms is None or now_ms < card_ms else None,
        claims={
            seat: replace(claim, waited=now_ms >= claim.at_ms + CLAIM_WAITS_MS)
            for seat, claim in transient.claims.items()
        },
        doubts=_unexpired(transient.doubts, now_ms),
        declined=_unexpired(transient.declined, now_ms),
    )


def _unexpired(by_seat: Mapping[int, int], now_ms: int) -> Mapping[int, int]:
    return {seat: expires_ms for seat, expires_ms in by_seat.items() if now_ms < expires_ms}
