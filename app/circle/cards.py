"""Words between leaders: the fixed signals they give each other, and the prompt cards for what may come up.

Both are names; the words are the page's. No signal is ever kept, and neither reaches another seat's wire (L1, L4).
"""

from collections.abc import Mapping
from enum import StrEnum

from app.circle.phases import PHASES, Phase


class Signal(StrEnum):
    """What one leader can say to the other without the circle noticing."""

    MOVE_ON = "move_on"
    MORE_TIME = "more_time"
    YOUR_TURN = "your_turn"
    BRING_THE_PATIENT_IN = "bring_the_patient_in"
    ADVICE_CREEPING_IN = "advice_creeping_in"
    LOOK_AFTER_THE_PRESENTER = "look_after_the_presenter"
    SOMEONE_QUIET = "someone_quiet"
    HOLD_THE_SILENCE = "hold_the_silence"
    FIVE_MINUTES = "five_minutes"
    YES = "yes"
    NO = "no"
    HAND_ME_THE_CLOCK = "hand_me_the_clock"


class Card(StrEnum):
    """A situation a leader may want a sentence for."""

    ADVICE = "advice"
    FIXING = "fixing"
    JUDGING = "judging"
    TEACHING = "teaching"
    INTERROGATING = "interrogating"
    SPEAKING_TO_THE_PRESENTER = "speaking_to_the_presenter"
    ONLY_THE_DOCTOR = "only_the_doctor"
    SILENCE = "silence"
    ONE_VOICE = "one_voice"
    SOMEONE_UNHEARD = "someone_unheard"
    RETURNING = "returning"
    CLOSING = "closing"


CARDS: Mapping[Phase, tuple[Card, ...]] = dict.fromkeys(PHASES, ()) | {
    Phase.CALL_FOR_CASE: (Card.SILENCE,),
    Phase.PRESENTATION: (Card.SILENCE,),
    Phase.CLARIFYING_QUESTIONS: (Card.INTERROGATING, Card.ADVICE, Card.TEACHING),
    Phase.SIT_BACK: (Card.SPEAKING_TO_THE_PRESENTER,),
    Phase.REFLECTION: (
        Card.ADVICE,
        Card.FIXING,
        Card.JUDGING,
        Card.TEACHING,
        Card.SPEAKING_TO_THE_PRESENTER,
        Card.ONLY_THE_DOCTOR,
        Card.SILENCE,
        Card.ONE_VOICE,
        Card.SOMEONE_UNHEARD,
    ),
    Phase.PRESENTER_RETURNS: (Card.RETURNING, Card.ADVICE),
    Phase.CLOSING: (Card.CLOSING,),
}
"""Which cards lie ready in which phase. `CLOSING` takes leave of a case: it does so only where there was one."""
