"""Anonymous answers: the end card of a meeting, and the quarterly item. Counts only, once, and from five answers on.

Nobody is shown a count while a card is open, so no answer, the fifth least of all, shows whose it was. When it closes,
who has answered goes; where there are too few answers, these go too. Until then the store has both: whoever can read it
may tell whose an answer was.
"""

from datetime import datetime, timedelta

from app.circle.replacing import replace
from app.circle.units import DAY_MS
from app.group.group import Group, QuarterCard
from app.group.meeting import AnswerCard, Meeting

ANSWERS_MIN = 5
"""Answers from which on the counts are shown."""
END_CARD_CHOICES = 4
QUARTERLY_CHOICES = 5
END_CARD_OPEN_MS = 2 * DAY_MS
"""How long after its end a meeting's card can be answered."""
QUARTERS_KEPT = 8


def answered(card: AnswerCard, by: int, choice: int, choices: int) -> AnswerCard:
    """The card with one answer more."""
    counts = card.counts or (0,) * choices
    counts = tuple(count + (at == choice) for at, count in enumerate(counts))
    return replace(card, counts=counts, answered=tuple(sorted((*card.answered, by))))


def closed(card: AnswerCard) -> AnswerCard:
    """The card once nobody can answer it any more."""
    enough = sum(card.counts) >= ANSWERS_MIN
    return AnswerCard(counts=card.counts if enough else (), closed=True)


def end_card_is_open(meeting: Meeting, now_ms: int) -> bool:
    """Whether those who were there can answer it now."""
    held = meeting.held
    return held is not None and not meeting.card.closed and now_ms < held.known_ms + END_CARD_OPEN_MS


def quarter_of(now_ms: int) -> str:
    """The quarter, by UTC: "2027-Q1"."""
    on = datetime(1970, 1, 1) + timedelta(milliseconds=now_ms)
    return f"{on.year}-Q{(on.month + 2) // 3}"


def quarter_card(group: Group, quarter: str) -> AnswerCard:
    """The card of this quarter, an empty one where nobody has answered yet."""
    return next((each.card for each in group.quarters if each.quarter == quarter), AnswerCard())


def with_quarter_card(group: Group, quarter: str, card: AnswerCard) -> Group:
    """The group with this card for this quarter."""
    others = tuple(each for each in group.quarters if each.quarter != quarter)
    return replace(group, quarters=(*others, QuarterCard(quarter=quarter, card=card))[-QUARTERS_KEPT:])


def with_unasked_dropped(group: Group) -> Group:
    """The group without the open cards of what it has switched off: nobody's answers are counted after that."""
    if not group.terms.end_card:
        for meeting in group.meetings:
            if not meeting.card.closed and meeting.card.counts:
                group = group.with_meeting(replace(meeting, card=AnswerCard()))
    if not group.terms.quarterly_item:
        group = replace(group, quarters=tuple(each for each in group.quarters if each.card.closed))
    return group


def with_cards_closed(group: Group, now_ms: int) -> Group:
    """The group with every card closed whose time is over. The same object where there is none.

    A later quarter's stays open: another node, whose clock is ahead, has taken answers for it already.
    """
    for meeting in group.meetings:
        if not meeting.card.closed and meeting.card.counts and not end_card_is_open(meeting, now_ms):
            group = group.with_meeting(replace(meeting, card=closed(meeting.card)))
    for each in group.quarters:
        if not each.card.closed and each.quarter < quarter_of(now_ms):
            group = with_quarter_card(group, each.quarter, closed(each.card))
    return group
