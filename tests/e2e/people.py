"""Scenes of the pure core with people whose names are as long and as various as people's names are."""

from app.circle import commands as c
from app.circle.cards import Signal
from app.circle.notices import Spoke
from app.circle.phases import Phase, Role
from app.circle.plan import TEMPLATES, Template
from app.circle.seats import SEATS_MAX
from tests.support.scene import FINN, FRIDA, MAX, MIA, PIET, Scene

SALMA, JORGE, OLGA = 6, 7, 8
"""Olga observes here, and has the last seat of a circle of eight."""
EIGHT = 8
NAMES = {
    FRIDA: "Frida Lindqvist",
    FINN: "Finn O’Brien",
    PIET: "Piet Janssen",
    MIA: "Mia Vos",
    MAX: "Dr. Max Hollenberg",
    SALMA: "Salma Haddad",
    JORGE: "Jorge Pinto",
    OLGA: "Olga Petrova",
    9: "Dr. Annemarie van den Broek-Hoogendijk",
    10: "Νίκος Παπαδόπουλος",
    11: "نور الدين",
    12: "Priya Raghunathan",
    13: "Björn Åkesson",
    14: "Nguyễn Thị Hương",
    15: "Prof. Dr. Giovanni Battista Ferrari",
    16: "Zoë",
}
QUIET = {MAX, JORGE}
"""Who has come with a closed microphone."""
GATHERED_MINUTES = 4
PART_OF_STEP = 0.4
"""How far the running step has come."""


def role_of(seat: int) -> Role:
    return {FRIDA: Role.FACILITATOR, FINN: Role.FACILITATOR, OLGA: Role.OBSERVER}.get(seat, Role.MEMBER)


def circle(seats: int = EIGHT, template: Template = Template.ONE_CASE_60, **frame: object) -> Scene:
    """A circle of so many seats that nobody has come to."""
    return Scene(template, [role_of(seat) for seat in range(1, seats + 1)], NAMES, **frame)


def gathered(seats: int = EIGHT, template: Template = Template.ONE_CASE_60, **frame: object) -> Scene:
    """Everybody has come."""
    everybody = range(1, seats + 1)
    scene = circle(seats, template, **frame).arrive(*everybody)
    for seat in everybody:
        if seat not in QUIET and role_of(seat) is not Role.OBSERVER:
            scene.asks(seat, c.OpenMicrophone())
    return scene.passes(GATHERED_MINUTES)


def at(phase: Phase, seats: int = EIGHT, template: Template = Template.ONE_CASE_60, **frame: object) -> Scene:
    """A meeting that has come to this phase in its time. Two have offered a case, and Piet presents."""
    scene = gathered(seats, template, **frame)
    while scene.circle.phase is not phase:
        if scene.circle.phase is Phase.CALL_FOR_CASE:
            scene.asks(FRIDA, c.NamePresenter(seat=PIET))
        scene.next()
        arrived_at(scene)
        minutes = TEMPLATES[template][scene.circle.step].minutes
        scene.passes(minutes * PART_OF_STEP if scene.circle.phase is phase else minutes)
    return scene


def arrived_at(scene: Scene) -> None:
    """What happens in this step in most meetings."""
    if scene.circle.phase is Phase.CALL_FOR_CASE:
        scene.asks(PIET, c.OfferCase()).asks(SALMA, c.OfferCase())
    if scene.circle.phase is Phase.REFLECTION:
        scene.notices(Spoke(seat=MIA)).notices(Spoke(seat=MAX)).asks(JORGE, c.WishToSpeak())
        scene.asks(FINN, c.GiveSignal(signal=Signal.BRING_THE_PATIENT_IN))


def full(phase: Phase = Phase.REFLECTION, **frame: object) -> Scene:
    """Sixteen people."""
    return at(phase, SEATS_MAX, **frame)


def speaker_in(phase: Phase) -> int:
    """Who speaks in the pictures of this phase: one at a time."""
    return {
        Phase.PRESENTATION: PIET,
        Phase.CLARIFYING_QUESTIONS: SALMA,
        Phase.REFLECTION: SALMA,
        Phase.PRESENTER_RETURNS: FINN,
    }.get(phase, FRIDA)
