"""What happened, in the past tense, as it is kept. A field never changes its meaning.

Every event carries `at_ms`, milliseconds since 1970 by the server's clock. No event has room for a word about a case
(E3): the only texts are the circle's title, its sentence about confidentiality, and the names people gave. Their order:
the circle itself, people and the door, the case, steps and time, who is heard and from where, the end.
"""

from dataclasses import dataclass, field
from typing import Literal

from app.circle.frame import Frame
from app.circle.phases import Role
from app.circle.plan import Step
from app.circle.seats import Announced


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleOpened:
    """The first event of every circle. `roles[i]` is what seat `i + 1` is invited as.

    `lock` is the lock of a sealed circle (V1); None where voices are not sealed, as in events of earlier releases.
    `notes_presence`: that people are still here is noted each minute (G25); a circle of a group does.
    `announced` are the observers whom a group has agreed to beforehand (G13), `planned_until_ms` is when its meeting is
    planned to end; None of any other, as in events of earlier releases.
    """

    at_ms: int
    title: str
    plan: tuple[Step, ...]
    roles: tuple[Role, ...]
    frame: Frame = field(default_factory=Frame)
    lock: str | None = None
    notes_presence: bool = False
    announced: tuple[Announced, ...] = ()
    planned_until_ms: int | None = None
    type: Literal["circle_opened"] = "circle_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceNoted:
    """Whoever is here is still here. If the server dies, no more than what comes after it is unknown (G25)."""

    at_ms: int
    type: Literal["presence_noted"] = "presence_noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A person took the seat by its invitation, under this name."""

    at_ms: int
    seat: int
    name: str
    type: Literal["entered"] = "entered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """The same page is connected again; everything is as it was."""

    at_ms: int
    seat: int
    type: Literal["returned"] = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """The person's connection broke; the seat is kept.

    `seen_ms` is until when the person is known to have been here, where that is earlier: the server had stopped.
    """

    at_ms: int
    seat: int
    seen_ms: int | None = None
    type: Literal["dropped"] = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class WentAway:
    """The person left on purpose; the seat is kept."""

    at_ms: int
    seat: int
    type: Literal["went_away"] = "went_away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knocked:
    """Somebody stands at the door with this seat's invitation, under this name."""

    at_ms: int
    seat: int
    name: str
    type: Literal["knocked"] = "knocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """They were let in from the door: by a facilitator, or without being asked where nobody has to be (D8, O1)."""

    at_ms: int
    seat: int
    type: Literal["admitted"] = "admitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentToDoor:
    """A facilitator sent them back to the door."""

    at_ms: int
    seat: int
    type: Literal["sent_to_door"] = "sent_to_door"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationEnded:
    """The invitation to this seat has ended: by a facilitator (D5), or the group invites its person no more (D10)."""

    at_ms: int
    seat: int
    type: Literal["invitation_ended"] = "invitation_ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRenewed:
    """The person of this seat has a new invitation, so often by now; whoever came by an earlier one is not here."""

    at_ms: int
    seat: int
    renewals: int
    type: Literal["invitation_renewed"] = "invitation_renewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorClosed:
    """Whoever is not seated has to knock."""

    at_ms: int
    type: Literal["door_closed"] = "door_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorOpened:
    """The door is as the frame has it again."""

    at_ms: int
    type: Literal["door_opened"] = "door_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOffered:
    """This member has a case (nothing about it is known or kept)."""

    at_ms: int
    seat: int
    type: Literal["case_offered"] = "case_offered"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferWithdrawn:
    """The member took the offer back, or stepped down before the case began."""

    at_ms: int
    seat: int
    type: Literal["offer_withdrawn"] = "offer_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedToPresent:
    """A facilitator asked this member to present."""

    at_ms: int
    seat: int
    type: Literal["asked_to_present"] = "asked_to_present"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingDeclined:
    """The member declined to present."""

    at_ms: int
    seat: int
    type: Literal["asking_declined"] = "asking_declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenterNamed:
    """This member, having agreed, is the presenter of the coming case."""

    at_ms: int
    seat: int
    type: Literal["presenter_named"] = "presenter_named"


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenterRestored:
    """This member presents again: the meeting is about to begin a step of the case that is theirs."""

    at_ms: int
    seat: int
    type: Literal["presenter_restored"] = "presenter_restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBegun:
    """The meeting moved to this step (an index of the plan) and its clock runs from now."""

    at_ms: int
    step: int
    type: Literal["step_begun"] = "step_begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShortened:
    """A later step of the plan was given fewer minutes."""

    at_ms: int
    step: int
    minutes: int
    type: Literal["step_shortened"] = "step_shortened"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeChanged:
    """The running step was given this many minutes more (negative: fewer)."""

    at_ms: int
    minutes: int
    type: Literal["time_changed"] = "time_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPaused:
    """The step's clock was stopped."""

    at_ms: int
    type: Literal["clock_paused"] = "clock_paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockResumed:
    """The step's clock was started again."""

    at_ms: int
    type: Literal["clock_resumed"] = "clock_resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleHeld:
    """No leader is there: the clock stands until one is."""

    at_ms: int
    type: Literal["circle_held"] = "circle_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleReleased:
    """A leader is there again: the clock runs on."""

    at_ms: int
    type: Literal["circle_released"] = "circle_released"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSilenced:
    """A facilitator silenced this person; their switch is closed with it."""

    at_ms: int
    seat: int
    type: Literal["person_silenced"] = "person_silenced"


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceLifted:
    """This person may be heard again."""

    at_ms: int
    seat: int
    type: Literal["silence_lifted"] = "silence_lifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneOpened:
    """The person opened their own switch."""

    at_ms: int
    seat: int
    type: Literal["microphone_opened"] = "microphone_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneClosed:
    """The person closed their own switch."""

    at_ms: int
    seat: int
    type: Literal["microphone_closed"] = "microphone_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenterLetSpeak:
    """A facilitator opened the floor to the presenter who sits back softly."""

    at_ms: int
    seat: int
    type: Literal["presenter_let_speak"] = "presenter_let_speak"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesChanged:
    """In a fishbowl these seats, and no others, are in the outer circle from now on."""

    at_ms: int
    outer: tuple[int, ...]
    type: Literal["places_changed"] = "places_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefEntered:
    """This leader went to the leaders' debrief."""

    at_ms: int
    seat: int
    type: Literal["debrief_entered"] = "debrief_entered"


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefLeft:
    """This leader came back to those who linger."""

    at_ms: int
    seat: int
    type: Literal["debrief_left"] = "debrief_left"


@dataclass(frozen=True, slots=True, kw_only=True)
class LingeringBounded:
    """Whether the lingering room closes when its time is up. Where it is up already, the room has its time again."""

    at_ms: int
    bounded: bool
    type: Literal["lingering_bounded"] = "lingering_bounded"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleEnded:
    """The meeting is over. Only its record is kept."""

    at_ms: int
    type: Literal["circle_ended"] = "circle_ended"


Event = (
    CircleOpened
    | PresenceNoted
    | Entered
    | Returned
    | Dropped
    | WentAway
    | Knocked
    | Admitted
    | SentToDoor
    | InvitationEnded
    | InvitationRenewed
    | DoorClosed
    | DoorOpened
    | CaseOffered
    | OfferWithdrawn
    | AskedToPresent
    | AskingDeclined
    | PresenterNamed
    | PresenterRestored
    | StepBegun
    | StepShortened
    | TimeChanged
    | ClockPaused
    | ClockResumed
    | CircleHeld
    | CircleReleased
    | PersonSilenced
    | SilenceLifted
    | MicrophoneOpened
    | MicrophoneClosed
    | PresenterLetSpeak
    | PlacesChanged
    | DebriefEntered
    | DebriefLeft
    | LingeringBounded
    | CircleEnded
)
