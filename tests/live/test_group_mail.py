"""What a group has posted, and that nobody has so much of it that others go without."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, time

import pytest

from app.circle.replacing import replace
from app.group.bases import one_of
from app.group.commands_dates import MoveMeeting
from app.group.commands_mail import NoteMail
from app.live import mail
from app.live.groups import GroupKeeper
from app.live.mail import Mailer, MailServer
from tests.support.group_meetings import GroupMeetings
from tests.support.group_scene import FRIDA, MAX, MIA, dates


class Line(Mailer):
    """Letters that wait, while none is sent: of whom, and to whom."""

    def __init__(self) -> None:
        super().__init__(MailServer(host="mail.example", port=587, tls="none", sender="balint@example.org"))

    @property
    def addresses(self) -> list[str]:
        waiting = [self._line.get_nowait() for _ in range(self._line.qsize())]
        for each in waiting:
            self._line.put_nowait(each)
        return [each.letter.address for each in waiting]


Play = Callable[[GroupMeetings, Line], Awaitable[None]]


def writes(play: Play) -> None:
    """A group with one date, at a server whose mail is not sent yet. Mia has given her address."""

    async def run() -> None:
        group, line = await GroupMeetings().open(), Line()
        await group.asks(FRIDA, dates("2027-01-12"))
        newest = group.groups.kept[group.id]
        group.groups.kept[group.id] = newest.with_person(replace(one_of(newest, MIA), mail="mia@example.org"))
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
