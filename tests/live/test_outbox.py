"""What is on its way to one person."""

import asyncio
from contextlib import suppress

from app.circle.view import View, Waiting
from app.circle.viewing import waiting_at
from app.live.outbox import ANSWERS_MAX, EndReason, Outbox
from tests.support.scene import FRIDA, everybody_here

SCENE = everybody_here()
OLD, NEW = SCENE.view(FRIDA), SCENE.next().view(FRIDA)
WAITS = waiting_at(SCENE.circle, FRIDA)


def everything_in(outbox: Outbox[str]) -> list[object]:
    async def take() -> list[object]:
        taken: list[object] = []
        while not taken or not isinstance(taken[-1], EndReason):
            taken.append(await outbox.next())
        return taken

    return asyncio.run(take())


def test_only_the_newest_view_waits() -> None:
    """W2"""
    outbox: Outbox[str] = Outbox()
    outbox.show(OLD)
    outbox.show(NEW)
    outbox.close(EndReason.LEFT)
    assert everything_in(outbox) == [NEW, EndReason.LEFT]


def test_what_is_not_new_is_not_shown_and_what_is_has_the_next_version() -> None:
    """W2, D7: also where who has waited is let in."""

    async def versions() -> list[tuple[object, int]]:
        outbox: Outbox[str] = Outbox()
        taken = []
        for view in (WAITS, WAITS, OLD, OLD, NEW):
            outbox.show(view)
            with suppress(TimeoutError):
                shown = await asyncio.wait_for(outbox.next(), 0.005)
                assert isinstance(shown, View | Waiting)
                taken.append((shown, shown.version))
        return taken

    assert asyncio.run(versions()) == [(WAITS, 1), (OLD, 2), (NEW, 3)]


def test_answers_keep_their_order_and_come_before_the_view() -> None:
    """W2"""
    outbox: Outbox[str] = Outbox()
    outbox.show(OLD)
    outbox.answer("one")
    outbox.answer("two")
    outbox.close(EndReason.ENDED)
    assert everything_in(outbox) == ["one", "two", OLD, EndReason.ENDED]


def test_confirmations_come_after_the_view_that_shows_what_they_confirm() -> None:
    """W2, W17"""
    outbox: Outbox[str] = Outbox()
    outbox.show(OLD)
    outbox.confirm("one")
    outbox.answer("no")
    outbox.show(NEW)
    outbox.confirm("two")
    outbox.close(EndReason.LEFT)
    assert everything_in(outbox) == ["no", NEW, "one", "two", EndReason.LEFT]


def test_the_first_goodbye_stands() -> None:
    """S2"""
    outbox: Outbox[str] = Outbox()
    outbox.close(EndReason.REPLACED)
    outbox.close(EndReason.TOO_SLOW)
    assert everything_in(outbox) == [EndReason.REPLACED]


def test_a_page_that_takes_no_answers_is_said_goodbye_to() -> None:
    """W3: the outbox is bounded."""
    for put in (Outbox[str].answer, Outbox[str].confirm):
        outbox: Outbox[str] = Outbox()
        for i in range(10 * ANSWERS_MAX):
            put(outbox, str(i))
        assert everything_in(outbox) == [*map(str, range(ANSWERS_MAX)), EndReason.TOO_SLOW]


def test_a_reader_waits_for_what_comes() -> None:
    """W2"""

    async def run() -> None:
        outbox: Outbox[str] = Outbox()
        reading = asyncio.ensure_future(outbox.next())
        await asyncio.sleep(0)
        assert not reading.done()
        outbox.show(NEW)
        assert await reading == NEW

    asyncio.run(run())
