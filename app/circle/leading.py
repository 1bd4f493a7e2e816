"""What only leaders see. It is a part of their views alone; every other seat's view has None in its place (L1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.circle.cards import CARDS, Card, Signal
from app.circle.door import asks_leaders, missing_agreement, name_at_door, observer_asks, shown_name
from app.circle.phases import Phase, Role
from app.circle.record import Record, record_of
from app.circle.seats import Presence, Seat
from app.circle.sounding import weak_lines, without_sound
from app.circle.state import Circle
from app.circle.timing import Cue, behind_minutes, cue, lost_long, over_minutes, reflection_minutes, takeable_minutes

Can = Mapping[int, tuple[str, ...]]
"""For each seat the commands this leader may aim at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalView:
    """A signal from one leader to the others; it expires by itself."""

    by: int
    signal: Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class AtDoor:
    """Somebody who knocks (`knocks`), or was sent there and is gone, with their `name`; or a seat nobody has come to.

    `given` is that name as they gave it, for an answer to say whom it means. `seat_of` is whose seat it is already,
    where they have come with the link of a person's seat: that person's own other device (then `name` is the same), or
    somebody else; `occupied` is whether that person is here. `agreed` is whether everybody who is asked has
    agreed to an observer; always so for members.
    """

    number: int
    role: Role
    name: str
    given: str | None
    knocks: bool
    seat_of: str | None
    occupied: bool
    agreed: bool
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """Everything the leaders share, and whether this one has the `hints`.

    `keeper` keeps the clock. `over_minutes` is how far the step is over its time: 0, 5, 10 and so on. `behind_minutes`
    is how much later than planned the meeting would end, `take_minutes` how much of that the coming reflection can
    give, which has `reflection_minutes`. `not_heard_yet` are seats, coarse and of this case only; empty where `hints`
    is off. `declined` are seats whose person has just said that they will not present. `lost_long` are seats whose
    connection has been lost for two minutes, `without_sound` those who are here but whose sound has not connected in
    time, both until a leader goes on without them; `weak_lines` those whose line loses sound or is slow.
    `links_doubted` are seats whose person has said that it is not they who opened their link again.
    `begun` is whether the meeting has moved out of its gathering for good: else nothing of it is kept in a group (E4).
    `record` is what will be kept, shown while the circle lingers.
    """

    begun: bool
    keeper: int | None
    signals: tuple[SignalView, ...]
    cue: Cue | None
    over_minutes: int
    behind_minutes: int
    take_minutes: int
    reflection_minutes: int | None
    cards: tuple[Card, ...]
    hints: bool
    not_heard_yet: tuple[int, ...]
    pause_needed: bool
    word_asked: bool
    declined: tuple[int, ...]
    lost_long: tuple[int, ...]
    without_sound: tuple[int, ...]
    weak_lines: tuple[int, ...]
    door_closed: bool
    at_door: tuple[AtDoor, ...]
    links_doubted: tuple[int, ...]
    record: Record | None


def leading_view(circle: Circle, number: int, names: Mapping[int, str], can: Can, now_ms: int) -> Leading:
    """What the leader on this seat sees now. `names` are the seats' as they are shown."""
    transient, behind = circle.transient, behind_minutes(circle, now_ms)
    hints = number not in transient.unhinted
    outside = {Presence.KNOCKING, Presence.VACANT}
    return Leading(
        begun=circle.begun,
        keeper=circle.keeper,
        signals=tuple(SignalView(by=given.by, signal=given.signal) for given in transient.signals),
        cue=cue(circle, now_ms),
        over_minutes=over_minutes(circle, now_ms),
        behind_minutes=behind,
        take_minutes=min(behind, takeable_minutes(circle)),
        reflection_minutes=reflection_minutes(circle),
        cards=tuple(card for card in CARDS[circle.phase] if card is not Card.CLOSING or circle.had_a_case),
        hints=hints,
        not_heard_yet=tuple(seat.number for seat in circle.seats if hints and _not_heard_yet(circle, seat)),
        pause_needed=transient.pause_needed,
        word_asked=transient.word_asked,
        declined=tuple(transient.declined),
        lost_long=tuple(seat.number for seat in circle.seats if lost_long(circle, seat, now_ms)),
        without_sound=without_sound(circle, now_ms),
        weak_lines=weak_lines(circle),
        door_closed=circle.door_closed,
        at_door=tuple(
            _at_door(circle, seat, names, can)
            for seat in circle.seats
            if seat.presence in outside or asks_leaders(circle, seat.number)
        ),
        links_doubted=tuple(transient.doubts),
        record=record_of(circle, now_ms) if circle.phase is Phase.LINGERING else None,
    )


def _not_heard_yet(circle: Circle, seat: Seat) -> bool:
    return (
        circle.row.belongs_to_case
        and seat.here
        and not circle.sits_outside(seat.number)
        and circle.role_of(seat.number) is Role.MEMBER
        and seat.number not in circle.transient.heard
    )


def _at_door(circle: Circle, seat: Seat, names: Mapping[int, str], can: Can) -> AtDoor:
    claim, given = asks_leaders(circle, seat.number), name_at_door(circle, seat.number)
    return AtDoor(
        number=seat.number,
        role=seat.role,
        name=shown_name(circle, claim, names) if claim else names[seat.number],
        given=given,
        knocks=given is not None,
        seat_of=names[seat.number] if claim else None,
        occupied=claim is not None and seat.here,
        agreed=observer_asks(circle, seat) is None or not missing_agreement(circle, seat.number),
        can=can.get(seat.number, ()),
    )
