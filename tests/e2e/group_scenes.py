"""Scenes of a group whose people have names as people have: as they are before, on, and after the day of a meeting."""

from datetime import date, time

from app.circle.phases import Phase
from app.circle.plan import Step, Template
from app.circle.replacing import replace
from app.group.commands_attendance import ConfirmMeeting, CorrectMeeting, PersonMinutes
from app.group.commands_coming import AgreeToGuest, InviteGuest, SayComing
from app.group.commands_dates import CancelMeeting, MoveMeeting
from app.group.commands_erasure import AskErasure
from app.group.commands_frame import ChangeFrame
from app.group.commands_links import RenewLink
from app.group.commands_log import AssignParts
from app.group.commands_mail import NoteMail, ProveMail
from app.group.commands_people import NoteAccreditation, RenamePerson
from app.group.meeting import Assigned, LeaderPart
from app.group.terms import Terms
from app.group.today import with_circle
from app.web.link_key import link_key_of
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, PIET, GroupScene

NAMES = {
    FRIDA: "Frida Lindqvist",
    FINN: "Finn O’Brien",
    PIET: "Piet Janssen",
    MIA: "Mia Vos",
    MAX: "Dr. Annemarie van den Broek-Hoogendijk",
    ADA: "نور الدين",
}
OWN_PLAN = tuple(
    Step(phase=phase, minutes=minutes)
    for phase, minutes in (
        (Phase.OPENING, 6),
        (Phase.PRESENTATION, 10),
        (Phase.CLARIFYING_QUESTIONS, 8),
        (Phase.SIT_BACK, 1),
        (Phase.REFLECTION, 35),
        (Phase.PRESENTER_RETURNS, 10),
        (Phase.CLOSING, 5),
    )
)
EVERYBODY = [(number, 88.0) for number in NAMES]


def new_group(zone: str = "Europe/Berlin", **terms: object) -> GroupScene:
    """Nothing is planned yet."""
    scene = GroupScene("2027-03-01 12:00", zone, **{"template": Template.ONE_CASE_90} | terms)
    for number, name in NAMES.items():
        scene.asks(FRIDA, RenamePerson(person=number, name=name))
    return scene


def planned(zone: str = "Europe/Berlin", **terms: object) -> GroupScene:
    """A meeting every two weeks, over the change of clocks; one is moved, one cancelled, and some cannot come."""
    scene = new_group(zone, **terms).plans("2027-03-02", count=7)
    first, second, third, fourth, *_ = (meeting.number for meeting in scene.group.meetings)
    scene.asks(FRIDA, MoveMeeting(meeting=third, on=date(2027, 3, 31), at=time(19)))
    scene.asks(FRIDA, CancelMeeting(meeting=fourth))
    scene.asks(MAX, SayComing(meeting=first, coming=False))
    for absent in (FINN, ADA, PIET):
        scene.asks(absent, SayComing(meeting=second, coming=False))
    return scene


def with_guest(observes: bool = True) -> GroupScene:
    scene = planned()
    return scene.asks(FRIDA, InviteGuest(meeting=scene.first(), name="Olga Petrova", observes=observes))


def agreed_without_max() -> GroupScene:
    """Ten minutes before a meeting to which Max had said that he cannot come: the others have agreed to its guest."""
    scene = with_guest()
    for person in (FINN, PIET, MIA, ADA):
        scene.asks(person, AgreeToGuest(meeting=scene.first(), guest=guest_of(scene), agrees=True))
    return scene.at("2027-03-02 16:50")


def with_link_waiting() -> GroupScene:
    """A new link was asked for by Frida's own one, and nobody has opened it."""
    return planned().asks(FRIDA, RenewLink(person=FRIDA))


def sealed() -> GroupScene:
    """Its links have a key, which nobody's on the stage has."""
    scene = planned()
    scene.group = replace(scene.group, lock=link_key_of(bytes(range(16))).lock)
    return scene


def mailing() -> GroupScene:
    """At a server that sends mail: Mia has proved an address, and a code is on its way to another one."""
    scene = planned()
    scene.sends_mail = True
    scene.asks(MIA, NoteMail(address="mia@example.org"))
    proof = scene.group.one(MIA).proof
    scene.asks(MIA, ProveMail(code=proof.code if proof else ""))
    return scene.asks(MIA, NoteMail(address="mia.vos@hospital.example"))


def guest_of(scene: GroupScene) -> int:
    return next(guest.number for _, guest in scene.group.guests())


def on_the_day(**terms: object) -> GroupScene:
    """Ten minutes before it begins."""
    return planned(**terms).at("2027-03-02 16:50")


def in_the_circle() -> GroupScene:
    """The same, and its circle is open."""
    scene = on_the_day()
    scene.group = with_circle(scene.group, scene.meeting(scene.first()), "circle", lock=None)
    return scene


def held(cases: int = 1, **terms: object) -> GroupScene:
    """The day after a meeting, which nobody has confirmed yet."""
    scene = planned(**terms)
    scene.holds(scene.first(), [(number, 88 if number != MAX else 41.5) for number in NAMES], cases)
    return scene.at("2027-03-03 09:00")


def confirmed(**terms: object) -> GroupScene:
    """The same with two cases, confirmed; a facilitator has corrected what was noted of one person."""
    scene = held(cases=2, **terms)
    parts = (
        Assigned(person=FRIDA, part=LeaderPart.LEAD, case=1),
        Assigned(person=FRIDA, part=LeaderPart.CO_LEAD, case=2),
    )
    scene.asks(FRIDA, AssignParts(meeting=scene.first(), parts=parts))
    scene.asks(FRIDA, CorrectMeeting(meeting=scene.first(), minutes=(PersonMinutes(person=MAX, minutes=60),)))
    return scene.asks(FRIDA, ConfirmMeeting(meeting=scene.first()))


def attested() -> GroupScene:
    """Half a year, all of it confirmed; what was noted of Mia was corrected once."""
    scene = new_group(organiser="Balint Society of the North")
    scene.plans("2027-03-02", count=12).asks(FRIDA, NoteAccreditation(words="Balint leader, DBG 1234"))
    for place, meeting in enumerate(scene.group.meetings):
        scene.holds(meeting.number, [(number, 88 - place if number == MIA else 90) for number in NAMES])
        if place == 4:
            corrected = (PersonMinutes(person=MIA, minutes=90),)
            scene.asks(FRIDA, CorrectMeeting(meeting=meeting.number, minutes=corrected))
        scene.asks(FRIDA, ConfirmMeeting(meeting=meeting.number, vnr=f"27611020270{place:08}"))
    return scene


def changed_frame() -> GroupScene:
    scene = planned()
    terms = Terms(steps=OWN_PLAN, fair_turn=True, end_card=True, quorum=5, organiser="Balint Society")
    return scene.asks(FRIDA, ChangeFrame(name="Tuesday group", terms=terms))


def to_be_erased() -> GroupScene:
    return planned().asks(FINN, AskErasure())
