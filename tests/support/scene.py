"""Scenes of the pure core, with people.

Frida and Finn facilitate, Piet presents, Mia and Max are members, Olga observes.
"""

from collections.abc import Mapping, Sequence

from app.circle import commands as c
from app.circle.decide import decide, open_circle, react
from app.circle.door import missing_agreement
from app.circle.events import Event
from app.circle.evolve import Change, apply_change, replay
from app.circle.frame import Frame
from app.circle.hearing import may_be_heard
from app.circle.leading import Leading
from app.circle.notices import Arrived, CameBack, ConnectionLost, Notice, SoundChanged, TimeUp
from app.circle.phases import Phase, Role
from app.circle.plan import TEMPLATES, Template
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from app.circle.state import Circle
from app.circle.timing import wake_at_ms
from app.circle.transient_changes import TransientChange
from app.circle.view import SeatView, View
from app.circle.viewing import view_for
from tests.support.clock import START_MS

FRIDA, FINN, PIET, MIA, MAX, OLGA = 1, 2, 3, 4, 5, 6
NAMES = {FRIDA: "Frida", FINN: "Finn", PIET: "Piet", MIA: "Mia", MAX: "Max", OLGA: "Olga"}
SPEAKERS = (FRIDA, FINN, PIET, MIA, MAX)
ROLES = (Role.FACILITATOR, Role.FACILITATOR, Role.MEMBER, Role.MEMBER, Role.MEMBER, Role.OBSERVER)
MINUTE_MS = 60_000


class Scene:
    """A circle, its log and its time. Commands are accepted unless `refuses` is asked."""

    def __init__(
        self,
        template: Template = Template.ONE_CASE_60,
        roles: Sequence[Role] = ROLES,
        names: Mapping[int, str] = NAMES,
        **frame: object,
    ) -> None:
        self.now_ms = START_MS
        self.names = names
        opened = open_circle("Tuesday circle", TEMPLATES[template], tuple(roles), self.now_ms, Frame(**frame))  # type: ignore[arg-type]
        self.log: list[Event] = [opened]
        self.circle: Circle = replay(self.log)

    def happens(self, outcome: Refused | tuple[Change, ...]) -> "Scene":
        assert not isinstance(outcome, Refused), outcome
        for change in outcome:
            self.circle = apply_change(self.circle, change)
            if not isinstance(change, TransientChange):
                self.log.append(change)
        return self

    def notices(self, notice: Notice) -> "Scene":
        return self.happens(react(self.circle, notice, self.now_ms))

    def asks(self, by: int, command: c.Command) -> "Scene":
        return self.happens(decide(self.circle, command, by, self.now_ms))

    def refuses(self, by: int, command: c.Command) -> Reason:
        before = self.circle
        outcome = decide(self.circle, command, by, self.now_ms)
        assert isinstance(outcome, Refused), f"accepted: {outcome}"
        assert self.circle is before
        return outcome.reason

    def arrive(self, *seats: int) -> "Scene":
        """These people come in; an observer, once everybody here has agreed and Frida has opened the door."""
        for seat in seats:
            self.knocks(seat)
            if self.circle.seat(seat).role is Role.OBSERVER:
                self.everybody_agrees(seat)
            if self.circle.seat(seat).presence is Presence.KNOCKING:
                self.asks(FRIDA, c.Admit(seat=seat))
            self.sounds(seat)
        return self

    def knocks(self, seat: int) -> "Scene":
        return self.notices(Arrived(seat=seat, name=self.names[seat]))

    def everybody_agrees(self, observer: int) -> "Scene":
        for seat in missing_agreement(self.circle, observer):
            self.asks(seat, c.AgreeToObserver(seat=observer))
        return self

    def wakes(self) -> "Scene":
        """The moment has come that the circle wanted to be woken at, and it is."""
        at_ms = wake_at_ms(self.circle, self.now_ms)
        assert at_ms is not None
        self.now_ms = max(self.now_ms, at_ms)
        return self.notices(TimeUp())

    def loses(self, seat: int) -> "Scene":
        return self.notices(ConnectionLost(seat=seat))

    def returns(self, seat: int) -> "Scene":
        return self.notices(CameBack(seat=seat)).sounds(seat)

    def sounds(self, seat: int, stands: bool = True) -> "Scene":
        """This person's sound has found its way, or has lost it."""
        return self.notices(SoundChanged(seat=seat, stands=stands))

    def passes(self, minutes: float) -> "Scene":
        """So much time goes by, and whatever becomes due is done."""
        until_ms = self.now_ms + int(minutes * MINUTE_MS)
        while (at_ms := wake_at_ms(self.circle, self.now_ms)) is not None and at_ms <= until_ms:
            self.wakes()
        self.now_ms = until_ms
        return self

    def after(self, minutes: float) -> "Scene":
        self.now_ms += int(minutes * MINUTE_MS)
        return self

    def next(self, by: int = FRIDA) -> "Scene":
        return self.asks(by, c.NextStep(seen=self.circle.step))

    def until(self, phase: Phase) -> "Scene":
        while self.circle.phase is not phase:
            self.next()
        return self

    def view(self, seat: int) -> View:
        view = view_for(self.circle, seat, self.now_ms)
        assert isinstance(view, View), view
        return view

    def leading(self, seat: int = FRIDA) -> Leading:
        leading = self.view(seat).leading
        assert leading
        return leading

    def seen(self, viewer: int, seat: int) -> SeatView:
        return next(s for s in self.view(viewer).seats if s.number == seat)

    @property
    def heard(self) -> set[int]:
        return set(may_be_heard(self.circle))


def everybody_here(template: Template = Template.ONE_CASE_60, **frame: object) -> Scene:
    """All six have come; those who may have opened their microphones."""
    scene = Scene(template, ROLES, NAMES, **frame).arrive(*NAMES)
    for seat in SPEAKERS:
        scene.asks(seat, c.OpenMicrophone())
    return scene


def piet_presents(
    phase: Phase = Phase.PRESENTATION, template: Template = Template.ONE_CASE_60, **frame: object
) -> Scene:
    """Piet offered and was named; the meeting has come to this phase."""
    scene = everybody_here(template, **frame).until(Phase.CALL_FOR_CASE)
    scene.asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    return scene.until(phase)
