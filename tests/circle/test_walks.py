"""Thousands of random meetings: whatever is asked in whatever order, these hold after every step."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.circle import commands as c
from app.circle import notices as n
from app.circle.decide import decide, react
from app.circle.evolve import evolve, replay
from app.circle.hearing import may_be_heard
from app.circle.permission import Refused, allowed
from app.circle.phases import Phase, Role
from app.circle.plan import Template
from app.circle.view import view_for
from tests.support.scene import NAMES, OLGA, Scene, piet_presents

PHASES_OF_A_MEETING = (
    Phase.GATHERING,
    Phase.PRESENTATION,
    Phase.CLARIFYING_QUESTIONS,
    Phase.SIT_BACK,
    Phase.REFLECTION,
    Phase.PRESENTER_RETURNS,
)
SEAT = st.integers(1, len(NAMES))
STEP = st.integers(-1, 10)
MINUTES = st.integers(-10, 30)
COMMAND = st.one_of(
    st.builds(c.NextStep, seen=STEP),
    st.builds(c.GoBack, seen=STEP),
    st.builds(c.SkipTo, step=STEP, seen=STEP),
    st.builds(c.ChangeTime, minutes=MINUTES, seen=STEP),
    st.builds(c.PauseClock, seen=STEP),
    st.builds(c.ResumeClock, seen=STEP),
    st.builds(c.EndCircle, seen=st.just(9)),
    st.builds(c.AskToPresent, seat=SEAT),
    st.builds(c.NamePresenter, seat=SEAT),
    st.builds(c.SilencePerson, seat=SEAT),
    st.builds(c.LiftSilence, seat=SEAT),
    *(st.just(kind()) for kind in (c.OfferCase, c.WithdrawOffer, c.AcceptToPresent, c.DeclineToPresent)),
    *(st.just(kind()) for kind in (c.OpenMicrophone, c.CloseMicrophone, c.Leave)),
)
NOTICE = st.one_of(
    st.builds(n.Arrived, seat=SEAT, name=st.sampled_from(["A", "B"])),
    st.builds(n.CameBack, seat=SEAT),
    st.builds(n.LineLost, seat=SEAT),
    st.just(n.TimeUp()),
)
MOVE = st.one_of(
    st.tuples(st.just("ask"), SEAT, COMMAND),
    st.tuples(st.just("allowed"), SEAT, st.integers(0, 200)),  # one that is permitted, so that walks get far
    st.tuples(st.just("notice"), SEAT, NOTICE),
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
        if kind == "allowed":
            open_now = list(allowed(scene.circle, seat))
            if not open_now:
                return
            command = open_now[what % len(open_now)]  # type: ignore[operator]
        outcome = decide(scene.circle, command, seat, scene.now_ms)  # type: ignore[arg-type]
        assert not (kind == "allowed" and isinstance(outcome, Refused)), (command, outcome)
    if isinstance(outcome, Refused):
        return
    for event in outcome:
        before = scene.circle
        scene.circle = evolve(scene.circle, event)
        scene.log.append(event)
        assert scene.circle.version == before.version + 1


def check(scene: Scene) -> None:
    circle = scene.circle
    heard = may_be_heard(circle)
    assert OLGA not in heard
    if circle.phase in {Phase.SIT_BACK, Phase.REFLECTION}:
        assert circle.presenter is not None
        assert circle.presenter not in heard
        assert not circle.seat(circle.presenter).microphone_open
    if circle.ended:
        assert not heard
    for seat in heard:
        assert circle.seat(seat).here
        assert circle.seat(seat).microphone_open
        assert not circle.seat(seat).silenced
        assert circle.role_of(seat) in circle.row.heard
    assert circle.presenter is None or circle.seat(circle.presenter).role is Role.MEMBER


def begin(template: Template, phase: Phase) -> Scene:
    """A meeting that has come to this phase, with Piet as its presenter once it is in the case."""
    return Scene(template).arrive(*NAMES) if phase is Phase.GATHERING else piet_presents(phase, template)


@settings(max_examples=2000, deadline=None)
@given(
    template=st.sampled_from(Template), phase=st.sampled_from(PHASES_OF_A_MEETING), moves=st.lists(MOVE, max_size=60)
)
def test_whatever_is_asked_the_invariants_hold(
    template: Template, phase: Phase, moves: list[tuple[str, int, object]]
) -> None:
    """H1, H2, H3, H4, H5, H6, M3, E1; and `replay(log)` is the live state."""
    scene = begin(template, phase)
    for move in moves:
        play(scene, move)
        check(scene)
    assert replay(scene.log) == scene.circle


@settings(max_examples=500, deadline=None)
@given(
    phase=st.sampled_from(PHASES_OF_A_MEETING),
    moves=st.lists(MOVE, max_size=40),
    probes=st.lists(st.tuples(SEAT, COMMAND), min_size=5, max_size=5),
)
def test_permission_in_the_view_is_permission_in_decide(
    phase: Phase, moves: list[tuple[str, int, object]], probes: list[tuple[int, c.Command]]
) -> None:
    """W1: both ways, for commands aimed at the running step."""
    scene = begin(Template.TWO_CASES_90, phase)
    for move in moves:
        play(scene, move)
    for by, command in probes:
        if getattr(command, "seen", scene.circle.step) != scene.circle.step:
            continue
        if isinstance(command, c.ChangeTime) and command.minutes != 1:
            continue
        accepted = not isinstance(decide(scene.circle, command, by, scene.now_ms), Refused)
        view = view_for(scene.circle, by)
        match command:
            case c.SkipTo(step=step):
                shown = 0 <= step < len(view.plan) and view.plan[step].can_skip_to
            case c.AskToPresent() | c.NamePresenter() | c.SilencePerson() | c.LiftSilence():
                shown = any(command.type in seat.can for seat in view.seats if seat.number == command.seat)
            case _:
                shown = command.type in view.you.can
        assert shown == accepted, command
