"""One browser's socket: it enters, takes its offer, and from then on asks and is shown.

Whatever arrives here is checked before it reaches a circle, and whatever goes wrong ends this one connection with a
close code of `closing.py`. The circle is never disturbed.
"""

import asyncio
from typing import NoReturn, assert_never

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from app.circle.reasons import Reason
from app.live.actor import CircleActor
from app.live.leaky_bucket import LeakyBucket, Pace
from app.live.mailbox import ActorStopped
from app.live.outbox import EndReason, Outbox, Seated
from app.live.sound import Line
from app.store.store import NodeId, StoreFailed
from app.web.asking import Asking
from app.web.closing import COMES_BACK, CloseCode, Closed
from app.web.incoming import Incoming, receive, send_in_time, serve_socket
from app.web.invites import NotInvited, Pass
from app.web.owner import resolve_owner
from app.web.protocol import (
    Answer,
    Ask,
    Box,
    ClientHello,
    Done,
    Enter,
    FromBrowser,
    Hand,
    HasSpoken,
    Introduce,
    Kept,
    LateVoice,
    Offer,
    Ping,
    Pong,
    Refusal,
    RenewSound,
    ToBrowser,
    answer_to,
    read,
    write,
    write_again,
)
from app.web.race import race
from app.web.relay import relay
from app.web.services import Services
from app.web.turn import ice_servers

HAND_PACE = Pace(40, 1)
"""A page hands over its key at every change of who is here, and for a second two: sixteen come and go at once."""
SPOKE_EVERY_S = 1.5
"""A page says at most once in two seconds that its person has spoken; what comes sooner is passed over."""
UNHEARD_MS = 5000
"""How long a browser's sound may take to find its way; ICE and the handshake take a tenth of it on a poor line."""

router = APIRouter()

CODE_OF = {
    EndReason.REPLACED: CloseCode.REPLACED,
    EndReason.LEFT: CloseCode.GOODBYE,
    EndReason.UNINVITED: CloseCode.UNINVITED,
    EndReason.ENDED: CloseCode.ENDED,
    EndReason.CALLED_OFF: CloseCode.NO_CIRCLE,
    EndReason.FAILED: CloseCode.CIRCLE_FAILED,
    EndReason.TOO_SLOW: CloseCode.TOO_SLOW,
    EndReason.MOVED: CloseCode.MOVED,
    EndReason.NOT_ADMITTED: CloseCode.NOT_ADMITTED,
    EndReason.BUSY: CloseCode.BUSY,
}
NOT_TAKEN_IN = {Reason.UNINVITED: CloseCode.UNINVITED, Reason.NOT_NOW: CloseCode.BUSY}


@router.websocket("/ws")
async def connect(socket: WebSocket) -> None:
    """The whole life of one connection."""
    services: Services = socket.app.state.services
    await serve_browser(socket, services)


async def serve_browser(socket: WebSocket, services: Services, via: NodeId | None = None) -> None:
    """Serve one browser to its end. Where its circle runs at another node, it is relayed to that node.

    `via` is the node that relays this browser to here, if one does. Such a browser is not relayed any further.
    Never raises `Closed`: what the connection is closed with is sent and counted here.
    """
    await serve_socket(socket, services, Connection(socket, services, via).live)


class Connection:
    """One browser, from its first message to its last."""

    def __init__(self, socket: WebSocket, services: Services, via: NodeId | None) -> None:
        self._socket = socket
        self._services = services
        self._connector = services.connector if via is None else None
        self._via = via
        self._incoming = Incoming(socket, services.hub.clock)
        self._outbox: Outbox[Refusal | Done | Pong] = Outbox()
        self._spoken = LeakyBucket(services.hub.clock.now_ms(), Pace(1, 1 / SPOKE_EVERY_S))
        self._hands = LeakyBucket(services.hub.clock.now_ms(), HAND_PACE)
        self._line: Line | None = None
        self._line_name = ""
        self._answered_ms = 0

    async def live(self) -> None:
        """Enter, then ask and be shown until one side ends it. Raises `Closed` or `WebSocketDisconnect`."""
        enter, shown = await self._entering()
        settings, connect = self._services.settings, self._connector.connect if self._connector else None
        found = await race(
            self._gone(), resolve_owner(self._services.hub, shown.circle, connect, settings.find_within_s)
        )
        if not isinstance(found, CircleActor):
            try:
                raise Closed(await relay(self._socket, found, write_again(enter), settings.send_within_s))
            finally:
                self._services.hub.passed_on()
        try:
            await self._arrive(found, enter, shown)
            asking = Asking(found, shown.seat, self._outbox)
            await race(self._serve(found, shown, asking), asking.run())
        except BaseException as ended:
            returns = not isinstance(ended, Closed) or COMES_BACK[CloseCode(ended.code)]
            await asyncio.shield(self._part(found, shown, returns=returns))
            raise

    async def _part(self, actor: CircleActor, shown: Pass, *, returns: bool) -> None:
        await actor.lose(shown.seat, self._outbox, returns=returns)
        if self._via and self._moves_on(actor):
            await self._services.hub.hand_over(shown.circle, self._via)

    def _moves_on(self, actor: CircleActor) -> bool:
        """Whether the circle should move to the node that relays this browser: nobody's sound has ever come here, and
        that node takes circles (N17).
        """
        if (node := self._services.node) is None or self._via is None:
            return False
        return self._unheard() and not actor.ever_sounded and node.membership.takes(self._via, node.status())

    def _unheard(self) -> bool:
        """Whether this browser has tried for a while, and its sound was never connected to this node (N17)."""
        tried = self._line is not None and not self._line.ever_connected and self._answered_ms
        return bool(tried) and self._services.hub.clock.now_ms() - self._answered_ms >= UNHEARD_MS

    async def _entering(self) -> tuple[Enter, Pass]:
        try:
            async with asyncio.timeout(self._services.settings.enter_within_s):
                enter = await self._receive()
                if isinstance(enter, ClientHello):
                    await self._send(answer_to(enter))
                    enter = await self._receive()
        except TimeoutError:
            raise Closed(CloseCode.TOO_SLOW) from None
        if not isinstance(enter, Enter):
            raise Closed(CloseCode.BAD_MESSAGE)
        try:
            return enter, self._services.invites.read(enter.token)
        except NotInvited:
            raise Closed(CloseCode.NOT_INVITED) from None

    async def _gone(self) -> NoReturn:
        """The browser goes while its circle is looked for. Its page may have come in again by a newer connection, which
        this one must not replace (S2). Nothing else is due from a page that has entered and is not seated yet.
        """
        await receive(self._socket)
        raise Closed(CloseCode.BAD_MESSAGE)

    async def _arrive(self, actor: CircleActor, enter: Enter, shown: Pass) -> None:
        name = None if shown.resumes else enter.name or ""
        try:
            refused = await actor.arrive(shown.seat, name, self._outbox, shown.person, enter.line, shown.renewals)
        except ActorStopped:
            raise Closed(CODE_OF[actor.end_reason]) from None
        except StoreFailed:
            raise Closed(CloseCode.CIRCLE_FAILED) from None
        if refused:
            raise Closed(NOT_TAKEN_IN.get(refused.reason, CloseCode.NAME_NEEDED))

    async def _serve(self, actor: CircleActor, shown: Pass, asking: Asking) -> None:
        try:
            await race(self._show(actor, shown), self._hear(actor, shown.seat, asking))
        except WebSocketDisconnect:
            await asking.finish()
            raise

    async def _show(self, actor: CircleActor, shown: Pass) -> None:
        while not isinstance(message := await self._outbox.next(), EndReason):
            if not isinstance(message, Seated):
                await self._send(message)
            elif (person := actor.person_of(shown.seat, self._outbox)) is not None:
                await self._send(self._seated(actor, shown, message, person))
        raise Closed(CODE_OF[message])

    def _seated(self, actor: CircleActor, shown: Pass, seated: Seated, person: int) -> Offer | Kept:
        self._line, self._line_name = seated.line, seated.name
        seat, renewals = shown.seat, actor.circle.seat(shown.seat).renewals
        resume = self._services.invites.resume(shown.circle, seat, person, renewals)
        if seated.kept:
            return Kept(seat=seat, resume=resume, line=seated.name)
        if not actor.may_offer(seat):
            raise Closed(CloseCode.BUSY)
        return Offer(
            seat=seat,
            resume=resume,
            line=seated.name,
            sdp=seated.line.offer,
            ice_servers=ice_servers(self._services.settings),
            sealed=actor.circle.sealed,
        )

    def _renew(self, actor: CircleActor, seat: int, line: str) -> None:
        if self._moves_on(actor):
            raise Closed(CloseCode.MOVED)
        actor.renew(seat, line)

    async def _hear(self, actor: CircleActor, seat: int, asking: Asking) -> None:
        while True:
            self._take(await self._receive(), actor, seat, asking)

    def _take(self, message: FromBrowser, actor: CircleActor, seat: int, asking: Asking) -> None:
        """Nothing here may wait, because pings must be answered at once (`docs/PROTOCOL.md`)."""
        match message:
            case Ask():
                asking.ask(message)
            case Ping(sent_ms=sent_ms):
                late: tuple[LateVoice, ...] = ()
                if self._line is not None:  # whoever waits at the door has none
                    self._line.check()
                    late = tuple(LateVoice(seat=seat, late_ms=ms) for seat, ms in actor.late_ms(seat).items())
                self._outbox.answer(Pong(sent_ms=sent_ms, now_ms=actor.clock.now_ms(), late=late))
            case Answer(sdp=sdp, line=line):
                self._answer(sdp, line)
            case RenewSound(line=line):
                self._renew(actor, seat, line)
            case HasSpoken():
                if self._spoken.allows(self._services.hub.clock.now_ms()):
                    actor.spoke(seat, self._outbox)
            case Introduce(key=key, proof=proof):
                actor.introduce(seat, key, proof, self._outbox)
            case Hand(boxes=boxes):
                self._hand(actor, seat, boxes)
            case ClientHello() | Enter():
                raise Closed(CloseCode.BAD_MESSAGE)
            case _:
                assert_never(message)

    def _hand(self, actor: CircleActor, seat: int, boxes: tuple[Box, ...]) -> None:
        if not self._hands.allows(self._services.hub.clock.now_ms()):
            raise Closed(CloseCode.TOO_MANY)
        actor.hand({box.seat: box.box for box in boxes}, seat, self._outbox)

    def _answer(self, sdp: str, line: str | None) -> None:
        if self._line is None:
            raise Closed(CloseCode.BAD_MESSAGE)
        if self._line.closed or line not in (None, self._line_name):
            return  # sent to the door, or given another offer, while the answer was on its way
        self._answered_ms = self._services.hub.clock.now_ms()
        try:
            self._line.answer(sdp)
        except ValueError:
            raise Closed(CloseCode.BAD_MESSAGE) from None

    async def _receive(self) -> FromBrowser:
        return await self._incoming.next(read)

    async def _send(self, message: ToBrowser) -> None:
        if isinstance(message, Refusal):
            self._services.metrics.refused(message.reason)
        await send_in_time(self._socket, write(message), self._services.settings.send_within_s)
