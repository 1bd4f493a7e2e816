"""The table of phases: their order, usual minutes, who is heard, and what each role is told to do.

Policy is read from this table and nowhere decided by `if phase == ...`. A new phase is one new row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is in the circle. `PRESENTER` is never invited: a member becomes it for one case."""

    FACILITATOR = "facilitator"
    PRESENTER = "presenter"
    MEMBER = "member"
    OBSERVER = "observer"


class Phase(StrEnum):
    """What the circle is doing, in the order of a meeting."""

    GATHERING = "gathering"
    OPENING = "opening"
    FOLLOW_UP = "follow_up"
    CALL_FOR_CASE = "call_for_case"
    PRESENTATION = "presentation"
    CLARIFYING_QUESTIONS = "clarifying_questions"
    SIT_BACK = "sit_back"
    REFLECTION = "reflection"
    PRESENTER_RETURNS = "presenter_returns"
    CLOSING = "closing"
    LINGERING = "lingering"
    ENDED = "ended"


class Guidance(StrEnum):
    """What one role is to do in one phase; the words are the page's."""

    ARRIVE = "arrive"
    WELCOME = "welcome"
    CHECK_IN = "check_in"
    BRIEF_NEWS = "brief_news"
    ASK_WHO_HAS_A_CASE = "ask_who_has_a_case"
    OFFER_IF_YOU_HAVE_ONE = "offer_if_you_have_one"
    TELL_THE_CASE = "tell_the_case"
    LISTEN = "listen"
    PROTECT_THE_TELLING = "protect_the_telling"
    ANSWER_FACTS = "answer_facts"
    ASK_FACTS = "ask_facts"
    KEEP_TO_FACTS = "keep_to_facts"
    LEAN_BACK = "lean_back"
    MAKE_ROOM = "make_room"
    HEAR_EVERYTHING = "hear_everything"
    IMAGINE = "imagine"
    HOLD_THE_REFLECTION = "hold_the_reflection"
    RETURN_AS_YOU_LIKE = "return_as_you_like"
    RECEIVE_THE_RETURN = "receive_the_return"
    HOLD_THE_RETURN = "hold_the_return"
    TAKE_LEAVE = "take_leave"
    CLOSE_WITHOUT_VERDICT = "close_without_verdict"
    LINGER = "linger"
    LINGER_OR_DEBRIEF = "linger_or_debrief"
    OBSERVE = "observe"
    FAREWELL = "farewell"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRow:
    """One row of the table.

    `minutes`: the least, usual and most that a plan may give it, whole minutes (P5). `heard`: the roles whose
    microphone the phase opens (H1). `belongs_to_case`: needs a presenter (P4). `sits_back`: the presenter's chair is
    outside the ring (M3). `timed`: its clock is one to keep, so that facilitators are given cues (T5).
    `takes_news`: of earlier cases (C7). `without_case`: what everybody but observers is told in place of the guidance,
    where there was no case.
    """

    minutes: tuple[int, int, int]
    heard: frozenset[Role]
    guidance: Mapping[Role, Guidance]
    belongs_to_case: bool = False
    sits_back: bool = False
    timed: bool = True
    takes_news: bool = False
    without_case: Guidance | None = None

    @property
    def usual_minutes(self) -> int:
        """What a plan gives it when nothing else is said."""
        return self.minutes[1]


def _told(facilitator: Guidance, presenter: Guidance, member: Guidance) -> Mapping[Role, Guidance]:
    return {
        Role.FACILITATOR: facilitator,
        Role.PRESENTER: presenter,
        Role.MEMBER: member,
        Role.OBSERVER: Guidance.OBSERVE,
    }


_EVERYBODY = frozenset({Role.FACILITATOR, Role.PRESENTER, Role.MEMBER})
_TELLING = frozenset({Role.FACILITATOR, Role.PRESENTER})
_ALL_BUT_PRESENTER = frozenset({Role.FACILITATOR, Role.MEMBER})
_NOBODY: frozenset[Role] = frozenset()

G = Guidance
PHASES: Mapping[Phase, PhaseRow] = {
    Phase.GATHERING: PhaseRow(
        minutes=(0, 5, 10),
        heard=_EVERYBODY,
        guidance=_told(G.WELCOME, G.ARRIVE, G.ARRIVE),
        timed=False,
    ),
    Phase.OPENING: PhaseRow(
        minutes=(1, 4, 10),
        heard=_EVERYBODY,
        guidance=_told(G.WELCOME, G.CHECK_IN, G.CHECK_IN),
    ),
    Phase.FOLLOW_UP: PhaseRow(
        minutes=(0, 3, 10),
        heard=_EVERYBODY,
        guidance=_told(G.BRIEF_NEWS, G.BRIEF_NEWS, G.BRIEF_NEWS),
        takes_news=True,
    ),
    Phase.CALL_FOR_CASE: PhaseRow(
        minutes=(1, 2, 10),
        heard=_EVERYBODY,
        guidance=_told(G.ASK_WHO_HAS_A_CASE, G.OFFER_IF_YOU_HAVE_ONE, G.OFFER_IF_YOU_HAVE_ONE),
    ),
    Phase.PRESENTATION: PhaseRow(
        minutes=(3, 7, 15),
        heard=_TELLING,
        guidance=_told(G.PROTECT_THE_TELLING, G.TELL_THE_CASE, G.LISTEN),
        belongs_to_case=True,
    ),
    Phase.CLARIFYING_QUESTIONS: PhaseRow(
        minutes=(1, 4, 10),
        heard=_EVERYBODY,
        guidance=_told(G.KEEP_TO_FACTS, G.ANSWER_FACTS, G.ASK_FACTS),
        belongs_to_case=True,
    ),
    Phase.SIT_BACK: PhaseRow(
        minutes=(1, 1, 1),
        heard=_ALL_BUT_PRESENTER,
        guidance=_told(G.MAKE_ROOM, G.LEAN_BACK, G.MAKE_ROOM),
        belongs_to_case=True,
        sits_back=True,
    ),
    Phase.REFLECTION: PhaseRow(
        minutes=(19, 30, 40),
        heard=_ALL_BUT_PRESENTER,
        guidance=_told(G.HOLD_THE_REFLECTION, G.HEAR_EVERYTHING, G.IMAGINE),
        belongs_to_case=True,
        sits_back=True,
    ),
    Phase.PRESENTER_RETURNS: PhaseRow(
        minutes=(5, 7, 10),
        heard=_EVERYBODY,
        guidance=_told(G.HOLD_THE_RETURN, G.RETURN_AS_YOU_LIKE, G.RECEIVE_THE_RETURN),
        belongs_to_case=True,
    ),
    Phase.CLOSING: PhaseRow(
        minutes=(1, 3, 5),
        heard=_EVERYBODY,
        guidance=_told(G.CLOSE_WITHOUT_VERDICT, G.TAKE_LEAVE, G.TAKE_LEAVE),
        without_case=G.FAREWELL,
    ),
    Phase.LINGERING: PhaseRow(
        minutes=(0, 15, 120),
        heard=_EVERYBODY,
        guidance=_told(G.LINGER_OR_DEBRIEF, G.LINGER, G.LINGER),
        timed=False,
    ),
    Phase.ENDED: PhaseRow(
        minutes=(0, 0, 0),
        timed=False,
        heard=_NOBODY,
        guidance=_told(G.FAREWELL, G.FAREWELL, G.FAREWELL),
    ),
}
