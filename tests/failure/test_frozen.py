"""The node that holds a circle stands still for longer than its claim, and then goes on as if nothing had happened."""

import asyncio
import time
from pathlib import Path

from app.circle.events import MicrophoneOpened
from tests.support.client import client
from tests.support.installation import installation
from tests.support.meeting import meeting
from tests.support.peer import until
from tests.support.person import Person
from tests.support.scene import FRIDA, MAX, NAMES, PIET


def test_once_woken_it_passes_nothing_on_and_keeps_nothing(tmp_path: Path) -> None:
    """N12, N14, N2, N1, H6: even to somebody who never noticed, and is still connected to it."""

    async def play() -> None:
        async with installation(tmp_path) as cluster, meeting(cluster) as table:
            frozen = table.owner
            async with client(frozen.socket_url) as page:
                max_ = await Person.enter(page, table.tokens[MAX - 1], NAMES[MAX])
                since = await table.reflects()
                await max_.peer.hears(FRIDA, 1)

                frozen.freeze()
                at = time.monotonic()
                await page.send({"type": "ask", "id": 1, "command": {"type": "open_microphone"}})
                await table.until_all_here()
                await table.until_heard(at)
                assert table.owner is not frozen
                heard_before = voices(max_)

                frozen.wake()
                assert await page.closed() in {4010, 4013}
                assert page.refusals.get(1, "not_kept") == "not_kept"
                assert voices(max_) == heard_before
                max_.peer.vanish()

            await until(lambda: cluster.holders(table.circle) == [table.owner])
            assert table.owner is not frozen
            assert not [event for event in table.log if isinstance(event, MicrophoneOpened) and event.seat == MAX]
            assert table.hears(PIET, since) == []
            assert await table.frida.ask("change_time", minutes=1) is None

    asyncio.run(play())


def voices(person: Person) -> int:
    return sum(person.count_from(seat) for seat in list(person.peer.heard))
