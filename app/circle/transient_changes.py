"""Changes that are never kept: wishes to speak, signals, the shared card, who has been heard.

They are not events. The store has no form for them, so they cannot be written there by mistake (L1), and a server
that dies loses them.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.circle.cards import Signal
from app.circle.line_quality import WeakLine


class ClaimOutcome(StrEnum):
    """What became of a claim."""

    ADMITTED = "admitted"
    NOT_ME = "not_me"
    """The person on the seat said that it is not them."""
    TURNED_AWAY = "turned_away"
    """A facilitator said no."""
    UNINVITED = "uninvited"
    """The invitation has ended meanwhile."""
    WITHDRAWN = "withdrawn"
    """Whoever waited has gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WishMade:
    """This person would like to say something."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WishGone:
    """They took the wish back, or have spoken."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsShown:
    """This person has news of an earlier case; of which one is not known."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsGone:
    """They took that sign back."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNoted:
    """This person has been heard for a while."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundNoted:
    """From now on this person's sound is connected (`stands`), or is not."""

    at_ms: int
    seat: int
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LineNoted:
    """From now on this person's line is weak in this way, or good (None)."""

    seat: int
    weak: WeakLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalGiven:
    """A leader gave the others a signal."""

    at_ms: int
    by: int
    signal: Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockHanded:
    """This leader keeps the clock."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardShown:
    """The shared sentence was shown to the circle."""

    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HintSwitched:
    """From now on this leader sees who has not been heard yet (`on`), or does not."""

    seat: int
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseNeeded:
    """The presenter told the leaders: I need a pause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseAnswered:
    """A leader has seen it, and looks after the presenter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAsked:
    """The presenter, sitting back softly, asked for a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTakenBack:
    """They ask for none any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDeclined:
    """A leader answered: not now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOnWithout:
    """The leaders go on without the person on this seat."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObserverAgreedTo:
    """`by` agrees that the observer of this seat comes in."""

    seat: int
    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatClaimed:
    """Somebody came by the invitation to a seat that is a person's already, and waits to be let in."""

    at_ms: int
    seat: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTurned:
    """From now on who waits for this seat has it without an answer (`enters`), or has not; its person is told."""

    at_ms: int
    seat: int
    enters: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEnded:
    """The claim to this seat has been answered, or whoever made it has gone."""

    at_ms: int
    seat: int
    outcome: ClaimOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePassed:
    """Time has passed, so that a signal, the card or a waiting claim may have expired."""

    at_ms: int


TransientChange = (
    WishMade
    | WishGone
    | NewsShown
    | NewsGone
    | VoiceNoted
    | SoundNoted
    | LineNoted
    | SignalGiven
    | ClockHanded
    | CardShown
    | HintSwitched
    | PauseNeeded
    | PauseAnswered
    | WordAsked
    | WordTakenBack
    | WordDeclined
    | WentOnWithout
    | ObserverAgreedTo
    | SeatClaimed
    | ClaimTurned
    | ClaimEnded
    | TimePassed
)
