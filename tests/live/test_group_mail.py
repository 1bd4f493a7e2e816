"""What a group has posted, and that nobody has so much of it that others go without."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, time
from typing import Any

import pytest

from app.circle.phases import Role
from app.circle.replacing import replace
from app.group.commands_dates import MoveMeeting
from app.group.commands_mail import NoteMail
from app.group.person import CODES_MAX
from app.group.reasons import GroupReason, GroupRefused
from app.group.terms import Terms
from app.live import mail, sent_codes
from app.live.group_tidying import tidy_all
from app.live.groups import GroupKeeper
from app.live.mail import Mailer
from app.store.store import StoreFailed
from tests.support.group_meetings import GroupMeetings
from tests.support.group_scene import FINN, FRIDA, MAX, MIA, PIET, dates
from tests.support.mail import SERVER


class Line(Mailer):
    """Letters that wait, while none is sent: of whom, and to whom."""

    def __init__(self) -> None:
        super().__init__(SERVER)

    @property
    def addresses(self) -> list[str]:
        waiting = [self._queue.get_nowait() for _ in range(self._queue.qsize())]
        for each in waiting:
            self._queue.put_nowait(each)
        return [each.letter.address for each in waiting]


Play = Callable[[GroupMeetings, Line], Awaitable[None]]


def writes(play: Play) -> None:
    """A group with one date, at a server whose mail is not sent yet. Mia has given her address."""

    async def run() -> None:
        group, line = await GroupMeetings().open(), Line()
        await group.asks(FRIDA, dates("2027-01-12"))
        newest = group.groups.kept[group.id]
        group.groups.kept[group.id] = newest.with_person(replace(newest.one(MIA), mail="mia@example.org"))
        group.keeper = GroupKeeper(group.groups, group.store, group.hub, line)
        try:
            await play(group, line)
        finally:
            await group.hub.stop()

    asyncio.run(run())


def test_a_date_that_is_moved_to_and_fro_takes_the_place_of_nobodys_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """G29, G31: so many letters of one group wait at most, and codes are not among them."""
    monkeypatch.setattr(mail, "NEWS_OF_ONE_MAX", 3)

    async def play(group: GroupMeetings, line: Line) -> None:
        for day in range(5):
            await group.asks(FRIDA, MoveMeeting(meeting=7, on=date(2027, 2, 1 + day), at=time(18)))
        await group.asks(MAX, NoteMail(address="max@example.org"))
        assert line.addresses == ["mia@example.org"] * 3 + ["max@example.org"]
        assert line.counters.dropped == 2

    writes(play)


def test_a_group_that_is_looked_through_writes_once_of_what_nobody_has_confirmed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """G38: nobody has to open its page for it. Where no mail is sent, or no more is taken, nothing is noted."""

    async def play(group: GroupMeetings, line: Line) -> None:
        newest = group.groups.kept[group.id]
        group.groups.kept[group.id] = newest.with_person(replace(newest.one(FRIDA), mail="frida@example.org"))
        await group.at("2027-01-12 16:50")
        for person in (FRIDA, MIA):
            await group.enters(person)
        await group.next()
        await group.ends()
        await group.at("2027-01-20 12:00")
        without_mail = GroupKeeper(group.groups, group.store, group.hub)
        with monkeypatch.context() as full:
            full.setattr(mail, "NEWS_MAX", 0)
            await tidy_all(group.keeper.kept, group.keeper.tell_of_unconfirmed)
        for keeper in (without_mail, group.keeper, group.keeper):
            await tidy_all(keeper.kept, keeper.tell_of_unconfirmed)
        assert line.addresses == ["frida@example.org"]

    writes(play)


STRANGER = "stranger@example.org"


async def tries(group: GroupMeetings, by: int, address: str) -> GroupReason | None:
    outcome = await group.keeper.ask(group.id, NoteMail(address=address), by, None)
    return outcome.reason if isinstance(outcome, GroupRefused) else None


async def waits_for_code(group: GroupMeetings, number: int) -> bool:
    return (await group.group()).one(number).proof is not None


def test_a_stranger_is_sent_three_codes_a_day_whoever_asks_and_in_whichever_group() -> None:
    """G31: also of many who ask at once. Whoever is refused is not told that a code is on its way."""

    async def play(group: GroupMeetings, line: Line) -> None:
        people = range(FRIDA, 7)
        said = [STRANGER, STRANGER.upper(), f" {STRANGER}", "Stranger@Example.org", STRANGER, STRANGER]
        answers = await asyncio.gather(*(tries(group, who, as_said) for who, as_said in zip(people, said, strict=True)))
        assert (answers.count(None), answers.count(GroupReason.ENOUGH_CODES)) == (CODES_MAX, 6 - CODES_MAX)
        assert len(line.addresses) == CODES_MAX
        assert [await waits_for_code(group, who) for who in people] == [answer is None for answer in answers]
        other = await group.keeper.open("Monday", "Europe/Berlin", Terms(), (("Nora", Role.FACILITATOR),), None)
        assert not isinstance(other, GroupRefused)
        group.id = other[0]
        assert await tries(group, 1, STRANGER) is GroupReason.ENOUGH_CODES
        assert await tries(group, 1, "nora@example.org") is None
        group.clock.move(minutes=24 * 60)
        assert await tries(group, 1, STRANGER) is None
        assert len(line.addresses) == CODES_MAX + 2

    writes(play)


def test_what_was_not_sent_does_not_count() -> None:
    """G31: a code that its person, or the store, has refused takes nobody's place."""

    async def play(group: GroupMeetings, line: Line) -> None:
        assert await tries(group, MAX, STRANGER) is None
        for _ in range(CODES_MAX):
            assert await tries(group, MAX, STRANGER) is GroupReason.ENOUGH_CODES
        write = group.groups.write

        async def fails(*_: Any) -> None:
            raise StoreFailed("told to fail")

        group.groups.write = fails  # type: ignore[method-assign]
        for _ in range(CODES_MAX):
            with pytest.raises(StoreFailed):
                await tries(group, PIET, STRANGER)
        group.groups.write = write  # type: ignore[method-assign]
        assert [await tries(group, who, STRANGER) for who in (PIET, FRIDA)] == [None, None]
        assert line.addresses == [STRANGER] * CODES_MAX

    writes(play)


def test_nobody_waits_for_a_code_for_which_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """G31: neither where too much mail waits, nor where too many addresses were sent one of late."""
    monkeypatch.setattr(sent_codes, "ADDRESSES_MAX", 2)

    async def play(group: GroupMeetings, line: Line) -> None:
        monkeypatch.setattr(mail, "WAITING_MAX", 0)
        assert await tries(group, MAX, STRANGER) is GroupReason.ENOUGH_CODES
        monkeypatch.setattr(mail, "WAITING_MAX", 9)
        assert [await tries(group, who, f"{who}@example.org") for who in (FRIDA, FINN)] == [None, None]
        assert await tries(group, MAX, STRANGER) is GroupReason.ENOUGH_CODES
        assert not await waits_for_code(group, MAX)
        assert await tries(group, MAX, f"{FRIDA}@example.org") is None
        group.clock.move(minutes=24 * 60)
        assert await tries(group, PIET, STRANGER) is None

    writes(play)
