"""The frame: what this circle has agreed on, chosen when it is opened and shown to everybody before they enter."""

from dataclasses import dataclass
from enum import StrEnum

SENTENCE_MAX = 300
"""Characters in a circle's own sentence about confidentiality."""


class SitBack(StrEnum):
    """How this circle's school sits back (M3, M6)."""

    ENFORCED = "enforced"
    """The presenter cannot be heard until returning."""
    SOFT = "soft"
    """Closed all the same, but the presenter may ask to speak and a facilitator may let them."""
    OFF = "off"
    """The chair moves back, the microphone is the presenter's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The agreement of one circle.

    `sentence` is what the circle says about confidentiality in its own words; empty means the page's usual one.
    """

    sentence: str = ""
    sit_back: SitBack = SitBack.ENFORCED
    offers_seen_by_all: bool = False
    digits_for_all: bool = False
    knocking: bool = False
    """Whether members wait at the door until a facilitator admits them. Observers do (O1)."""
    fishbowl: bool = False
    """Whether there is an outer circle, which listens while a case runs and changes places with the inner one.
    It follows from the template, also for steps of one's own, whatever is sent in its place."""
