"""What a circle leaves behind is collected, also in a server that does nothing else."""

import asyncio
import gc
import weakref
from collections.abc import Iterator

import pytest

from app.live.garbage import Garbage
from tests.support.peer import until


class Knot:
    """It holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def by_itself_nothing_is_collected() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_it_is_collected_soon() -> None:
    async def play() -> None:
        knot = weakref.ref(Knot())
        assert knot(), "it goes by itself"
        Garbage(0.01).left()
        await until(lambda: knot() is None)

    asyncio.run(play())


def test_what_is_left_while_it_waits_has_its_own_time() -> None:
    """The connections of the second circle may not be closed yet when the garbage of the first is collected. Then it
    is enough: every voice waits meanwhile.
    """

    async def play() -> None:
        collected: list[str] = []
        gc.callbacks.append(lambda phase, _: collected.append(phase))
        try:
            left = Garbage(0.01)
            left.left()
            left.left()
            await until(lambda: collected.count("stop") == 2)
            await asyncio.sleep(0.1)
            assert collected.count("stop") == 2
        finally:
            gc.callbacks.pop()

    asyncio.run(play())
