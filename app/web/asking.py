"""The commands of one page, asked one after the other, so that its other messages need not wait for the answers."""

import asyncio
from typing import NoReturn

from app.circle.reasons import Reason, Refused
from app.live.actor import CircleActor
from app.live.mailbox import ActorStopped
from app.live.outbox import Outbox
from app.web.protocol import Ask, Done, Pong, Refusal

ASKED_MAX = 32
"""What may wait here. A store that stalls holds one command up for seconds; nobody means more than this meanwhile."""
FINISH_WITHIN_S = 5
"""How long a page that has gone is still obeyed in what it asked before."""


class Asking:
    """The commands of one connection, in the order they came. Answers go to its outbox."""

    def __init__(self, actor: CircleActor, seat: int, outbox: Outbox[Refusal | Done | Pong]) -> None:
        self._actor = actor
        self._seat = seat
        self._outbox = outbox
        self._asked: asyncio.Queue[Ask] = asyncio.Queue(ASKED_MAX)

    def ask(self, asked: Ask) -> None:
        """Ask this in its turn. One too many is refused at once."""
        try:
            self._asked.put_nowait(asked)
        except asyncio.QueueFull:
            self._outbox.answer(Refusal(id=asked.id, reason=Reason.NOT_KEPT))

    async def run(self) -> NoReturn:
        """Ask one after the other, until cancelled. Where the circle has stopped here, the outbox is closed."""
        while True:
            asked = await self._asked.get()
            try:
                self._answer(asked.id, await self._actor.ask(self._seat, asked.command, self._outbox))
            except ActorStopped:
                self._outbox.close(self._actor.end_reason)
            self._asked.task_done()

    async def finish(self) -> None:
        """Wait until all that was asked has been done, or for as long as that may take."""
        try:
            async with asyncio.timeout(FINISH_WITHIN_S):
                await self._asked.join()
        except TimeoutError:
            return

    def _answer(self, asked: int, refused: Refused | None) -> None:
        if refused:
            self._outbox.answer(Refusal(id=asked, reason=refused.reason))
        else:
            self._outbox.confirm(Done(id=asked))
