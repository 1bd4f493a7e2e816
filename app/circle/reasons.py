"""Why the circle says no: an expected answer, told to the asker alone."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why the circle says no. Stable codes; the words are the page's."""

    ENDED = "ended"
    NOT_HERE = "not_here"
    NOT_YOURS = "not_yours"
    NOT_NOW = "not_now"
    """Not in this phase, or not in a circle of this frame."""
    STALE = "stale"
    NO_SUCH_STEP = "no_such_step"
    NO_PRESENTER = "no_presenter"
    OUT_OF_BOUNDS = "out_of_bounds"
    ALREADY = "already"
    NO_SUCH_PERSON = "no_such_person"
    NO_CONSENT = "no_consent"
    NOT_AGREED = "not_agreed"
    """Not everybody who is asked has agreed to this observer."""
    CASE_HAS_BEGUN = "case_has_begun"
    IS_PRESENTER = "is_presenter"
    """Of the presenter of a running case this cannot be asked; end the case first."""
    SITTING_BACK = "sitting_back"
    SILENCED = "silenced"
    UNINVITED = "uninvited"
    NOT_KEPT = "not_kept"
    """The store could not keep it, or is not to keep so much of one seat, so it did not happen."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An expected no, told to the asker alone. Nothing has changed."""

    reason: Reason
