"""What a person in the circle may ask. These are wire types: a browser sends them as they stand here.

A command that depends on where the meeting is carries `seen`, the index of the step the person was looking at;
if the circle has moved on since, it is refused as stale (P2). `seat` is the number of the person meant.
"""

from dataclasses import dataclass
from typing import Literal

from app.circle.cards import Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """Move the meeting to the next step of its plan."""

    seen: int
    type: Literal["next_step"] = "next_step"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoBack:
    """Go back to the step before; it is given its planned minutes again."""

    seen: int
    type: Literal["go_back"] = "go_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipTo:
    """Go straight to a step of the plan, forwards or back."""

    step: int
    seen: int
    type: Literal["skip_to"] = "skip_to"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTime:
    """Give the running step more minutes, or (negative) fewer. Whole minutes."""

    minutes: int
    seen: int
    type: Literal["change_time"] = "change_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseClock:
    """Stop the clock of the running step; the floor stays as it is."""

    seen: int
    type: Literal["pause_clock"] = "pause_clock"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeClock:
    """Let the clock run on from where it was stopped."""

    seen: int
    type: Literal["resume_clock"] = "resume_clock"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCase:
    """Say quietly: I have a case."""

    type: Literal["offer_case"] = "offer_case"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawOffer:
    """Take the offer back; also before the case has begun, when already named."""

    type: Literal["withdraw_offer"] = "withdraw_offer"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToPresent:
    """Ask a member who has not offered whether they would present."""

    seat: int
    type: Literal["ask_to_present"] = "ask_to_present"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptToPresent:
    """Yes, I will present: I am the presenter of the coming case from now on."""

    type: Literal["accept_to_present"] = "accept_to_present"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineToPresent:
    """No, not this time."""

    type: Literal["decline_to_present"] = "decline_to_present"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePresenter:
    """Make a member who has offered the presenter of the coming case."""

    seat: int
    type: Literal["name_presenter"] = "name_presenter"


@dataclass(frozen=True, slots=True, kw_only=True)
class SilencePerson:
    """Let one person not be heard, whatever the phase, until a facilitator lifts it."""

    seat: int
    type: Literal["silence_person"] = "silence_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftSilence:
    """Let a silenced person be heard again. Their microphone stays closed until they open it."""

    seat: int
    type: Literal["lift_silence"] = "lift_silence"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMicrophone:
    """Put my own microphone switch to open."""

    type: Literal["open_microphone"] = "open_microphone"


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseMicrophone:
    """Put my own microphone switch to closed."""

    type: Literal["close_microphone"] = "close_microphone"


@dataclass(frozen=True, slots=True, kw_only=True)
class WishToSpeak:
    """Show a soft sign at my seat: I would like to say something."""

    type: Literal["wish_to_speak"] = "wish_to_speak"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackWish:
    """Take the sign back."""

    type: Literal["take_back_wish"] = "take_back_wish"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveSignal:
    """Tell the other leaders, and nobody else, one of the fixed signals."""

    signal: Signal
    type: Literal["give_signal"] = "give_signal"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandClock:
    """Let this facilitator keep the clock from now on (oneself: take it)."""

    seat: int
    type: Literal["hand_clock"] = "hand_clock"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFromReflection:
    """Make up for lost time: shorten the coming reflection by whole minutes."""

    minutes: int
    seen: int
    type: Literal["take_from_reflection"] = "take_from_reflection"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCard:
    """Show the whole circle the one shared sentence; it goes by itself."""

    type: Literal["show_card"] = "show_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchHint:
    """Whether the leaders see who has not been heard yet."""

    on: bool
    type: Literal["switch_hint"] = "switch_hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedPause:
    """The presenter, to the leaders alone: I need a pause."""

    type: Literal["need_pause"] = "need_pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPause:
    """The presenter has been looked after."""

    type: Literal["answer_pause"] = "answer_pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class BringPresenterBack:
    """Go straight to the presenter's return."""

    seen: int
    type: Literal["bring_presenter_back"] = "bring_presenter_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCase:
    """End the case with care: go straight to what comes after it."""

    seen: int
    type: Literal["end_case"] = "end_case"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToSpeak:
    """The presenter, sitting back softly, asks the leaders for a word."""

    type: Literal["ask_to_speak"] = "ask_to_speak"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetPresenterSpeak:
    """Open the floor to the presenter who sits back softly, until the next step."""

    type: Literal["let_presenter_speak"] = "let_presenter_speak"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOnWithout:
    """Go on without the person whose line has been lost for long."""

    seat: int
    type: Literal["go_on_without"] = "go_on_without"


@dataclass(frozen=True, slots=True, kw_only=True)
class Admit:
    """Let in a person who knocks."""

    seat: int
    type: Literal["admit"] = "admit"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnAway:
    """Do not let in whoever is at the door of this seat."""

    seat: int
    type: Literal["turn_away"] = "turn_away"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowOtherDevice:
    """It is I who have opened my link on another device: let it take my seat over."""

    type: Literal["allow_other_device"] = "allow_other_device"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseOtherDevice:
    """It is not I who have opened my link."""

    type: Literal["refuse_other_device"] = "refuse_other_device"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendToDoor:
    """Send a person back to the door."""

    seat: int
    type: Literal["send_to_door"] = "send_to_door"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndInvitation:
    """End an invitation: its line, its seat and every later use of its link."""

    seat: int
    type: Literal["end_invitation"] = "end_invitation"


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDoor:
    """From now on whoever is not seated yet has to knock."""

    type: Literal["close_door"] = "close_door"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDoor:
    """Take that back."""

    type: Literal["open_door"] = "open_door"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeToObserver:
    """I agree that this observer comes in."""

    seat: int
    type: Literal["agree_to_observer"] = "agree_to_observer"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterDebrief:
    """Go apart with the other leaders; the others can neither hear nor enter."""

    type: Literal["enter_debrief"] = "enter_debrief"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveDebrief:
    """Come back to those who linger."""

    type: Literal["leave_debrief"] = "leave_debrief"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundLingering:
    """Whether the lingering room closes when its time is up."""

    bounded: bool
    seen: int
    type: Literal["bound_lingering"] = "bound_lingering"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Leave the circle. The seat is kept; the same invitation leads back to it."""

    type: Literal["leave"] = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCircle:
    """End the meeting for everybody and erase all but attendance and phase times."""

    seen: int
    type: Literal["end_circle"] = "end_circle"


Command = (
    NextStep
    | GoBack
    | SkipTo
    | ChangeTime
    | PauseClock
    | ResumeClock
    | OfferCase
    | WithdrawOffer
    | AskToPresent
    | AcceptToPresent
    | DeclineToPresent
    | NamePresenter
    | SilencePerson
    | LiftSilence
    | OpenMicrophone
    | CloseMicrophone
    | WishToSpeak
    | TakeBackWish
    | GiveSignal
    | HandClock
    | TakeFromReflection
    | ShowCard
    | SwitchHint
    | NeedPause
    | AnswerPause
    | BringPresenterBack
    | EndCase
    | AskToSpeak
    | LetPresenterSpeak
    | GoOnWithout
    | Admit
    | TurnAway
    | AllowOtherDevice
    | RefuseOtherDevice
    | SendToDoor
    | EndInvitation
    | CloseDoor
    | OpenDoor
    | AgreeToObserver
    | EnterDebrief
    | LeaveDebrief
    | BoundLingering
    | Leave
    | EndCircle
)
