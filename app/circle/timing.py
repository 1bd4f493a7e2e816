"""Soft time: what is left, when leaders are given a cue, and what an overrun costs. Time is an argument, in ms."""

from enum import StrEnum

from app.circle.phases import PHASES, Phase, Role
from app.circle.plan import meeting_minutes
from app.circle.seats import Presence, Seat
from app.circle.sounding import NO_SOUND_AFTER_MS
from app.circle.state import Circle, Paused, Running, StepClock
from app.circle.units import DAY_MS, HOUR_MS, MINUTE_MS

CUE_BEFORE_MS = 2 * MINUTE_MS
CUE_EVERY_MS = 5 * MINUTE_MS
LOST_LONG_MS = 2 * MINUTE_MS
"""How long a lost connection is waited for before the leaders are asked whether to go on (S7)."""
ABANDONED_AFTER_MS = 12 * HOUR_MS
"""A meeting that has begun ends by itself this long after everybody has gone, so that nothing stays on disk (E4). So
does a group's that has not: nobody looks in before its day, and the group waits for its record."""
NEVER_BEGUN_AFTER_MS = 90 * DAY_MS
"""The same, where somebody has entered but the meeting never began: people look in weeks ahead."""
UNUSED_AFTER_MS = 7 * DAY_MS
"""The same, where nobody has ever entered; counted from the circle's opening."""
LINGERED_AFTER_MS = 2 * MINUTE_MS
"""The same, for the lingering room, and where nobody can lead any more: long enough to come back after a lost line
(E5, D10)."""
TRIED_MS = 5 * MINUTE_MS
"""Whoever goes back to the gathering has only tried "next", unless a member was there for so long of it: longer than
one looks at steps while people arrive, and hardly longer than an opening (E4)."""
GOODBYE_MS = MINUTE_MS
"""How much of a bounded lingering room's time nobody can take from it (E5)."""

TOLD_TOGETHER_MS = 250
"""How long it is waited for others before it is said that somebody's sound has not connected: of twelve people who come
together everybody is shown it once, not twelve times."""

NOTE_PRESENCE_EVERY_MS = MINUTE_MS
"""How often it is noted that people are still here, so that a crash loses no more of their minutes (G25)."""


class Cue(StrEnum):
    """What leaders are told of a step's time (T5)."""

    TWO_MINUTES = "two_minutes"
    ZERO = "zero"
    OVER = "over"
    """Five minutes over, or ten, and so on (`over_minutes`)."""


def left_ms(clock: StepClock, now_ms: int) -> int:
    """What is left of the running step; negative past its end."""
    return clock.ends_at_ms - now_ms if isinstance(clock, Running) else clock.left_ms


def cue(circle: Circle, now_ms: int) -> Cue | None:
    """The newest cue, None before the first one and in phases whose clock is not one to keep.

    A step of two minutes or less has no cue before its end: it would be there from the beginning.
    """
    left = left_ms(circle.clock, now_ms)
    if not circle.row.timed or left > CUE_BEFORE_MS:
        return None
    if left > 0:
        return Cue.TWO_MINUTES if circle.minutes * MINUTE_MS > CUE_BEFORE_MS else None
    return Cue.OVER if over_minutes(circle, now_ms) else Cue.ZERO


def over_minutes(circle: Circle, now_ms: int) -> int:
    """How many minutes over its time the step is, by fives: 0, 5, 10. None are counted in phases without cues."""
    over_ms = max(0, -left_ms(circle.clock, now_ms)) if circle.row.timed else 0
    return over_ms // CUE_EVERY_MS * (CUE_EVERY_MS // MINUTE_MS)


def behind_minutes(circle: Circle, now_ms: int) -> int:
    """How many whole minutes the meeting would end later than planned if every coming step kept to its own."""
    return max(0, _late_ms(circle, now_ms) // MINUTE_MS) if circle.row.timed else 0


def _late_ms(circle: Circle, now_ms: int) -> int:
    """The same in ms, in a step that is timed; negative where it would end sooner than planned."""
    assert circle.began_ms is not None  # noqa: S101  (or the step would not be timed)
    coming_ms = meeting_minutes(circle.plan[circle.step + 1 :]) * MINUTE_MS
    ends_ms = now_ms + max(0, left_ms(circle.clock, now_ms)) + coming_ms
    return ends_ms - circle.began_ms - circle.length_minutes * MINUTE_MS


def coming_reflection(circle: Circle) -> int | None:
    """The index of the next reflection, the only step time is ever taken from (T6)."""
    later = range(circle.step + 1, len(circle.plan))
    return next((i for i in later if circle.plan[i].phase is Phase.REFLECTION), None)


def reflection_minutes(circle: Circle) -> int | None:
    """How many minutes the coming reflection is planned to have; None where there is none."""
    step = coming_reflection(circle)
    return None if step is None else circle.plan[step].minutes


def takeable_minutes(circle: Circle) -> int:
    """How many minutes the coming reflection can spare before it is at its least."""
    minutes = reflection_minutes(circle)
    return 0 if minutes is None else max(0, minutes - PHASES[Phase.REFLECTION].minutes[0])


def lost_long(circle: Circle, seat: Seat, now_ms: int) -> bool:
    """Whether this connection has been lost for so long that the leaders are asked whether to go on without it."""
    return is_waited_for(circle, seat) and gone_long(seat, now_ms)


def is_waited_for(circle: Circle, seat: Seat) -> bool:
    """Whether this connection has been lost and is waited for: the leaders have not gone on without it (S7)."""
    return seat.presence is Presence.COMING_BACK and seat.number not in circle.transient.without


def gone_long(seat: Seat, now_ms: int) -> bool:
    """Whether this connection has been lost for so long that its page will hardly come back by itself."""
    long_ms = _gone_long_ms(seat)
    return long_ms is not None and now_ms >= long_ms


def _gone_long_ms(seat: Seat) -> int | None:
    """From when on it is so; None where no connection is lost."""
    if seat.presence is not Presence.COMING_BACK or seat.gone_ms is None:
        return None
    return seat.gone_ms + LOST_LONG_MS


def still_there(seat: Seat, now_ms: int) -> bool:
    """Whether this person is here, or was a moment ago: their page may come back by itself."""
    return seat.here or (seat.presence is Presence.COMING_BACK and not gone_long(seat, now_ms))


def may_be_called_off(circle: Circle, unless: Role | None, now_ms: int) -> bool:
    """Whether its group may end it: not begun, and nobody of this role (None: of any) is there or at the door."""
    at_door = {seat for seat, claim in circle.transient.claims.items() if claim.waits}
    meant = [seat for seat in circle.seats if unless in {None, seat.role}]
    there = any(seat.connected or still_there(seat, now_ms) or seat.number in at_door for seat in meant)
    return not (circle.ended or circle.begun or there)


def ends_by_itself_ms(circle: Circle) -> int | None:
    """When the circle ends without a command: abandoned, unused, or when the lingering room's time is up. In ms."""
    if circle.ended:
        return None
    ends = []
    if circle.empty_since_ms is not None:
        ends.append(circle.empty_since_ms + _waits_empty_ms(circle))
    if circle.lingering_bounded and isinstance(circle.clock, Running):
        ends.append(circle.clock.ends_at_ms)
    return min(ends, default=None)


def _waits_empty_ms(circle: Circle) -> int:
    """How long it waits for somebody when nobody is there."""
    leaders = (seat for seat in circle.seats if seat.role is Role.FACILITATOR)
    nobody_leads = all(seat.presence is Presence.UNINVITED for seat in leaders)
    if circle.phase is Phase.LINGERING or nobody_leads:
        return LINGERED_AFTER_MS
    if circle.begun or circle.notes_presence:
        return ABANDONED_AFTER_MS
    return NEVER_BEGUN_AFTER_MS if circle.used else UNUSED_AFTER_MS


def wake_at_ms(circle: Circle, woken_ms: int) -> int | None:
    """When the circle is to be given a `TimeUp` next; None while it needs none.

    It was given the last one at `woken_ms`, so what it is given for but once lies after that. Any of it may lie in the
    past, and is then due at once.
    """
    if circle.ended:
        return None
    happens = (ends_by_itself_ms(circle), circle.transient.expires_at_ms, note_presence_ms(circle))
    once = [
        _next_cue_ms(circle, woken_ms),
        _next_behind_ms(circle, woken_ms),
        *(_gone_long_ms(seat) for seat in circle.seats),
        _next_without_sound_ms(circle, woken_ms),
    ]
    wakes = [at_ms for at_ms in happens if at_ms is not None]
    wakes += [at_ms for at_ms in once if at_ms is not None and at_ms > woken_ms]
    return min(wakes, default=None)


def note_presence_ms(circle: Circle) -> int | None:
    """When it is noted next that people are still here; None where it is not. Whatever is kept says it as well."""
    noted = circle.notes_presence and circle.row.timed and circle.empty_since_ms is None
    return circle.latest_ms + NOTE_PRESENCE_EVERY_MS if noted else None


def _next_cue_ms(circle: Circle, now_ms: int) -> int | None:
    if isinstance(circle.clock, Paused) or not circle.row.timed or circle.empty_since_ms is not None:
        return None
    zero_ms = circle.clock.ends_at_ms
    if now_ms < zero_ms - CUE_BEFORE_MS:
        return zero_ms - CUE_BEFORE_MS
    over = max(0, (now_ms - zero_ms) // CUE_EVERY_MS + 1)
    return zero_ms + over * CUE_EVERY_MS


def _next_behind_ms(circle: Circle, now_ms: int) -> int | None:
    """When the meeting is one more whole minute behind, for its clock stands, or counts on past the step's end."""
    if not circle.row.timed or not circle.led:
        return None
    from_ms = max(now_ms, circle.clock.ends_at_ms) if isinstance(circle.clock, Running) else now_ms
    late_ms = _late_ms(circle, from_ms)
    return from_ms - late_ms + (max(0, late_ms // MINUTE_MS) + 1) * MINUTE_MS


def _next_without_sound_ms(circle: Circle, now_ms: int) -> int | None:
    """When it is said of the next ones that their sound has not connected: all who are due within a moment, at once."""
    due = [since_ms + NO_SOUND_AFTER_MS for since_ms in circle.transient.soundless.values()]
    coming = [at_ms for at_ms in due if at_ms > now_ms]
    return max((at_ms for at_ms in coming if at_ms <= min(coming) + TOLD_TOGETHER_MS), default=None)
