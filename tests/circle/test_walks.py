"""Thousands of random meetings: whatever is asked in whatever order, these hold after every step."""

from dataclasses import replace
from functools import reduce
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.circle import commands as c
from app.circle import events as e
from app.circle import notices as n
from app.circle import transient_changes as t
from app.circle.cards import Signal
from app.circle.command_bases import Aimed
from app.circle.decide import decide, react
from app.circle.evolve import Change, apply_change, evolve, replay
from app.circle.frame import SitBack
from app.circle.hearing import Voice, breakout, may_be_heard
from app.circle.permission import allowed
from app.circle.phases import PHASES, Phase, Role
from app.circle.plan import Template, case_of
from app.circle.reasons import Refused
from app.circle.record import record_of
from app.circle.seats import CaseOffer
from app.circle.sounding import Sounding
from app.circle.state import Circle, Paused
from app.circle.timing import TRIED_MS, wake_at_ms
from app.circle.transient_changes import TransientChange
from app.circle.view import View, Waiting
from app.circle.viewing import view_for
from tests.support.scene import FRIDA, MIA, MINUTE_MS, NAMES, OLGA, Scene, piet_presents
from tests.support.thorough import times

PHASES_OF_A_MEETING = (
    Phase.GATHERING,
    Phase.OPENING,
    Phase.PRESENTATION,
    Phase.CLARIFYING_QUESTIONS,
    Phase.SIT_BACK,
    Phase.REFLECTION,
    Phase.PRESENTER_RETURNS,
    Phase.LINGERING,
)
SEAT = st.integers(1, len(NAMES))
STEP = st.integers(-1, 10)
MINUTES = st.integers(-10, 30)
RENEWALS = st.sampled_from([0, 0, 0, 0, 0, 0, 1])
FIELDS: dict[str, st.SearchStrategy[object]] = {
    "seen": STEP,
    "step": STEP,
    "seat": SEAT,
    "minutes": MINUTES,
    "bounded": st.booleans(),
    "on": st.booleans(),
    "of": st.sampled_from([None, 19, 29]),
    "name": st.sampled_from([None, "A", *NAMES.values()]),
    "outer": st.sets(SEAT, max_size=3).map(tuple),
    "signal": st.sampled_from(Signal),
}


def any_of(kind: type[c.Command]) -> st.SearchStrategy[c.Command]:
    fields = {name: FIELDS[name] for name in kind.__dataclass_fields__ if name != "type"}
    return st.builds(kind, **fields | ({"seen": st.just(9)} if kind is c.EndCircle else {}))  # or no walk gets far


COMMAND = st.one_of(*map(any_of, c.COMMANDS))
NOTICE = st.one_of(
    st.builds(n.Arrived, seat=SEAT, name=st.sampled_from(["A", "Mia"]), renewals=RENEWALS),
    st.builds(lambda seat, renewals: n.Arrived(seat=seat, name=NAMES[seat], renewals=renewals), SEAT, RENEWALS),
    st.builds(n.CameBack, seat=SEAT, person=st.sampled_from([None, 1, 2]), renewals=RENEWALS),
    st.builds(n.WentFromDoor, seat=SEAT),
    st.builds(n.ConnectionLost, seat=SEAT),
    st.builds(n.Spoke, seat=SEAT),
    st.builds(n.SoundChanged, seat=SEAT, stands=st.booleans()),
    st.just(n.TimeUp()),
    st.lists(st.sampled_from([0, 0, 0, 0, 1, None]), min_size=len(NAMES), max_size=len(NAMES)).map(
        lambda renewals: n.InvitationsChanged(renewals=tuple(renewals))
    ),
)
MOVE = st.one_of(
    st.tuples(st.just("ask"), SEAT, COMMAND),
    st.tuples(st.just("allowed"), SEAT, st.integers(0, 200)),  # one that is permitted, so that walks get far
    st.tuples(st.just("notice"), SEAT, NOTICE),
    st.tuples(st.just("step"), st.just(FRIDA), st.sampled_from([1, -1])),
    st.tuples(st.just("time"), SEAT, st.integers(0, 3_600_000)),
)


def play(scene: Scene, move: tuple[str, int, object]) -> None:
    kind, seat, what = move
    if kind == "time":
        scene.now_ms += what  # type: ignore[operator]
        return
    if kind == "notice":
        outcome = react(scene.circle, what, scene.now_ms)  # type: ignore[arg-type]
    else:
        command = what
        if kind == "step":
            command = c.SkipTo(step=scene.circle.step + what, seen=scene.circle.step)  # type: ignore[operator]
        if kind == "allowed":
            open_now = list(allowed(scene.circle, seat))
            if not open_now:
                return
            command = open_now[what % len(open_now)]  # type: ignore[operator]
        outcome = decide(scene.circle, command, seat, scene.now_ms)  # type: ignore[arg-type]
        assert not (kind == "allowed" and isinstance(outcome, Refused)), (command, outcome)
    if isinstance(outcome, Refused):
        return
    for change in outcome:
        before = scene.circle
        others = views_besides(scene, may_notice(change, before))
        scene.happens((change,))
        assert scene.circle.version == before.version + (not isinstance(change, TransientChange))
        check_names(before, scene.circle)
        have_ms = members_ms(scene.circle, scene.now_ms)
        assert all(ms - have_ms[who] < TRIED_MS for who, ms in members_ms(before, scene.now_ms).items())
        assert views_besides(scene, may_notice(change, before)) == others, change


def check_names(before: Circle, after: Circle) -> None:
    """No name is replaced without a trace (D9), and nobody gets rid of their silence by another name."""
    for was, now in zip(before.seats, after.seats, strict=True):
        if now.name != was.name:
            assert (now.person, now.formerly) == (was.person + 1, was.name)
            assert now.silenced is was.silenced
            assert not now.microphone_open
            assert (now.offer, now.asked) == (CaseOffer.NONE, False)
            assert not said_by(now.number, after)
        else:
            assert now.person == was.person


def members_ms(circle: Circle, now_ms: int) -> dict[tuple[int | None, str], int]:
    """For how long each member has been in the meeting."""
    attendance = record_of(circle, now_ms).attendance
    return {(each.seat, each.name): each.meeting_ms or 0 for each in attendance if each.role is Role.MEMBER}


def said_by(seat: int, circle: Circle) -> list[str]:
    """What this seat's person has said or asked for, or been given, that is nobody else's."""
    transient, presents = circle.transient, seat == circle.presenter
    said = {
        "wish": seat in transient.wishes,
        "news": seat in transient.news,
        "doubt": seat in transient.doubts,
        "signal": any(signal.by == seat for signal in transient.signals),
        "pause": presents and (transient.pause_needed or transient.pause_seen),
        "word": presents and (transient.word_asked or transient.word_declined or circle.let_speak),
        "agreement": any(seat in pair for pair in transient.agreed),
    }
    return [what for what, is_so in said.items() if is_so]


LEADERS_OWN = (t.SignalGiven, t.ClockHanded, t.HintSwitched, t.WentOnWithout)
PRESENTERS_OWN = (t.PauseNeeded, t.PauseAnswered, t.WordAsked, t.WordTakenBack, t.WordDeclined)
SOMEBODYS_OWN = (t.LineNoted, t.SeatClaimed, t.ClaimTurned, t.ClaimEnded, e.Knocked)
OFFERS = (e.CaseOffered, e.AskedToPresent, e.AskingDeclined)


def may_notice(change: Change, circle: Circle) -> frozenset[int]:
    """Who may see anything of this change, besides the leaders (L1, L7, C2, D1, D7, O2, S11)."""
    everybody = frozenset(NAMES)
    match change:
        case _ if isinstance(change, LEADERS_OWN):
            return frozenset()
        case _ if isinstance(change, PRESENTERS_OWN):
            return frozenset({circle.presenter or 0})
        case t.ObserverAgreedTo(by=by):
            return frozenset({by})
        case t.SeatClaimed() | t.ClaimEnded() | e.Knocked() if circle.seat(change.seat).role is Role.OBSERVER:
            return everybody
        case _ if isinstance(change, OFFERS) and circle.frame.offers_seen_by_all:
            return everybody
        case _ if isinstance(change, SOMEBODYS_OWN + OFFERS):
            return frozenset({change.seat})
        case _:
            return everybody


def views_besides(scene: Scene, seats: frozenset[int]) -> dict[int, View | Waiting]:
    """What everybody sees who is neither a leader nor on one of these seats."""
    return {
        seat.number: view_for(scene.circle, seat.number, scene.now_ms)
        for seat in scene.circle.seats
        if seat.role is not Role.FACILITATOR and seat.number not in seats
    }


def check(scene: Scene) -> None:
    circle = scene.circle
    heard = may_be_heard(circle)
    assert OLGA not in heard
    if circle.phase in {Phase.SIT_BACK, Phase.REFLECTION}:
        assert circle.presenter is not None
        if circle.frame.sit_back is SitBack.ENFORCED or (
            circle.frame.sit_back is SitBack.SOFT and not circle.let_speak
        ):
            assert circle.presenter not in heard
            assert not circle.seat(circle.presenter).microphone_open
            opened = e.MicrophoneOpened(at_ms=scene.now_ms, seat=circle.presenter)
            assert circle.presenter not in may_be_heard(evolve(circle, opened))
    if circle.ended:
        assert not heard
    for seat in heard:
        assert circle.seat(seat).here
        assert circle.seat(seat).microphone_open
        assert not circle.seat(seat).silenced
        assert circle.role_of(seat) in circle.row.heard or circle.sits_back(seat)
    assert circle.presenter not in circle.outer
    assert circle.frame.fishbowl or not circle.outer
    for seat in circle.outer:
        assert circle.seat(seat).role is Role.MEMBER
        if circle.row.belongs_to_case:
            assert seat not in heard
            assert not circle.seat(seat).microphone_open
    assert circle.presenter is None or circle.seat(circle.presenter).role is Role.MEMBER
    assert circle.phase is Phase.LINGERING or not breakout(circle)
    assert circle.led or not circle.row.timed or isinstance(circle.clock, Paused)
    assert not (circle.held and circle.led)
    assert all(time.ended_ms == then.began_ms for time, then in pairwise(circle.phase_times))
    before_any_case = not any(PHASES[time.phase].belongs_to_case for time in circle.phase_times)
    if before_any_case and circle.phase is Phase.GATHERING:
        assert circle.begun is (max(members_ms(circle, scene.now_ms).values(), default=0) >= TRIED_MS)
    assert circle.begun is (len(circle.phase_times) > 1)
    case = case_of(circle.plan, circle.step)
    assert case is None or circle.ended or circle.presenters[case] == circle.presenter
    if case is None and circle.presenter is not None:
        coming = circle.coming_case
        assert coming is not None
        assert circle.presenter_at(coming) in {circle.presenter, None}, "None: they are at the door"
    waiting = [claim.seat for claim in circle.transient.claims.values() if claim.waits]
    assert len(waiting) == len(set(waiting))
    assert all(circle.seat(seat).seated for seat in waiting)
    for seat in circle.seats:
        assert (bool(seat.stays) and seat.stays[-1].left_ms is None) is seat.here
        view = view_for(circle, seat.number, scene.now_ms)
        assert isinstance(view, View) is seat.seated
        if isinstance(view, View):
            if view.you.role is Role.MEMBER and seat.asked and seat.here:
                assert {"accept_to_present", "decline_to_present"} <= set(view.you.can)
            assert (view.leading is not None) is (seat.role is Role.FACILITATOR)
            assert all(seen.sound is Sounding.CONNECTED for seen in view.seats if seen.voice is Voice.HEARD)


def check_wakes(scene: Scene) -> None:
    """Once what is due has been done, the circle is woken for something that is still to come."""
    due = react(scene.circle, n.TimeUp(), scene.now_ms)
    assert not isinstance(due, Refused)
    at_ms = wake_at_ms(reduce(apply_change, due, scene.circle), scene.now_ms)
    assert at_ms is None or at_ms > scene.now_ms


def begin(template: Template, phase: Phase, sit_back: SitBack = SitBack.ENFORCED) -> Scene:
    """A meeting that has come to this phase: in the case Piet presents, before it most have yet to knock."""
    frame = {"sit_back": sit_back, "fishbowl": template is Template.FISHBOWL_90}
    if phase in {Phase.GATHERING, Phase.OPENING}:
        scene = Scene(template, knocking=True, **frame).arrive(FRIDA, MIA).until(phase)
        return scene.after(TRIED_MS / MINUTE_MS - 1)
    if phase is Phase.LINGERING:
        scene = piet_presents(Phase.PRESENTER_RETURNS, template, **frame)
        return scene.asks(FRIDA, c.SkipTo(step=len(scene.circle.plan) - 1, seen=scene.circle.step))
    return piet_presents(phase, template, **frame)


@settings(max_examples=times(1000, 3), deadline=None)
@given(
    template=st.sampled_from(Template),
    phase=st.sampled_from(PHASES_OF_A_MEETING),
    sit_back=st.sampled_from(SitBack),
    moves=st.lists(MOVE, max_size=50),
)
def test_whatever_is_asked_the_invariants_hold(
    template: Template, phase: Phase, sit_back: SitBack, moves: list[tuple[str, int, object]]
) -> None:
    """H1, H2, H3, H4, H5, H6, H9, M3, M6, C4, E1, E4, E6, E8, L1, L7, C2, D1, D7, D9, D11, O2, S8, S9, S11;
    and `replay(log)`, also in pieces, is the live state."""
    scene = begin(template, phase, sit_back)
    for move in moves:
        play(scene, move)
        check(scene)
        check_wakes(scene)
    whole, half = replay(scene.log), len(scene.log) // 2
    pieces = replay(scene.log[half:], replay(scene.log[:half]))
    assert whole == scene.circle
    assert (pieces, pieces.transient) == (whole, whole.transient)


def forms(command: c.Command) -> list[c.Command]:
    """What a view means that names this command: minutes, whether they are given or taken."""
    return [replace(command, minutes=by) for by in (-1, 1)] if isinstance(command, c.ChangeTime) else [command]


@settings(max_examples=times(500, 3), deadline=None)
@given(
    template=st.sampled_from([Template.TWO_CASES_90, Template.FISHBOWL_90]),
    phase=st.sampled_from(PHASES_OF_A_MEETING),
    moves=st.lists(MOVE, max_size=40),
    probes=st.lists(st.tuples(SEAT, COMMAND), min_size=5, max_size=5),
)
def test_permission_in_the_view_is_permission_in_decide(
    template: Template, phase: Phase, moves: list[tuple[str, int, object]], probes: list[tuple[int, c.Command]]
) -> None:
    """W1: both ways, for commands aimed at the running step."""
    scene = begin(template, phase)
    for move in moves:
        play(scene, move)
    for by, command in probes:
        if getattr(command, "seen", scene.circle.step) != scene.circle.step:
            continue
        if isinstance(command, c.ChangePlaces) and frozenset(command.outer) != scene.circle.outer:
            continue
        if isinstance(command, c.TakeFromReflection) and command.minutes != 1:
            continue
        if getattr(command, "of", None) is not None or getattr(command, "name", None) is not None:
            continue  # what was seen may be so no more
        if isinstance(command, c.BoundLingering | c.SwitchHint):
            continue  # a view names them without their yes or no
        accepted = any(not isinstance(decide(scene.circle, form, by, scene.now_ms), Refused) for form in forms(command))
        view = view_for(scene.circle, by, scene.now_ms)
        if isinstance(view, Waiting):
            assert not accepted
            continue
        match command:
            case c.SkipTo(step=step):
                shown = 0 <= step < len(view.plan) and view.plan[step].can_skip_to
            case c.AgreeToObserver():
                shown = any(asks.can_agree for asks in view.observers_ask if asks.number == command.seat)
            case _ if isinstance(command, Aimed):
                at_door = view.leading.at_door if view.leading else ()
                shown = any(command.type in s.can for s in (*view.seats, *at_door) if s.number == command.seat)
            case _:
                shown = command.type in view.you.can
        assert shown == accepted, command
