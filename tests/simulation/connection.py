"""The server's side of a page's socket: what `app/web/socket.py` does, without the form of messages."""

import asyncio
from typing import Any, NoReturn

from app.circle.reasons import Reason
from app.circle.view import View, Waiting
from app.live.actor import CircleActor
from app.live.mailbox import ActorStopped
from app.live.outbox import EndReason, Outbox, Seated
from app.settings import Settings
from app.store.store import NodeId, StoreFailed
from app.web.closing import CloseCode, Closed
from app.web.owner import resolve_owner
from app.web.race import race
from app.web.socket import CODE_OF
from tests.simulation.nodes import Life
from tests.simulation.people import Enter, Person
from tests.simulation.wire import Wire

FIND_WITHIN_S: float = Settings.model_fields["find_within_s"].default
REACH_WITHIN_S = 1.5


class WatchedOutbox(Outbox[Any]):
    """Tells the invariants of every view in the moment it is shown, and remembers of which version it is."""

    def __init__(self, life: Life, actor: CircleActor) -> None:
        super().__init__()
        self.version = 0
        self._life, self._actor = life, actor

    def show(self, view: View | Waiting) -> None:
        self.version = self._actor.circle.version
        room = self._life.room_of(self._actor.claim.circle)
        if room:
            self._life.world.witness.shown(self._actor.claim, self._actor.circle, room)
        super().show(view)


class Connection:
    """One page, at one node: the one it came to, or (not `entry`) the one it was passed on to."""

    def __init__(self, life: Life, wire: Wire, person: Person, entry: bool = True) -> None:
        self._life, self._wire, self._person, self._entry = life, wire, person, entry

    async def live(self) -> None:
        """From the moment it stands."""
        self._wire.tell(self._person.opened)
        if enter := await self._wire.inbox.get():
            await self.enter(enter)

    async def enter(self, enter: Enter) -> None:
        """From its first message to its end."""
        try:
            connect = self._connect if self._entry else None
            found = await race(self._gone(), resolve_owner(self._life.hub, self._person.circle, connect, FIND_WITHIN_S))
            if isinstance(found, CircleActor):
                await self._serve(found, enter)
            else:
                self._wire.relay(found)
                found.process.start(Connection(found, self._wire, self._person, entry=False).enter(enter))
        except Closed as closed:
            self._wire.close(closed.code)

    async def _gone(self) -> NoReturn:
        """The page goes, or says what is not due, while its circle is looked for."""
        await self._wire.inbox.get()
        raise Closed(CloseCode.BAD_MESSAGE)

    async def _connect(self, address: str | None, node: NodeId | None) -> Life | None:
        world = self._life.world
        owner = world.living(address) if address else None
        if owner is None or owner.name != (node or owner.name):
            return None
        await asyncio.sleep(world.hop_s())
        if not (owner.process.runs and world.network.reaches(self._life.place, owner.place)):
            await asyncio.sleep(REACH_WITHIN_S)
            return None
        return owner

    async def _serve(self, actor: CircleActor, enter: Enter) -> None:
        outbox = WatchedOutbox(self._life, actor)
        try:
            refused = await actor.arrive(self._person.seat, enter.name, outbox, None, enter.line)
        except (ActorStopped, StoreFailed):
            raise Closed(CloseCode.CIRCLE_FAILED) from None
        if refused:
            raise Closed(CloseCode.UNINVITED if refused.reason is Reason.UNINVITED else CloseCode.NAME_NEEDED)
        try:
            await race(self._show(actor, outbox), self._hear(actor))
        finally:
            await asyncio.shield(actor.lose(self._person.seat, outbox))

    async def _show(self, actor: CircleActor, outbox: WatchedOutbox) -> None:
        while not isinstance(message := await outbox.next(), EndReason):
            if isinstance(message, View):
                self._wire.tell(self._person.shown, message, outbox.version, actor.claim)
            elif isinstance(message, Seated):
                self._life.world.counts["lines kept" if message.kept else "lines given"] += 1
                self._wire.tell(self._person.seated, message, self._life)
        raise Closed(CODE_OF[message])

    async def _hear(self, actor: CircleActor) -> None:
        while (command := await self._wire.inbox.get()) is not None:
            try:
                refused = await actor.ask(self._person.seat, command)
            except ActorStopped:
                raise Closed(CloseCode.CIRCLE_FAILED) from None
            if refused is None:
                self._life.world.witness.granted(actor.claim, actor.circle)
            self._life.world.counts[f"asked: {refused.reason if refused else 'granted'}"] += 1
