"""What a person in the circle may ask. These are wire types: a browser sends them as they stand here.

A command that depends on where the meeting is carries `seen`, the index of the step the person was looking at;
if the circle has moved on since, it is refused as stale (P2). `seat` is the number of the person meant.
"""

from dataclasses import dataclass
from typing import Literal


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
    """Yes, I will present."""

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
    | Leave
    | EndCircle
)
