"""Links that people have lost: what was asked is not forgotten while the groups cannot be read."""

import asyncio

import pytest

from app.circle.replacing import replace
from app.group.group import Group
from app.group.letters import Letter
from app.live.lost_links import AGAIN_AFTER_MS, ASKED_MAX, LostLinks
from app.store.groups import GroupId
from app.store.store import StoreFailed
from tests.support.clock import HandMovedClock
from tests.support.group_scene import MIA, GroupScene

ADDRESS = "mia@example.org"


class Groups:
    """One group, in which Mia has given her address. Its store fails so often."""

    def __init__(self, fails: int) -> None:
        group = GroupScene().group
        self._group = group.with_person(replace(group.one(MIA), mail=ADDRESS))
        self._fails = fails

    async def names(self) -> tuple[GroupId, ...]:
        return (GroupId("tuesday"),)

    async def look(self, _: GroupId) -> Group:
        self._fails -= 1
        if self._fails >= 0:
            raise StoreFailed("told to fail")
        return self._group


class Post:
    def __init__(self) -> None:
        self.letters = asyncio.Queue[Letter]()
        self.is_full = False
        self.refused = asyncio.Event()

    def post(self, *letters: Letter) -> tuple[Letter, ...]:
        if self.is_full:
            self.refused.set()
            return ()
        for letter in letters:
            self.letters.put_nowait(letter)
        return letters

    async def tried(self) -> None:
        """All are, at once."""


@pytest.mark.parametrize("late", [False, True])
def test_what_was_asked_while_the_groups_could_not_be_read_is_looked_for_again(late: bool) -> None:
    """G30: whoever asks has been told that it is sent, and asks in vain for ten minutes. After that they ask anew."""

    async def run() -> None:
        clock, post = HandMovedClock(), Post()
        links = LostLinks(Groups(fails=2), post, lambda *_: "the link", clock, pass_every_s=0)  # type: ignore[arg-type]
        links.ask(ADDRESS)
        if late:
            clock.move(ms=AGAIN_AFTER_MS)
        looking = asyncio.ensure_future(links.go_on_looking())
        if late:
            for _ in range(20):
                await asyncio.sleep(0)
            assert post.letters.empty()
            links.ask(ADDRESS)
        async with asyncio.timeout(10):
            letter = await post.letters.get()
        looking.cancel()
        assert (letter.address, "the link" in letter.text, post.letters.empty()) == (ADDRESS, True, True)

    asyncio.run(run())


def test_however_many_strangers_have_asked_a_link_is_sent() -> None:
    """G30: whom nobody knows is forgotten once they have been looked for; one is refused only while too many wait.

    Whoever has been written to is not for ten minutes, and takes a place all the same: nobody can tell by that.
    """

    async def run() -> None:
        clock, post = HandMovedClock(), Post()
        links = LostLinks(Groups(fails=0), post, lambda *_: "the link", clock, pass_every_s=0)  # type: ignore[arg-type]
        assert all(links.ask(f"nobody{number}@example.org") for number in range(ASKED_MAX))
        assert not links.ask(ADDRESS)
        looking = asyncio.ensure_future(links.go_on_looking())
        async with asyncio.timeout(10):
            while not links.ask(ADDRESS):
                await asyncio.sleep(0)
            await post.letters.get()
            places = [links.ask(ADDRESS.upper()) for _ in range(ASKED_MAX + 1)]
            assert places == [True] * ASKED_MAX + [False]
            while not links.ask("nobody@example.org"):
                await asyncio.sleep(0)
            assert post.letters.empty()
            clock.move(ms=AGAIN_AFTER_MS)
            assert links.ask(ADDRESS)
            await post.letters.get()
        looking.cancel()

    asyncio.run(run())


def test_whose_link_could_not_be_posted_asks_again_and_gets_it() -> None:
    """G30: they have read that it is on its way, and it was not, for too many letters waited."""

    async def run() -> None:
        clock, post = HandMovedClock(), Post()
        links = LostLinks(Groups(fails=0), post, lambda *_: "the link", clock, pass_every_s=0)  # type: ignore[arg-type]
        post.is_full = True
        links.ask(ADDRESS)
        looking = asyncio.ensure_future(links.go_on_looking())
        async with asyncio.timeout(10):
            await post.refused.wait()
            post.is_full = False
            links.ask(ADDRESS)
            assert (await post.letters.get()).address == ADDRESS
        looking.cancel()

    asyncio.run(run())


def test_nobodys_mailbox_is_filled_by_whoever_asks_again_and_again() -> None:
    """G30: three letters a day, ten minutes apart at least."""

    async def run() -> None:
        clock, post = HandMovedClock(), Post()
        links = LostLinks(Groups(fails=0), post, lambda *_: "the link", clock)  # type: ignore[arg-type]

        async def sent_in(hours: int) -> int:
            for _ in range(hours * 12):
                clock.move(minutes=5)
                links.ask(ADDRESS)
                await links.write_last()
            return post.letters.qsize()

        links.ask(ADDRESS)
        await links.write_last()
        assert [await sent_in(23), await sent_in(1), await sent_in(1)] == [3, 4, 6]

    asyncio.run(run())
